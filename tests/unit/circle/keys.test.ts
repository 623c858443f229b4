/** The keys of a mission from none to ready, their epochs, and the sheet in the safe. */

import { afterEach, describe, expect, it } from 'vitest';
import { openTrustWorld, type TrustWorld } from '../../support/trust-world.ts';

let world: TrustWorld;
afterEach(() => world.close());

describe.each(['memory', 'the local tenant'] as const)('Keys over %s', (where) => {
  it('L4 · a mission goes from no keys to ready in the steps that the set-up shows', async () => {
    world = await openTrustWorld(where);
    const focal = await world.open('ines');
    expect(focal.trust.view().keys).toBe('none');
    const { recoveryCode } = await focal.trust.keys.createMissionKeys();
    expect(recoveryCode.replace(/ /g, '')).toHaveLength(34);
    expect(focal.trust.view().keys).toBe('no-own-key');
    await focal.unlocked();
    expect(focal.trust.view()).toMatchObject({ keys: 'waits-for-head', unlocked: true });
    const head = await (await world.open('greta')).unlocked();
    expect(head.trust.keys.waiting.map(({ use }) => use).sort()).toEqual([
      'head',
      'mission',
      'person',
      'seal',
    ]);
    await head.trust.keys.signCards();
    expect(head.trust.keys.waiting).toEqual([]);
    await focal.hear();
    expect(focal.trust.view()).toMatchObject({ keys: 'ready', alarms: [] });
    expect(focal.trust.view().ownFingerprint).toMatch(/^(\d{5} ){11}\d{5}$/);
    expect(focal.trust.view().ownFingerprint).toBe(head.trust.view().ownFingerprint);
    expect(focal.trust.keyring()).toMatchObject({
      missionSigner: expect.anything(),
      personSigner: expect.anything(),
    });
    focal.trust.keys.lock();
    expect(focal.trust.keyring().personSigner).toBeUndefined();
    expect(focal.trust.view().unlocked).toBe(false);
  });
});

/** The keys of a mission from none to ready, their epochs, and the sheet in the safe. */

import { afterEach, describe, expect, it } from 'vitest';
import { loseKeys } from '../../support/lose-keys.ts';
import {
  openTrustWorld,
  readyMission,
  type TrustWorld,
  verifiedInPerson,
} from '../../support/trust-world.ts';

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

  it('L4 · two colleagues who set up at the same time make one epoch, and one sheet opens it', async () => {
    world = await openTrustWorld(where);
    const [ines, tomas] = [await world.open('ines'), await world.open('tomas')];
    const made = await Promise.allSettled([
      ines.trust.keys.createMissionKeys(),
      tomas.trust.keys.createMissionKeys(),
    ]);
    await Promise.all([ines.hear(), tomas.hear()]);
    expect(ines.trust.keys.epochs).toHaveLength(1);
    expect([...ines.trust.keyring().sealing.keys()]).toEqual([...tomas.trust.keyring().sealing.keys()]);
    const codes = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value.recoveryCode] : []));
    const faults = made.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).name] : []));
    expect(faults.every((name) => name === 'SheetMadeMeanwhile')).toBe(true);
    const opens = await Promise.allSettled(codes.map((code) => tomas.trust.keys.drill(code)));
    expect(opens.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('L4 · a new epoch waits for the head; until then the old one is sealed to, and afterwards it only opens', async () => {
    world = await openTrustWorld(where);
    const { focal, head } = await readyMission(world, 'aldermark');
    const before = focal.trust.keyring();
    await focal.trust.keys.rotate('leaver');
    expect(focal.trust.view().keys).toBe('waits-for-head');
    expect(focal.trust.keys.hasSheet).toBe(false);
    expect(focal.trust.keyring().missionSigner?.kid).toBe(before.missionSigner?.kid);
    await head.hear();
    await head.trust.keys.signCards();
    await focal.hear();
    const after = focal.trust.keyring();
    expect(focal.trust.view().keys).toBe('ready');
    expect(after.missionSigner?.kid).not.toBe(before.missionSigner?.kid);
    expect(after.sealing.size).toBe(2);
    expect(focal.trust.keys.epochs.map(({ epoch, retiredOn }) => [epoch, retiredOn !== undefined])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  it.each([
    ['an hour after midnight in Meren', '2026-11-20T21:00:00Z', '2026-11-21'],
    ['an hour before', '2026-11-20T19:00:00Z', '2026-11-20'],
  ])('L4 · keys, sheet and pins bear the day of the mission: %s', async (_when, at, day) => {
    world = await openTrustWorld(where);
    world.time.now = Date.parse(at);
    const ours = await readyMission(world, 'aldermark');
    await ours.focal.trust.keys.drill(ours.recoveryCode);
    expect(ours.focal.trust.keys.epochs).toEqual([{ epoch: 1, from: day }]);
    expect(ours.focal.trust.keys.drilledOn).toBe(day);
    const theirs = await readyMission(world, 'brenland');
    await verifiedInPerson(ours.focal, theirs.focal);
    await verifiedInPerson(theirs.focal, ours.focal);
    const ofEach = (side: typeof ours, code: string) =>
      side.focal.trust.view().missions.find((mission) => mission.code === code);
    expect(ofEach(ours, 'brenland')?.pinnedOn).toBe(day);
    expect(ofEach(theirs, 'aldermark')?.verifiedUsOn).toBe(day);
  });

  it('a wrong passphrase opens nothing; the right one however it is typed', async () => {
    world = await openTrustWorld(where);
    const focal = await world.open('ines');
    await focal.trust.keys.createMissionKeys();
    const words = await focal.trust.keys.proposePassphrase();
    expect(words.split(' ')).toHaveLength(6);
    await focal.trust.keys.createOwnKey(words);
    focal.trust.keys.lock();
    await expect(focal.trust.keys.unlock('one two three four five six')).rejects.toMatchObject({
      name: 'WrongPassphrase',
    });
    expect(focal.trust.view().unlocked).toBe(false);
    await focal.trust.keys.unlock(`  ${words.toUpperCase().replaceAll(' ', '   ')} `);
    expect(focal.trust.view().unlocked).toBe(true);
  });
});

describe('The recovery sheet', () => {
  it('every character typed wrongly is told, with its group; only the latest sheet opens', async () => {
    world = await openTrustWorld();
    const { focal, recoveryCode } = await readyMission(world, 'aldermark');
    const { keys } = focal.trust;
    const plain = [...recoveryCode];
    for (const [place, character] of plain.entries()) {
      if (character === ' ') continue;
      const other = character === '7' ? '8' : '7';
      const typed = plain.map((each, index) => (index === place ? other : each)).join('');
      await expect(keys.drill(typed), `place ${place}`).rejects.toMatchObject({
        name: 'WrongRecoveryCode',
        why: 'mistyped',
      });
    }
    expect(keys.drilledOn).toBeUndefined();
    expect(await keys.drill(recoveryCode.toLowerCase())).toEqual({ opened: 2 });
    expect(keys.drilledOn).toBe('2026-11-20');
    const { recoveryCode: later } = await keys.newSheet();
    await expect(keys.drill(recoveryCode)).rejects.toMatchObject({ why: 'other-sheet' });
    expect(await keys.drill(later)).toEqual({ opened: 2 });
  });

  it('J8 · keys that were lost come back from the sheet', async () => {
    world = await openTrustWorld();
    const { focal, recoveryCode } = await readyMission(world, 'aldermark');
    const kids = [...focal.trust.keyring().sealing.keys()];
    await loseKeys(await world.bookOf('ines'));
    const again = await world.open('ines');
    expect(again.trust.keyring().sealing.size).toBe(0);
    await again.trust.keys.drill(recoveryCode);
    expect([...again.trust.keyring().sealing.keys()]).toEqual(kids);
  });
});

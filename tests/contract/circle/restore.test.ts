/** The restore drill in numbers: everything sealed to four epochs of keys opens again from the newest sheet alone. */

import { afterEach, expect, it } from 'vitest';
import { actExample, act as actKind } from '../../../src/domain/circle/kinds/act.ts';
import { clearNone } from '../../../src/domain/consent/clear.ts';
import type { EntryId, Instant, MissionCode } from '../../../src/domain/ids.ts';
import { openEnvelope } from '../../../src/sealing/open.ts';
import { seal } from '../../../src/sealing/seal.ts';
import { recipientsFrom } from '../../../src/sealing/standing.ts';
import { loseKeys } from '../../support/lose-keys.ts';
import {
  type AtWork,
  circleId,
  openTrustWorld,
  readyMission,
  type TrustWorld,
  verifiedInPerson,
} from '../../support/trust-world.ts';

let world: TrustWorld;
afterEach(() => world.close());

const EPOCHS = 4;
const PER_EPOCH = 250;

interface Sent {
  readonly entry: EntryId;
  readonly text: string;
  readonly writtenAt: Instant;
}

async function sealed(by: AtWork, to: MissionCode, seq: number): Promise<Sent> {
  const { personSigner } = by.trust.keyring();
  const recipients = recipientsFrom(by.trust.standing(), [to]);
  if (!personSigner || !recipients.ok) throw new Error('nothing can be sealed');
  const entry = by.ground.newEntryId();
  const writtenAt = by.circle.clock.now();
  const { envelope } = await seal({
    ...{ circle: circleId, entry, rev: 1, seq, at: writtenAt },
    body: { nth: seq },
    payload: { type: 'note', concerns: () => [] },
    person: by.ground.own.by.objectId,
    signer: personSigner,
    recipients: recipients.keys,
    cleared: clearNone({ kind: actKind, entry, record: actExample, by: by.circle.me }),
  });
  return { entry, text: envelope, writtenAt };
}

it('J8 · 1,000 envelopes across 4 epochs open again after every private key was lost', async () => {
  world = await openTrustWorld();
  const { focal: ours, head } = await readyMission(world, 'aldermark');
  const { focal: theirs } = await readyMission(world, 'brenland');
  await verifiedInPerson(ours, theirs);
  await verifiedInPerson(theirs, ours);
  const envelopes: Sent[] = [];
  for (let epoch = 1; epoch <= EPOCHS; epoch += 1) {
    if (epoch > 1) {
      await ours.trust.keys.rotate('yearly');
      await head.hear();
      await head.trust.keys.signCards();
      await theirs.hear();
    }
    for (let nth = 0; nth < PER_EPOCH; nth += 1)
      envelopes.push(await sealed(theirs, 'aldermark' as MissionCode, envelopes.length + 1));
  }
  const { recoveryCode } = await ours.trust.keys.newSheet();
  await loseKeys(await world.bookOf('ines'));
  const began = Date.now();
  const again = await world.open('ines');
  expect(again.trust.keyring().sealing.size).toBe(0);
  expect(await again.trust.keys.drill(recoveryCode)).toEqual({ opened: EPOCHS * 2 });
  const keys = new Map([...again.trust.keyring().sealing].map(([kid, { key }]) => [kid, key]));
  expect(keys.size).toBe(EPOCHS);
  let opened = 0;
  for (const { entry, text, writtenAt } of envelopes) {
    const found = await openEnvelope(text, {
      place: { circle: circleId },
      row: {
        entry,
        writtenAt,
        from: 'brenland' as MissionCode,
        audience: ['aldermark' as MissionCode, 'brenland' as MissionCode],
      },
      me: 'aldermark' as MissionCode,
      keys,
      audienceKeys: new Map(),
      standing: again.trust.standing(),
    });
    if (found.ok) opened += 1;
  }
  console.log(`restored and opened ${opened} envelopes in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  expect(opened).toBe(EPOCHS * PER_EPOCH);
});

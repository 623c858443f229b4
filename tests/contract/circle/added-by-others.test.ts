/** Whoever may add to the circle's lists adds what looks like somebody else's word: nobody is silenced by it, and nobody blamed for long. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ActRecord, act as actKind } from '../../../src/domain/circle/kinds/act.ts';
import { circleJournal } from '../../../src/domain/circle/kinds/circle-journal.ts';
import { keyCard } from '../../../src/domain/circle/kinds/key-card.ts';
import { clearNone } from '../../../src/domain/consent/clear.ts';
import { type EntryId, entryIdFrom, type MissionCode } from '../../../src/domain/ids.ts';
import { derivedEntryId } from '../../../src/log/environment.ts';
import { canonical } from '../../../src/sealing/canonical.ts';
import { makeCard } from '../../../src/sealing/cards.ts';
import { newSigningKey, unlock } from '../../../src/sealing/keys.ts';
import { signCompact } from '../../../src/sealing/sign.ts';
import { recipientsFrom } from '../../../src/sealing/standing.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { personOf } from '../../support/set-up-mission.ts';
import {
  type AtWork,
  circleId,
  openTrustWorld,
  readyMission,
  type TrustWorld,
  verifiedInPerson,
} from '../../support/trust-world.ts';

const brenland = 'brenland' as MissionCode;

let world: TrustWorld;
let ours: AtWork;
let theirs: AtWork;
let theirHead: AtWork;
/** Of what Brenland says. */
let entry: EntryId;

/** Brenland said three things, and Aldermark heard them all. */
beforeEach(async () => {
  world = await openTrustWorld();
  ours = (await readyMission(world, 'aldermark')).focal;
  ({ focal: theirs, head: theirHead } = await readyMission(world, 'brenland'));
  await verifiedInPerson(ours, theirs);
  entry = theirs.ground.newEntryId();
  for (let said = 0; said < 3; said += 1) await theirs.trust.act('deleted', { entry });
  await ours.hear();
  expect(heard()).toEqual([1, 2, 3]);
});
afterEach(() => world.close());

const heard = () =>
  ours.trust
    .acts()
    .filter(({ act }) => act.from === brenland)
    .map(({ act }) => act.seq);
const alarms = () => ours.trust.view().alarms;
const place = (sequence: number) =>
  derivedEntryId(ours.ground.own.environment, `act ${circleId} brenland ${sequence}`);

/** A row of a third person, past every rule of the app but those of the list. */
async function added(record: Partial<ActRecord>, at?: EntryId): Promise<void> {
  const { circle, newEntryId } = ours.ground;
  await circle.add(
    clearNone({
      kind: actKind,
      entry: at ?? newEntryId(),
      record: { type: 'deleted', from: brenland, sequence: 4, jws: 'none', of: entry, ...record },
      by: circle.me,
    }),
  );
}

/** Like an act of Brenland's in everything but the key. */
async function forged(seq: number, prev: string): Promise<string> {
  const pair = await newSigningKey();
  const at = ours.ground.circle.clock.now();
  const act = { type: 'deleted', circle: circleId, from: brenland, seq, prev, at, entry, suite: 'fp1' };
  return signCompact(canonical(act), 'fp-act', await unlock(pair, 'signing'));
}

const written = (sequence: number) =>
  ours.circle.replica
    .of(actKind.key)
    .find(({ record }) => record.from === brenland && record.sequence === sequence);

describe('H2 J10 · in the place where a mission’s next act belongs', () => {
  it.each<[string, () => Promise<string>]>([
    ['no act at all', async () => 'none'],
    ['an act that somebody else signed', () => forged(4, 'A'.repeat(43))],
    ['a copy of an earlier act', async () => String(written(3)?.record.jws)],
  ])('%s keeps it from saying nothing', async (_, jws) => {
    await added({ jws: await jws() }, await place(4));
    const colleague = await world.open('anouk');
    await Promise.all([
      theirs.trust.act('deleted', { entry }),
      colleague.trust.act('withdrawn', { entries: [entry] }),
    ]);
    const later = await world.open('casimir');
    await later.trust.act('deleted', { entry });
    await ours.hear();
    expect(alarms()).toEqual([]);
    expect(heard()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('a row counts as a changed act until the mission has spoken again', async () => {
    await added({}, await place(4));
    await ours.hear();
    expect(alarms()).toEqual([{ mission: brenland, what: 'altered' }]);
    await theirs.trust.act('deleted', { entry });
    await ours.hear();
    expect(alarms()).toEqual([]);
  });

  it('rows in many places beyond it blame nobody once the mission has spoken', async () => {
    for (const sequence of [4, 5, 6, 9]) await added({ sequence }, await place(sequence));
    for (let said = 0; said < 3; said += 1) await theirs.trust.act('deleted', { entry });
    await ours.hear();
    expect(heard()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(alarms()).toEqual([]);
  });
});

describe('H3 J10 · anywhere else in the list', () => {
  it.each<[string, () => Promise<Partial<ActRecord>>]>([
    ['no act at all', async () => ({})],
    ['a number far beyond', async () => ({ sequence: 999_999 })],
    ['an act that somebody else signed', async () => ({ jws: await forged(2, 'A'.repeat(43)), sequence: 2 })],
    ['a copy of an act', async () => ({ jws: String(written(2)?.record.jws), sequence: 2 })],
    [
      'a copy that is called something else',
      async () => ({ jws: String(written(2)?.record.jws), sequence: 2, type: 'retracted' }),
    ],
  ])('%s raises no alarm about the mission it names, and stops nobody', async (_, record) => {
    await added(await record());
    await ours.hear();
    expect(alarms()).toEqual([]);
    expect(heard().filter((seq, index, all) => all.indexOf(seq) === index)).toEqual([1, 2, 3]);
    await (await world.open('casimir')).trust.act('deleted', { entry });
    await ours.hear();
    expect(heard()).toContain(4);
    expect(alarms()).toEqual([]);
  });
});

describe('H2 · a row of which nobody was told', () => {
  it('is asked for before anybody is alarmed, and counts', async () => {
    let isCutOff = false;
    const joris = await world.open('joris', (book) => ({
      ...book,
      async add(cleared) {
        if (isCutOff && cleared.kind.key === 'circle-journal') throw new StoreError('offline');
        return book.add(cleared);
      },
    }));
    isCutOff = true;
    await joris.trust.act('deleted', { entry });
    await joris.trust.act('withdrawn', { entries: [entry] });
    isCutOff = false;
    await joris.trust.act('deleted', { entry });
    await ours.circle.caughtUp();
    await ours.trust.idle();
    expect(heard()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(alarms()).toEqual([]);
  });
});

describe('H2 J10 · in the journal by which missions hear of each other', () => {
  it('rows in the next places of a writer keep nobody from hearing of what they do', async () => {
    const { circle } = theirs.ground;
    const own = (await world.host?.loadAll(circleJournal))?.entries ?? [];
    const last = own.filter(({ record }) => record.writer === circle.me.objectId).length;
    for (const sequence of [last + 1, last + 2]) {
      const record = {
        ...{ act: 'added', ofKind: 'none', ofEntry: entry, sequence, ownHash: 'none' },
        ...{ writer: 'nobody', happened: circle.clock.now() },
      };
      const { environment } = ours.ground.own;
      const place = await environment.digest(`circle-journal ${circle.me.objectId} ${sequence}`);
      const at = entryIdFrom(place.slice(0, 16));
      const cleared = clearNone({ kind: circleJournal, entry: at, record, by: ours.circle.me });
      await world.host?.add(cleared);
    }
    for (let said = 0; said < 3; said += 1) await theirs.trust.act('deleted', { entry });
    await ours.circle.caughtUp();
    await ours.trust.idle();
    expect(heard()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('H2 J10 · among the key cards', () => {
  async function addedCard(epoch: number, at?: EntryId): Promise<void> {
    const pair = await newSigningKey();
    const { circle, newEntryId } = ours.ground;
    const card = {
      ...{ circle: circleId, mission: brenland, tenantId: personOf('joris').tenantId },
      ...{ use: 'seal' as const, jwk: pair.publicJwk, epoch, from: circle.clock.now() },
    };
    const jws = await makeCard(card, await unlock(pair, 'signing'));
    const record = { of: brenland, kid: pair.kid, jws };
    await circle.add(clearNone({ kind: keyCard, entry: at ?? newEntryId(), record, by: circle.me }));
  }

  /** The place of Brenland's next card for its sealing key. */
  function nextPlace(): Promise<EntryId> {
    const head = theirs.trust.standing().missions.get(brenland)?.headKid ?? '';
    return derivedEntryId(ours.ground.own.environment, `key-card ${circleId} brenland seal   2 ${head}`);
  }

  it.each<[string, () => Promise<void>]>([
    ['in the place of its next card', async () => addedCard(1, await nextPlace())],
    ['with the highest number there is', () => addedCard(Number.MAX_SAFE_INTEGER)],
  ])('one put there under its name, %s, keeps a mission from no new keys', async (_, attack) => {
    await attack();
    const before = [...theirs.trust.keyring().sealing.keys()];
    await theirs.trust.keys.rotate('leaver');
    await theirHead.hear();
    await theirHead.trust.keys.signCards();
    await theirs.hear();
    await ours.hear();
    expect(theirs.trust.view().keys).toBe('ready');
    const found = recipientsFrom(ours.trust.standing(), [brenland]);
    const kid = found.ok && found.keys.find(({ mission }) => mission === brenland)?.kid;
    expect(kid && theirs.trust.keyring().sealing.has(kid)).toBe(true);
    expect(before).not.toContain(kid);
  });
});

/** Chains of acts that do not fit: told to people, and nobody acts on that mission's word until one of us has asked them. */

import { afterEach, describe, expect, it } from 'vitest';
import { act as actKind } from '../../../src/domain/circle/kinds/act.ts';
import type { Day, EntryId, MissionCode } from '../../../src/domain/ids.ts';
import { journal } from '../../../src/domain/system/journal.ts';
import type { Book } from '../../../src/store/book.ts';
import { hidingActs } from '../../support/hiding-host.ts';
import { addDefender } from '../../support/log-world.ts';
import { shareLooked } from '../../support/share-looked.ts';
import {
  type AtDesk,
  agreedTo,
  aldermark,
  openSharingWorld,
  type SharingWorld,
  threeMissions,
} from '../../support/sharing-world.ts';
import {
  openTrustWorld,
  readyMission,
  type TrustWorld,
  verifiedInPerson,
} from '../../support/trust-world.ts';

let world: TrustWorld;
const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const brenland = 'brenland' as MissionCode;

describe('Chains of acts', () => {
  /** Brenland said four things, and Aldermark saw them all. */
  async function told() {
    world = await openTrustWorld();
    opened.push(world);
    const { focal: ours } = await readyMission(world, 'aldermark');
    const { focal: theirs } = await readyMission(world, 'brenland');
    await verifiedInPerson(ours, theirs);
    const entry = theirs.ground.newEntryId();
    for (let n = 0; n < 4; n += 1) await theirs.trust.act('deleted', { entry });
    await ours.hear();
    expect(ours.trust.view().alarms).toEqual([]);
    expect(ours.trust.acts().filter(({ act }) => act.from === brenland)).toHaveLength(4);
    return { ours, theirs, entry };
  }

  it.each([
    ['gap', 'one in the middle is hidden', (sequence: number) => sequence === 2],
    ['rollback', 'the latest are hidden', (sequence: number) => sequence >= 3],
  ])('%s: %s', async (what, _case, isHidden) => {
    await told();
    const again = await world.open('ines', (book) =>
      hidingActs(book, (sequence, from) => from === 'brenland' && isHidden(sequence)),
    );
    expect(again.trust.view().alarms).toEqual([{ mission: brenland, what }]);
  });

  it('altered: a word changed by hand counts no more', async () => {
    const { ours } = await told();
    const row = ours.circle.replica.of(actKind.key).find(({ record }) => record.sequence === 3);
    const [header, , signature] = String(row?.record.jws).split('.');
    const other = ours.circle.replica.of(actKind.key).find(({ record }) => record.sequence === 2);
    const payload = String(other?.record.jws).split('.')[1];
    world.host?.byHand.edit(actKind, row?.id ?? '', { fp_jws: [header, payload, signature].join('.') });
    const again = await world.open('ines');
    expect(again.trust.view().alarms.map(({ what }) => what)).toContain('altered');
    expect(again.trust.acts().filter(({ act }) => act.from === brenland)).toHaveLength(3);
  });

  it('two colleagues who say something at the same moment both are heard, one after the other', async () => {
    const { theirs, entry, ours } = await told();
    const colleague = await world.open('anouk');
    await Promise.all([
      theirs.trust.act('deleted', { entry }),
      colleague.trust.act('deleted', { entry }),
      theirs.trust.act('deleted', { entry }),
    ]);
    await ours.hear();
    expect(ours.trust.view().alarms).toEqual([]);
    expect(
      ours.trust
        .acts()
        .filter(({ act }) => act.from === brenland)
        .map(({ act }) => act.seq),
    ).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('An alarm about the owner of an entry', () => {
  let sharing: SharingWorld;
  let own: Book;
  /** Places of Aldermark's acts that Brenland is not shown. */
  const hidden = new Set<number>();

  /** Brenland reads what Aldermark shared with it (its third act, after two verifications), through a host who hides. */
  async function reading(): Promise<Record<'desk' | 'from', AtDesk> & { readonly row: EntryId }> {
    hidden.clear();
    sharing = await openSharingWorld();
    opened.push(sharing);
    const { aldermark: from, heads } = await threeMissions(sharing);
    const about = await addDefender(from.log);
    await from.log.recordConsent(agreedTo(about, 'trial', [brenland]));
    const source = from.log.newEntryId();
    const start = { day: '2026-12-03', time: '10:00', zone: 'Asia/Tbilisi' };
    const values = { about, court: 'Oskel District Court', start, dateSource: 'lawyer' };
    await from.log.save({ kind: 'hearing', entry: source, values });
    const share = from.log.newEntryId();
    const plan = { share, source, to: [brenland], parts: ['start', 'court'], until: '2027-02-01' as Day };
    const outcome = await shareLooked(from.circle.sharing, { ...plan, identity: 'none', categories: [] });
    expect(outcome).toMatchObject({ outcome: 'done' });
    await heads.brenland.hear();
    const desk = await sharing.open('joris', {
      over: {
        circle: (book) => hidingActs(book, (sequence, by) => by === aldermark && hidden.has(sequence)),
        own: (book) => {
          own = book;
          return book;
        },
      },
    });
    const row = from.circle.view().shares.find(({ entry }) => entry === share)?.record.row as EntryId;
    return { desk, from, row };
  }

  const goes = (desk: AtDesk, to: EntryId) =>
    desk.circle.sharing.answer({ entry: desk.log.newEntryId(), to, says: 'yes', state: 'confirmed' });

  /** A tab that is shown less. */
  async function again(places: readonly number[]): Promise<AtDesk> {
    for (const place of places) hidden.add(place);
    return sharing.open('joris', {
      over: {
        circle: (book) => hidingActs(book, (sequence, by) => by === aldermark && hidden.has(sequence)),
      },
    });
  }

  it.each([
    ['gap', [2]],
    ['rollback', [2, 3]],
  ] as const)('H3 · %s: its word does not count, a no and reading still do', async (what, places) => {
    const { desk, row } = await reading();
    expect(desk.entry(row)?.attestedUntil).toBeDefined();
    const later = await again(places);
    expect(later.circle.view().alarms).toEqual([{ mission: aldermark, what }]);
    expect(later.entry(row)).toMatchObject({ inDoubt: true });
    expect(later.entry(row)?.content).toBeDefined();
    expect(later.entry(row)?.attestedUntil).toBeUndefined();
    expect(await goes(later, row)).toEqual({ outcome: 'blocked', why: ['owner-in-doubt'] });
    const no = { entry: later.log.newEntryId(), to: row, says: 'no', state: 'declined' } as const;
    expect(await later.circle.sharing.answer(no)).toMatchObject({ outcome: 'done' });
  });

  it('H3 · once one of us has asked them it counts again, journalled; the next alarm is told again', async () => {
    const { from, row } = await reading();
    const later = await again([2]);
    expect(await goes(later, row)).toMatchObject({ outcome: 'blocked' });
    await later.circle.pins.clearAlarms(aldermark);
    expect(later.circle.view().alarms).toEqual([]);
    expect(later.entry(row)?.attestedUntil).toBeDefined();
    const { entries } = await own.loadAll(journal);
    expect(entries.filter(({ record }) => record.act === 'alarm-cleared')).toHaveLength(1);
    const colleague = await sharing.open('casimir', {
      over: {
        circle: (book) => hidingActs(book, (sequence, by) => by === aldermark && hidden.has(sequence)),
      },
    });
    expect(colleague.circle.view().alarms).toEqual([]);
    expect(await goes(later, row)).toMatchObject({ outcome: 'done' });
    for (let said = 0; said < 2; said += 1) await from.circle.pins.vouch(brenland);
    const other = await again([4]);
    expect(other.circle.view().alarms).toEqual([{ mission: aldermark, what: 'gap' }]);
    expect(await goes(other, row)).toEqual({ outcome: 'blocked', why: ['owner-in-doubt'] });
  });

  it('H3 · what was seen and is gone is settled with them as well, and what they say next is heard', async () => {
    const { row } = await reading();
    const later = await again([3]);
    expect(later.circle.view().alarms).toEqual([{ mission: aldermark, what: 'rollback' }]);
    await later.circle.pins.clearAlarms(aldermark);
    expect(later.circle.view().alarms).toEqual([]);
    expect((await again([])).circle.view().alarms).toEqual([]);
    expect(later.entry(row)?.content).toBeDefined();
  });
});

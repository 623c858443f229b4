/** H2 · A row of the log is believed for the time at which its host took it in, whatever day its signer wrote into it. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { circleEntry } from '../../../src/domain/circle/kinds/circle-entry.ts';
import { clearNone } from '../../../src/domain/consent/clear.ts';
import type { Day, EntryId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/record-kind.ts';
import { mission as missionKind } from '../../../src/domain/system/mission.ts';
import type { Book } from '../../../src/store/book.ts';
import type { MemoryBook } from '../../../src/store/memory.ts';
import { addDefender } from '../../support/log-world.ts';
import { personOf } from '../../support/set-up-mission.ts';
import { shareLooked } from '../../support/share-looked.ts';
import {
  type AtDesk,
  agreedTo,
  brenland,
  corvia,
  openSharingWorld,
  type SharingWorld,
  threeMissions,
} from '../../support/sharing-world.ts';

let world: SharingWorld;
let desks: Awaited<ReturnType<typeof threeMissions>>;
/** The circle's site and Aldermark's, as whoever can write a list by hand has them. */
let site: MemoryBook;
let own: Book;

beforeAll(async () => {
  world = await openSharingWorld();
  desks = await threeMissions(world);
  const circle = (book: Book) => {
    site = book as MemoryBook;
    return book;
  };
  const seen = (book: Book) => {
    own = book;
    return book;
  };
  (await world.open('ines', { locked: true, over: { circle, own: seen } })).close();
});
afterAll(() => world.close());

async function shared(desk: AtDesk): Promise<EntryId> {
  const about = await addDefender(desk.log);
  await desk.log.recordConsent(agreedTo(about, 'trial', [brenland, corvia]));
  const source = desk.log.newEntryId();
  const start = { day: '2026-12-03', time: '10:00', zone: 'Asia/Tbilisi' };
  const values = { about, court: 'Oskel District Court', start, dateSource: 'lawyer' };
  await desk.log.save({ kind: 'hearing', entry: source, values });
  const share = desk.log.newEntryId();
  const plan = {
    share,
    source,
    to: [brenland, corvia],
    parts: ['start', 'court'],
    until: '2027-02-01' as Day,
  };
  const outcome = await shareLooked(desk.circle.sharing, { ...plan, identity: 'none', categories: [] });
  if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
  const row = desk.circle.view().shares.find(({ entry }) => entry === share)?.record.row;
  return row as EntryId;
}

/** They are no longer of the mission, and its head says so of their key. */
async function leaves(who: string): Promise<void> {
  const [held] = (await own.loadAll(missionKind)).entries;
  if (!held) throw new Error('no mission');
  const people = (held.record.people as readonly Person[]).filter(
    ({ objectId }) => objectId !== personOf(who).objectId,
  );
  const record = { ...held.record, people };
  await own.amend(clearNone({ kind: missionKind, entry: held.entry, record, by: personOf('greta') }), {
    id: held.id,
    version: held.version,
  });
  const head = await world.open('greta');
  await head.circle.keys.signCards();
}

async function writtenAnew(row: EntryId): Promise<void> {
  const found = await site.find(circleEntry, row);
  if (!found) throw new Error('no such row');
  site.byHand.edit(circleEntry, found.entry.id, { fp_state: 'observer' });
}

it('H2 · what a key that has ended could have written since is not shown; what was verified before still is', async () => {
  const row = await shared(desks.aldermark);
  const same = await shared(desks.aldermark);
  await desks.brenland.hear();
  expect(desks.brenland.entry(row)?.content).toBeDefined();
  await leaves('ines');
  world.time.now += 3 * 86_400_000;
  await writtenAnew(row);
  for (const desk of [desks.brenland, desks.corvia]) await desk.hear();
  expect(desks.corvia.entry(row)).toMatchObject({ withheld: 'altered' });
  expect(desks.corvia.entry(row)?.content).toBeUndefined();
  expect(desks.corvia.entry(same)?.content).toBeDefined();
  expect(desks.brenland.entry(row)?.content).toBeDefined();
  // With a new tab as well: their own book holds what was verified.
  const again = await world.open('joris');
  expect(again.entry(row)?.content).toBeDefined();
});

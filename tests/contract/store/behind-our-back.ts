/** What a book does once somebody changed its lists by hand, or wrote to them with another app. */

import { expect, it } from 'vitest';
import type { Day } from '../../../src/domain/ids.ts';
import type { AnyKind, AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { cleared, handsIn, type Place, storeErrorOf } from './place.ts';
import { visitOn } from './visit-kind.ts';

const since = '2026-11-01' as Day;

/** A place that was set up for `testKinds`. */
interface SetUp {
  readonly place: Place;
  readonly testKinds: readonly AnyKind[];
  add(record: AnyRecord): Promise<Entry>;
}

export function behindOurBack(at: () => SetUp): void {
  it('reads everything again when the place to listen from is too old', async () => {
    const { place, testKinds, add } = at();
    const { book, visit } = place;
    const byHand = handsIn(place);
    const { pulse } = await book.open(testKinds, visit, since);
    const first = await add(visitOn('2026-11-02'));
    await byHand.forgetTokens(visit);
    const second = await add(visitOn('2026-11-03'));
    const changes = await book.changes(visit, pulse);
    expect(changes.resynced).toBe(true);
    expect(new Set(changes.entries.map((one) => one.entry))).toEqual(new Set([first.entry, second.entry]));
    const third = await add(visitOn('2026-11-04'));
    expect((await book.changes(visit, changes.next)).entries).toContainEqual(third);
  });

  it('sets apart a row edited by hand, naming its column, and still reads the others', async () => {
    const { place, add } = at();
    const { book, visit } = place;
    const byHand = handsIn(place);
    const good = await add(visitOn('2026-11-02'));
    const noDay = await add(visitOn('2026-11-03'));
    const wrongDay = await add(visitOn('2026-11-04'));
    await byHand.edit(visit, noDay.id, { fp_on: null });
    await byHand.edit(visit, wrongDay.id, { fp_on: 'next Tuesday' });
    const foreign = await byHand.add(visit, { Title: 'typed into the list' });
    const page = await book.loadAll(visit);
    expect(page.entries).toEqual([good]);
    expect(page.malformed.map((one) => [one.id, one.column, one.code]).sort()).toEqual(
      [
        [noDay.id, 'fp_on', 'required'],
        [wrongDay.id, 'fp_on', 'not-a-day'],
        [foreign, 'fp_schema', 'required'],
      ].sort(),
    );
    const error = await storeErrorOf(book.get(visit, wrongDay.id));
    expect([error.code, error.where]).toEqual(['unexpected-shape', `${visit.list} / fp_on`]);
  });

  it('says which column is missing and refuses to write half an entry', async () => {
    const { place, testKinds, add } = at();
    const { book, visit, beat } = place;
    const byHand = handsIn(place);
    const there = await add(visitOn('2026-11-02', { minutes: 5 }));
    await byHand.dropColumn(visit, 'fp_minutes');
    const opening = await book.open(testKinds, beat, since);
    const health = opening.health.find((one) => one.kind === visit.key);
    expect(health?.missingColumns).toEqual(['fp_minutes']);
    expect(health?.writable).toBe(false);
    expect(opening.pages.get(visit.key)?.entries.map((one) => one.entry)).toEqual([there.entry]);
    const error = await storeErrorOf(add(visitOn('2026-11-03')));
    expect([error.code, error.where]).toEqual(['not-provisioned', `${visit.list} / fp_minutes`]);
    await place.owner.provision(testKinds);
    expect((await add(visitOn('2026-11-03', { minutes: 9 }))).record.minutes).toBe(9);
  });

  it('brings an entry of an older schema up to date on reading and on the next save', async () => {
    const { place, add } = at();
    const { book, visit } = place;
    const byHand = handsIn(place);
    const there = await add(visitOn('2026-11-02'));
    await byHand.edit(visit, there.id, { fp_schema: 1, fp_step: null });
    const read = await book.get(visit, there.id);
    expect([read?.entry.schema, read?.entry.record.step]).toEqual([1, 'done']);
    if (!read) throw new Error('not read');
    const saved = await book.amend(cleared(visit, read.entry.record, place.person, there.entry), read.entry);
    expect(saved.entry.schema).toBe(2);
  });

  it('shows what a newer app wrote, marked as newer', async () => {
    const { place, add } = at();
    const { book, visit } = place;
    const byHand = handsIn(place);
    const there = await add(visitOn('2026-11-02'));
    await byHand.edit(visit, there.id, { fp_schema: 3, fp_step: 'reported' });
    const read = await book.get(visit, there.id);
    expect(read?.entry.newer).toBe(true);
    expect(read?.entry.record).toEqual({ place: 'Oskel Colony', on: '2026-11-02' });
  });
}

/** What every book keeps, wherever its rows lie; one suite for all of them. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Day, EntryId } from '../../../src/domain/ids.ts';
import type { AnyKind, AnyRecord } from '../../../src/domain/record-kind.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { systemKinds } from '../../../src/domain/system-kinds.ts';
import type { Book, ChangeToken } from '../../../src/store/book.ts';
import { exampleOf } from '../../support/examples.ts';
import { behindOurBack } from './behind-our-back.ts';
import { cleared, everyPage, type Place, storeErrorOf } from './place.ts';
import { nextEntryId, visitExample, visitOn } from './visit-kind.ts';

const since = '2026-11-01' as Day;

/**
 * Registers the suite. `byHand` (usual): places can be touched behind the app's back, so what happens then is tested
 * too. `everyKind` (usual): every kind of the product is stored once, which takes a while.
 */
export function bookContract(
  name: string,
  openPlace: () => Promise<Place>,
  options: { readonly byHand?: boolean; readonly everyKind?: boolean } = {},
): void {
  describe(name, () => {
    let place: Place;
    let book: Book;
    let visit: AnyKind;
    let beat: AnyKind;
    let testKinds: readonly AnyKind[];
    beforeEach(async () => {
      place = await openPlace();
      ({ book, visit, beat } = place);
      testKinds = [visit, beat];
      await place.owner.provision(testKinds);
    });
    afterEach(() => place.close());

    const add = (record: AnyRecord, entry?: EntryId) =>
      book.add(cleared(visit, record, place.person, entry)).then((fresh) => fresh.entry);

    it('gives back what was added, with its author, its time and what cleared it', async () => {
      const stored = await book.add(cleared(visit, visitExample, place.person));
      const { entry } = stored;
      expect(entry.record).toEqual(visitExample);
      expect(entry.by).toEqual(place.person);
      expect(entry.under).toEqual(['none']);
      expect(entry.schema).toBe(2);
      expect(entry.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(await book.get(visit, entry.id)).toEqual({ entry });
      expect(await book.find(visit, entry.entry)).toEqual({ entry });
    });

    const forEveryKind = options.everyKind === false ? () => {} : it;
    forEveryKind('holds every kind of record there is, as its example shows', async () => {
      const kinds = [...recordKinds, ...systemKinds].map(place.renamed ?? ((kind) => kind));
      await place.owner.provision(kinds);
      for (const kind of kinds) {
        const { entry } = await book.add(cleared(kind, exampleOf(kind), place.person));
        expect(entry.record, kind.key).toEqual(exampleOf(kind));
        expect(await book.find(kind, entry.entry)).toEqual({ entry });
        const fresh = await book.amend(cleared(kind, exampleOf(kind), place.person, entry.entry), entry);
        expect(fresh.entry.record, kind.key).toEqual(exampleOf(kind));
      }
    });

    it('answers undefined for what is not there', async () => {
      expect(await book.get(visit, '4711')).toBeUndefined();
      expect(await book.find(visit, nextEntryId())).toBeUndefined();
    });

    it('stores nothing that the gate has not cleared', async () => {
      const looksCleared = { ...cleared(visit, visitOn('2026-11-02'), place.person) };
      await expect(book.add(looksCleared)).rejects.toThrow(TypeError);
      const there = await add(visitOn('2026-11-02'));
      await expect(book.amend(looksCleared, there)).rejects.toThrow(TypeError);
      expect((await book.loadAll(visit)).entries).toEqual([there]);
    });

    it('keeps one entry when the same save is repeated', async () => {
      const again = cleared(visit, visitOn('2026-11-02'), place.person);
      const first = await book.add(again);
      const second = await book.add(again);
      expect(second).toEqual(first);
      expect((await book.loadAll(visit)).entries).toHaveLength(1);
    });

    it('says what is there when an id already holds something else', async () => {
      const there = await add(visitOn('2026-11-02'));
      const error = await storeErrorOf(add(visitOn('2026-11-03'), there.entry));
      expect(error.code).toBe('duplicate');
      expect(error.fresh).toEqual(there);
    });

    it('J3: nobody overwrites a colleague unseen: the second writer is told what is there now', async () => {
      const there = await add(visitOn('2026-11-02', { report: 'first' }));
      const theirs = await place.colleague.amend(
        cleared(visit, { ...there.record, report: 'theirs' }, place.colleaguePerson, there.entry),
        there,
      );
      expect(theirs.entry.version).not.toBe(there.version);
      const error = await storeErrorOf(
        book.amend(cleared(visit, { ...there.record, report: 'mine' }, place.person, there.entry), there),
      );
      expect(error.code).toBe('changed-meanwhile');
      expect(error.fresh).toEqual(theirs.entry);
      expect((await book.get(visit, there.id))?.entry.record).toEqual({ ...there.record, report: 'theirs' });
      const merged = await book.amend(
        cleared(visit, { ...there.record, report: 'both' }, place.person, there.entry),
        theirs.entry,
      );
      expect(merged.entry.record).toEqual({ ...there.record, report: 'both' });
      expect(merged.entry.by).toEqual(place.person);
    });

    it('J3: of ten people who change the same version at once, exactly one succeeds', async () => {
      const there = await add(visitOn('2026-11-02'));
      const tries = await Promise.allSettled(
        Array.from({ length: 10 }, (_, index) =>
          book.amend(cleared(visit, { ...there.record, minutes: index }, place.person, there.entry), there),
        ),
      );
      const won = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(won).toHaveLength(1);
      expect(await book.get(visit, there.id)).toEqual(won[0]);
    });

    it('clears a field that an edit emptied', async () => {
      const there = await add(visitExample);
      const bare = { step: 'done', place: 'Tarvin', on: '2026-11-09' };
      const fresh = await book.amend(cleared(visit, bare, place.person, there.entry), there);
      expect(fresh.entry.record).toEqual(bare);
    });

    it('keeps the versions of an entry, newest first, with who wrote them', async () => {
      const there = await add(visitOn('2026-11-02'));
      await place.colleague.amend(
        cleared(visit, { ...there.record, minutes: 5 }, place.colleaguePerson, there.entry),
        there,
      );
      const versions = await book.versions(visit, there.id);
      expect(versions.map((one) => one.by?.objectId)).toEqual([
        place.colleaguePerson.objectId,
        place.person.objectId,
      ]);
    });

    it('loads by the last day that matters, open ones always with the newest', async () => {
      const open = await add(visitOn('2026-05-01', { step: 'planned' }));
      const late = await add(visitOn('2026-11-15'));
      const old = await add(visitOn('2026-06-15'));
      const older = await add(visitOn('2026-01-15'));
      const ids = async (window: { before?: Day; since?: Day }) =>
        (await everyPage(book, visit, window)).entries.map((one) => one.entry).sort();
      expect(await ids({ since })).toEqual([open.entry, late.entry].sort());
      expect(await ids({ before: since })).toEqual([old.entry, older.entry].sort());
      expect(await ids({ before: since, since: '2026-06-01' as Day })).toEqual([old.entry]);
      expect(await ids({})).toEqual([open.entry, late.entry, old.entry, older.entry].sort());
    });

    it('opens with everything alive, the state of the lists and a place to listen from', async () => {
      const open = await add(visitOn('2026-05-01', { step: 'planned' }));
      await add(visitOn('2026-05-02'));
      const opening = await book.open(testKinds, beat, since);
      const pages = await everyPage(book, visit, { since }, opening.pages.get(visit.key));
      expect(pages.entries).toEqual([open]);
      expect(opening.pages.get(beat.key)?.entries).toEqual([]);
      expect(opening.health.map((one) => [one.kind, one.list, one.missingColumns, one.writable])).toEqual([
        ['test-visit', 'present', [], true],
        ['test-beat', 'present', [], true],
      ]);
      const later = await book.add(cleared(beat, { word: 'moved' }, place.person));
      const changes = await book.changes(beat, opening.pulse);
      expect(changes.entries).toEqual([later.entry]);
    });

    it('tells each change once, as it is now, and then nothing more', async () => {
      const { pulse } = await book.open(testKinds, visit, since);
      const there = await add(visitOn('2026-11-02'));
      const changed = await book.amend(
        cleared(visit, { ...there.record, minutes: 7 }, place.person, there.entry),
        there,
      );
      const second = await add(visitOn('2026-11-03'));
      const changes = await book.changes(visit, pulse);
      expect([...changes.entries].sort((a, b) => Number(a.id) - Number(b.id))).toEqual([
        changed.entry,
        second,
      ]);
      const quiet = await book.changes(visit, changes.next);
      expect(quiet.resynced ? [] : quiet.entries).toEqual([]);
    });

    if (options.byHand !== false) behindOurBack(() => ({ place, testKinds, add }));

    it('stores every kind of text as text', async () => {
      const hostile = [
        "O'Brien & Söhne #1 100% %27 <script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        'Привет მერენი مرحبا 你好 👩🏽‍⚖️',
        '{"__proto__":{"a":1},"constructor":1}',
      ];
      for (const text of hostile) {
        const entry = await add(visitOn('2026-11-02', { place: text, report: `${text}\n${text}` }));
        const read = await book.find(visit, entry.entry);
        expect(read?.entry.record).toEqual(
          visitOn('2026-11-02', { place: text, report: `${text}\n${text}` }),
        );
      }
    });

    it.each([
      ['a line of 255 characters', 'place', 255],
      ['a note of 63,999 characters', 'report', 63_999],
    ])('stores %s and refuses one more, naming the column', async (_, key, most) => {
      const entry = await add(visitOn('2026-11-02', { [key]: 'x'.repeat(most) }));
      expect(String((await book.get(visit, entry.id))?.entry.record[key])).toHaveLength(most);
      const error = await storeErrorOf(add(visitOn('2026-11-02', { [key]: 'x'.repeat(most + 1) })));
      expect([error.code, error.where]).toEqual(['too-large', `${visit.list} / fp_${key}`]);
    });

    it('refuses to amend what does not exist', async () => {
      const there = await add(visitOn('2026-11-02'));
      const error = await storeErrorOf(
        book.amend(cleared(visit, there.record, place.person, there.entry), {
          id: '4711',
          version: there.version,
        }),
      );
      expect(error.code).toBe('not-found');
    });

    it('recovers from a place to listen from that was never handed out', async () => {
      const there = await add(visitOn('2026-11-02'));
      const changes = await book.changes(visit, 'no such token' as ChangeToken);
      expect(changes.resynced).toBe(true);
      expect(changes.entries).toEqual([there]);
    });
  });
}

/** Before an owner has set a place up. */
export function emptyPlaceContract(name: string, openPlace: () => Promise<Place>): void {
  describe(`${name}, not set up yet`, () => {
    let place: Place;
    beforeEach(async () => {
      place = await openPlace();
    });
    afterEach(() => place.close());

    it('says so list by list, and an owner sets it up twice without harm', async () => {
      const { book, visit, beat } = place;
      const testKinds = [visit, beat];
      const opening = await book.open(testKinds, beat, since);
      expect(opening.health.map((one) => one.list)).toEqual(['missing', 'missing']);
      expect([...opening.pages.keys()]).toEqual([]);
      const error = await storeErrorOf(book.add(cleared(visit, visitOn('2026-11-02'), place.person)));
      expect([error.code, error.where]).toEqual(['not-provisioned', visit.list]);
      const seen: number[] = [];
      const health = await place.owner.provision(testKinds, (done) => seen.push(done));
      expect(health.every((one) => one.writable)).toBe(true);
      expect(seen.at(-1)).toBe(testKinds.length);
      const there = await book.add(cleared(visit, visitOn('2026-11-02'), place.person));
      expect(await place.owner.provision(testKinds)).toEqual(health);
      expect((await book.loadAll(visit)).entries).toEqual([there.entry]);
    });
  });
}

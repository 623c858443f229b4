/** H2 · What our own book holds about a sender, how the next one stands beside it, and what of it stays. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTE_MAX } from '../../../src/domain/fields/define-field.ts';
import type { EntryId } from '../../../src/domain/ids.ts';
import { besideSeen, boundedSeen, type SeenRevision, tellsMore } from '../../../src/sealing/seen.ts';
import { often } from '../../support/often.ts';
import { newEntry } from '../../support/sealing/test-circle.ts';

const entry = newEntry();
const at = (rev: number, seq: number) => ({ entry, rev, seq });
const digestOf = (nth: number, rev: number) => `${nth}-${rev}-`.padEnd(43, 'x');

it.each<[string, ReturnType<typeof at>, string, string]>([
  ['a later revision', at(3, 6), 'new', 'new'],
  ['a later revision with an old number', at(3, 4), 'new', 'late'],
  ['the same once more', at(2, 5), 'known', 'known'],
  ['another text for the same', at(2, 5), 'two', 'two-texts'],
  ['an older one', at(1, 9), 'known', 'old-revision'],
])('H2 · %s', (_, revision, digest, verdict) => {
  const entries = new Map<EntryId, SeenRevision>([[entry, [2, 5, 'known']]]);
  expect(besideSeen({ highest: 5, entries }, revision, digest)).toBe(verdict);
});

it.each<[string, ReturnType<typeof at>, string]>([
  ['the same, to be verified again', at(2, 5), 'late'],
  ['an older one', at(1, 3), 'old-revision'],
  ['a later one', at(3, 9), 'new'],
])('H2 · where the digest is not kept any more: %s', (_, revision, verdict) => {
  const entries = new Map<EntryId, SeenRevision>([[entry, [2, 5]]]);
  expect(besideSeen({ highest: 5, entries }, revision, 'any')).toBe(verdict);
});

it.each<[string, SeenRevision | undefined, SeenRevision, boolean]>([
  ['an entry not held', undefined, [1, 1, 'a'], true],
  ['a higher revision', [1, 1, 'a'], [2, 2, 'b'], true],
  ['a lower one', [2, 2, 'b'], [1, 1, 'a'], false],
  ['the digest of one held without', [2, 2], [2, 2, 'b'], true],
  ['the same', [2, 2, 'b'], [2, 2, 'b'], false],
  ['another digest of the same', [2, 2, 'b'], [2, 2, 'c'], false],
])('H2 · %s: whether it tells more', (_, held, revision, more) => {
  expect(tellsMore(held, revision)).toBe(more);
});

describe('H2 · what stays of it', () => {
  /** Numbers of revisions, entry by entry in the order in which they were first sealed. */
  const seenOf = (revisions: readonly number[]) => {
    const ids = revisions.map(newEntry);
    const last = revisions.map((rev, nth): [EntryId, SeenRevision] => [
      ids[nth] as EntryId,
      [rev, nth + 1, digestOf(nth, rev)],
    ]);
    return { ids, seen: { highest: revisions.length, entries: new Map(last) } };
  };

  it('fits into a note, however many there are', () => {
    const { seen } = seenOf(Array.from({ length: 5_000 }, (_, nth) => 1 + (nth % 99)));
    const kept = boundedSeen({ ...seen, highest: 999_999 });
    const text = JSON.stringify(Object.fromEntries(kept.entries));
    expect(kept.entries.size).toBe(1_000);
    expect(text.length).toBeLessThan(NOTE_MAX);
    expect(kept.highest).toBe(999_999);
  });

  it('keeps the digests of the latest, in whatever order they were noted', () => {
    const { ids, seen } = seenOf(Array.from({ length: 700 }, () => 1));
    const kept = boundedSeen({ ...seen, entries: new Map([...seen.entries].reverse()) });
    expect(new Set(kept.entries.keys())).toEqual(new Set(ids.slice(-400)));
  });

  it('never lets an older revision pass, of any of 600 changed entries among thousands', () => {
    const history = fc.array(fc.constantFrom(1, 1, 1, 1, 1, 1, 2, 3), { minLength: 500, maxLength: 2_000 });
    fc.assert(
      fc.property(history, fc.nat(), (revisions, nth) => {
        const { ids, seen } = seenOf(revisions);
        const kept = boundedSeen(boundedSeen(seen));
        const place = nth % revisions.length;
        const rev = revisions[place] as number;
        const id = ids[place] as EntryId;
        const verdict = (brought: number) =>
          besideSeen(kept, { entry: id, rev: brought, seq: 1 }, digestOf(place, brought));
        for (let older = 1; older < rev; older += 1) expect(verdict(older)).toBe('old-revision');
        expect(['known', 'late']).toContain(verdict(rev));
      }),
      often(100),
    );
  });
});

/** The timeline of a defender, sorted into months, kinds and years. */

import { describe, expect, it } from 'vitest';
import { kindsIn, monthsOf, placeOfYear, yearsIn } from '../../../src/app/pages/defenders/timeline-months.ts';
import type { Day, EntryId, Instant } from '../../../src/domain/ids.ts';
import type { Entry } from '../../../src/domain/record-kind.ts';

function dated(id: string, day: string, kind = 'contact') {
  const at = `${day}T09:00:00Z` as Instant;
  const entry: Entry = {
    kind,
    id,
    entry: id as EntryId,
    version: '1',
    at,
    createdAt: at,
    schema: 1,
    by: { objectId: 'o', tenantId: 't', name: 'Ines Calder' },
    under: ['none'],
    record: {},
  };
  return { entry, day: day as Day };
}
const all = [
  dated('e', '2026-11-20'),
  dated('d', '2026-11-02', 'hearing'),
  dated('c', '2026-01-31'),
  dated('b', '2024-12-31'),
  dated('a', '2024-01-01', 'hearing'),
];

describe('M2: a timeline', () => {
  it('stands month by month in its order, and loses nothing', () => {
    expect(monthsOf(all).map(({ month, entries }) => [month, entries.map(({ id }) => id).join('')])).toEqual([
      ['2026-11', 'ed'],
      ['2026-01', 'c'],
      ['2024-12', 'b'],
      ['2024-01', 'a'],
    ]);
  });

  it('counts its kinds', () => {
    expect([...kindsIn(all.map(({ entry }) => entry))]).toEqual([
      ['contact', 3],
      ['hearing', 2],
    ]);
  });

  it('names its years once, without those in which nothing happened', () => {
    expect(yearsIn(all)).toEqual(['2026', '2024']);
  });

  it.each([
    ['2026', 0],
    ['2024', 3],
    ['1999', 0],
  ])('begins %s at place %i', (year, place) => {
    expect(placeOfYear(all, year)).toBe(place);
  });
});

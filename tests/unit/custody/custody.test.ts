/** Where people are held: places and changes of status make one history, and silence about somebody shows. */

import { describe, expect, it } from 'vitest';
import { custodiesIn } from '../../../src/domain/custody.ts';
import { detainedIn } from '../../../src/domain/detained.ts';
import type { Day, EntryId } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { entry, journalist, now, officer, oskel } from '../consent/consent-cases.ts';

const today = '2026-11-20' as Day;
let count = 0;

function stored(kind: string, record: AnyRecord): Entry {
  count += 1;
  return {
    kind,
    id: `${count}`,
    entry: `01HZX3K8Q2W7V5R4T9N6M1D0${String(count % 100).padStart(2, '0')}` as EntryId,
    version: '1',
    at: now,
    createdAt: now,
    schema: 1,
    by: officer,
    under: ['none'],
    record: { about: oskel, ...record },
  };
}
function book(...entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const byKind = new Map<string, Entry[]>();
  for (const each of entries) byKind.set(each.kind, [...(byKind.get(each.kind) ?? []), each]);
  return byKind;
}
const status = (day: string, state: string, more: AnyRecord = {}) =>
  stored('status-change', { day, status: state, source: 'family', ...more });
const place = (from: string, to: string | undefined, facility: string) =>
  stored('detention', { from, facility, ...(to ? { to } : {}) });
const custody = (...entries: readonly Entry[]) => custodiesIn(book(...entries)).get(oskel);
const arrest = status('2026-03-01', 'detained-without-charge', { facility: 'Police station, Oskel' });

describe('the places of a person', () => {
  it('E8: stand newest first, each until the next', () => {
    const found = custody(
      arrest,
      status('2026-03-03', 'pre-trial-detention'),
      place('2026-03-03', '2026-08-01', 'Meren Remand Centre No. 2'),
      place('2026-08-01', undefined, 'Oskel Colony'),
    );
    expect(found?.stays.map(({ from, to, facility }) => [from, to, facility])).toEqual([
      ['2026-08-01', undefined, 'Oskel Colony'],
      ['2026-03-03', '2026-08-01', 'Meren Remand Centre No. 2'],
    ]);
    expect(found).toMatchObject({ held: true, since: '2026-03-01', puzzle: undefined });
  });

  it('E8: a place named by a change of status alone ends with the next change', () => {
    const found = custody(arrest, status('2026-03-04', 'released'));
    expect(found?.stays).toMatchObject([
      { from: '2026-03-01', to: '2026-03-04', facility: 'Police station, Oskel' },
    ]);
    expect(found).toMatchObject({ held: false, since: undefined, puzzle: undefined });
  });

  it('E8: a place told twice is shown once', () => {
    const found = custody(arrest, place('2026-03-01', undefined, 'Police station, Oskel'));
    expect(found?.stays.map(({ kind }) => kind)).toEqual(['detention']);
  });

  it.each([
    ['free-but-here', [status('2026-03-09', 'released'), place('2026-03-01', undefined, 'Oskel Colony')]],
    ['held-nowhere', [status('2026-03-01', 'serving')]],
    ['two-places', [place('2026-03-01', undefined, 'Oskel Colony'), place('2026-04-01', undefined, 'Meren')]],
    [undefined, [place('2026-03-01', '2026-04-01', 'Oskel Colony'), place('2026-04-01', undefined, 'Meren')]],
  ])('E8: what does not fit is named: %s', (puzzle, entries) => {
    expect(custody(...entries)?.puzzle).toBe(puzzle);
  });

  it('E7: the time in detention counts from the arrest, not from the judgment, and anew after a release', () => {
    const judged = status('2026-09-01', 'serving');
    expect(custody(arrest, judged)?.since).toBe('2026-03-01');
    expect(custody(arrest, status('2026-04-01', 'released'), judged)?.since).toBe('2026-09-01');
  });
});

describe('people in detention', () => {
  const spoke = (day: string, more: AnyRecord = {}) => stored('contact', { day, gist: 'News', ...more });

  it('E7: are listed with since when, where, and the day of the last news; those longest silent first', () => {
    const list = detainedIn(
      book(
        arrest,
        spoke('2026-10-01'),
        spoke('2026-11-10', { about: undefined, named: [oskel] }),
        stored('status-change', {
          about: journalist,
          day: '2026-05-01',
          status: 'serving',
          source: 'lawyer',
        }),
      ),
      today,
    );
    expect(list).toMatchObject([
      { code: journalist, since: '2026-05-01', lastNewsOn: '2026-05-01', overdue: true },
      { code: oskel, since: '2026-03-01', lastNewsOn: '2026-11-10', overdue: false },
    ]);
  });

  it.each([
    ['2026-08-22', false],
    ['2026-08-21', true],
  ])('E7: last heard of on %s, overdue after ninety days: %s', (day, overdue) => {
    expect(detainedIn(book(arrest, spoke(day)), today)[0]?.overdue).toBe(overdue);
  });

  it('E7: who is free is not in the list, nor is what lies ahead news', () => {
    expect(detainedIn(book(arrest, status('2026-03-04', 'released')), today)).toEqual([]);
    expect(detainedIn(book(arrest, spoke('2026-12-01')), today)[0]?.lastNewsOn).toBe('2026-03-01');
  });

  it('E7: somebody seen in court is news, a hearing without them is not', () => {
    const sat = (present: readonly string[]) =>
      stored('trial-observation', {
        day: '2026-11-01',
        hearing: entry,
        step: 'done',
        basis: 'for-defender',
        access: 'admitted',
        present,
      });
    expect(detainedIn(book(arrest, sat(['accused'])), today)[0]?.lastNewsOn).toBe('2026-11-01');
    expect(detainedIn(book(arrest, sat(['counsel'])), today)[0]?.lastNewsOn).toBe('2026-03-01');
  });
});

/** A day that lay ahead when it was stored stops no change of anything else; what is held is held on the clock of its court. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../../../src/domain/ids.ts';
import type { Around } from '../../../src/domain/kind-hooks.ts';
import { type AnyRecord, checkRecord } from '../../../src/domain/record-kind.ts';
import { caseKind } from '../../../src/domain/records/case.ts';
import { contact } from '../../../src/domain/records/contact.ts';
import { hearing } from '../../../src/domain/records/hearing.ts';
import { incident } from '../../../src/domain/records/incident.ts';
import { trialObservation } from '../../../src/domain/records/trial-observation.ts';
import { prisonVisit } from '../../../src/domain/records/visit/prison-visit.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import { dayIn } from '../../../src/domain/zoned.ts';
import { exampleOf } from '../../support/examples.ts';

const today = '2026-11-20' as Day;

/** Rules that refuse a change of a stored record, and those that are told beside their field. */
function changed(key: string, stored: AnyRecord, change: AnyRecord, around: Around) {
  const kind = kindOf(key);
  const before = { ...exampleOf(kind), ...stored };
  const checked = checkRecord(kind, { ...before, ...change }, today, { ...around, before });
  const named = (problems: object | undefined): AnyRecord =>
    Object.fromEntries(
      Object.entries(problems ?? {}).map(([field, [first]]) => [field, first?.values?.rule ?? first?.code]),
    );
  return checked.ok
    ? { refused: {}, told: named(checked.stood) }
    : { refused: named(checked.problems), told: {} };
}

const ahead = { day: '2026-11-25' };
const happened = { day: 'already-happened' };
const seenAhead = { ...ahead, nextHearing: undefined };
// Before the visit itself there is no report of it.
const answeredAhead = { step: 'asked', answeredOn: '2026-11-25', reportTo: undefined };
const heldAhead = { outcome: 'held', start: { day: '2026-11-25', time: '10:00', zone: 'UTC' } };

describe.each<[string, Around]>([
  ['alone', {}],
  [
    'among its book and the clocks of places',
    {
      find: () => ({ ...exampleOf(hearing), proceeding: undefined }),
      todayIn: (zone) => dayIn(`${today}T12:00:00Z` as Instant, zone),
    },
  ],
])('C1, F2: a day that lay ahead when it was stored, %s', (_where, around) => {
  it.each<[string, string, AnyRecord, AnyRecord, ReturnType<typeof changed>]>([
    [
      'is told when something else changes',
      'contact',
      ahead,
      { gist: 'More' },
      { refused: {}, told: happened },
    ],
    [
      'is refused once another is set that lies ahead',
      'contact',
      ahead,
      { day: '2026-11-26' },
      { refused: happened, told: {} },
    ],
    ['is well once it was corrected', 'contact', ahead, { day: '2026-11-19' }, { refused: {}, told: {} }],
    [
      'hides no other mistake',
      'contact',
      ahead,
      { asked: ['visa'], told: undefined },
      { refused: { told: 'asked-needs-told' }, told: {} },
    ],
    [
      'was none while it was planned',
      'trial-observation',
      { ...ahead, step: 'planned' },
      { step: 'done', nextHearing: undefined },
      { refused: happened, told: {} },
    ],
    [
      'is told of a hearing too',
      'hearing',
      heldAhead,
      { room: '7' },
      { refused: {}, told: { outcome: 'held-lies-ahead' } },
    ],
    [
      'is told of a report too',
      'trial-observation',
      seenAhead,
      { note: 'More' },
      { refused: {}, told: happened },
    ],
    [
      'is refused once it speaks of others',
      'trial-observation',
      seenAhead,
      { named: [] },
      { refused: happened, told: {} },
    ],
    [
      'is told of the answer to a request too',
      'prison-visit',
      { ...answeredAhead, step: 'answered' },
      { note: 'More' },
      { refused: {}, told: { answeredOn: 'already-happened' } },
    ],
    [
      'takes no step with it',
      'prison-visit',
      answeredAhead,
      { step: 'answered' },
      { refused: { answeredOn: 'already-happened' }, told: {} },
    ],
    [
      'is told of a hearing whose observers change, none of whom has a day',
      'hearing',
      heldAhead,
      { observers: [] },
      { refused: {}, told: { outcome: 'held-lies-ahead' } },
    ],
    [
      'is refused of a hearing that is moved further',
      'hearing',
      heldAhead,
      { start: { ...heldAhead.start, day: '2026-11-26' } },
      { refused: { outcome: 'held-lies-ahead' }, told: {} },
    ],
  ])('%s', (_, key, stored, change, expected) => {
    expect(changed(key, stored, change, around)).toEqual(expected);
  });

  it('is refused in a new entry', () => {
    expect(checkRecord(contact, { ...exampleOf(contact), ...ahead }, today).ok).toBe(false);
  });

  it('does not stand before another mistake of the same field', () => {
    const visit = exampleOf(prisonVisit);
    const before = { ...visit, step: 'done', visitOn: '2026-11-25', askedOn: '2026-11-24' };
    const kind = { ...prisonVisit, rules: (record: AnyRecord, day: Day) => rulesOf(record, day) };
    const rulesOf = (record: AnyRecord, day: Day) => {
      const rule =
        String(record.visitOn) > day ? 'already-happened' : record.note === 'Wrong' ? 'other' : undefined;
      return rule ? { visitOn: [{ code: 'rule', values: { rule } }] } : {};
    };
    const check = (note: string) =>
      checkRecord(kind as typeof prisonVisit, { ...before, note }, today, { before });
    expect(check('Right').ok).toBe(true);
    expect(check('Wrong')).toMatchObject({ problems: { visitOn: [{ values: { rule: 'other' } }] } });
  });
});

interface Told {
  readonly id: string;
  readonly who: string;
  readonly on: string;
}

/** An incident of which these had been told, and now those: the rows refused, or else told beside their field. */
function informed(then: readonly Told[], now: readonly Told[], more: AnyRecord = {}) {
  const before = { ...exampleOf(incident), informed: then };
  const checked = checkRecord(incident, { ...before, informed: now, ...more }, today, { before });
  const problems = checked.ok ? checked.stood : checked.problems;
  const rows = (problems?.informed ?? []).map(({ row, part }) => `${row} ${part}`);
  return checked.ok ? { refused: [], told: rows } : { refused: rows, told: [] };
}

describe('C1, F2: rows with days, each by itself', () => {
  const row = (id: string, day: number, who = 'own-ministry') => ({ id, who, on: `2026-11-${day}` });
  const [past, ahead, other] = [row('p', 18), row('a', 25), row('b', 26)];

  it.each<[string, readonly Told[], readonly Told[], ReturnType<typeof informed>]>([
    ['one that stood ahead is told', [ahead], [ahead], { refused: [], told: ['a on'] }],
    ['beside a new one that has come', [ahead], [ahead, past], { refused: [], told: ['a on'] }],
    ['beside one that goes', [ahead, past], [ahead], { refused: [], told: ['a on'] }],
    ['wherever it stands by now', [ahead, past], [past, ahead], { refused: [], told: ['a on'] }],
    ['a new one ahead is refused', [past], [past, ahead], { refused: ['a on'], told: [] }],
    ['and only the new one', [ahead], [ahead, other], { refused: ['b on'], told: [] }],
    ['moved further it is refused', [ahead], [{ ...ahead, on: other.on }], { refused: ['a on'], told: [] }],
    ['moved nearer, and still ahead', [other], [{ ...other, on: ahead.on }], { refused: ['b on'], told: [] }],
    [
      'with another word beside its day, it is refused until its day is right',
      [ahead],
      [{ ...ahead, who: 'it-security' }],
      { refused: ['a on'], told: [] },
    ],
    ['corrected it is well', [ahead, other], [past, { ...ahead, on: past.on }], { refused: [], told: [] }],
    ['removed it is well', [ahead], [], { refused: [], told: [] }],
    [
      'put in its place under another id it is new',
      [ahead],
      [{ ...ahead, id: 'n' }],
      { refused: ['n on'], told: [] },
    ],
  ])('%s', (_, then, now, expected) => {
    expect(informed(then, now)).toEqual(expected);
  });

  it('hides no other mistake of its list', () => {
    const told = [{ ...ahead, code: '9BGPNH00W', channel: 'in-person', who: undefined }];
    const before = { ...exampleOf(incident), told };
    const checked = checkRecord(incident, { ...before, note: 'More' }, today, { before });
    expect(checked).toMatchObject({ problems: { told: [{ values: { rule: 'told-first' } }] } });
  });

  it('names row and part of each list that holds days of what has happened', () => {
    const reopened = { on: ahead.on, why: 'A new risk', closedOn: ahead.on };
    const record = { ...exampleOf(caseKind), reopenings: [{ id: 'r9', ...reopened }] };
    expect(checkRecord(caseKind, record, today)).toMatchObject({
      problems: { reopenings: ['on', 'closedOn'].map((part) => ({ row: 'r9', part })) },
    });
  });

  const day = fc.integer({ min: 10, max: 29 });
  const rows = fc
    .uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), day }), { selector: ({ id }) => id })
    .map((all) => all.map(({ id, day }) => row(id, day)));

  it('whatever was stored and whatever changed: refused is what is new or changed, and ahead', () => {
    fc.assert(
      fc.property(
        rows,
        rows,
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        (then, drawn, keeps) => {
          // Some rows stay as they were: drawn alone they hardly ever would.
          const now = drawn.map(
            (each, place) => (keeps[place] && then.find(({ id }) => id === each.id)) || each,
          );
          const isAhead = ({ on }: Told) => on > today;
          const isFresh = (each: Told) => !then.some(({ id, on }) => id === each.id && on === each.on);
          const names = (some: readonly Told[]) => some.map(({ id }) => `${id} on`);
          const refused = names(now.filter((each) => isAhead(each) && isFresh(each)));
          expect(informed(then, now)).toEqual({
            refused,
            told: refused.length > 0 ? [] : names(now.filter(isAhead)),
          });
        },
      ),
    );
  });
});

describe('D2, D4: the clock of the court', () => {
  // 23:30 on the twentieth at the mission in UTC; in the court it is the twenty-first.
  const now = '2026-11-20T23:30:00Z' as Instant;
  const todayIn = (zone: string) => dayIn(now, zone);
  const inCourt = (day: string, zone: string) => ({
    ...exampleOf(hearing),
    outcome: 'held',
    start: { day, time: '01:00', zone },
  });

  it.each([
    ['has been held where it is that day already', '2026-11-21', 'Asia/Tbilisi', true],
    ['has not been held where it is not that day yet', '2026-11-21', 'America/New_York', false],
    ['goes by the day of the mission where nobody knows the zone', '2026-11-21', 'Nowhere/Town', false],
    ['has been held today', '2026-11-20', 'America/New_York', true],
  ])('a hearing %s', (_, day, zone, isHeld) => {
    const { postponedWhy: _why, ...record } = inCourt(day, zone) as AnyRecord;
    expect(hearing.rules?.(record as never, today, { todayIn })).toEqual(
      isHeld ? {} : { outcome: [{ code: 'rule', values: { rule: 'held-lies-ahead' } }] },
    );
  });

  it.each([
    ['Asia/Tbilisi', true],
    ['America/New_York', false],
  ])('what was seen in a court in %s may be of its own day: %s', (zone, mayBe) => {
    const record = {
      ...exampleOf(trialObservation),
      day: '2026-11-21',
      step: 'done',
      nextHearing: undefined,
    };
    const find = () => inCourt('2026-11-21', zone);
    expect(checkRecord(trialObservation, record, today, { find, todayIn }).ok).toBe(mayBe);
  });
});

/** The clock of a visa request: which marks there are, which one counts today, and what was missed. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/domain/ids.ts';
import { type ClockFacts, visaClock, visaMarks } from '../../../src/domain/records/visa/visa-clock.ts';
import { visaKinds, visaUrgencies } from '../../../src/domain/records/visa/visa-vocabulary.ts';

const facts = (more: Partial<ClockFacts> = {}): ClockFacts => ({
  kind: 'schengen-uniform',
  urgency: 'routine',
  askedOn: '2026-10-01' as Day,
  ...more,
});
const on = (day: string) => day as Day;
const marks = (more: Partial<ClockFacts>) => visaMarks(facts(more)).map(({ name, day }) => `${name} ${day}`);

describe('F3 the marks of the clock', () => {
  it.each<[string, Partial<ClockFacts>, readonly string[]]>([
    ['own target of a day', { urgency: '24-hours' }, ['target 2026-10-02']],
    ['own target of three days', { urgency: '72-hours' }, ['target 2026-10-04']],
    ['own target of fifteen days', { urgency: '15-days' }, ['target 2026-10-16']],
    ['routine, not lodged: the target alone', {}, ['target 2026-11-15']],
    ['lodged but not admissible: no limit runs', { lodgedOn: on('2026-10-05') }, ['target 2026-11-15']],
    ['admissible but not lodged: no limit runs', { admissibleOn: on('2026-10-05') }, ['target 2026-11-15']],
    [
      'lodged, admissible a day later: both run from the later day',
      { lodgedOn: on('2026-10-05'), admissibleOn: on('2026-10-06') },
      ['day-15 2026-10-21', 'target 2026-11-15', 'day-45 2026-11-20'],
    ],
    [
      'found admissible as of a day before it was lodged: from the day it was lodged',
      { lodgedOn: on('2026-10-05'), admissibleOn: on('2026-10-02') },
      ['day-15 2026-10-20', 'target 2026-11-15', 'day-45 2026-11-19'],
    ],
    [
      'across the leap day of 2028',
      {
        askedOn: on('2028-02-20'),
        urgency: '15-days',
        lodgedOn: on('2028-02-20'),
        admissibleOn: on('2028-02-20'),
      },
      ['target 2028-03-06', 'day-15 2028-03-06', 'day-45 2028-04-05'],
    ],
    [
      'across the end of February of a common year',
      {
        askedOn: on('2027-02-20'),
        urgency: '15-days',
        lodgedOn: on('2027-02-20'),
        admissibleOn: on('2027-02-20'),
      },
      ['target 2027-03-07', 'day-15 2027-03-07', 'day-45 2027-04-06'],
    ],
    [
      'a national long stay has no limit of the Visa Code',
      { kind: 'national-long-stay', lodgedOn: on('2026-10-05'), admissibleOn: on('2026-10-05') },
      ['target 2026-11-15'],
    ],
  ])('F3: %s', (_, more, expected) => {
    expect(marks(more)).toEqual(expected);
  });
});

const lodged = { lodgedOn: on('2026-10-05'), admissibleOn: on('2026-10-05') };

describe('F3 which mark counts', () => {
  it.each<[string, Partial<ClockFacts>, string, string | undefined, number | undefined, readonly string[]]>([
    ['the day before', lodged, '2026-10-19', 'day-15', 1, []],
    ['on the fifteenth day itself', lodged, '2026-10-20', 'day-15', 0, []],
    ['the day after, not extended', lodged, '2026-10-21', 'target', 25, ['day-15']],
    ['the day after, extended', { ...lodged, extendedOn: on('2026-10-18') }, '2026-10-21', 'target', 25, []],
    [
      'extended: the forty-fifth day counts once the target has passed',
      { ...lodged, extendedOn: on('2026-10-18') },
      '2026-11-16',
      'day-45',
      3,
      ['target'],
    ],
    [
      'everything missed: the last one missed',
      lodged,
      '2026-12-01',
      'day-45',
      -12,
      ['day-15', 'target', 'day-45'],
    ],
    [
      'all decided in time',
      { ...lodged, decidedOn: on('2026-10-18') },
      '2026-12-01',
      undefined,
      undefined,
      [],
    ],
    [
      'all decided late: the missed mark stays known',
      { ...lodged, decidedOn: on('2026-10-25') },
      '2026-12-01',
      undefined,
      undefined,
      ['day-15'],
    ],
    ['a missed target of a day', { urgency: '24-hours' }, '2026-10-04', 'target', -2, ['target']],
  ])('F3: %s', (_, more, today, next, left, overdue) => {
    const clock = visaClock(facts(more), on(today));
    expect([clock.next?.name, clock.left]).toEqual([next, left]);
    expect(clock.overdue.map(({ name }) => name)).toEqual(overdue);
  });

  it('F3: whatever the days, marks stand in order, and the one that counts is overdue exactly when it lies behind', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2027-01-01' as Day, n));
    const some = fc.option(day, { nil: undefined });
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom(...visaKinds),
          urgency: fc.constantFrom(...visaUrgencies),
          askedOn: day,
          lodgedOn: some,
          admissibleOn: some,
          extendedOn: some,
        }),
        day,
        (some, today) => {
          const clock = visaClock(some, today);
          expect([...clock.marks].map((mark) => mark.day)).toEqual(
            clock.marks.map((mark) => mark.day).sort(),
          );
          expect((clock.left ?? 0) < 0).toBe(clock.next !== undefined && clock.overdue.includes(clock.next));
        },
      ),
    );
  });
});

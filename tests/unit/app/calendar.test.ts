/** The calendar: which days it shows, where keys lead, what its address tells, how a date moved, where two fall together. */

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { appointments, marksBetween } from '../../../src/app/calendar-marks.ts';
import { chainOf, followerOf } from '../../../src/app/chain.ts';
import { clashesIn } from '../../../src/app/clashes.ts';
import {
  type CalendarState,
  calendarFrom,
  calendarRoute,
  datedKinds,
} from '../../../src/app/pages/calendar/calendar-address.ts';
import {
  calendarViews,
  dayByKey,
  daysShown,
  type FirstDay,
  firstDayIn,
  monthLater,
  weekOf,
} from '../../../src/app/pages/calendar/calendar-days.ts';
import { parseRoute, pathOf } from '../../../src/app/shell/routes.ts';
import { codeFrom } from '../../../src/domain/codes.ts';
import { addDays, type Code, type Day, type EntryId, type Instant } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';

const today = '2026-11-20' as Day;
const day = (text: string) => text as Day;
const me = { objectId: 'ines', tenantId: 'aldermark', name: 'Ines Calder' };
const heron = '9BGPNH00W' as Code;

let made = 0;
function entry(kind: string, record: AnyRecord, id?: string): Entry {
  made += 1;
  const at = `2026-10-01T09:00:${String(made % 60).padStart(2, '0')}Z` as Instant;
  const name = (id ?? String(made)).padStart(26, '0') as EntryId;
  return {
    kind,
    id: name,
    entry: name,
    version: '1',
    at,
    createdAt: at,
    schema: 1,
    by: me,
    under: ['none'],
    record,
  };
}
const hearing = (on: string, time: string, more: AnyRecord = {}, id?: string): Entry =>
  entry(
    'hearing',
    { about: heron, start: { day: on, time, zone: 'Asia/Tbilisi' }, court: 'Oskel District Court', ...more },
    id,
  );
const heldBy = (...entries: readonly Entry[]) => ({
  entries: new Map([['hearing', entries]]),
  byEntry: new Map(entries.map((each) => [each.entry, each])),
});
const goes = (state: string): AnyRecord => ({
  observers: [{ id: 'o1', mission: 'aldermark', who: me, part: 'lead', state }],
});

describe('who goes to a hearing', () => {
  it.each<[string, AnyRecord, boolean]>([
    ['nobody', {}, true],
    ['somebody asked', goes('asked'), true],
    ['somebody confirmed', goes('confirmed'), false],
  ])('E2: %s, and the words say so', (_, more, lacks) => {
    const held = heldBy(hearing('2026-12-01', '10:00', more));
    expect(marksBetween(held, today, day('2026-12-31'), today).map(({ noObserver }) => noObserver)).toEqual([
      lacks,
    ]);
  });

  it('E2: an observation that is planned is an observer, as it is for Today', () => {
    const ahead = hearing('2026-12-01', '10:00');
    const entries = new Map([
      ['hearing', [ahead]],
      [
        'trial-observation',
        [entry('trial-observation', { about: heron, hearing: ahead.entry, day: '2026-12-01' })],
      ],
    ]);
    const marks = marksBetween({ entries }, today, day('2026-12-31'), today);
    expect(marks.filter(({ kind }) => kind === 'hearing').map(({ noObserver }) => noObserver)).toEqual([
      false,
    ]);
  });
});

describe('days of the calendar', () => {
  it.each<[string, FirstDay]>([
    ['en-gb', 1],
    ['fr-fr', 1],
    ['en-us', 7],
    ['ar-eg', 6],
    ['no such locale', 1],
  ])('M5: in %s a week begins on weekday %i', (locale, first) => {
    expect(firstDayIn(locale)).toBe(first);
  });

  test('M5: a month shows whole weeks, whichever day they begin with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom<FirstDay>(1, 6, 7), (later, first) => {
        const around = addDays(day('2000-01-01'), later);
        const days = daysShown('month', around, first);
        expect(days.length % 7).toBe(0);
        expect(days[0]).toBe(weekOf(days[0] ?? around, first));
        expect(days).toContain(around);
        expect(days).toContain(`${around.slice(0, 7)}-01`);
        expect(days.filter((each) => each.slice(0, 7) === around.slice(0, 7)).length).toBeGreaterThan(27);
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });

  it.each<[string, string, 'month' | 'week', 1 | -1, string]>([
    ['ArrowRight', '2026-11-30', 'month', 1, '2026-12-01'],
    ['ArrowRight', '2026-11-30', 'month', -1, '2026-11-29'],
    ['ArrowLeft', '2026-11-01', 'month', 1, '2026-10-31'],
    ['ArrowDown', '2026-11-20', 'month', 1, '2026-11-27'],
    ['ArrowUp', '2026-11-20', 'month', 1, '2026-11-13'],
    ['Home', '2026-11-20', 'month', 1, '2026-11-16'],
    ['End', '2026-11-20', 'month', 1, '2026-11-22'],
    ['PageDown', '2026-01-31', 'month', 1, '2026-02-28'],
    ['PageUp', '2026-03-31', 'month', 1, '2026-02-28'],
    ['PageDown', '2026-11-20', 'week', 1, '2026-11-27'],
    ['PageUp', '2026-11-20', 'week', 1, '2026-11-13'],
  ])('M4: %s on %s in the %s (%i) leads to %s', (key, from, view, forward, to) => {
    expect(dayByKey(key, day(from), view, 1, forward)).toBe(to);
  });

  it('M4: a letter leads nowhere', () => {
    expect(dayByKey('x', today, 'month', 1, 1)).toBeUndefined();
  });

  it('a month later keeps the date where that month has it', () => {
    expect(monthLater(day('2026-12-15'), 1)).toBe('2027-01-15');
    expect(monthLater(day('2028-01-30'), 1)).toBe('2028-02-29');
  });
});

describe('J7: the address of the calendar', () => {
  const states = fc.record(
    {
      view: fc.constantFrom(...calendarViews),
      day: fc.integer({ min: 0, max: 40_000 }).map((later) => addDays(day('2000-01-01'), later)),
      kinds: fc.subarray([...datedKinds]),
      defender: fc.uint8Array({ minLength: 5, maxLength: 5 }).map(codeFrom),
      mine: fc.constant<true>(true),
      appointments: fc.constant<true>(true),
    },
    { requiredKeys: ['view', 'day'] },
  );

  test('leads back to the same view, day and filters', () => {
    fc.assert(
      fc.property(states, (state) => {
        const route = calendarRoute(state as CalendarState);
        expect(parseRoute(pathOf(route))).toEqual(route);
        expect(calendarFrom(route, today, 'month')).toEqual(state);
      }),
    );
  });

  // Written down as somebody has them in a message: they must lead there for ever.
  it.each([
    ['one kind', 'kkeb-m', ['hearing']],
    ['several kinds', 'kej6w15', ['prison-visit', 'promise']],
    ['a kind that is still there', 'kzzzkeb', ['hearing']],
    ['no kind', 'k', []],
  ])('as it was sent once leads to %s', (_, filter, kinds) => {
    const found = calendarFrom({ filter: `f-${filter}` }, today, 'month').kinds;
    expect([...(found ?? ['all'])].sort()).toEqual(kinds);
  });

  test('has room for every kind, each under another sign', () => {
    const defender = codeFrom(new Uint8Array([1, 2, 3, 4, 5]));
    const all = {
      view: 'week',
      day: today,
      kinds: datedKinds,
      defender,
      mine: true,
      appointments: true,
    } as const;
    expect(calendarFrom(parseRoute(pathOf(calendarRoute(all))) ?? {}, today, 'month')).toEqual(all);
  });

  test('shows neither the date nor what kinds are looked at', () => {
    const path = pathOf(calendarRoute({ view: 'week', day: today, kinds: ['hearing'], mine: true }));
    expect(path).toMatch(/^\/calendar\/f-k[0-9a-z]+-m\/cw[0-9a-z]+$/);
    expect(path).not.toMatch(/2026|hearing/);
  });

  it.each([
    ['nothing', {}],
    ['nonsense', { id: 'zz', filter: 'f-bzz-q' }],
    ['kinds by their place, as addresses had them once', { filter: 'f-b3' }],
    ['a kind that is gone', { filter: 'f-kzzz' }],
    ['a day beyond all days', { id: 'cmzzzzz' }],
  ])('with %s shows today', (_, route) => {
    expect(calendarFrom(route, today, 'agenda').day).toBe(today);
    expect(calendarFrom(route, today, 'agenda').kinds).toBeUndefined();
  });
});

describe('D2: a date that moved', () => {
  const first = hearing('2026-10-03', '10:00', { outcome: 'postponed', postponedWhy: 'The judge was ill' });
  const second = hearing('2026-10-17', '10:00', { outcome: 'postponed', previous: first.entry });
  const third = hearing('2026-12-01', '10:00', { previous: second.entry });
  const alone = hearing('2026-12-02', '10:00');
  const view = heldBy(third, alone, first, second);

  it.each([
    ['first', first],
    ['second', second],
    ['last', third],
  ])('shows the whole chain from its %s date', (_, from) => {
    expect(chainOf(view, from)).toEqual([first, second, third]);
  });

  it('a date that never moved stands alone', () => {
    expect(chainOf(view, alone)).toEqual([alone]);
    expect(followerOf(view, alone.entry)).toBeUndefined();
  });

  it('two that name each other do not go round for ever', () => {
    const a = hearing('2026-10-03', '10:00', { previous: 'b'.padStart(26, '0') }, 'a');
    const b = hearing('2026-10-04', '10:00', { previous: 'a'.padStart(26, '0') }, 'b');
    expect(chainOf(heldBy(a, b), a).map((each) => each.entry)).toEqual([b.entry, a.entry]);
  });

  it.each([
    [{ outcome: 'postponed' }, 'postponed', true],
    [{ outcome: 'cancelled' }, 'cancelled', true],
    [{ outcome: 'held' }, 'held', undefined],
    [{}, 'hearing', undefined],
  ])('with %o is marked as %s', (more, word, off) => {
    const [mark] = marksBetween(
      heldBy(hearing('2026-12-01', '10:00', more)),
      today,
      day('2026-12-31'),
      today,
    );
    expect([mark?.word, mark?.off]).toEqual([word, off]);
  });
});

describe('D3: two appointments of mine', () => {
  const from = Date.parse('2026-11-20T09:00:00Z');
  function clashing(...entries: readonly Entry[]): number {
    const view = heldBy(...entries);
    const marks = marksBetween(view, day('2026-11-01'), day('2026-12-31'), today, appointments);
    return clashesIn(marks, view, me, from).size;
  }
  const ten = hearing('2026-12-01', '10:00', goes('confirmed'));
  it.each<[string, Entry, number]>([
    ['at once', hearing('2026-12-01', '10:00', goes('confirmed')), 2],
    ['an hour apart', hearing('2026-12-01', '11:00', goes('invited')), 2],
    [
      'at once on two clocks',
      hearing('2026-12-01', '07:00', {
        ...goes('confirmed'),
        start: { day: '2026-12-01', time: '07:00', zone: 'Europe/Brussels' },
      }),
      2,
    ],
    ['two hours apart', hearing('2026-12-01', '12:00', goes('confirmed')), 0],
    [
      'at once, one of them postponed',
      hearing('2026-12-01', '10:00', { ...goes('confirmed'), outcome: 'postponed' }),
      0,
    ],
    ['at once, one of them declined', hearing('2026-12-01', '10:00', goes('declined')), 0],
    ['at once, one of them somebody else’s', hearing('2026-12-01', '10:00'), 0],
  ])('%s', (_, other, count) => {
    expect(clashing(ten, other)).toBe(count);
  });

  it('that are over are nobody’s trouble any more', () => {
    const past = () => hearing('2026-11-02', '10:00', goes('done'));
    expect(clashing(past(), past())).toBe(0);
  });
});

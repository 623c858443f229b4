/** Which days a calendar shows. */

import { addDays, type Day } from '../../../domain/ids.ts';

export const calendarViews = ['month', 'week', 'agenda'] as const;
export type CalendarViewName = (typeof calendarViews)[number];

/** Days an agenda looks ahead. */
export const AGENDA_DAYS = 60;

/** Weekday on which a week begins: 1 for Monday to 7 for Sunday. */
export type FirstDay = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** By the custom of a locale (`en-us`); Monday where this browser does not know it. */
export function firstDayIn(locale: string): FirstDay {
  try {
    const known: object = new Intl.Locale(locale);
    const week: unknown =
      'getWeekInfo' in known && typeof known.getWeekInfo === 'function'
        ? known.getWeekInfo()
        : 'weekInfo' in known
          ? known.weekInfo
          : undefined;
    const first = typeof week === 'object' && week !== null && 'firstDay' in week ? week.firstDay : 1;
    return ([1, 2, 3, 4, 5, 6, 7] as const).find((weekday) => weekday === first) ?? 1;
  } catch {
    return 1;
  }
}

/** First day of the week a day lies in. */
export function weekOf(day: Day, first: FirstDay = 1): Day {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 7 - first) % 7;
  return addDays(day, -weekday);
}

/** The days shown around `day`, first and last included: whole weeks for a month, so that each column is a weekday. */
export function daysShown(view: CalendarViewName, day: Day, weekBegins: FirstDay = 1): readonly Day[] {
  if (view === 'agenda') return range(day, AGENDA_DAYS);
  if (view === 'week') return range(weekOf(day, weekBegins), 7);
  const first = weekOf(`${day.slice(0, 7)}-01` as Day, weekBegins);
  const weeks =
    firstOfNextMonth(day) > addDays(first, 35) ? 6 : firstOfNextMonth(day) > addDays(first, 28) ? 5 : 4;
  return range(first, weeks * 7);
}

function range(first: Day, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

function firstOfNextMonth(day: Day): Day {
  return `${addDays(`${day.slice(0, 7)}-28` as Day, 4).slice(0, 7)}-01` as Day;
}

/** One page forward or back; a month keeps to its first day, so that no month is skipped. */
export function turned(view: CalendarViewName, day: Day, step: 1 | -1): Day {
  if (view === 'week') return addDays(day, 7 * step);
  if (view === 'agenda') return addDays(day, AGENDA_DAYS * step);
  const first = `${day.slice(0, 7)}-01` as Day;
  return step === 1 ? firstOfNextMonth(day) : (`${addDays(first, -1).slice(0, 7)}-01` as Day);
}

/** The same date of another month, or its last one where that month is shorter. */
export function monthLater(day: Day, step: 1 | -1): Day {
  const first = turned('month', day, step);
  const last = addDays(firstOfNextMonth(first), -1);
  const same = `${first.slice(0, 7)}-${day.slice(8)}` as Day;
  return same > last ? last : same;
}

/** Where a key leads in a grid of weeks; undefined for keys that mean nothing there. `forward` is 1, or -1 from right to left. */
export function dayByKey(
  key: string,
  day: Day,
  view: 'month' | 'week',
  weekBegins: FirstDay,
  forward: 1 | -1,
): Day | undefined {
  const week = weekOf(day, weekBegins);
  switch (key) {
    case 'ArrowRight':
      return addDays(day, forward);
    case 'ArrowLeft':
      return addDays(day, -forward);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'Home':
      return week;
    case 'End':
      return addDays(week, 6);
    case 'PageDown':
      return view === 'month' ? monthLater(day, 1) : addDays(day, 7);
    case 'PageUp':
      return view === 'month' ? monthLater(day, -1) : addDays(day, -7);
    default:
      return undefined;
  }
}

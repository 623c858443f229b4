/** Which days a calendar shows. */

import { addDays, type Day } from '../../domain/ids.ts';

export const calendarViews = ['month', 'week', 'agenda'] as const;
export type CalendarViewName = (typeof calendarViews)[number];

/** Days an agenda looks ahead. */
export const AGENDA_DAYS = 60;

/** Monday of the week a day lies in. */
export function mondayOf(day: Day): Day {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The days shown around `day`, first and last included: whole weeks for a month, so that each column is a weekday. */
export function daysShown(view: CalendarViewName, day: Day): readonly Day[] {
  if (view === 'agenda') return range(day, AGENDA_DAYS);
  if (view === 'week') return range(mondayOf(day), 7);
  const first = mondayOf(`${day.slice(0, 7)}-01` as Day);
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

/** ISO weeks, `2026-W47`: the only time that stands in clear in a circle. */

import { addDays, type Day } from '../ids.ts';

/** `YYYY-Www`, a week from Monday to Sunday that belongs to the year of its Thursday. Compares as text. */
export type Week = string & { readonly __week: true };

const SHAPE = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/;

/** A week that exists: not every year has a 53rd. */
export function isWeek(value: unknown): value is Week {
  return typeof value === 'string' && SHAPE.test(value) && weekOf(mondayOf(value as Week)) === value;
}

export function weekOf(day: Day): Week {
  const thursday = addDays(day, 4 - weekday(day));
  const year = thursday.slice(0, 4);
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}` as Week;
}

export function mondayOf(week: Week): Day {
  const [, year = '', number = ''] = SHAPE.exec(week) ?? [];
  const fourth = `${year}-01-04` as Day;
  return addDays(fourth, 7 * (Number(number) - 1) + 1 - weekday(fourth));
}

export function sundayOf(week: Week): Day {
  return addDays(mondayOf(week), 6);
}

/** 1 for Monday to 7 for Sunday. */
function weekday(day: Day): number {
  return new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay() || 7;
}

/** Days and instants counted from the day of seeding, as the clocks of Varosia show them. */

import { addDays, type Day } from '../../domain/ids.ts';

export const zone = 'Asia/Tbilisi';
/** Varosia keeps one time all year. */
const offset = '+04:00';
const offsetMs = 4 * 3_600_000;

export interface Calendar {
  readonly today: Day;
  /** The day `n` days from today; negative for the past. */
  day(n: number): Day;
  /** Like `day`, moved off the weekend: to the Friday before in the past, to the Monday after from today on. */
  court(n: number): Day;
  /** Milliseconds of the time `HH:MM` on a day in the past. Throws TypeError for today and later. */
  instant(n: number, time: string): number;
}

/** @param now milliseconds at which the seeding began */
export function calendarFrom(now: number): Calendar {
  const today = new Date(now + offsetMs).toISOString().slice(0, 10) as Day;
  const day = (n: number) => addDays(today, n);
  return {
    today,
    day,
    court(n) {
      const weekday = new Date(`${day(n)}T00:00:00Z`).getUTCDay();
      if (weekday !== 0 && weekday !== 6) return day(n);
      const toMonday = weekday === 6 ? 2 : 1;
      return day(n < 0 ? n + toMonday - 3 : n + toMonday);
    },
    instant(n, time) {
      if (n >= 0) throw new TypeError('the seed tells only what has happened before today');
      return Date.parse(`${day(n)}T${time}:00${offset}`);
    },
  };
}

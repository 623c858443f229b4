/** Days and clocks of a place: what an instant is called there, and the instant at which a day there is over. */

import { addDays, type Day, dayOf, type Instant, instantFrom, msOf } from './ids.ts';

/** The day and time (`HH:MM`) at a place. An unknown zone counts as UTC. */
export function localNow(now: Instant, zone: string): { readonly day: Day; readonly time: string } {
  const clock = clockOf(zone);
  if (!clock) return { day: dayOf(now), time: now.slice(11, 16) };
  const text = clock.format(new Date(now));
  return { day: text.slice(0, 10) as Day, time: text.slice(11, 16) };
}

/** The day at a place; undefined where nobody knows the zone. */
export function dayIn(now: Instant, zone: string): Day | undefined {
  return clockOf(zone) && localNow(now, zone).day;
}

/** No zone is further from UTC than this. */
const FURTHEST_SECONDS = 15 * 3600;

/** The first instant that is not on `day` or before it at a place, also where its clocks change at midnight. An unknown zone counts as UTC. */
export function endOfDay(day: Day, zone: string): Instant {
  const midnight = msOf(`${addDays(day, 1)}T00:00:00Z` as Instant);
  const at = (seconds: number): Instant => instantFrom(midnight + seconds * 1000);
  let [over, still] = [FURTHEST_SECONDS, -FURTHEST_SECONDS];
  while (over - still > 1) {
    const middle = Math.floor((over + still) / 2);
    if (localNow(at(middle), zone).day > day) over = middle;
    else still = middle;
  }
  return at(over);
}

// Making one takes a hundred times as long as using it.
const clocks = new Map<string, Intl.DateTimeFormat | undefined>();

function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!clocks.has(zone)) clocks.set(zone, openClock(zone));
  return clocks.get(zone);
}

function openClock(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  } catch {
    return undefined;
  }
}

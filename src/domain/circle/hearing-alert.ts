/** When a hearing to which nobody goes must be said aloud, on the clocks of its court. */

import { type Day, daysBetween, type Instant } from '../ids.ts';
import { localNow } from '../zoned.ts';

export const hearingAlerts = ['afternoon-before', 'entered-late', 'within-3-days', 'within-7-days'] as const;
export type HearingAlert = (typeof hearingAlerts)[number];

const FIRST_DAYS = 7;
const URGENT_DAYS = 3;
const LATE_HOURS = 72;

export interface AlertFacts {
  readonly start: { readonly day: Day; readonly time: string; readonly zone: string };
  /** When its date was entered, or last moved. */
  readonly enteredAt: Instant;
  readonly covered: boolean;
}

/** The most pressing of what stands; undefined while somebody goes, before the first day, and once it has begun. */
export function hearingAlert(
  { start, enteredAt, covered }: AlertFacts,
  now: Instant,
): HearingAlert | undefined {
  if (covered) return undefined;
  const here = localNow(now, start.zone);
  const left = daysBetween(here.day, start.day);
  if (left < 0 || left > FIRST_DAYS || (left === 0 && here.time >= start.time)) return undefined;
  // The afternoon before is the last chance to find somebody.
  if (left === 0 || (left === 1 && here.time >= '12:00')) return 'afternoon-before';
  if (hoursBetween(localNow(enteredAt, start.zone), start) <= LATE_HOURS) return 'entered-late';
  return left <= URGENT_DAYS ? 'within-3-days' : 'within-7-days';
}

interface Clock {
  readonly day: Day;
  readonly time: string;
}

/** On the wall clock of the place: a change of summer time neither adds nor takes an hour. */
function hoursBetween(from: Clock, to: Clock): number {
  return (Date.parse(`${to.day}T${to.time}:00Z`) - Date.parse(`${from.day}T${from.time}:00Z`)) / 3_600_000;
}

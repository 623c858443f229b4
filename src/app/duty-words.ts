/** The figures and words around a duty. */

import type { Duty } from '../domain/duties/duty.ts';
import type { Words } from '../domain/fields/field.ts';
import { type Day, daysBetween, isDay, isInstant } from '../domain/ids.ts';
import { shortDay } from './day-words.ts';

/** What a duty's chip says: a key of `today.due`, whole days (never negative), and how it is toned. */
export interface DaysLeft {
  readonly key: string;
  readonly days: number;
  readonly tone: 'late' | 'soon' | 'calm';
}

export function daysLeft(duty: Pick<Duty, 'due' | 'waits'>, today: Day): DaysLeft {
  const days = daysBetween(today, duty.due);
  if (duty.waits) return { key: 'today.due.waits', days: 0, tone: 'calm' };
  if (days < 0) return { key: 'today.due.late', days: -days, tone: 'late' };
  if (days <= 1) return { key: 'today.due.near', days, tone: 'late' };
  return { key: 'today.due.in', days, tone: days <= 7 ? 'soon' : 'calm' };
}

/** A duty's values with days written as dates: how far off they are stands beside the sentence. */
export function dutyValues(duty: Duty, words: Words, today: Day): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries({ ...duty.values, due: duty.due }).map(([key, value]) => [
      key,
      isDay(value) ? shortDay(value, today, words.locale) : isInstant(value) ? words.instant(value) : value,
    ]),
  );
}

/** What the reader's own clock shows where a duty has a time at a place, if it differs. */
export function hereAt(duty: Duty, words: Words): string | undefined {
  const { day, time, zone } = duty.values;
  return typeof day === 'string' && typeof time === 'string' && typeof zone === 'string'
    ? words.here?.(day, time, zone)
    : undefined;
}

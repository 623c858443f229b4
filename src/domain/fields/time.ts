/** Days, local times of a place, and instants; what is in the future is kept as the place will see it. */

import { type Day, type Instant, isDay, isInstant } from '../ids.ts';
import {
  bad,
  byUnits,
  good,
  type Indexing,
  plainField,
  type RequiredField,
  spreadField,
} from './define-field.ts';
import type { Checked } from './field.ts';
import { comma } from './signs.ts';

/** `time` is `HH:MM` on the clocks of `zone` (IANA), so a change of summer time moves nothing. */
export interface LocalTime {
  readonly day: Day;
  readonly time: string;
  readonly zone: string;
}

/** A day without a zone, `YYYY-MM-DD` as text. */
export function day(options: Indexing = {}): RequiredField<Day> {
  return plainField<Day>({
    kind: 'day',
    type: 'text',
    ...(options.indexed ? { indexed: true } : {}),
    check: (raw) => {
      const typed = typeof raw === 'string' ? raw.trim() : raw;
      return isDay(typed) ? good(typed) : bad('not-a-day');
    },
    print: (value, words) => words.day(value),
    compare: byUnits,
    anonymise: firstOfMonth,
  });
}

/** A point in time, UTC with whole seconds; fractions are cut. */
export function instant(options: Indexing = {}): RequiredField<Instant> {
  return plainField<Instant>({
    kind: 'instant',
    type: 'dateTime',
    ...(options.indexed ? { indexed: true } : {}),
    check: (raw) => {
      const whole = typeof raw === 'string' ? raw.trim().replace(/\.\d{1,9}Z$/, 'Z') : raw;
      return isInstant(whole) && isDay(whole.slice(0, 10)) ? good(whole) : bad('not-an-instant');
    },
    print: (value, words) => words.instant(value),
    compare: byUnits,
    anonymise: (value) => `${firstOfMonth(value.slice(0, 10) as Day)}T00:00:00Z` as Instant,
  });
}

/** Day, time and IANA zone in three text columns. */
export function localTime(options: Indexing = {}): RequiredField<LocalTime> {
  return spreadField<LocalTime>({
    kind: 'local-time',
    columns: [
      { suffix: 'Day', type: 'text', ...(options.indexed ? { indexed: true } : {}) },
      { suffix: 'Time', type: 'text' },
      { suffix: 'Zone', type: 'text' },
    ],
    check: checkLocalTime,
    parts: (value) => [value.day, value.time, value.zone],
    whole: ([dayPart, timePart, zonePart]) => ({ day: dayPart, time: timePart, zone: zonePart }),
    print(value, words) {
      const here = words.here?.(value.day, value.time, value.zone);
      return `${words.day(value.day)}${comma(words.locale)}${value.time}${here ? ` (${here})` : ''}`;
    },
    compare: (a, b) => byUnits(a.day, b.day) || byUnits(a.time, b.time) || byUnits(a.zone, b.zone),
    anonymise: (value) => ({ day: firstOfMonth(value.day), time: '00:00', zone: value.zone }),
  });
}

/** The month is what counts are made of; the day within it is what somebody could be found by. */
export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01` as Day;
}

/** Whether this machine knows the IANA zone (offsets such as `+04:00` are not zones). */
export function isZone(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[A-Za-z][A-Za-z0-9_+\-/]{1,63}$/.test(value)) return false;
  if (knownZones.has(value)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    return false;
  }
  knownZones.add(value);
  return true;
}

/** Asking the platform costs much more than the rest of a check; there are some six hundred zones at most. */
const knownZones = new Set<string>();

function checkLocalTime(raw: unknown): Checked<LocalTime> {
  if (typeof raw !== 'object' || raw === null) return bad('not-a-time');
  const [dayPart, timePart, zonePart] = ['day', 'time', 'zone'].map((key) => trimmedMember(raw, key));
  if (!isDay(dayPart)) return bad('not-a-day');
  if (timePart === undefined || !/^([01]\d|2[0-3]):[0-5]\d$/.test(timePart)) return bad('not-a-time');
  if (!isZone(zonePart)) return bad('not-a-zone');
  return good({ day: dayPart, time: timePart, zone: zonePart });
}

function trimmedMember(raw: object, key: string): string | undefined {
  const member = Object.hasOwn(raw, key) ? (raw as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof member === 'string' ? member.trim() : undefined;
}

/** Writes days and times as people say them, in words near today. */

import { comma } from '../domain/fields/signs.ts';
import type { Day } from '../domain/ids.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale}${JSON.stringify(options)}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...options,
    numberingSystem: 'latn',
  });
  formats.set(name, made);
  return made;
}

/** Whole days from `today` to `day`; NaN for text that is no day. */
function distance(day: string, today: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}

const near = new Map<string, ReadonlySet<string>>();

/** Yesterday, today and tomorrow, in this order. */
export function nearDays(locale: string): ReadonlySet<string> {
  const known = near.get(locale);
  if (known) return known;
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const made = new Set([-1, 0, 1].map((days) => relative.format(days, 'day')));
  near.set(locale, made);
  return made;
}

/**
 * `today`, `tomorrow`, `Thu 26 Nov` within a week, `26 Nov`, or with the year when it is another one.
 * Text that is not a day is given back as it is.
 */
export function dayInWords(day: string, today: Day, locale: string): string {
  const days = distance(day, today);
  if (Number.isNaN(days)) return day;
  const near = [...nearDays(locale)][days + 1];
  if (near !== undefined) return near;
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' };
  if (Math.abs(days) < 7) options.weekday = 'short';
  else if (day.slice(0, 4) !== today.slice(0, 4)) options.year = 'numeric';
  return format(locale, options).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Thu 26 Nov`, with the year when it is another one: a date wherever a sentence needs one. */
export function shortDay(day: string, today: Day, locale: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return day;
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  };
  if (day.slice(0, 4) !== today.slice(0, 4)) options.year = 'numeric';
  return format(locale, options).format(time);
}

/** For columns, where all days have one form: words for the three days around today, else as `shortDay`. */
export function listedDay(day: string, today: Day, locale: string): string {
  return Math.abs(distance(day, today)) <= 1 ? dayInWords(day, today, locale) : shortDay(day, today, locale);
}

/** The whole date with its weekday, for headings and labels read aloud. */
export function fullDay(day: string, locale: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return day;
  return format(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(time);
}

/** `November 2026` for the month a day lies in. */
export function monthInWords(day: string, locale: string): string {
  return format(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}

/** Names of the seven weekdays from `first` on (1 is Monday), short or long. */
export function weekdays(locale: string, first = 1, weekday: 'short' | 'long' = 'short'): readonly string[] {
  const monday = Date.parse('2026-01-05T00:00:00Z');
  return [0, 1, 2, 3, 4, 5, 6].map((step) =>
    format(locale, { weekday, timeZone: 'UTC' }).format(monday + (first - 1 + step) * 86_400_000),
  );
}

/** Day and clock time in a zone, this machine's when none is given: `today, 10:42`. */
export function instantInWords(instant: string, today: Day, locale: string, zone?: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  return `${dayInWords(dayAt(time, zone), today, locale)}${comma(locale)}${clock(time, locale, zone)}`;
}

/** `HH:MM` of an instant (ms) in a zone, this machine's when none is given. */
export function clock(ms: number, locale: string, zone?: string): string {
  return format(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(zone ? { timeZone: zone } : {}),
  }).format(ms);
}

/** The calendar day of an instant (ms) in a zone, this machine's when none is given. */
export function dayAt(ms: number, zone?: string): Day {
  return format('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(zone ? { timeZone: zone } : {}),
  }).format(ms) as Day;
}

/**
 * The instant (ms) at which clocks in `zone` show `time` on `day`; undefined for an unknown zone or a malformed time.
 * Where a clock change skips that time, the moment just after the gap.
 */
export function instantOfLocal(day: string, time: string, zone: string): number | undefined {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall)) return undefined;
  try {
    const first = wall - offset(wall, zone);
    return wall - offset(first, zone);
  } catch {
    return undefined;
  }
}

/**
 * The clock here (`zone`, this machine's when none is given) at an instant (ms), where it differs from `there`: `07:00`,
 * with its day where that is another one: `Wed 25 Nov, 23:30`.
 */
export function clockHere(
  ms: number,
  there: { readonly day: string; readonly time: string },
  today: Day,
  locale: string,
  zone?: string,
): string | undefined {
  const time = clock(ms, locale, zone);
  const day = dayAt(ms, zone);
  if (day !== there.day) return `${shortDay(day, today, locale)}${comma(locale)}${time}`;
  return time === there.time ? undefined : time;
}

/** How far the clocks of a zone are ahead of UTC at an instant, in ms. Throws RangeError for an unknown zone. */
function offset(ms: number, zone: string): number {
  const text = format('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(ms);
  return Date.parse(`${text.replace(' ', 'T')}Z`) - Math.floor(ms / 1000) * 1000;
}

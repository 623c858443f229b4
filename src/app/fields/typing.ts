/** Turns what a person types in their own language's form into a day or a clock time, and back. */

import { addDays, type Day, isDay } from '../../domain/ids.ts';

type Part = 'day' | 'month' | 'year';

/** English without a region is written day first, as embassies do. */
function formOf(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(formOf(locale), {
    ...options,
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  });
}

function utc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** `20 Nov 2026`: the month in letters, so that day and month are never confused. `day` must be a day. */
export function writeDay(day: Day, locale: string): string {
  return format(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(utc(day));
}

/** In which order a locale writes the parts of a date in figures. */
export function orderOf(locale: string): readonly Part[] {
  return format(locale, { day: 'numeric', month: 'numeric', year: 'numeric' })
    .formatToParts(0)
    .map((part) => part.type)
    .filter((type): type is Part => type === 'day' || type === 'month' || type === 'year');
}

/** Lower case, without accents and full stops, digits of any script as 0–9. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069.]/g, (sign) => (sign === '.' ? ' ' : ''))
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Decimal digits of a script stand in runs of ten that begin at its zero. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 48;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (point - zero) % 10;
}

/** Every way a locale writes the names of the twelve months, alone and within a date. */
function monthsIn(locale: string): readonly (readonly string[])[] {
  return Array.from({ length: 12 }, (_, month) => {
    const at = Date.UTC(2026, month, 15);
    return (['long', 'short'] as const).flatMap((style) => [
      plain(format(locale, { month: style }).format(at)),
      plain(
        format(locale, { day: 'numeric', month: style })
          .formatToParts(at)
          .find((part) => part.type === 'month')?.value ?? '',
      ),
    ]);
  });
}

function joined(name: string): string {
  return name.replaceAll(' ', '');
}

/** Names of two words, such as the Levant's second Tishreen, become one, so that words can be told apart. */
function withMonthsJoined(text: string, months: readonly (readonly string[])[]): string {
  return months
    .flat()
    .filter((name) => name.includes(' '))
    .reduce((said, name) => said.replace(name, joined(name)), text);
}

/** 1 to 12, or 0 where no month is called so. */
function monthByName(name: string, months: readonly (readonly string[])[]): number {
  if (/^\d+$/.test(name)) return 0;
  const called = (known: string): boolean => known === name || (name.length >= 3 && known.startsWith(name));
  return months.findIndex((names) => names.some((known) => called(joined(known)))) + 1;
}

function dayFrom(year: number, month: number, day: number): Day | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/** Two figures mean the century nearest to today. */
function fullYear(text: string, today: Day): number {
  const year = Number(text);
  if (text.length > 2) return year;
  const now = Number(today.slice(0, 4));
  const candidate = Math.floor(now / 100) * 100 + year;
  return candidate - now > 50 ? candidate - 100 : candidate;
}

/**
 * A typed date: `2026-11-20`, `20.11.2026`, `20/11`, `20 nov`, `tomorrow`, in the locale's own words and order.
 * Without a year the date nearest to `today`. Undefined for anything that is not a day that exists.
 */
export function readDay(typed: string, locale: string, today: Day): Day | undefined {
  const text = plain(typed);
  if (isDay(text)) return text;
  const relative = new Intl.RelativeTimeFormat(formOf(locale), { numeric: 'auto' });
  for (const step of [0, 1, -1, 2])
    if (plain(relative.format(step, 'day')) === text) return addDays(today, step);
  const months = monthsIn(locale);
  const parts = withMonthsJoined(text, months)
    .split(/[\s/,،-]+/)
    .filter((part) => part !== '' && part !== 'de');
  if (parts.length < 2 || parts.length > 3) return undefined;
  const named = parts.findIndex((part) => monthByName(part, months) > 0);
  if (named >= 0) {
    const month = monthByName(parts[named] ?? '', months);
    const [first = '', second] = parts.filter((_, index) => index !== named);
    const ordinal = first.replace(/(st|nd|rd|th|er|o|a)$/, '');
    if (!/^\d{1,2}$/.test(ordinal) || (second !== undefined && !/^(\d{2}|\d{4})$/.test(second)))
      return undefined;
    return complete(month, Number(ordinal), second, today);
  }
  if (parts.some((part) => !/^\d{1,4}$/.test(part))) return undefined;
  const order = (parts[0]?.length === 4 ? ['year', 'month', 'day'] : orderOf(locale)).filter(
    (part) => parts.length === 3 || part !== 'year',
  );
  const of = (part: Part): string | undefined => parts[order.indexOf(part)];
  return complete(Number(of('month')), Number(of('day')), of('year'), today);
}

function complete(month: number, day: number, year: string | undefined, today: Day): Day | undefined {
  if (year !== undefined) return dayFrom(fullYear(year, today), month, day);
  const now = Number(today.slice(0, 4));
  return [now, now - 1, now + 1]
    .map((candidate) => dayFrom(candidate, month, day))
    .filter((candidate) => candidate !== undefined)
    .sort((a, b) => Math.abs(utc(a) - utc(today)) - Math.abs(utc(b) - utc(today)))[0];
}

/** `9`, `930`, `9:30`, `9h30`, `9.30 pm` as `HH:MM`; undefined for what is no time of day. */
export function readTime(typed: string): string | undefined {
  const text = plain(typed).replace(/([ap]) ?m$/, '$1m');
  const found = /^(\d{1,2})(?:[ :h]*(\d{2}))?(?: ?h)? ?(am|pm)?$/.exec(text);
  if (!found) return undefined;
  const [, hour = '', minute = '0', half] = found;
  const twelve = half !== undefined;
  if (twelve && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  const hours = twelve ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

/** Names and the first day of the week (0 = Sunday) that a calendar of this locale shows. */
export interface CalendarNames {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Sunday first. */
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly firstDay: number;
}

export function calendarNames(locale: string): CalendarNames {
  const months = (style: 'long' | 'short') =>
    Array.from({ length: 12 }, (_, month) =>
      format(locale, { month: style }).format(Date.UTC(2026, month, 15)),
    );
  // 4 January 2026 is a Sunday.
  const days = (style: 'long' | 'narrow') =>
    Array.from({ length: 7 }, (_, day) =>
      format(locale, { weekday: style }).format(Date.UTC(2026, 0, 4 + day)),
    );
  return {
    months: months('long'),
    shortMonths: months('short'),
    days: days('long'),
    shortDays: days('narrow'),
    firstDay: firstDayOf(locale),
  };
}

interface WeekLocale {
  getWeekInfo?(): { readonly firstDay: number };
  readonly weekInfo?: { readonly firstDay: number };
}

/** Monday where the browser does not know. */
function firstDayOf(locale: string): number {
  const known = new Intl.Locale(formOf(locale)) as Intl.Locale & WeekLocale;
  return (known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: 1 }).firstDay % 7;
}

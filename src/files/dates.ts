/** Dates as lists have them: day first, month first, ISO, in words, or as a spreadsheet counts days. */

import { addDays, type Day, isDay } from '../domain/ids.ts';
import { folded, tidy } from './tidy.ts';

export const dateOrders = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

export interface ReadDate {
  /** One reading, or both where the figures alone do not say which is the day. */
  readonly day: Day | Readonly<Record<DateOrder, Day>>;
  /** `HH:MM`, where the cell has one. */
  readonly time?: string;
  /** The figures could only be read in this order. */
  readonly proves?: DateOrder;
}

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'janvier'],
  ['february', 'fevrier'],
  ['march', 'mars'],
  ['april', 'avril'],
  ['may', 'mai'],
  ['june', 'juin'],
  ['july', 'juillet'],
  ['august', 'aout'],
  ['september', 'septembre'],
  ['october', 'octobre'],
  ['november', 'novembre'],
  ['december', 'decembre'],
];

/** The day before day 1 of the count that spreadsheets keep, counting their leap day of 1900 in. */
const COUNT_FROM = '1899-12-30' as Day;
/** 1954 to 2119: outside of it a number is not meant as a date. */
const COUNTED = { from: 20_000, to: 80_000 } as const;

const TIME =
  /(?:^|[\sT,]|\bat\b|à|a\b)+\s*(\d{1,2})(?:[:hH.](\d{2}))(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i;
const WHOLE_HOUR = /(?:^|\s)(\d{1,2})\s*(?:h|heures?|(am|pm))$/i;

/** Undefined for what is no date, and for days that do not exist. */
export function readDate(cell: string, today: Day): ReadDate | undefined {
  const text = tidy(cell).replace(/\s+/g, ' ');
  const counted = fromCount(text);
  if (counted) return counted;
  const isDotted = /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(text);
  const timed = isDotted ? undefined : (TIME.exec(text) ?? WHOLE_HOUR.exec(text) ?? undefined);
  const time = timed && clockOf(timed);
  const datePart = timed ? text.slice(0, timed.index).trim() : text;
  const day = readDayPart(datePart, today);
  if (!day) return undefined;
  if (timed && time === undefined) return undefined;
  return { ...day, ...(time ? { time } : {}) };
}

/** `10:00`, `10h30`, `9 am`, a fraction of a day; undefined for what is no time. */
export function readClock(cell: string): string | undefined {
  const text = tidy(cell);
  if (/^0?[.,]\d+$/.test(text)) return clockOfFraction(Number(text.replace(',', '.')));
  const found = TIME.exec(text) ?? WHOLE_HOUR.exec(text);
  return found?.index === 0 ? clockOf(found) : undefined;
}

function clockOf(found: RegExpExecArray): string | undefined {
  const [, hour = '', second = '', third] = found;
  const half = (third ?? (/^[ap]m$/i.test(second) ? second : undefined))?.toLowerCase();
  const minute = /^\d{2}$/.test(second) ? Number(second) : 0;
  if (half && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  const hours = half ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour);
  return hours > 23 || minute > 59 ? undefined : `${pad(hours)}:${pad(minute)}`;
}

function fromCount(text: string): ReadDate | undefined {
  if (!/^\d{5}([.,]\d+)?$/.test(text)) return undefined;
  const count = Number(text.replace(',', '.'));
  if (count < COUNTED.from || count > COUNTED.to) return undefined;
  const day = addDays(COUNT_FROM, Math.floor(count));
  const time = count % 1 === 0 ? undefined : clockOfFraction(count % 1);
  return { day, ...(time ? { time } : {}) };
}

function clockOfFraction(part: number): string | undefined {
  const minutes = Math.round(part * 1440);
  return minutes < 1440 ? `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` : undefined;
}

function readDayPart(text: string, today: Day): Pick<ReadDate, 'day' | 'proves'> | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return alone(dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const figures = /^(\d{1,2})\s?([/.\- ])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/.exec(text);
  if (figures) {
    const [, first = '', sign, second = '', yearText = ''] = figures;
    return inFigures(Number(first), Number(second), fullYear(yearText, today), sign === '.');
  }
  return alone(inWords(text, today));
}

/** With full stops the day always comes first. */
function inFigures(
  first: number,
  second: number,
  year: number,
  isDotted: boolean,
): Pick<ReadDate, 'day' | 'proves'> | undefined {
  const dayFirst = dayFrom(year, second, first);
  const monthFirst = dayFrom(year, first, second);
  if (isDotted) return alone(dayFirst);
  if (dayFirst && monthFirst)
    return first === second
      ? { day: dayFirst }
      : { day: { 'day-first': dayFirst, 'month-first': monthFirst } };
  if (dayFirst) return { day: dayFirst, proves: 'day-first' };
  return monthFirst ? { day: monthFirst, proves: 'month-first' } : undefined;
}

function alone(day: Day | undefined): { readonly day: Day } | undefined {
  return day ? { day } : undefined;
}

/** `12 mars 2026`, `lundi 12 mars 2026`, `March 3rd, 2026`, `12-Mar-26`. */
function inWords(text: string, today: Day): Day | undefined {
  const parts = folded(text)
    .split(' ')
    .filter((part) => part !== 'de' && part !== 'le' && part !== 'the' && part !== 'of');
  const at = parts.findIndex((part) => monthOf(part) !== undefined);
  if (at < 0) return undefined;
  const figures = parts
    .filter((_, place) => place !== at)
    .map((part) => /^(\d{1,4})(?:st|nd|rd|th|er)?$/.exec(part)?.[1]);
  const [day, year, ...more] = figures.filter((part) => part !== undefined);
  const words = parts.length - 1 - figures.filter((part) => part !== undefined).length;
  if (day === undefined || year === undefined || more.length > 0 || words > 1 || year.length === 3)
    return undefined;
  return dayFrom(fullYear(year, today), monthOf(parts[at] ?? '') ?? 0, Number(day));
}

function monthOf(word: string): number | undefined {
  if (word.length < 3) return undefined;
  const found = MONTHS.flatMap((names, place) =>
    names.some((name) => name.startsWith(word)) || (word === 'sept' && place === 8) ? [place + 1] : [],
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Two figures mean the year nearest to today. */
function fullYear(text: string, today: Day): number {
  if (text.length > 2) return Number(text);
  const now = Number(today.slice(0, 4));
  const year = Math.floor(now / 100) * 100 + Number(text);
  return year - now > 50 ? year - 100 : year;
}

function dayFrom(year: number, month: number, day: number): Day | undefined {
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  return isDay(text) ? text : undefined;
}

function pad(figure: number): string {
  return String(figure).padStart(2, '0');
}

/** How many cells can only be read in one order, and how many leave it open. */
export interface OrderEvidence {
  readonly 'day-first': number;
  readonly 'month-first': number;
  readonly unclear: number;
}

/** Whether the order of its figures says which day a cell means. */
export function hasOrder(cell: string): boolean {
  // Of a year in two figures only the century depends on today.
  const read = readDate(cell, '2000-01-01' as Day);
  return read !== undefined && (read.proves !== undefined || typeof read.day !== 'string');
}

export function orderEvidence(cells: Iterable<string>, today: Day): OrderEvidence {
  const counts = { 'day-first': 0, 'month-first': 0, unclear: 0 };
  for (const cell of cells) {
    const read = readDate(cell, today);
    if (read?.proves) counts[read.proves] += 1;
    else if (read && typeof read.day !== 'string') counts.unclear += 1;
  }
  return counts;
}

/** The order that the clear dates prove for the others; undefined where nothing proves one, or both. */
export function provenOrder(evidence: OrderEvidence): DateOrder | undefined {
  const proven = dateOrders.filter((order) => evidence[order] > 0);
  return proven.length === 1 ? proven[0] : undefined;
}

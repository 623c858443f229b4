/** Filters of the list of entries, and their opaque form in the address. */

import { parseCode } from '../../domain/codes.ts';
import type { Words } from '../../domain/fields/field.ts';
import { addDays, type Code, type Day } from '../../domain/ids.ts';
import { codesOf, type Entry, type Person } from '../../domain/record-kind.ts';
import { kindByKey, recordKinds } from '../../domain/registry.ts';
import { dayAt } from '../day-words.ts';

export const periods = ['30', '90', '365'] as const;
export type Period = (typeof periods)[number];

const kindKeys: readonly string[] = recordKinds.map((kind) => kind.key);

export interface Filter {
  readonly kind?: string;
  readonly defender?: Code;
  /** Days back from today. */
  readonly period?: Period;
  /** Saved by me. */
  readonly mine?: true;
  /** Part of what the list shows. Never in the address. */
  readonly text?: string;
}

/**
 * `f-` and coded parts: the kind's place in the registry, the period, whether mine, the defender's code. Undefined for
 * an empty filter. What was typed is left out: an address is kept by browsers and proxies.
 */
export function filterToAddress(filter: Filter): string | undefined {
  const place = kindKeys.indexOf(filter.kind ?? '');
  const parts = [
    place >= 0 ? `k${place.toString(36)}` : '',
    filter.period ? `p${periods.indexOf(filter.period)}` : '',
    filter.mine ? 'm' : '',
    filter.defender ? `d${filter.defender}` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `f-${parts.join('-')}` : undefined;
}

/** The inverse; parts that mean nothing (any more) are passed over. */
export function filterFromAddress(address: string | undefined): Filter {
  let filter: Filter = {};
  for (const part of address?.split('-').slice(1) ?? []) {
    const value = part.slice(1);
    const kind = part.startsWith('k') ? kindKeys[Number.parseInt(value, 36)] : undefined;
    const period = part.startsWith('p') ? periods[Number(value)] : undefined;
    const defender = part.startsWith('d') ? parseCode(value) : undefined;
    if (kind) filter = { ...filter, kind };
    if (period) filter = { ...filter, period };
    if (defender) filter = { ...filter, defender };
    if (part === 'm') filter = { ...filter, mine: true };
  }
  return filter;
}

export function isEmptyFilter(filter: Filter): boolean {
  return !filter.kind && !filter.defender && !filter.period && !filter.mine && !filter.text?.trim();
}

/** Letters that stand for others without being made of them and a mark. */
const likeOthers: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
};

/** Text for comparison: without marks, in lower case, in any script. */
export function plain(text: string): string {
  const low = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  // Most texts are plain already, and looking is faster than replacing.
  return /[łøđðßıæœ]/.test(low) ? low.replace(/[łøđðßıæœ]/g, (letter) => likeOthers[letter] ?? letter) : low;
}

/** The day an entry is about, or on which it was made by the clock of `zone`, the mission's. */
export function dayOfEntry(entry: Entry, zone: string): Day {
  return kindByKey(entry.kind)?.day(entry.record) ?? dayAt(Date.parse(entry.createdAt), zone);
}

/** Whether an entry passes; `me`, `today` and the mission's `zone` give `mine` and `period` their meaning. */
export function passes(
  entry: Entry,
  filter: Filter,
  context: { readonly me: Person; readonly today: Day; readonly zone: string; readonly words: Words },
): boolean {
  const kind = kindByKey(entry.kind);
  if (!kind || (filter.kind && filter.kind !== entry.kind)) return false;
  if (filter.mine && entry.by.objectId !== context.me.objectId) return false;
  if (filter.defender && !codesOf(entry.record).includes(filter.defender)) return false;
  if (filter.period && dayOfEntry(entry, context.zone) < addDays(context.today, -Number(filter.period)))
    return false;
  const wanted = plain(filter.text?.trim() ?? '');
  if (wanted === '') return true;
  const shown = [
    kind.summary(entry.record, context.words),
    ...codesOf(entry.record).flatMap((code) => [context.words.cover(code), code]),
    ...printedFields(entry, context.words),
  ];
  return shown.some((text) => plain(text).includes(wanted));
}

/** Every field as text; a value that cannot be printed is passed over, the list of unreadable rows names it. */
export function printedFields(entry: Entry, words: Words): readonly string[] {
  const fields = kindByKey(entry.kind)?.fields ?? {};
  return Object.entries(fields).flatMap(([key, field]) => {
    const value = entry.record[key];
    if (value === undefined) return [];
    try {
      return [field.print(value, words)];
    } catch {
      return [];
    }
  });
}

/** All entries of record kinds, newest day (in `zone`) first; equal days by the time they were made. */
export function allEntries(entries: ReadonlyMap<string, readonly Entry[]>, zone: string): readonly Entry[] {
  return kindKeys
    .flatMap((kind) => entries.get(kind) ?? [])
    .map((entry) => ({ entry, day: dayOfEntry(entry, zone) }))
    .sort((a, b) =>
      a.day === b.day ? (a.entry.createdAt < b.entry.createdAt ? 1 : -1) : a.day < b.day ? 1 : -1,
    )
    .map(({ entry }) => entry);
}

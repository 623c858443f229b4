/** Filters of the list of entries. */

import type { FieldSettings, Words } from '../../domain/fields/field.ts';
import { addDays, type Code, type Day, type MissionCode } from '../../domain/ids.ts';
import { codesOf, type Entry, type Person } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import { dayAt } from '../day-words.ts';
import { missionsOf } from './missions-met.ts';

export const periods = ['30', '90', '365'] as const;
export type Period = (typeof periods)[number];
export const states = ['open', 'done'] as const;
export type State = (typeof states)[number];

export interface Filter {
  readonly kind?: string;
  readonly defender?: Code;
  /** Days back from today. */
  readonly period?: Period;
  /** Saved by me. */
  readonly mine?: true;
  /** Whether something is still expected of it. */
  readonly state?: State;
  /** One of `statusKeys` of `kind`. */
  readonly status?: string;
  /** Named in one of its fields or rows. */
  readonly mission?: MissionCode;
  /** Part of what the list shows. Never in the address. */
  readonly text?: string;
}

export function isEmptyFilter(filter: Filter): boolean {
  const { text, ...others } = filter;
  return Object.values(others).every((value) => value === undefined) && !text?.trim();
}

/** The field that says how far an entry of a kind has come: its step, else the first choice in its table that is indexed. */
export function statusField(kind: string | undefined): string | undefined {
  const of = kindByKey(kind ?? '');
  if (!of) return undefined;
  const isStatus = (key: string) =>
    of.fields[key]?.settings.choices !== undefined && of.fields[key].columns.some(({ indexed }) => indexed);
  return 'step' in of.fields ? 'step' : Object.keys(of.fields).find(isStatus);
}

/** What a status of that kind may be; empty where the kind has none. */
export function statusKeys(kind: string | undefined): readonly string[] {
  return statusSetting(kind)?.keys ?? [];
}

/** Name and keys of the choice behind the status. */
export function statusSetting(kind: string | undefined): FieldSettings['choices'] {
  return kindByKey(kind ?? '')?.fields[statusField(kind) ?? '']?.settings.choices;
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

const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);

/** Text for comparison: without marks, in lower case, in any script. */
export function plain(text: string): string {
  // Most texts are plain already, and looking is faster than replacing.
  if (isAscii(text)) return text.toLowerCase();
  const low = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return /[łøđðßıæœ]/.test(low) ? low.replace(/[łøđðßıæœ]/g, (letter) => likeOthers[letter] ?? letter) : low;
}

/** The day an entry is about, or on which it was made by the clock of `zone`, the mission's. */
export function dayOfEntry(entry: Entry, zone: string): Day {
  return kindByKey(entry.kind)?.day(entry.record) ?? dayAt(Date.parse(entry.createdAt), zone);
}

/**
 * Tells whether an entry passes; `me`, `today` and the mission's `zone` give `mine` and `period` their meaning, `shown` is
 * the plain text of what the list tells of an entry.
 */
export function passing(
  filter: Filter,
  context: {
    readonly me: Person;
    readonly today: Day;
    readonly zone: string;
    readonly shown: (entry: Entry) => string;
  },
): (entry: Entry) => boolean {
  const { me, today, zone, shown } = context;
  const from = filter.period && addDays(today, -Number(filter.period));
  const wanted = plain(filter.text?.trim() ?? '');
  return (entry) => {
    const kind = kindByKey(entry.kind);
    if (!kind || (filter.kind && filter.kind !== entry.kind)) return false;
    if (filter.mine && entry.by.objectId !== me.objectId) return false;
    if (filter.state && (kind.live(entry.record) === 'open') !== (filter.state === 'open')) return false;
    if (filter.status && entry.record[statusField(entry.kind) ?? ''] !== filter.status) return false;
    if (filter.mission && !missionsOf(entry).includes(filter.mission)) return false;
    if (filter.defender && !codesOf(entry.record).includes(filter.defender)) return false;
    if (from && dayOfEntry(entry, zone) < from) return false;
    return wanted === '' || shown(entry).includes(wanted);
  };
}

/** Every field that lists may tell of, as text; a value that cannot be printed is passed over, the list of unreadable rows names it. */
export function printedFields(entry: Entry, words: Words): readonly string[] {
  const kind = kindByKey(entry.kind);
  return Object.entries(kind?.fields ?? {}).flatMap(([key, field]) => {
    const value = entry.record[key];
    if (value === undefined || kind?.unlisted?.includes(key)) return [];
    try {
      return [field.print(value, words)];
    } catch {
      return [];
    }
  });
}

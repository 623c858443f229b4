/** Filters of the list of entries. */

import type { Field, FieldSettings, Words } from '../../domain/fields/field.ts';
import { addDays, type Code, type Day, isMissionCode, type MissionCode } from '../../domain/ids.ts';
import { codesOf, type Entry, type Person } from '../../domain/record-kind.ts';
import { kindByKey, recordKinds } from '../../domain/registry.ts';
import { dayAt } from '../day-words.ts';

export const periods = ['30', '90', '365'] as const;
export type Period = (typeof periods)[number];
export const states = ['open', 'done'] as const;
export type State = (typeof states)[number];

const kindKeys: readonly string[] = recordKinds.map((kind) => kind.key);

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
    of.fields[key]?.kind === 'choice' && of.fields[key].columns.some((column) => column.indexed);
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

/** Missions that an entry names in its fields and rows. */
export function missionsOf(entry: Entry): readonly MissionCode[] {
  const kind = kindByKey(entry.kind);
  return kind ? missionsIn(kind.fields, entry.record) : [];
}

const met = new WeakMap<readonly Entry[], readonly MissionCode[]>();

/** Missions that any entry names, in the order of their codes. */
export function knownMissions(entries: ReadonlyMap<string, readonly Entry[]>): readonly MissionCode[] {
  const all = kindKeys.flatMap((key) => {
    const list = entries.get(key) ?? [];
    const known = met.get(list) ?? [...new Set(list.flatMap(missionsOf))];
    met.set(list, known);
    return known;
  });
  return [...new Set(all)].sort();
}

function missionsIn(fields: Readonly<Record<string, Field>>, record: object): readonly MissionCode[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const value: unknown = (record as Readonly<Record<string, unknown>>)[key];
    if (field.kind === 'mission') return isMissionCode(value) ? [value] : [];
    const { row } = field.settings;
    if (!row || !Array.isArray(value)) return [];
    return value.flatMap((each: unknown) =>
      typeof each === 'object' && each !== null ? missionsIn(row, each) : [],
    );
  });
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
  if (filter.state && (kind.live(entry.record) === 'open') !== (filter.state === 'open')) return false;
  if (filter.status && entry.record[statusField(entry.kind) ?? ''] !== filter.status) return false;
  if (filter.mission && !missionsOf(entry).includes(filter.mission)) return false;
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

/** Builds fields from the few answers in which their kinds differ; what is common to all is said once here. */

import type { Code, EntryId, MissionCode } from '../ids.ts';
import {
  type Anonymising,
  type Checked,
  type ColumnSpec,
  type Crossing,
  canonical,
  type Field,
  type FieldKindName,
  type FieldSettings,
  type HandingOn,
  MalformedValue,
  type Merged,
  type OnPaper,
  type ProblemCode,
  type StoredValue,
  sameValue,
  type Words,
} from './field.ts';

export type RequiredField<V> = Field<V> & { readonly required: true };
export type OptionalField<V> = Field<V> & { readonly required: false };

/** Longest text that a one-line column and a many-line column hold, in UTF-16 units. */
export const TEXT_MAX = 255;
export const NOTE_MAX = 63_999;

/** The same field, but a record may go without it. */
export function optional<V>(field: Field<V>): OptionalField<V> {
  return { ...field, required: false };
}

export function bad(code: ProblemCode, values?: Readonly<Record<string, string | number>>): Checked<never> {
  return { ok: false, problem: values === undefined ? { code } : { code, values } };
}

export function good<V>(value: V): Checked<V> {
  return { ok: true, value };
}

/** Three-way merge of a value that is only ever taken whole. */
export function mergeWhole<V>(base: V | undefined, mine: V | undefined, theirs: V | undefined): Merged<V> {
  return untouched(base, mine, theirs) ?? { conflict: true };
}

/** The merge where at most one side changed anything; undefined where both did, differently. */
export function untouched<V>(
  base: V | undefined,
  mine: V | undefined,
  theirs: V | undefined,
): { readonly value: V | undefined } | undefined {
  if (sameValue(mine, theirs) || sameValue(theirs, base)) return { value: mine };
  if (sameValue(mine, base)) return { value: theirs };
  return undefined;
}

/** Order of plain text by UTF-16 units: total, and the same on every machine. */
export function byUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Settings of a column that people filter by, or that must differ in every row. */
export interface Indexing {
  readonly indexed?: true;
  readonly unique?: true;
}

interface Answers<V> {
  readonly kind: FieldKindName;
  readonly settings?: FieldSettings;
  check(raw: unknown): Checked<V>;
  print(value: V, words: Words): string;
  compare(a: V, b: V): number;
  lines?(value: V, words: Words): readonly string[];
  merge?(base: V | undefined, mine: V | undefined, theirs: V | undefined): Merged<V>;
  /** Where absent, the value stays as it is: a coded answer says nothing about a person. */
  anonymise?(value: V, how: Anonymising, required: boolean): V | undefined;
  /** Where absent, it crosses as it is: a coded answer, a day. */
  crosses?(value: V, how: Crossing): V | undefined;
  missionsIn?(value: V): readonly MissionCode[];
  refersTo?(value: V): EntryId;
  handedOn?(value: V, how: HandingOn): V | undefined;
  opensWith?(newCode: () => Code): V;
  freeTexts?(raw: unknown): readonly string[];
  /** Where absent: the boxes of its choices, or one line. */
  onPaper?(): OnPaper;
}

function paperFor({ choices, items }: FieldSettings = {}): OnPaper {
  if (!choices) return { boxes: [], lines: 1 };
  const boxes = choices.keys.map((key) => `choices.${choices.set}.${key}`);
  return items
    ? { boxes, lines: 0, items: items.keys.map((key) => `checklists.${items.list}.${key}`) }
    : { boxes, lines: 0 };
}

function asItIs<V>(value: V): V {
  return value;
}

/** What a field answers alike however its value is stored. */
function common<V>(answers: Answers<V>) {
  const { kind, settings = {}, print, compare, lines, missionsIn, refersTo, freeTexts } = answers;
  const { handedOn, opensWith } = answers;
  return {
    kind,
    required: true as const,
    settings,
    print,
    compare,
    anonymise: answers.anonymise ?? asItIs,
    crosses: answers.crosses ?? asItIs,
    onPaper: answers.onPaper ?? (() => paperFor(settings)),
    ...(lines ? { lines } : {}),
    ...(missionsIn ? { missionsIn } : {}),
    ...(refersTo ? { refersTo } : {}),
    ...(handedOn ? { handedOn } : {}),
    ...(opensWith ? { opensWith } : {}),
    ...(freeTexts ? { freeTexts } : {}),
  };
}

/** A field whose value is stored as it is in one column. */
export function plainField<V extends string | number | boolean>(
  answers: Answers<V> & { readonly type: ColumnSpec['type'] } & Indexing,
): RequiredField<V> {
  const { check } = answers;
  const column: ColumnSpec = {
    suffix: '',
    type: answers.type,
    ...(answers.indexed ? { indexed: true } : {}),
    ...(answers.unique ? { unique: true } : {}),
  };
  return {
    ...common(answers),
    columns: [column],
    check,
    encode: (value) => [value === undefined || value === '' ? null : value],
    decode: ([stored]) => (isBlank(stored) ? undefined : accepted(check(stored))),
    merge: answers.merge ?? mergeWhole,
  };
}

/** A field whose value is canonical JSON in one note of at most 63,999 characters. */
export function jsonField<V>(answers: Answers<V>): RequiredField<V> {
  const check = (raw: unknown): Checked<V> => {
    const checked = answers.check(raw);
    if (!checked.ok) return checked;
    const length = canonical(checked.value).length;
    return length > NOTE_MAX ? bad('too-long', { max: NOTE_MAX, length }) : checked;
  };
  return {
    ...common(answers),
    columns: [{ suffix: '', type: 'note' }],
    check,
    encode: (value) => [value === undefined || isEmptyList(value) ? null : canonical(value)],
    decode: ([stored]) =>
      isBlank(stored)
        ? undefined
        : accepted(fits(stored) ? answers.check(parsed(stored)) : check(parsed(stored))),
    merge(base, mine, theirs) {
      const merged = (answers.merge ?? mergeWhole)(base, mine, theirs);
      // Each side fitted into the column; together they may not.
      return 'value' in merged && canonical(merged.value).length > NOTE_MAX ? { conflict: true } : merged;
    },
  };
}

/** A field spread over several text columns, all filled or all empty. */
export function spreadField<V>(
  answers: Answers<V> & {
    readonly columns: readonly ColumnSpec[];
    parts(value: V): readonly string[];
    whole(parts: readonly (StoredValue | undefined)[]): unknown;
  },
): RequiredField<V> {
  const { columns, check } = answers;
  return {
    ...common(answers),
    columns,
    check,
    encode: (value) => (value === undefined ? columns.map(() => null) : answers.parts(value)),
    decode: (stored) =>
      columns.every((_, index) => isBlank(stored[index]))
        ? undefined
        : accepted(check(answers.whole(stored))),
    merge: mergeWhole,
  };
}

/** A plain object, as JSON gives one; everything else is refused before its members are looked at. */
export function isPlainObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function accepted<V>(checked: Checked<V>): V {
  if (!checked.ok) throw new MalformedValue(checked.problem);
  return checked.value;
}

function parsed(stored: StoredValue | undefined): unknown {
  if (typeof stored !== 'string') throw new MalformedValue({ code: 'malformed' });
  try {
    return JSON.parse(stored);
  } catch {
    throw new MalformedValue({ code: 'malformed' });
  }
}

/** So far below the limit that no cleaning can reach it: measuring again would only cost time. */
function fits(stored: StoredValue | undefined): boolean {
  return typeof stored === 'string' && stored.length < NOTE_MAX / 4;
}

function isBlank(stored: StoredValue | undefined): boolean {
  return stored === undefined || stored === null || stored === '';
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

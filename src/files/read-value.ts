/** One cell to a value of a field, by the field's kind; what it cannot tell by itself a person settles once for all rows. */

import { parseCode } from '../domain/codes.ts';
import type { Field, FieldKindName } from '../domain/fields/field.ts';
import type { Code, Day } from '../domain/ids.ts';
import { type DateOrder, type ReadDate, readClock, readDate } from './dates.ts';
import type { Labels } from './labels.ts';
import { folded, isBlank, tidy } from './tidy.ts';

/** Who a word of a list stands for: a code of ours; somebody who is no defender (an answer of the kind's own); nobody. */
export type Alias = { readonly code: Code } | { readonly instead: string } | { readonly nobody: true };

/** What is known and was settled before rows are read. */
export interface Reading {
  readonly today: Day;
  /** IANA zone of local times, the mission's. */
  readonly zone: string;
  readonly order: DateOrder | undefined;
  readonly labels: Labels;
  /** Folded cover name to code. */
  readonly covers: ReadonlyMap<string, Code>;
  /** Folded word of the list to whom it stands for. */
  readonly aliases: ReadonlyMap<string, Alias>;
  /** `<set> <folded word>` to the key of the answer, or empty for none. */
  readonly answers: ReadonlyMap<string, string>;
}

/** Why a cell or row cannot be stored; words under `files.why.<code>`. */
export type CellFault =
  | 'not-a-date'
  | 'date-unclear'
  | 'not-a-time'
  | 'not-a-number'
  | 'not-yes-or-no'
  | 'answer-unknown'
  | 'who-unknown';

export type ReadCell =
  | { readonly value: unknown; readonly instead?: string }
  | { readonly fault: CellFault; readonly said: string };

/** How cells of a list become values of one kind of field. */
interface Reader {
  read(cell: string, field: Field, reading: Reading): ReadCell;
  /** Text in somebody's own words, on one line or on several: takes what several columns say. */
  readonly written?: 'line' | 'lines';
  /** Its cells hold dates. */
  readonly isDated?: true;
  /** The time of day may stand in a column of its own. */
  readonly hasTime?: true;
  /** One cell may hold several values. */
  readonly isList?: true;
}

const YES = new Set(['yes', 'y', 'oui', 'o', 'true', 'vrai', '1', 'x', 'ok', 'ja', 'si', 'da']);
const NO = new Set(['no', 'n', 'non', 'false', 'faux', '0', 'nein', 'net']);
const TICKS = /^[✓✔☑√]$/u;

const nothing: ReadCell = { value: undefined };

function bad(fault: CellFault, cell: string): ReadCell {
  return { fault, said: tidy(cell).slice(0, 80) };
}

const readers: Partial<Readonly<Record<FieldKindName, Reader>>> = {
  text: {
    read: (cell) => ({ value: tidy(cell).replace(/\s+/g, ' ') || undefined }),
    written: 'line',
  },
  note: { read: (cell) => ({ value: tidy(cell) || undefined }), written: 'lines' },
  choice: { read: (cell, field, reading) => answerIn(cell, field, reading) },
  choices: {
    read: (cell, field, reading) => listIn(cell, (word) => answerIn(word, field, reading)),
    isList: true,
  },
  code: {
    read(cell) {
      const key = folded(cell).replaceAll(' ', '-');
      return /^[a-z0-9][a-z0-9-]{0,63}$/.test(key) ? { value: key } : bad('answer-unknown', cell);
    },
  },
  day: {
    read(cell, _field, reading) {
      const read = readDate(cell, reading.today);
      if (!read) return bad('not-a-date', cell);
      const day = settled(read, reading.order);
      return day ? { value: day } : bad('date-unclear', cell);
    },
    isDated: true,
  },
  'local-time': {
    read(cell, _field, reading) {
      const read = readDate(cell, reading.today);
      if (!read) return bad('not-a-date', cell);
      const day = settled(read, reading.order);
      if (!day) return bad('date-unclear', cell);
      return { value: { day, zone: reading.zone, ...(read.time ? { time: read.time } : {}) } };
    },
    isDated: true,
    hasTime: true,
  },
  number: {
    read(cell) {
      const value = numberIn(cell);
      return value === undefined ? bad('not-a-number', cell) : { value };
    },
  },
  'yes-no': {
    read(cell) {
      const said = folded(cell);
      if (YES.has(said) || TICKS.test(tidy(cell))) return { value: true };
      return NO.has(said) ? { value: false } : bad('not-yes-or-no', cell);
    },
  },
  defender: { read: (cell, _field, reading) => personIn(cell, reading) },
  defenders: {
    read: (cell, _field, reading) => listIn(cell, (word) => personIn(word, reading)),
    isList: true,
  },
};

/** Undefined for a field into which nothing can be read. */
export function readerOf(field: Field | undefined): Omit<Reader, 'read'> | undefined {
  return field && readers[field.kind];
}

/** A blank cell says nothing about any field. */
export function readValue(cell: string, field: Field, reading: Reading): ReadCell {
  const reader = readers[field.kind];
  if (!reader || tidy(cell) === '' || (!reader.written && isBlank(cell))) return nothing;
  return reader.read(cell, field, reading);
}

/** `HH:MM` of a cell of its own. */
export function readTimeOfDay(cell: string): ReadCell {
  if (isBlank(cell)) return nothing;
  const time = readClock(cell);
  return time ? { value: time } : bad('not-a-time', cell);
}

/** The cell as one value, else each of its words as one. */
function listIn(cell: string, read: (word: string) => ReadCell): ReadCell {
  const whole = read(cell);
  if ('value' in whole) return { ...whole, value: whole.value === undefined ? undefined : [whole.value] };
  const parts = wordsIn(cell).map(read);
  const wrong = parts.find((part) => 'fault' in part);
  if (wrong) return wrong;
  const values = parts.flatMap((part) => ('value' in part && part.value !== undefined ? [part.value] : []));
  return { value: values.length > 0 ? values : undefined };
}

/** The several words of one cell. */
export function wordsIn(cell: string): readonly string[] {
  return tidy(cell)
    .split(/\s*[;,\n/+|]\s*|\s+(?:et|and|&)\s+/)
    .filter((word) => word !== '');
}

function settled({ day }: ReadDate, order: DateOrder | undefined): Day | undefined {
  if (typeof day === 'string') return day;
  return order && day[order];
}

/** By what a person settled, by key or label, or by the beginning of exactly one label (`tel.`). */
function answerIn(cell: string, field: Field, { answers, labels }: Reading): ReadCell {
  const set = field.settings.choices?.set ?? '';
  const said = folded(cell);
  const chosen = answers.get(answerKey(set, said));
  if (chosen !== undefined) return { value: chosen === '' ? undefined : chosen };
  const known = labels.answers.get(set);
  const exact = known?.get(said);
  if (exact) return { value: exact };
  const begun = new Set(
    [...(known ?? [])].flatMap(([label, key]) => (said.length >= 3 && label.startsWith(said) ? [key] : [])),
  );
  const [only] = begun;
  return only !== undefined && begun.size === 1 ? { value: only } : bad('answer-unknown', cell);
}

export function answerKey(set: string, folded: string): string {
  return `${set} ${folded}`;
}

/** What the cell itself says goes first: it is never asked about, so nothing settled elsewhere may change it unseen. */
function personIn(cell: string, { aliases, covers }: Reading): ReadCell {
  const [cover = '', beside = ''] = tidy(cell).split('·');
  const code = parseCode(cell) ?? (beside ? parseCode(beside) : undefined) ?? covers.get(folded(cover));
  if (code) return { value: code };
  const alias = aliases.get(folded(cell));
  if (!alias) return bad('who-unknown', cell);
  if ('code' in alias) return { value: alias.code };
  return 'instead' in alias ? { value: undefined, instead: alias.instead } : nothing;
}

/** `1 234,5`, `1.234,5`, `1,234.5`; the last sign followed by one or two figures is the decimal one. */
function numberIn(cell: string): number | undefined {
  const text = tidy(cell).replace(/[\s'’]/g, '');
  if (!/^[-+]?\d[\d.,]*$/.test(text)) return undefined;
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  const isDecimal = last >= 0 && text.length - last - 1 !== 3;
  const whole = (isDecimal ? text.slice(0, last) : text).replace(/[.,]/g, '');
  const value = Number(isDecimal ? `${whole}.${text.slice(last + 1)}` : whole);
  return Number.isFinite(value) ? value : undefined;
}

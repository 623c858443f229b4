/** The dry run: what becomes of every row of a list, before anything is stored. Pure. */

import { isAbsent } from '../domain/fields/check-fields.ts';
import { canonical, type Problem } from '../domain/fields/field.ts';
import type { Around } from '../domain/kind-hooks.ts';
import { type AnyKind, type AnyRecord, checkRecord } from '../domain/record-kind.ts';
import type { FileRow, FileTable } from './find-table.ts';
import { ADD_TO_NOTE, hasNote, type Matching, NOTHING } from './match-columns.ts';
import { type CellFault, type Reading, readerOf, readTimeOfDay, readValue } from './read-value.ts';
import { isBlank } from './tidy.ts';

/** One thing that stands in the way of a row. `problem` is the form's own; its words are those of the form. */
export type Reason =
  | { readonly is: 'cell'; readonly fault: CellFault; readonly field: string; readonly said: string }
  | { readonly is: 'field'; readonly field: string; readonly problem: Problem }
  | { readonly is: 'row'; readonly why: RowWhy };

export type RowWhy = 'broken' | 'consent' | 'without-consent' | 'read-only';

export type PlannedRow = { readonly row: FileRow } & (
  | {
      readonly plan: 'store';
      readonly source: string;
      readonly values: AnyRecord;
      /** Text longer than its field: its beginning stands there, the whole of it in the note. */
      readonly shortened: boolean;
      /** Its written text looks as if it named or numbered somebody. */
      readonly looksNamed: boolean;
    }
  | { readonly plan: 'skip'; readonly why: 'empty' | 'total' | 'titles-again' }
  | { readonly plan: 'twice'; readonly of: number }
  | { readonly plan: 'refuse'; readonly reasons: readonly Reason[] }
);

export interface ImportSetup {
  readonly kind: AnyKind;
  readonly matching: Matching;
  /** The same for all rows, where the list has no column for it; by field. */
  readonly forAll: AnyRecord;
  /** What lies around every row: the other entries of the book, the clocks of places. */
  readonly around: Around;
}

/** @param foresee what the gate would say to such an entry, from what is in memory */
export function planImport(
  table: FileTable,
  setup: ImportSetup,
  reading: Reading,
  foresee: (values: AnyRecord) => RowWhy | undefined,
): readonly PlannedRow[] {
  const first = new Map<string, number>();
  return table.rows.map((row): PlannedRow => {
    if (row.is === 'broken') return { row, plan: 'refuse', reasons: [{ is: 'row', why: 'broken' }] };
    if (row.is !== 'data') return { row, plan: 'skip', why: row.is };
    const source = sourceOf(table, row);
    const before = first.get(source);
    if (before !== undefined) return { row, plan: 'twice', of: before };
    first.set(source, row.number);
    const { values, reasons, shortened } = valuesOf(table, row, setup, reading);
    if (reasons.length > 0) return { row, plan: 'refuse', reasons };
    const checked = checkRecord(setup.kind, values, reading.today, setup.around);
    if (!checked.ok) {
      const found = Object.entries(checked.problems).flatMap(([field, problems]) =>
        problems.map((problem): Reason => ({ is: 'field', field, problem })),
      );
      return { row, plan: 'refuse', reasons: found };
    }
    const why = foresee(checked.record);
    if (why) return { row, plan: 'refuse', reasons: [{ is: 'row', why }] };
    return {
      row,
      plan: 'store',
      source,
      values: checked.record,
      shortened,
      looksNamed: looksNamed(setup.kind, checked.record),
    };
  });
}

/** The row as one text that does not depend on the file's form: titles and what stands under them, sorted. */
export function sourceOf({ columns }: Pick<FileTable, 'columns'>, { cells }: Pick<FileRow, 'cells'>): string {
  const said = columns.flatMap(({ place, title }) => (cells[place] ? [[title, cells[place]] as const] : []));
  return canonical(said.map(([title, cell]) => `${title}\n${cell}`).sort());
}

interface RowValues {
  readonly values: AnyRecord;
  readonly reasons: readonly Reason[];
  readonly shortened: boolean;
}

function valuesOf(table: FileTable, row: FileRow, setup: ImportSetup, reading: Reading): RowValues {
  const { kind, matching } = setup;
  const values: Record<string, unknown> = { ...setup.forAll };
  const texts = new Map<string, string[]>();
  const lines: string[] = [];
  const times: (readonly [string, string])[] = [];
  const reasons: Reason[] = [];
  for (const { place, title } of table.columns) {
    const cell = row.cells[place] ?? '';
    const target = matching[place] ?? NOTHING;
    if (cell === '' || target === NOTHING) continue;
    if (target === ADD_TO_NOTE) {
      if (!isBlank(cell)) lines.push(title ? `${title}: ${cell}` : cell);
      continue;
    }
    const [key = '', part] = target.split(':');
    const field = kind.fields[key];
    if (!field) continue;
    const read = part === 'time' ? readTimeOfDay(cell) : readValue(cell, field, reading);
    if ('fault' in read) {
      reasons.push({ is: 'cell', fault: read.fault, field: key, said: read.said });
      continue;
    }
    if (read.instead !== undefined && kind.insteadOfAbout) values[kind.insteadOfAbout] = read.instead;
    if (read.value === undefined) continue;
    if (part === 'time') times.push([key, String(read.value)]);
    else if (readerOf(field)?.written) texts.set(key, [...(texts.get(key) ?? []), String(read.value)]);
    else values[key] = read.value;
  }
  for (const [key, time] of times) values[key] = { ...(values[key] as AnyRecord | undefined), time };
  const shortened = setTexts(kind, values, texts, lines);
  return { values, reasons, shortened };
}

/** Puts written text into its fields; what is too long for one line goes whole into the note. */
function setTexts(
  kind: AnyKind,
  values: Record<string, unknown>,
  texts: ReadonlyMap<string, readonly string[]>,
  lines: readonly string[],
): boolean {
  const takesRest = hasNote(kind);
  const whole: string[] = [];
  for (const [key, parts] of texts) {
    const field = kind.fields[key];
    const isLine = readerOf(field)?.written === 'line';
    const text = parts.join(isLine ? ' · ' : '\n');
    const max = field?.settings.max ?? Number.POSITIVE_INFINITY;
    if (isLine && text.length > max && takesRest) {
      values[key] = `${text.slice(0, max - 1).trimEnd()}…`;
      whole.push(text);
    } else values[key] = text;
  }
  const note = [...whole, ...(typeof values.note === 'string' ? [values.note] : []), ...lines];
  if (takesRest && note.length > 0) values.note = note.join('\n');
  return whole.length > 0;
}

const NAMING = [
  /\b(?:M|MM|Mr|Mrs|Ms|Mme|Mlle|Dr|Me|Maître)\.?\s+\p{Lu}/u,
  /[\w.+-]+@[\w-]+\.\w+/,
  /(?:\+|\b00)\d[\d .-]{7,}/,
];

/** A title before a capital, an e-mail address, a telephone number. */
function looksNamed(kind: AnyKind, values: AnyRecord): boolean {
  return Object.entries(kind.fields).some(([key, field]) => {
    const value = values[key];
    return (
      readerOf(field)?.written !== undefined &&
      typeof value === 'string' &&
      !isAbsent(value) &&
      NAMING.some((pattern) => pattern.test(value))
    );
  });
}

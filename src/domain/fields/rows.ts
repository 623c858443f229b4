/** A small table inside a record: each row has an id of its own and two people's edits merge row by row. */

import type { MissionCode } from '../ids.ts';
import type { AnyRecord, Fields, RecordOf } from '../record-kind.ts';
import { checkFields, isAbsent } from './check-fields.ts';
import {
  bad,
  byUnits,
  good,
  isPlainObject,
  jsonField,
  type RequiredField,
  untouched,
} from './define-field.ts';
import { type Checked, canonical, type Field, type HandingOn, type Merged, type Words } from './field.ts';
import { semicolon } from './signs.ts';

/** One row: its id (made when the row is added, 1 to 40 letters, digits or hyphens) and its fields. */
export type RowOf<F extends Fields> = { readonly id: string } & RecordOf<F>;

const ROW_ID = /^[A-Za-z0-9-]{1,40}$/;

/** Nobody knows beforehand how many rows there will be. */
const LINES_ON_PAPER = 6;

interface RowSettings {
  /** Parts that do not apply to what is filled in of a row so far: not shown, and left out when saved. Never a required one. */
  hides?(row: AnyRecord): readonly string[];
}

/** Rows of the given fields; rows without any content are dropped. */
export function rows<const F extends Fields>(
  row: F,
  settings: RowSettings = {},
): RequiredField<readonly RowOf<F>[]> {
  type Row = RowOf<F>;
  const { hides } = settings;
  const naming = Object.entries(row).filter(([, { missionsIn }]) => missionsIn);
  return jsonField<readonly Row[]>({
    kind: 'rows',
    settings: { row, ...(hides ? { hidesInRow: hides } : {}) },
    check: (raw) => checkRows<Row>(row, raw, hides),
    merge: (base, mine, theirs) =>
      untouched(base, mine, theirs) ?? mergeRows<Row>(row, base ?? [], mine ?? [], theirs ?? []),
    print: (value, words) => value.map((one) => printRow(row, one, words)).join(semicolon(words.locale)),
    onPaper: () => ({ boxes: [], lines: LINES_ON_PAPER }),
    compare: (a, b) => a.length - b.length || byUnits(canonical(a), canonical(b)),
    anonymise: (value, how) =>
      keptRows<Row>(row, value, (field, part) => field.anonymise(part, how, field.required)),
    ...(naming.length > 0
      ? { missionsIn: (value: readonly Row[]) => value.flatMap((one) => missionsInRow(naming, one)) }
      : {}),
    handedOn: (value, how) => handedOnRows<Row>(row, value, how),
    freeTexts: (raw) =>
      Array.isArray(raw)
        ? raw.flatMap((one) =>
            Object.entries(row).flatMap(([key, field]) => field.freeTexts?.(member(one, key)) ?? []),
          )
        : [],
    // A row that would go without a part it needs stays: somebody left out, words that are not for others.
    crosses: (value, how) =>
      keptRows<Row>(row, value, (field, part) => field.crosses(part, how)).filter((one) =>
        Object.entries(row).every(([key, field]) => !field.required || member(one, key) !== undefined),
      ),
  });
}

function checkRows<Row extends { readonly id: string }>(
  fields: Fields,
  raw: unknown,
  hides: RowSettings['hides'],
): Checked<readonly Row[]> {
  if (!Array.isArray(raw)) return bad('malformed');
  const clean: Row[] = [];
  const ids = new Set<string>();
  for (const item of raw) {
    if (!isPlainObject(item) || typeof item.id !== 'string' || !ROW_ID.test(item.id)) return bad('malformed');
    const { id } = item;
    if (ids.has(id)) return bad('malformed', { row: id });
    ids.add(id);
    if (Object.keys(fields).every((key) => !Object.hasOwn(item, key) || isAbsent(item[key]))) continue;
    const checked = checkFields(fields, item);
    if (!checked.ok) {
      const [part, [problem] = []] = Object.entries(checked.problems)[0] ?? [];
      if (part === undefined || problem === undefined) return bad('malformed');
      return { ok: false, problem: { ...problem, row: id, part } };
    }
    const hidden = hides?.(checked.values) ?? [];
    const shown = Object.entries(checked.values).filter(([key]) => !hidden.includes(key));
    clean.push({ id, ...Object.fromEntries(shown) } as unknown as Row);
  }
  return good(clean);
}

/** Their order, then the rows only I added. A row that one side removed and the other changed is a conflict. */
function mergeRows<Row extends { readonly id: string }>(
  fields: Fields,
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
): Merged<readonly Row[]> {
  const before = new Map(base.map((row) => [row.id, row]));
  const my = new Map(mine.map((row) => [row.id, row]));
  const their = new Map(theirs.map((row) => [row.id, row]));
  const merged: Row[] = [];
  for (const id of new Set([...their.keys(), ...my.keys(), ...before.keys()])) {
    const row = mergeRow(fields, before.get(id), my.get(id), their.get(id));
    if ('conflict' in row) return row;
    if (row.value) merged.push(row.value);
  }
  return { value: merged };
}

function mergeRow<Row extends { readonly id: string }>(
  fields: Fields,
  base: Row | undefined,
  mine: Row | undefined,
  theirs: Row | undefined,
): Merged<Row> {
  const simple = untouched(base, mine, theirs);
  if (simple) return simple;
  if (!mine || !theirs) return { conflict: true };
  const merged: Record<string, unknown> = { id: mine.id };
  for (const [key, field] of Object.entries(fields)) {
    const one = field.merge(member(base, key), member(mine, key), member(theirs, key));
    if ('conflict' in one) return one;
    if (!isAbsent(one.value)) merged[key] = one.value;
  }
  // Each side kept what is required; together they may not.
  return checkFields(fields, merged).ok ? { value: merged as unknown as Row } : { conflict: true };
}

function member(row: object | undefined, key: string): unknown {
  return row === undefined ? undefined : (row as Readonly<Record<string, unknown>>)[key];
}

function handedOnRows<Row extends { readonly id: string }>(
  fields: Fields,
  all: readonly Row[],
  { from, to, isDue }: HandingOn,
): readonly Row[] | undefined {
  let isTheirs = false;
  const after = all.map((one) => {
    const how = { from, to, isDue: () => isDue(one.id) };
    const changed = Object.entries(fields).flatMap(([key, field]) => {
      const value = member(one, key);
      const next = value === undefined ? undefined : field.handedOn?.(value, how);
      return next === undefined ? [] : [[key, next] as const];
    });
    if (changed.length === 0) return one;
    isTheirs = true;
    return { ...one, ...Object.fromEntries(changed) };
  });
  return isTheirs ? after : undefined;
}

/** What stays of each row; a row of which nothing stays is no row any more. */
function keptRows<Row extends { readonly id: string }>(
  fields: Fields,
  all: readonly Row[],
  keep: (field: Field, value: unknown) => unknown,
): readonly Row[] {
  return all.flatMap((row) => {
    const kept: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(fields)) {
      const value = member(row, key);
      const stays = value === undefined ? undefined : keep(field, value);
      if (stays !== undefined) kept[key] = stays;
    }
    return Object.keys(kept).length === 0 ? [] : [{ id: row.id, ...kept } as unknown as Row];
  });
}

function missionsInRow(naming: readonly (readonly [string, Field])[], row: object): readonly MissionCode[] {
  return naming.flatMap(([key, field]) => {
    const value = member(row, key);
    return value === undefined ? [] : (field.missionsIn?.(value) ?? []);
  });
}

function printRow(fields: Fields, row: object, words: Words): string {
  return Object.entries(fields)
    .filter(([key]) => member(row, key) !== undefined)
    .map(([key, field]) => field.print(member(row, key), words))
    .join(' · ');
}

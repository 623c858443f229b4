/** A stored row read into an entry; pure, the same for every kind and every place. */

import { MalformedValue, type StoredValue } from '../domain/fields/field.ts';
import { type Instant, isEntryId } from '../domain/ids.ts';
import type { AnyKind, AnyRecord, Entry, Person } from '../domain/record-kind.ts';
import type { Malformed } from './book.ts';
import { type FieldColumns, layoutOf } from './columns.ts';

/** What a place keeps beside the columns of a row. */
export interface StoredRow {
  readonly id: string;
  readonly version: string;
  readonly at: Instant;
  readonly createdAt: Instant;
  readonly columns: Columns;
  /** Who last wrote the row, as the place itself saw them sign in; undefined where it does not say. */
  readonly editor?: { readonly objectId: string; readonly name: string };
}
/** Column values by internal name; an absent one counts as empty. Values of unknown type come from lists edited by hand. */
export type Columns = Readonly<Record<string, unknown>>;

/** Value of `fp_live` while something is still expected of an entry: sorts behind every day. */
export const liveWhileOpen = '9999';

export type Decoded =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly malformed: Malformed };

/**
 * A stored row to an entry of `kind`, migrated to the schema of today. A row that cannot be read is answered as
 * malformed with its column; nothing is thrown and nothing is left out silently.
 */
export function decodeRow(kind: AnyKind, row: StoredRow): Decoded {
  try {
    const { columns } = row;
    const schema = columns.fp_schema;
    if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1)
      throw new Unreadable('fp_schema', codeFor(schema, 'not-a-number'));
    const entry = columns.fp_entry;
    if (!isEntryId(entry)) throw new Unreadable('fp_entry', codeFor(entry, 'not-an-entry'));
    const ticket = kind.bare ? undefined : textOf(columns, 'fp_ticket');
    return {
      ok: true,
      entry: {
        kind: kind.key,
        id: row.id,
        entry,
        version: row.version,
        at: row.at,
        createdAt: row.createdAt,
        schema,
        by: kind.bare ? editorOf(row) : writerOf(row),
        under: kind.bare ? [] : underOf(columns),
        ...(ticket === undefined ? {} : { ticket }),
        record: recordOf(kind, schema, columns),
        ...(schema > kind.schema ? { newer: true as const } : {}),
      },
    };
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    return {
      ok: false,
      malformed: { kind: kind.key, id: row.id, column: problem.column, code: problem.code },
    };
  }
}

/** List and column, as errors and the health page name them. */
export function placeOf(kind: AnyKind, column: string): string {
  return `${kind.list} / ${column}`;
}

/** Who a row says wrote it. Where the place saw somebody else sign in, the place is right. */
export function writerOf(row: Pick<StoredRow, 'columns' | 'editor'>): Person {
  const person = {
    objectId: required(row.columns, 'fp_byObject'),
    tenantId: required(row.columns, 'fp_byTenant'),
    name: required(row.columns, 'fp_byName'),
  };
  if (row.editor && row.editor.objectId !== person.objectId)
    return { objectId: row.editor.objectId, tenantId: '', name: row.editor.name };
  return person;
}

/** Who wrote a bare row, as far as the place says; not all its answers do. */
function editorOf({ editor }: StoredRow): Person {
  return { objectId: editor?.objectId ?? '', tenantId: '', name: editor?.name ?? '' };
}

class Unreadable extends Error {
  readonly column: string;
  readonly code: string;
  constructor(column: string, code: string) {
    super('unreadable row');
    this.column = column;
    this.code = code;
  }
}

function recordOf(kind: AnyKind, schema: number, columns: Columns): AnyRecord {
  if (schema > kind.schema) return leniently(kind, columns);
  return schema < kind.schema ? migrated(kind, schema, columns) : strictly(kind, columns);
}

function strictly(kind: AnyKind, columns: Columns): AnyRecord {
  const record: Record<string, unknown> = {};
  for (const place of layoutOf(kind).fields) {
    const value = decodeField(place, columns);
    if (value !== undefined) record[place.key] = value;
    else if (place.field.required) throw new Unreadable(place.names[0] ?? place.key, 'required');
  }
  return record;
}

/** What a newer app wrote: whatever of it can be understood, for showing only. */
function leniently(kind: AnyKind, columns: Columns): AnyRecord {
  const record: Record<string, unknown> = {};
  for (const place of layoutOf(kind).fields)
    try {
      const value = decodeField(place, columns);
      if (value !== undefined) record[place.key] = value;
    } catch (problem) {
      if (!(problem instanceof Unreadable)) throw problem;
    }
  return record;
}

/**
 * Steps see today's fields decoded where that is possible and every other `fp_` column as it is stored, under its
 * name without the prefix, so that a step can turn a retired column into a new field.
 */
function migrated(kind: AnyKind, schema: number, columns: Columns): AnyRecord {
  const old: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(columns))
    if (name.startsWith('fp_') && value !== null && value !== undefined) old[name.slice(3)] = value;
  Object.assign(old, leniently(kind, columns));
  let record: AnyRecord = old;
  for (let step = schema; step < kind.schema; step += 1) record = kind.migrations?.[step]?.(record) ?? record;
  const today: Record<string, unknown> = {};
  for (const { key, field, names } of layoutOf(kind).fields) {
    const raw = Object.hasOwn(record, key) ? record[key] : undefined;
    const column = names[0] ?? key;
    if (raw === undefined || raw === null) {
      if (field.required) throw new Unreadable(column, 'required');
      continue;
    }
    const checked = field.check(raw);
    if (!checked.ok) throw new Unreadable(column, checked.problem.code);
    today[key] = checked.value;
  }
  return today;
}

function decodeField(place: FieldColumns, columns: Columns): unknown {
  const stored: StoredValue[] = [];
  let empty = true;
  for (const name of place.names) {
    const value = Object.hasOwn(columns, name) ? columns[name] : undefined;
    // A list hands an emptied cell back as empty text or not at all.
    if (value === undefined || value === null || value === '') stored.push(null);
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      stored.push(value);
      empty = false;
    } else throw new Unreadable(name, 'malformed');
  }
  if (empty) return undefined;
  try {
    return place.field.decode(stored);
  } catch (problem) {
    if (!(problem instanceof MalformedValue)) throw problem;
    throw new Unreadable(place.names[0] ?? place.key, problem.problem.code);
  }
}

function textOf(columns: Columns, name: string): string | undefined {
  const value = columns[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw new Unreadable(name, 'not-text');
  return value;
}

function required(columns: Columns, name: string): string {
  const value = textOf(columns, name);
  if (value === undefined) throw new Unreadable(name, 'required');
  return value;
}

function underOf(columns: Columns): readonly string[] {
  const text = required(columns, 'fp_under');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Unreadable('fp_under', 'malformed');
  }
  if (!Array.isArray(parsed) || !parsed.every((item) => typeof item === 'string'))
    throw new Unreadable('fp_under', 'malformed');
  return parsed;
}

function codeFor(value: unknown, wrong: string): string {
  return value === undefined || value === null || value === '' ? 'required' : wrong;
}

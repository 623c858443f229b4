/** An entry as the columns of one stored row; pure, the same for every kind and every place. `rows.ts` reads it back. */

import type { StoredValue } from '../domain/fields/field.ts';
import type { EntryId } from '../domain/ids.ts';
import type { AnyKind, AnyRecord, Person } from '../domain/record-kind.ts';
import { layoutOf, longestNote, longestText } from './columns.ts';
import { liveWhileOpen, placeOf } from './rows.ts';
import { StoreError } from './store-error.ts';

export interface Unstored {
  readonly kind: AnyKind;
  readonly entry: EntryId;
  readonly record: AnyRecord;
  readonly by: Person;
  readonly under: readonly string[];
  readonly ticket?: string;
}

/**
 * A record to its columns, empty ones as `null`. Throws StoreError `too-large` naming list and column for a value
 * that SharePoint would cut or refuse.
 */
export function encodeRow(unstored: Unstored): Readonly<Record<string, StoredValue>> {
  const { kind, record } = unstored;
  const layout = layoutOf(kind);
  const live = kind.live(record);
  const row: Record<string, StoredValue> = {
    Title: unstored.entry,
    fp_entry: unstored.entry,
    fp_live: live === 'open' ? liveWhileOpen : live,
    fp_schema: kind.schema,
    ...(kind.bare ? bareOf(unstored) : ownOf(unstored)),
  };
  for (const { key, field, names } of layout.fields) {
    const stored = field.encode(Object.hasOwn(record, key) ? record[key] : undefined);
    for (const [index, name] of names.entries()) row[name] = stored[index] ?? null;
  }
  for (const column of layout.columns) {
    const value = row[column.name];
    const longest = column.type === 'note' ? longestNote : longestText;
    if (typeof value === 'string' && value.length > longest)
      throw new StoreError('too-large', { where: placeOf(kind, column.name) });
  }
  return row;
}

/** What only the own mission may know of an entry. */
function ownOf({ by, under, ticket }: Unstored): Readonly<Record<string, StoredValue>> {
  return {
    fp_about: null,
    fp_named: null,
    fp_step: null,
    fp_byObject: by.objectId,
    fp_byTenant: by.tenantId,
    fp_byName: by.name,
    fp_under: JSON.stringify(under),
    fp_ticket: ticket ?? null,
  };
}

/** Nothing more. Whoever hands in more than the kind has made a mistake that must not pass in silence. */
function bareOf({ kind, record }: Unstored): Readonly<Record<string, StoredValue>> {
  const unknown = Object.keys(record).find((key) => !Object.hasOwn(kind.fields, key));
  if (unknown !== undefined) throw new TypeError(`${kind.key}: ${unknown} is no field of it`);
  return {};
}

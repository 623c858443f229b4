/** Rows as a place hands them over, read into entries; broken ones are set apart, never lost. */

import type { AnyKind, Entry } from '../domain/record-kind.ts';
import type { Fresh, Malformed } from './book.ts';
import { decodeRow, placeOf, type StoredRow } from './rows.ts';
import { StoreError } from './store-error.ts';

export interface Reading {
  readonly entries: readonly Entry[];
  readonly malformed: readonly Malformed[];
}

export function readRows(kind: AnyKind, rows: Iterable<StoredRow>): Reading {
  const entries: Entry[] = [];
  const malformed: Malformed[] = [];
  for (const row of rows) {
    const decoded = decodeRow(kind, row);
    if (decoded.ok) entries.push(decoded.entry);
    else malformed.push(decoded.malformed);
  }
  return { entries, malformed };
}

/** One row that a caller is waiting for. Throws StoreError `unexpected-shape` naming list and column. */
export function readRow(kind: AnyKind, row: StoredRow): Fresh {
  const decoded = decodeRow(kind, row);
  if (decoded.ok) return { entry: decoded.entry };
  throw new StoreError('unexpected-shape', { where: placeOf(kind, decoded.malformed.column) });
}

/**
 * Whether a row belongs to a window of days, by its `fp_live`. A row without one belongs to none but the window of
 * everything, as in a filter of the list itself.
 */
export function isWithin(
  live: unknown,
  window: { readonly before?: string | undefined; readonly since?: string | undefined },
): boolean {
  const { before, since } = window;
  if (before === undefined && since === undefined) return true;
  if (typeof live !== 'string' || live === '') return false;
  return (before === undefined || live < before) && (since === undefined || live >= since);
}

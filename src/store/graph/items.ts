/** List items as Graph writes them, checked and turned into stored rows. */

import '../../domain/jitless.ts';
import * as z from 'zod/mini';
import { type Instant, instantFrom } from '../../domain/ids.ts';
import type { AnyKind, Entry } from '../../domain/record-kind.ts';
import type { Malformed } from '../book.ts';
import { type Reading, readRows } from '../reading.ts';
import type { Columns, StoredRow } from '../rows.ts';
import { StoreError } from '../store-error.ts';
import type { Answer } from './answer.ts';

const plainObject = z.custom<Columns>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const identity = z.object({
  user: z.optional(
    z.nullable(
      z.object({ id: z.optional(z.nullable(z.string())), displayName: z.optional(z.nullable(z.string())) }),
    ),
  ),
});
const listItem = z.object({
  id: z.string(),
  eTag: z.string(),
  createdDateTime: z.string(),
  lastModifiedDateTime: z.string(),
  lastModifiedBy: z.optional(z.nullable(identity)),
  fields: plainObject,
});
const collection = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.optional(z.string()),
  '@odata.deltaLink': z.optional(z.string()),
});
const bare = z.object({ id: z.string() });

export interface ItemPage {
  readonly values: readonly unknown[];
  readonly nextLink: string | undefined;
  readonly deltaLink: string | undefined;
}

/** The envelope of a collection. Throws StoreError `unexpected-shape` naming the list. */
export function pageOf(answer: Answer, where: string): ItemPage {
  const parsed = collection.safeParse(answer.body);
  if (!parsed.success)
    throw new StoreError('unexpected-shape', { where: `${where} / value`, requestId: answer.requestId });
  return {
    values: parsed.data.value,
    nextLink: parsed.data['@odata.nextLink'],
    deltaLink: parsed.data['@odata.deltaLink'],
  };
}

export type ItemRead = { readonly row: StoredRow } | { readonly malformed: Malformed };

/** One item to a row; what does not look like an item is malformed, named by its first wrong property. */
export function rowOf(kind: AnyKind, value: unknown): ItemRead {
  const parsed = listItem.safeParse(value);
  if (!parsed.success) {
    const named = bare.safeParse(value);
    return {
      malformed: {
        kind: kind.key,
        id: named.success ? named.data.id : '',
        column: String(parsed.error.issues[0]?.path[0] ?? 'item'),
        code: 'malformed',
      },
    };
  }
  const item = parsed.data;
  const at = instantOf(item.lastModifiedDateTime);
  const createdAt = instantOf(item.createdDateTime);
  if (at === undefined || createdAt === undefined)
    return {
      malformed: { kind: kind.key, id: item.id, column: 'lastModifiedDateTime', code: 'not-an-instant' },
    };
  const user = item.lastModifiedBy?.user;
  return {
    row: {
      id: item.id,
      version: item.eTag,
      at,
      createdAt,
      columns: item.fields,
      ...(user?.id ? { editor: { objectId: user.id, name: user.displayName ?? '' } } : {}),
    },
  };
}

/** Items to entries; unreadable ones are set apart, tombstones ignored. Of the same item the last occurrence counts. */
export function readItems(kind: AnyKind, values: Iterable<unknown>): Reading {
  const rows = new Map<string, StoredRow>();
  const malformed: Malformed[] = [];
  for (const value of values) {
    if (isTombstone(value)) continue;
    const read = rowOf(kind, value);
    if ('malformed' in read) malformed.push(read.malformed);
    else rows.set(read.row.id, read.row);
  }
  const reading = readRows(kind, rows.values());
  return { entries: reading.entries, malformed: [...malformed, ...reading.malformed] };
}

/** Items read in one go without letting anything else happen: about ten milliseconds of work. */
const BITE = 100;

/**
 * As `readItems`, but pausing between bites, so that a page in the background never makes the screen stumble. Rows that are
 * not `wanted` are left out; what does not look like a row is told of in any case.
 */
export async function readItemsInBites(
  kind: AnyKind,
  values: readonly unknown[],
  pause: () => Promise<void>,
  wanted: (row: StoredRow) => boolean = () => true,
): Promise<Reading> {
  const rows = new Map<string, StoredRow>();
  const malformed: Malformed[] = [];
  for (const [index, value] of values.entries()) {
    if (index % BITE === BITE - 1) await pause();
    if (isTombstone(value)) continue;
    const read = rowOf(kind, value);
    if ('malformed' in read) malformed.push(read.malformed);
    else if (wanted(read.row)) rows.set(read.row.id, read.row);
  }
  const whole = [...rows.values()];
  const entries: Entry[] = [];
  for (let from = 0; from < whole.length; from += BITE) {
    const reading = readRows(kind, whole.slice(from, from + BITE));
    entries.push(...reading.entries);
    malformed.push(...reading.malformed);
    await pause();
  }
  return { entries, malformed };
}

/** What a feed says about a deleted item. */
export function isTombstone(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'deleted' in value;
}

/** The item of an answer. Throws StoreError `unexpected-shape` naming list and property. */
export function itemOf(kind: AnyKind, answer: Answer): StoredRow {
  const read = rowOf(kind, answer.body);
  if ('row' in read) return read.row;
  throw new StoreError('unexpected-shape', {
    where: `${kind.list} / ${read.malformed.column}`,
    requestId: answer.requestId,
  });
}

export function idOf(value: unknown): string | undefined {
  const parsed = bare.safeParse(value);
  return parsed.success ? parsed.data.id : undefined;
}

export function instantOf(text: string): Instant | undefined {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : instantFrom(ms);
}

/** The columns of a table of entries: what every entry has, then the fields its kind puts into a table. */

import type { Words } from '../../domain/fields/field.ts';
import { type AnyKind, type AnyRecord, aboutOf, type Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';

export const baseColumns = ['day', 'kind', 'cover', 'what', 'status', 'consent', 'who'] as const;
export type BaseColumn = (typeof baseColumns)[number];

/** `field:<key>` is a field of the one kind shown, `glance` its figure of the day. */
export type Column = BaseColumn | 'glance' | `field:${string}`;

/** Columns on offer: the base ones, and with one kind alone its own table fields that no base column shows already. */
export function columnsOn(kind: AnyKind | undefined): readonly Column[] {
  const own = (kind?.table ?? []).filter((key) => !['about', 'day', 'step'].includes(key));
  const glance: readonly Column[] = kind?.glance ? ['glance'] : [];
  return [...baseColumns, ...glance, ...own.map((key): Column => `field:${key}`)];
}

/** What stands above a column; `kind` is the key of the one kind shown. */
export function columnTitle(column: Column, kind: string | undefined, text: Words['text']): string {
  if (column.startsWith('field:')) return text(`fields.${kind ?? ''}.${column.slice('field:'.length)}.label`);
  if (column === 'glance') return text(`glances.${kindByKey(kind ?? '')?.glance ?? ''}.label`);
  return text(`entries.columns.${column}`);
}

/** Shown until somebody chooses. What an entry is about begins with its step; one kind alone needs no name. */
export function columnsAtFirst(kind: AnyKind | undefined): readonly Column[] {
  return columnsOn(kind).filter((column) => column !== 'status' && (!kind || column !== 'kind'));
}

/** Printed value of a field of a record; empty where there is none or where it cannot be read. */
export function printField(kind: string, key: string, record: AnyRecord, words: Words): string {
  const field = kindByKey(kind)?.fields[key];
  const value = record[key];
  if (!field || value === undefined) return '';
  try {
    return field.print(value, words);
  } catch {
    return '';
  }
}

/** Cover name of the one an entry is about; empty for a situation. */
export function coverOf(entry: Entry, words: Words): string {
  const about = aboutOf(entry.record);
  return about ? words.cover(about) : '';
}

/** Share of the width each column takes, as a grid track. */
export function trackOf(column: Column): string {
  const tracks: Readonly<Record<BaseColumn, string>> = {
    day: '132px',
    kind: 'minmax(104px, 0.7fr)',
    cover: 'minmax(104px, 0.8fr)',
    what: 'minmax(160px, 2.4fr)',
    status: 'minmax(88px, 0.7fr)',
    consent: 'minmax(148px, 0.9fr)',
    who: 'minmax(104px, 0.7fr)',
  };
  return column in tracks ? tracks[column as BaseColumn] : 'minmax(104px, 1fr)';
}

/** One list held in memory: rows with versions, a change feed, unique columns; the store's picture of a SharePoint list. */

import type { StoredValue } from '../domain/fields/field.ts';
import { type Instant, instantFrom } from '../domain/ids.ts';
import type { Version } from './book.ts';
import type { ListColumn } from './columns.ts';
import type { Columns, StoredRow } from './rows.ts';

interface Kept {
  row: StoredRow;
  /** Position of the last write in the list's change feed. */
  sequence: number;
  readonly versions: Version[];
}

export type Written = { readonly row: StoredRow } | { readonly clash: StoredRow };

export class MemoryList {
  readonly columns = new Map<string, ListColumn['type']>();
  readonly #rows = new Map<string, Kept>();
  readonly #byEntry = new Map<unknown, string>();
  readonly #now: () => number;
  #sequence = 0;
  #oldestToken = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Adds a row, or answers the row that already has this `fp_entry`. */
  insert(columns: Readonly<Record<string, StoredValue>>, by: Version['by']): Written {
    const there = this.findByEntry(columns.fp_entry);
    if (there) return { clash: there };
    const id = String(this.#rows.size + 1);
    const at = this.#instant();
    this.#put(id, columns, at, at, { versions: [], by });
    return { row: this.#row(id) };
  }

  /** Writes a row whose version is still `version`, or answers the row as it is now; undefined for an unknown id. */
  update(
    id: string,
    version: string,
    columns: Readonly<Record<string, StoredValue>>,
    by: Version['by'],
  ): Written | undefined {
    const kept = this.#rows.get(id);
    if (!kept) return undefined;
    if (kept.row.version !== version) return { clash: kept.row };
    this.#put(id, columns, kept.row.createdAt, this.#instant(), { versions: kept.versions, by });
    return { row: this.#row(id) };
  }

  get(id: string): StoredRow | undefined {
    return this.#rows.get(id)?.row;
  }

  findByEntry(entry: unknown): StoredRow | undefined {
    return this.get(this.#byEntry.get(entry) ?? '');
  }

  rows(): readonly StoredRow[] {
    return [...this.#rows.values()].map((kept) => kept.row);
  }

  versions(id: string): readonly Version[] | undefined {
    return this.#rows.get(id)?.versions;
  }

  /** A token for "everything after now". */
  token(): string {
    return String(this.#sequence);
  }

  /** Rows written after `token`, each once, oldest write first; undefined when the token is unknown or too old. */
  since(token: string): readonly StoredRow[] | undefined {
    const from = Number(token);
    if (!Number.isInteger(from) || from < this.#oldestToken || from > this.#sequence) return undefined;
    return [...this.#rows.values()]
      .filter((kept) => kept.sequence > from)
      .sort((a, b) => a.sequence - b.sequence)
      .map((kept) => kept.row);
  }

  /** Makes every token handed out so far too old. */
  forgetTokens(): void {
    this.#sequence += 1;
    this.#oldestToken = this.#sequence;
  }

  /** Somebody edits a row in the list itself; `undefined` values leave a column as it is. */
  editByHand(id: string, changes: Columns): void {
    const kept = this.#rows.get(id);
    if (!kept) throw new TypeError(`no row ${id}`);
    this.#put(id, { ...kept.row.columns, ...changes }, kept.row.createdAt, this.#instant(), {
      versions: kept.versions,
      by: undefined,
    });
  }

  addByHand(columns: Columns): string {
    const id = String(this.#rows.size + 1);
    const at = this.#instant();
    this.#put(id, columns, at, at, { versions: [], by: undefined });
    return id;
  }

  dropColumnByHand(name: string): void {
    this.columns.delete(name);
    for (const kept of this.#rows.values()) {
      const { [name]: _gone, ...rest } = kept.row.columns;
      kept.row = { ...kept.row, columns: rest };
    }
  }

  #put(
    id: string,
    columns: Columns,
    createdAt: Instant,
    at: Instant,
    history: { versions: Version[]; by: Version['by'] },
  ): void {
    this.#sequence += 1;
    const number = history.versions.length + 1;
    history.versions.unshift({ id: `${number}.0`, at, by: history.by });
    const editor = history.by && { objectId: history.by.objectId, name: history.by.name };
    const row = {
      id,
      version: `"memory-${id},${number}"`,
      at,
      createdAt,
      columns: { ...columns },
      ...(editor ? { editor } : {}),
    };
    this.#rows.set(id, { row, sequence: this.#sequence, versions: history.versions });
    this.#byEntry.set(columns.fp_entry, id);
  }

  #row(id: string): StoredRow {
    const kept = this.#rows.get(id);
    if (!kept) throw new TypeError(`no row ${id}`);
    return kept.row;
  }

  #instant(): Instant {
    return instantFrom(this.#now());
  }
}

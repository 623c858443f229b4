/** A whole book in memory that keeps every promise of the port; for tests and for trying the app without a network. */

import { isCleared } from '../domain/consent/clear.ts';
import { sameValue } from '../domain/fields/field.ts';
import { instantFrom } from '../domain/ids.ts';
import type { AnyKind } from '../domain/record-kind.ts';
import type { Book, ChangeToken, Fresh, KindHealth, Page, PageToken } from './book.ts';
import { layoutOf } from './columns.ts';
import { encodeRow } from './encode.ts';
import { MemoryList } from './memory-list.ts';
import { isWithin, readRow, readRows } from './reading.ts';
import { type Columns, placeOf, type StoredRow } from './rows.ts';
import { StoreError } from './store-error.ts';

export interface MemoryBook extends Book {
  /** What a person can do to a list without this app. Lists are named by their kind. */
  readonly byHand: {
    edit(kind: AnyKind, id: string, columns: Columns): void;
    add(kind: AnyKind, columns: Columns): string;
    dropColumn(kind: AnyKind, column: string): void;
    forgetTokens(kind: AnyKind): void;
  };
}

/**
 * An empty book without lists: `provision` comes first, as in SharePoint. `now` is the server's clock in milliseconds;
 * `pageSize` defaults to 200 rows.
 */
export function openMemoryBook(options: {
  readonly now: () => number;
  readonly name: string;
  readonly pageSize?: number;
}): MemoryBook {
  const lists = new Map<string, MemoryList>();
  const pageSize = options.pageSize ?? 200;

  function listOf(kind: AnyKind): MemoryList {
    const list = lists.get(kind.list);
    if (!list) throw new StoreError('not-provisioned', { where: kind.list });
    return list;
  }

  function healthOf(kind: AnyKind): KindHealth {
    const list = lists.get(kind.list);
    const columns = layoutOf(kind).columns;
    return {
      kind: kind.key,
      list: list ? 'present' : 'missing',
      missingColumns: list
        ? columns.filter((column) => !list.columns.has(column.name)).map((column) => column.name)
        : [],
      wrongColumns: list
        ? columns
            .filter(
              (column) => list.columns.has(column.name) && list.columns.get(column.name) !== column.type,
            )
            .map((column) => column.name)
        : [],
      writable:
        list !== undefined && columns.every((column) => list.columns.get(column.name) === column.type),
    };
  }

  function writable(kind: AnyKind): MemoryList {
    const list = listOf(kind);
    const column = layoutOf(kind).columns.find((wanted) => !list.columns.has(wanted.name));
    if (column) throw new StoreError('not-provisioned', { where: placeOf(kind, column.name) });
    return list;
  }

  function pageFrom(
    kind: AnyKind,
    window: { readonly before?: string; readonly since?: string; readonly page?: PageToken },
  ): Page {
    const asked: { before?: string; since?: string; from: number } = window.page
      ? JSON.parse(window.page)
      : { ...window, from: 0 };
    const { before, since, from } = asked;
    const rows = listOf(kind)
      .rows()
      .filter(({ columns }) => isWithin(columns.fp_live, { before, since }));
    const end = from + pageSize;
    const page = readRows(kind, rows.slice(from, end));
    return end < rows.length
      ? { ...page, next: JSON.stringify({ before, since, from: end }) as PageToken }
      : page;
  }

  return {
    name: options.name,

    async open(kinds, pulse, since) {
      const read = kinds.filter((kind) => !kind.apart);
      const health = read.map(healthOf);
      const present = read.filter((kind) => lists.has(kind.list));
      return {
        pages: new Map(present.map((kind) => [kind.key, pageFrom(kind, { since })])),
        pulse: (lists.get(pulse.list)?.token() ?? '0') as ChangeToken,
        health,
        at: instantFrom(options.now()),
      };
    },

    async load(kind, window) {
      return pageFrom(kind, window);
    },

    async loadAll(kind, progress) {
      const rows = listOf(kind).rows();
      progress?.(rows.length, rows.length);
      return readRows(kind, rows);
    },

    async changes(kind, since) {
      const list = listOf(kind);
      const rows = list.since(since);
      return {
        ...readRows(kind, rows ?? list.rows()),
        next: list.token() as ChangeToken,
        resynced: rows === undefined,
      };
    },

    async get(kind, id) {
      return freshOf(kind, listOf(kind).get(id));
    },

    async find(kind, entry) {
      return freshOf(kind, listOf(kind).findByEntry(entry));
    },

    async add(cleared) {
      if (!isCleared(cleared)) throw new TypeError('only what the gate cleared can be stored');
      const { kind } = cleared;
      const written = writable(kind).insert(encodeRow(cleared), cleared.by);
      if ('row' in written) return readRow(kind, written.row);
      const there = readRow(kind, written.clash);
      if (sameValue(there.entry.record, cleared.record)) return there;
      throw new StoreError('duplicate', { fresh: there.entry });
    },

    async amend(cleared, at) {
      if (!isCleared(cleared)) throw new TypeError('only what the gate cleared can be stored');
      const { kind } = cleared;
      const written = writable(kind).update(at.id, at.version, encodeRow(cleared), cleared.by);
      if (!written) throw new StoreError('not-found', { where: kind.list });
      if ('row' in written) return readRow(kind, written.row);
      const { entry } = readRow(kind, written.clash);
      throw new StoreError('changed-meanwhile', { fresh: entry });
    },

    async readyToWrite() {},

    async versions(kind, id) {
      const versions = listOf(kind).versions(id);
      if (!versions) throw new StoreError('not-found', { where: kind.list });
      return [...versions];
    },

    async health(kinds) {
      return kinds.map(healthOf);
    },

    async provision(kinds, progress) {
      for (const [done, kind] of kinds.entries()) {
        progress?.(done, kinds.length);
        const list = lists.get(kind.list) ?? new MemoryList(options.now);
        lists.set(kind.list, list);
        for (const column of layoutOf(kind).columns)
          if (!list.columns.has(column.name)) list.columns.set(column.name, column.type);
      }
      progress?.(kinds.length, kinds.length);
      return kinds.map(healthOf);
    },

    trail() {
      return [];
    },

    byHand: {
      edit: (kind, id, columns) => listOf(kind).editByHand(id, columns),
      add: (kind, columns) => listOf(kind).addByHand(columns),
      dropColumn: (kind, column) => listOf(kind).dropColumnByHand(column),
      forgetTokens: (kind) => listOf(kind).forgetTokens(),
    },
  };
}

function freshOf(kind: AnyKind, row: StoredRow | undefined): Fresh | undefined {
  return row === undefined ? undefined : readRow(kind, row);
}

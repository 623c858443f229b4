/**
 * What belongs to an entry, by its id, for as many entries as a book has. Under numbers made of the ids: browsers keep every
 * text that is a key of a Map or Set in a table of their own and go through all of it whenever they collect memory. With
 * the ids of a hundred thousand entries the page stands still for 20 ms each time, with numbers for none.
 */

import type { EntryId } from './ids.ts';

export interface ReadonlyIdTable<T> {
  readonly size: number;
  get(id: EntryId): T | undefined;
  has(id: EntryId): boolean;
  values(): Iterable<T>;
}

export interface IdTable<T> extends ReadonlyIdTable<T> {
  set(id: EntryId, one: T): void;
  delete(id: EntryId): void;
}

/** @param idOf tells of what is in the table under which id it is; `numberOf` may give two ids one number */
export function openIdTable<T>(
  idOf: (one: T) => EntryId | undefined,
  numberOf: (id: EntryId) => number = mixed,
): IdTable<T> {
  const first = new Map<number, T>();
  /** Those whose number another one had already: a handful. */
  const others = new Map<EntryId, T>();

  function under(number: number, id: EntryId): T | undefined {
    const one = first.get(number);
    return one !== undefined && idOf(one) === id ? one : undefined;
  }

  function get(id: EntryId): T | undefined {
    return under(numberOf(id), id) ?? (others.size > 0 ? others.get(id) : undefined);
  }

  return {
    get size() {
      return first.size + others.size;
    },
    get,
    has: (id) => get(id) !== undefined,
    set(id, one) {
      const number = numberOf(id);
      const isFree = !first.has(number) && !(others.size > 0 && others.has(id));
      if (isFree || under(number, id) !== undefined) first.set(number, one);
      else others.set(id, one);
    },
    delete(id) {
      const number = numberOf(id);
      if (under(number, id) !== undefined) first.delete(number);
      else if (others.size > 0) others.delete(id);
    },
    *values() {
      yield* first.values();
      yield* others.values();
    },
  };
}

/** All signs of the id in 30 bits, FNV-1a. */
function mixed(id: EntryId): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) number = Math.imul(number ^ id.charCodeAt(at), 0x01000193);
  return number >>> 2;
}

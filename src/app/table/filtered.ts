/**
 * The entries that pass a filter, carried on from one change to the next: what stays is not looked at again, and in a long
 * list the looking rests in between, so that whoever types goes on typing.
 */

import type { Entry } from '../../domain/record-kind.ts';
import { replacedInBits } from '../../domain/sorted.ts';
import { changesBetween } from './changes.ts';

export interface Filtered {
  readonly all: readonly Entry[];
  readonly rows: readonly Entry[];
}

/**
 * Looking, with a rest after every few entries. Each tells what was found so far, from the top of the list; nothing where
 * only changes are looked at.
 */
export type Looking = Generator<readonly Entry[] | undefined, Filtered, undefined>;

/** A millisecond or two where every text has yet to be made. */
const AT_ONCE = 64;

/** @param before the same filter over the list as it was; `order` is that of the list */
export function* filtered(
  before: Filtered | undefined,
  all: readonly Entry[],
  passes: (entry: Entry) => boolean,
  order: (a: Entry, b: Entry) => number,
): Looking {
  const { came, gone } = before ? changesBetween(before.all, all) : { came: all, gone: [] };
  const coming: Entry[] = [];
  let looked = 0;
  for (const entry of came) {
    if (passes(entry)) coming.push(entry);
    looked += 1;
    if (looked % AT_ONCE === 0 && looked < came.length) yield before ? undefined : coming;
  }
  if (!before) return { all, rows: coming };
  if (gone.length + coming.length === 0) return { all, rows: before.rows };
  return { all, rows: yield* replacedInBits(before.rows, gone, coming, order) };
}

/** Where the looking stands: `found` once it has come to its end. */
export interface Stand {
  readonly soFar: readonly Entry[] | undefined;
  readonly found?: Filtered;
}

/** Goes on until the end, or until it is `enough`. */
export function goOn(looking: Looking, enough: () => boolean): Stand {
  for (let bit = looking.next(); ; bit = looking.next()) {
    if (bit.done) return { soFar: bit.value.rows, found: bit.value };
    // A list of its own: the other one goes on growing.
    if (enough()) return { soFar: bit.value?.slice() };
  }
}

/** The entries that pass a filter, carried on from one change to the next: what stays is not looked at again. */

import type { Entry } from '../../domain/record-kind.ts';
import { replaced } from '../../domain/sorted.ts';
import { changesBetween } from './changes.ts';

export interface Filtered {
  readonly all: readonly Entry[];
  readonly rows: readonly Entry[];
}

/** @param before the same filter over the list as it was; `placeOf` tells the order of the list, later first */
export function filtered(
  before: Filtered | undefined,
  all: readonly Entry[],
  passes: (entry: Entry) => boolean,
  placeOf: (entry: Entry) => string,
): Filtered {
  if (!before) return { all, rows: all.filter(passes) };
  const { came, gone } = changesBetween(before.all, all);
  const coming = came.filter(passes);
  const rows = gone.length + coming.length === 0 ? before.rows : replaced(before.rows, gone, coming, placeOf);
  return { all, rows };
}

/** Keeps rows where they are while others change the list: nothing appears or moves under the pointer. */

import type { EntryId } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';

export interface Settled {
  readonly rows: readonly Entry[];
  /** New entries of others that wait to be let in. */
  readonly waiting: number;
}

/**
 * `fresh` is the list as it is now, `shown` the order on screen before it (undefined: show `fresh`).
 * Rows on screen keep their place and take their new content; rows that are gone go; what I added myself comes in
 * at its place; what others added waits.
 */
export function settleRows(
  shown: readonly EntryId[] | undefined,
  fresh: readonly Entry[],
  byOthers: ReadonlySet<EntryId>,
): Settled {
  if (!shown) return { rows: fresh, waiting: 0 };
  const placed = new Set(shown);
  const isNew = (entry: Entry): boolean => !placed.has(entry.entry);
  const waiting = fresh.filter((entry) => isNew(entry) && byOthers.has(entry.entry));
  const now = new Map(fresh.map((entry) => [entry.entry, entry]));
  const rows = shown.flatMap((id) => now.get(id) ?? []);
  for (const [index, entry] of fresh.entries()) {
    if (!isNew(entry) || byOthers.has(entry.entry)) continue;
    const after = fresh.slice(index + 1).find((other) => placed.has(other.entry));
    const place = after ? rows.findIndex((row) => row.entry === after.entry) : rows.length;
    rows.splice(place, 0, entry);
  }
  return { rows, waiting: waiting.length };
}

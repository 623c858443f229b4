/** Keeps rows where they are while others change the list: nothing appears or moves under the pointer. */

import type { EntryId } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { changesBetween } from './changes.ts';

export interface Settled {
  /** What is on screen, in this order. */
  readonly rows: readonly Entry[];
  /** New entries of others that wait to be let in. */
  readonly waiting: ReadonlySet<EntryId>;
  /** The list it was settled from. */
  readonly from: readonly Entry[];
}

/**
 * `fresh` is the list as it is now, `before` what was settled last (undefined: show `fresh`).
 * Rows on screen keep their place and take their new content; rows that are gone go; what I added myself comes in
 * at its place; what others added waits.
 */
export function settleRows(
  before: Settled | undefined,
  fresh: readonly Entry[],
  byOthers: ReadonlySet<EntryId>,
): Settled {
  if (!before) return { rows: fresh, waiting: new Set(), from: fresh };
  const { came, gone } = changesBetween(before.from, fresh);
  const now = new Map(came.map((entry) => [entry.entry, entry]));
  const left = new Set(gone.map((entry) => entry.entry));
  const absent = [...before.waiting, ...came.map(({ entry }) => entry).filter((id) => !left.has(id))];
  const { waiting, comingIn } = sortedOut(fresh, new Set(absent), byOthers);
  const stays = left.size + comingIn.size === 0;
  const rows = stays ? before.rows : [...withComing(before.rows, left, now, comingIn)];
  return { rows, waiting, from: fresh };
}

/** Of what is not on screen: what waits, and what comes in, last first, by the row that follows it (undefined: by none). */
function sortedOut(fresh: readonly Entry[], absent: ReadonlySet<EntryId>, byOthers: ReadonlySet<EntryId>) {
  const waiting = new Set<EntryId>();
  const comingIn = new Map<EntryId | undefined, Entry[]>();
  let next: EntryId | undefined;
  for (let index = absent.size > 0 ? fresh.length - 1 : -1; index >= 0; index -= 1) {
    const entry = fresh[index];
    if (!entry) continue;
    if (!absent.has(entry.entry)) next = entry.entry;
    else if (byOthers.has(entry.entry)) waiting.add(entry.entry);
    else {
      const same = comingIn.get(next);
      if (same) same.push(entry);
      else comingIn.set(next, [entry]);
    }
  }
  return { waiting, comingIn };
}

function* withComing(
  rows: readonly Entry[],
  left: ReadonlySet<EntryId>,
  now: ReadonlyMap<EntryId, Entry>,
  comingIn: ReadonlyMap<EntryId | undefined, readonly Entry[]>,
): Generator<Entry> {
  for (const row of rows) {
    const shown = left.has(row.entry) ? now.get(row.entry) : row;
    if (!shown) continue;
    yield* comingIn.get(row.entry)?.toReversed() ?? [];
    yield shown;
  }
  yield* comingIn.get(undefined)?.toReversed() ?? [];
}

/**
 * Which element of the table shows which row. Elements whose rows went out of sight are filled anew with those that came into
 * it: making and throwing away hundreds of them a second wakes the collector of memory, and with a long book in memory the
 * page stands still meanwhile. Where most rows are new, elements stay in their place: to fill all of them costs less than
 * to move many, which the browser then styles and lays out from the start.
 */

import type { EntryId } from '../../domain/ids.ts';

/** Keys of the rows shown, in their order. `held` is the row that the keyboard is on. */
export type RowKeys = (shown: readonly EntryId[], held: EntryId | undefined) => readonly string[];

/** One for each table. The element of the held row is neither moved nor given to another one: the focus is in it. */
export function openRowKeys(): RowKeys {
  let before: ReadonlyMap<EntryId, string> = new Map();
  let heldBefore: EntryId | undefined;
  let made = 0;

  function assigned(shown: readonly EntryId[], free: readonly string[]): ReadonlyMap<EntryId, string> {
    let used = 0;
    const taken = () => free[used++] ?? `row ${made++}`;
    return new Map(shown.map((entry) => [entry, before.get(entry) ?? taken()]));
  }

  /** The elements stay where they are, each with the row that is in its place now. */
  function inPlace(shown: readonly EntryId[], held: EntryId | undefined): ReadonlyMap<EntryId, string> {
    const isFixed = (entry: EntryId) => before.has(entry) && (entry === held || entry === heldBefore);
    const free = [...before].filter(([entry]) => entry !== held && entry !== heldBefore);
    let used = 0;
    const next = () => free[used++]?.[1] ?? `row ${made++}`;
    return new Map(shown.map((entry) => [entry, (isFixed(entry) && before.get(entry)) || next()]));
  }

  function carriedOver(shown: readonly EntryId[], held: EntryId | undefined): ReadonlyMap<EntryId, string> {
    const still = new Set(shown);
    const free = [...before].filter(([entry]) => !still.has(entry) && entry !== heldBefore);
    let now = assigned(
      shown,
      free.map(([, key]) => key),
    );
    const moved = movedBetween([...before.values()], [...now.values()]);
    const came = shown.filter((entry) => !before.has(entry)).length;
    const isDearer = moved.size > Math.min(came, free.length);
    if (isDearer || moved.has(now.get(held ?? shown[0] ?? ('' as EntryId)) ?? '')) now = assigned(shown, []);
    return now;
  }

  return (shown, held) => {
    const came = shown.filter((entry) => !before.has(entry)).length;
    const placed = came * 2 > shown.length ? inPlace(shown, held) : undefined;
    const staysPut = placed && movedBetween([...before.values()], [...placed.values()]).size === 0;
    const now = staysPut ? placed : carriedOver(shown, held);
    before = now;
    heldBefore = held;
    return [...now.values()];
  };
}

/** What React takes out of its place and puts in again: whatever stood before one that now goes before it. */
function movedBetween(before: readonly string[], now: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((key, place) => [key, place]));
  const moved = new Set<string>();
  let last = -1;
  for (const key of now) {
    const place = places.get(key);
    if (place === undefined) continue;
    if (place < last) moved.add(key);
    else last = place;
  }
  return moved;
}

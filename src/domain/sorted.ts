/** Long lists kept in order from one change to the next, without reading again what stays. */

/** Negative where the first stands before the second; nothing that stays in one list may stand level. */
type Order<T> = (a: T, b: T) => number;

/** So many places are looked for in one go: about a millisecond. */
const AT_ONCE = 256;

/** The latest day first; equal days by the time they were made, then by id. What has no day comes last. */
export function latestFirst<T extends { readonly createdAt: string; readonly entry: string }>(
  dayOf: (one: T) => string | undefined,
): Order<T> {
  return (a, b) => {
    const [dayA, dayB] = [dayOf(a) ?? '', dayOf(b) ?? ''];
    if (dayA !== dayB) return dayA < dayB ? 1 : -1;
    if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? 1 : -1;
    return a.entry === b.entry ? 0 : a.entry < b.entry ? 1 : -1;
  };
}

/** The list without `gone` and with `came`, each at its place. */
export function replaced<T extends object>(
  held: readonly T[],
  gone: readonly T[],
  came: readonly T[],
  order: Order<T>,
): readonly T[] {
  const bits = replacedInBits(held, gone.toSorted(order), came.toSorted(order), order);
  for (let bit = bits.next(); ; bit = bits.next()) if (bit.done) return bit.value;
}

/**
 * The same where `gone` and `came` are in order already, resting between bits. Where something goes or comes is found by
 * halving; everything between is taken over as it is.
 */
export function* replacedInBits<T extends object>(
  held: readonly T[],
  gone: readonly T[],
  came: readonly T[],
  order: Order<T>,
): Generator<undefined, readonly T[], undefined> {
  const list: T[] = [];
  let [from, left, added] = [0, 0, 0];
  for (;;) {
    const [goes, comes] = [gone[left], came[added]];
    // Another version of what goes may take its place.
    const isGoing = goes !== undefined && (comes === undefined || order(goes, comes) <= 0);
    const one = isGoing ? goes : comes;
    const at = one === undefined ? held.length : firstFrom(held, one, from, order);
    for (; from < at; from += 1) list.push(held[from] as T);
    if (one === undefined) return list;
    if (isGoing) {
      left += 1;
      // What was not there cannot go.
      if (held[at] === one) from += 1;
    } else {
      added += 1;
      list.push(one);
    }
    if ((left + added) % AT_ONCE === 0) yield;
  }
}

/** The first index from `low` on that does not stand before `one`: near by in most cases, so the steps grow. */
function firstFrom<T>(held: readonly T[], one: T, low: number, order: Order<T>): number {
  const isBefore = (index: number) => index < held.length && order(held[index] as T, one) < 0;
  let [first, step] = [low, 1];
  while (isBefore(first + step - 1)) {
    first += step;
    step *= 2;
  }
  let end = Math.min(held.length, first + step - 1);
  while (first < end) {
    const middle = (first + end) >> 1;
    if (isBefore(middle)) first = middle + 1;
    else end = middle;
  }
  return first;
}

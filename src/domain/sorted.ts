/** Long lists kept in order from one change to the next, without reading again what stays. */

/**
 * A list whose latest place comes first, without `gone` and with `came`, each at its place. No two that stay may share a
 * place. Where something goes or comes is found by halving; everything between is taken over as it is.
 */
export function replaced<T extends object>(
  held: readonly T[],
  gone: readonly T[],
  came: readonly T[],
  placeOf: (one: T) => string,
): readonly T[] {
  const list: T[] = [];
  let from = 0;
  const steps = [...gone, ...came].map((one, index) => ({
    one,
    goes: index < gone.length,
    place: placeOf(one),
  }));
  steps.sort((a, b) => (a.place === b.place ? 0 : a.place < b.place ? 1 : -1));
  for (const { one, goes, place } of steps) {
    const at = firstFrom(held, place, from, placeOf);
    for (const stays of held.slice(from, at)) list.push(stays);
    // What was not there cannot go.
    from = goes && held[at] === one ? at + 1 : at;
    if (!goes) list.push(one);
  }
  for (const stays of held.slice(from)) list.push(stays);
  return list;
}

/** The first index from `low` on whose place is not later than `place`. */
function firstFrom<T>(held: readonly T[], place: string, low: number, placeOf: (one: T) => string): number {
  let [first, end] = [low, held.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    const one = held[middle];
    if (one !== undefined && placeOf(one) > place) first = middle + 1;
    else end = middle;
  }
  return first;
}

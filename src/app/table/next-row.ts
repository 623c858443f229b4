/** Where the keyboard goes from a row. */

/** The row a key leads to, within `count` rows; undefined for a key that moves nothing. */
export function nextRow(key: string, from: number, count: number, perPage: number): number | undefined {
  const last = count - 1;
  if (last < 0) return undefined;
  const wanted: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + perPage,
    PageUp: from - perPage,
    Home: 0,
    End: last,
  };
  const next = wanted[key];
  return next === undefined ? undefined : Math.max(0, Math.min(last, next));
}

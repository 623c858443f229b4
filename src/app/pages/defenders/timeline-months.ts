/** Sorts a timeline into months and years. */

import type { Day } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';

export interface DatedEntry {
  readonly entry: Entry;
  readonly day: Day;
}

/** How many entries there are of each kind. */
export function kindsIn(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const { kind } of entries) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return kinds;
}

/** The months in the order of the entries, each `YYYY-MM` with what lies in it. */
export function monthsOf(
  dated: readonly DatedEntry[],
): readonly { readonly month: string; readonly entries: readonly Entry[] }[] {
  const months = new Map<string, Entry[]>();
  for (const { entry, day } of dated) {
    const month = day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months].map(([month, entries]) => ({ month, entries }));
}

/** The years in the order of the entries, each once. */
export function yearsIn(dated: readonly DatedEntry[]): readonly string[] {
  return [...new Set(dated.map(({ day }) => day.slice(0, 4)))];
}

/** Place of the first entry of a year; 0 where it has none. */
export function placeOfYear(dated: readonly DatedEntry[], year: string): number {
  return Math.max(
    0,
    dated.findIndex(({ day }) => day.startsWith(year)),
  );
}

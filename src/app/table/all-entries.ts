/** The one list of everything, newest day first, carried on from one change to the next. */

import type { Day } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { recordKinds } from '../../domain/registry.ts';
import { replaced } from '../../domain/sorted.ts';
import { changesBetween } from './changes.ts';
import { dayOfEntry } from './filter.ts';

type Entries = ReadonlyMap<string, readonly Entry[]>;

interface Ordered {
  readonly entries: Entries;
  readonly zone: string;
  readonly all: readonly Entry[];
}

/** Work that rests after every few entries. */
type InBits<Result> = Generator<undefined, Result, undefined>;

const kindKeys: readonly string[] = recordKinds.map((kind) => kind.key);
/** More of them are woven in with the whole list: that can rest, and placing one by one cannot. */
const FEW = 64;
/** A few milliseconds of work. */
const AT_ONCE = 1_024;

const known = new WeakMap<Entries, Ordered>();
/** Not kept alive: when the log is closed, what was in it goes. */
let latest: WeakRef<Ordered> | undefined;

/** All entries of record kinds, newest day (in `zone`) first; equal days by the time they were made. */
export function allEntries(entries: Entries, zone: string): readonly Entry[] {
  const bits = allEntriesInBits(entries, zone);
  for (let bit = bits.next(); ; bit = bits.next()) if (bit.done) return bit.value;
}

/** The same, resting between bits, so that whoever scrolls meanwhile is not stopped. */
export function* allEntriesInBits(entries: Entries, zone: string): InBits<readonly Entry[]> {
  const held = known.get(entries);
  if (held?.zone === zone) return held.all;
  const before = latest?.deref();
  const carried = before?.zone === zone ? carriedOn(before, entries) : undefined;
  const all = carried ?? (yield* ordered(entries, zone));
  const now = { entries, zone, all };
  known.set(entries, now);
  latest = new WeakRef(now);
  return all;
}

/** Where the entry stands in the list; later is greater. */
export function placeIn(zone: string): (entry: Entry) => string {
  return (entry) => `${dayOfEntry(entry, zone)} ${entry.createdAt} ${entry.entry}`;
}

function carriedOn(before: Ordered, entries: Entries): readonly Entry[] | undefined {
  let longer = 0;
  for (const kind of kindKeys)
    longer += Math.abs((entries.get(kind)?.length ?? 0) - (before.entries.get(kind)?.length ?? 0));
  if (longer > FEW) return undefined;
  const changes = kindKeys.map((kind) =>
    changesBetween(before.entries.get(kind) ?? [], entries.get(kind) ?? []),
  );
  const gone = changes.flatMap((change) => change.gone);
  const came = changes.flatMap((change) => change.came);
  if (gone.length + came.length === 0) return before.all;
  return gone.length + came.length > FEW ? undefined : replaced(before.all, gone, came, placeIn(before.zone));
}

interface Dated {
  readonly entry: Entry;
  readonly day: Day;
}

/** Where there are more of them, sorting is quicker. */
const MOST_RUNS = 24;

/** Each kind comes newest first already, but for entries without a day of their own: such runs are woven into one list. */
function* ordered(entries: Entries, zone: string): InBits<readonly Entry[]> {
  const runs: (readonly Dated[])[] = [];
  for (const kind of kindKeys) runs.push(...(yield* runsIn(entries.get(kind) ?? [], zone)));
  if (runs.length > MOST_RUNS)
    return runs
      .flat()
      .sort(laterFirst)
      .map(({ entry }) => entry);
  let woven: readonly Dated[] = [];
  // Short ones first, so that the longest is gone through once.
  for (const run of runs.sort((a, b) => a.length - b.length)) woven = yield* both(woven, run);
  return woven.map(({ entry }) => entry);
}

function* runsIn(list: readonly Entry[], zone: string): InBits<readonly (readonly Dated[])[]> {
  const runs: Dated[][] = [];
  let last: Dated | undefined;
  for (const [place, entry] of list.entries()) {
    if (place % AT_ONCE === AT_ONCE - 1) yield;
    const dated = { entry, day: dayOfEntry(entry, zone) };
    if (last && laterFirst(last, dated) < 0) runs.at(-1)?.push(dated);
    else runs.push([dated]);
    last = dated;
  }
  return runs;
}

function* both(a: readonly Dated[], b: readonly Dated[]): InBits<readonly Dated[]> {
  const all: Dated[] = [];
  let [fromA, fromB] = [0, 0];
  for (;;) {
    const [first, second] = [a[fromA], b[fromB]];
    const next = first && (!second || laterFirst(first, second) < 0) ? first : second;
    if (!next) return all;
    all.push(next);
    if (next === first) fromA += 1;
    else fromB += 1;
    if (all.length % AT_ONCE === 0) yield;
  }
}

function laterFirst(a: Dated, b: Dated): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  if (a.entry.createdAt !== b.entry.createdAt) return a.entry.createdAt < b.entry.createdAt ? 1 : -1;
  return a.entry.entry < b.entry.entry ? 1 : -1;
}

/** The one list of everything, newest day first, carried on from one change to the next. */

import type { Day } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { kindByKey, recordKinds } from '../../domain/registry.ts';
import { latestFirst, replacedInBits } from '../../domain/sorted.ts';
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
type Order = (a: Entry, b: Entry) => number;

const kindKeys: readonly string[] = recordKinds.map((kind) => kind.key);
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
  const all = yield* carriedOn(
    before?.zone === zone ? before : { entries: new Map(), zone, all: [] },
    entries,
  );
  const now = { entries, zone, all };
  known.set(entries, now);
  latest = new WeakRef(now);
  return all;
}

/** Tells which of two entries stands before the other. For one going through the list: what it worked out is kept with it. */
export function orderIn(zone: string): Order {
  const days = new Map<Entry, Day>();
  return latestFirst((entry) => {
    const own = kindByKey(entry.kind)?.day(entry.record);
    if (own !== undefined) return own;
    // Few have none, and asking a clock takes as long as comparing a hundred days.
    const day = days.get(entry) ?? dayOfEntry(entry, zone);
    days.set(entry, day);
    return day;
  });
}

function* carriedOn(before: Ordered, entries: Entries): InBits<readonly Entry[]> {
  const order = orderIn(before.zone);
  const gone: (readonly Entry[])[] = [];
  const came: (readonly Entry[])[] = [];
  for (const kind of kindKeys) {
    const [was, is] = [before.entries.get(kind) ?? [], entries.get(kind) ?? []];
    if (was === is) continue;
    const change = changesBetween(was, is);
    yield;
    gone.push(...(yield* runsIn(change.gone, order)));
    came.push(...(yield* runsIn(change.came, order)));
  }
  if (gone.length + came.length === 0) return before.all;
  return yield* replacedInBits(before.all, yield* woven(gone, order), yield* woven(came, order), order);
}

/** Where there are more of them, sorting is quicker. */
const MOST_RUNS = 24;

/** Each kind comes newest first already, but for entries without a day of their own: such runs are woven into one list. */
function* woven(runs: (readonly Entry[])[], order: Order): InBits<readonly Entry[]> {
  if (runs.length > MOST_RUNS) return runs.flat().sort(order);
  let all: readonly Entry[] = [];
  // Short ones first, so that the longest is gone through once.
  for (const run of runs.sort((a, b) => a.length - b.length)) all = yield* both(all, run, order);
  return all;
}

function* runsIn(list: readonly Entry[], order: Order): InBits<readonly (readonly Entry[])[]> {
  const runs: Entry[][] = [];
  let last: Entry | undefined;
  for (const [place, entry] of list.entries()) {
    if (place % AT_ONCE === AT_ONCE - 1) yield;
    if (last && order(last, entry) < 0) runs.at(-1)?.push(entry);
    else runs.push([entry]);
    last = entry;
  }
  return runs;
}

function* both(a: readonly Entry[], b: readonly Entry[], order: Order): InBits<readonly Entry[]> {
  if (a.length === 0) return b;
  const all: Entry[] = [];
  let [fromA, fromB] = [0, 0];
  for (;;) {
    const [first, second] = [a[fromA], b[fromB]];
    const next = first && (!second || order(first, second) < 0) ? first : second;
    if (!next) return all;
    all.push(next);
    if (next === first) fromA += 1;
    else fromB += 1;
    if (all.length % AT_ONCE === 0) yield;
  }
}

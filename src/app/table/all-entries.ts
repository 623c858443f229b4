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

const kindKeys: readonly string[] = recordKinds.map((kind) => kind.key);
/** Above this share of the list sorting it anew is cheaper than placing one by one. */
const FEW = 1 / 8;

const known = new WeakMap<Entries, Ordered>();
/** Not kept alive: when the log is closed, what was in it goes. */
let latest: WeakRef<Ordered> | undefined;

/** All entries of record kinds, newest day (in `zone`) first; equal days by the time they were made. */
export function allEntries(entries: Entries, zone: string): readonly Entry[] {
  const held = known.get(entries);
  if (held?.zone === zone) return held.all;
  const before = latest?.deref();
  const all = (before?.zone === zone ? carriedOn(before, entries) : undefined) ?? sorted(entries, zone);
  const ordered = { entries, zone, all };
  known.set(entries, ordered);
  latest = new WeakRef(ordered);
  return all;
}

/** Where the entry stands in the list; later is greater. */
export function placeIn(zone: string): (entry: Entry) => string {
  return (entry) => `${dayOfEntry(entry, zone)} ${entry.createdAt} ${entry.entry}`;
}

function carriedOn(before: Ordered, entries: Entries): readonly Entry[] | undefined {
  const changes = kindKeys.map((kind) =>
    changesBetween(before.entries.get(kind) ?? [], entries.get(kind) ?? []),
  );
  const gone = changes.flatMap((change) => change.gone);
  const came = changes.flatMap((change) => change.came);
  if (gone.length + came.length === 0) return before.all;
  return gone.length + came.length > before.all.length * FEW
    ? undefined
    : replaced(before.all, gone, came, placeIn(before.zone));
}

interface Dated {
  readonly entry: Entry;
  readonly day: Day;
}

function sorted(entries: Entries, zone: string): readonly Entry[] {
  return kindKeys
    .flatMap((kind) => entries.get(kind) ?? [])
    .map((entry): Dated => ({ entry, day: dayOfEntry(entry, zone) }))
    .sort(laterFirst)
    .map(({ entry }) => entry);
}

function laterFirst(a: Dated, b: Dated): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  if (a.entry.createdAt !== b.entry.createdAt) return a.entry.createdAt < b.entry.createdAt ? 1 : -1;
  return a.entry.entry < b.entry.entry ? 1 : -1;
}

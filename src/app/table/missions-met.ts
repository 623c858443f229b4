/** Missions that entries name, counted on from one change to the next: of a long list only what came or went is read. */

import type { Field } from '../../domain/fields/field.ts';
import type { MissionCode } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { kindByKey, recordKinds } from '../../domain/registry.ts';
import { changesBetween } from './changes.ts';

/** How many entries of a list name each mission, as often as they name it. */
type Counts = ReadonlyMap<MissionCode, number>;

const kindKeys: readonly string[] = recordKinds.map((kind) => kind.key);
const none: readonly MissionCode[] = [];

/** Missions that an entry names in its fields and rows. */
export function missionsOf(entry: Entry): readonly MissionCode[] {
  const fields = namingFields(entry.kind);
  if (fields.length === 0) return none;
  return fields.flatMap(([key, field]) => {
    const value = entry.record[key];
    return value === undefined ? none : (field.missionsIn?.(value) ?? none);
  });
}

/** Missions that any entry names, in the order of their codes. */
export function knownMissions(entries: ReadonlyMap<string, readonly Entry[]>): readonly MissionCode[] {
  const all = new Set<MissionCode>();
  for (const kind of kindKeys) {
    const list = entries.get(kind);
    if (!list || namingFields(kind).length === 0) continue;
    for (const mission of countsIn(kind, list).keys()) all.add(mission);
  }
  return [...all].sort();
}

// Lists are replaced and never mutated.
const counted = new WeakMap<readonly Entry[], Counts>();
/** Of each kind the list that was counted last. Not kept alive: when the log is closed, what was in it goes. */
const latest = new Map<string, WeakRef<readonly Entry[]>>();

function countsIn(kind: string, list: readonly Entry[]): Counts {
  const known = counted.get(list);
  if (known) return known;
  const before = latest.get(kind)?.deref() ?? [];
  const counts = new Map(counted.get(before));
  const { came, gone } = changesBetween(before, list);
  for (const entry of came) for (const mission of missionsOf(entry)) add(counts, mission, 1);
  for (const entry of gone) for (const mission of missionsOf(entry)) add(counts, mission, -1);
  counted.set(list, counts);
  latest.set(kind, new WeakRef(list));
  return counts;
}

function add(counts: Map<MissionCode, number>, mission: MissionCode, more: number): void {
  const count = (counts.get(mission) ?? 0) + more;
  if (count === 0) counts.delete(mission);
  else counts.set(mission, count);
}

const naming = new Map<string, readonly (readonly [string, Field])[]>();

/** Fields that may name missions. Most kinds have none, and are not read field by field to find that out. */
function namingFields(kind: string): readonly (readonly [string, Field])[] {
  const known = naming.get(kind);
  if (known) return known;
  const fields = Object.entries(kindByKey(kind)?.fields ?? {}).filter(([, field]) => field.missionsIn);
  naming.set(kind, fields);
  return fields;
}

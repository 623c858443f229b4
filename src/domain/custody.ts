/** Where somebody is held and was held before, put together from places of detention and changes of status. */

import { heldStatuses } from './consent/circumstances.ts';
import type { Code, Day, EntryId } from './ids.ts';
import { aboutOf, type Entry } from './record-kind.ts';
import { detention } from './records/detention.ts';
import { statusChange } from './records/status-change.ts';

/** One place, from a day to a day; `to` is open while they are there, as far as we know. */
export interface Stay {
  readonly entry: EntryId;
  readonly kind: string;
  readonly from: Day;
  readonly to: Day | undefined;
  readonly facility: string | undefined;
  /** Key of `choices.facility-kinds`. */
  readonly heldIn: string | undefined;
}

export interface Custody {
  /** What the latest change of status says; undefined while none is known. */
  readonly held: boolean | undefined;
  /** First day of this time in detention. */
  readonly since: Day | undefined;
  /** Newest first. */
  readonly stays: readonly Stay[];
  /**
   * What does not fit together: `free-but-here` (free, and a place has no last day), `held-nowhere` (held, and no place
   * is known), `two-places` (two places without a last day).
   */
  readonly puzzle: 'free-but-here' | 'held-nowhere' | 'two-places' | undefined;
}

type Entries = ReadonlyMap<string, readonly Entry[]>;

/** Everybody about whom a place or a status is known. */
export function custodiesIn(entries: Entries): ReadonlyMap<Code, Custody> {
  const known = worked.get(entries);
  if (known) return known;
  const statuses = byCode(entries.get(statusChange.key) ?? [], 'day');
  const places = byCode(entries.get(detention.key) ?? [], 'from');
  const custodies = new Map<Code, Custody>();
  for (const code of new Set([...statuses.keys(), ...places.keys()]))
    custodies.set(code, custodyFrom(statuses.get(code) ?? [], places.get(code) ?? []));
  worked.set(entries, custodies);
  return custodies;
}

const worked = new WeakMap<Entries, ReadonlyMap<Code, Custody>>();

/** Oldest first. */
function byCode(entries: readonly Entry[], day: string): ReadonlyMap<Code, readonly Entry[]> {
  const found = new Map<Code, Entry[]>();
  for (const entry of entries) {
    const code = aboutOf(entry.record);
    if (!code || entry.newer || typeof entry.record[day] !== 'string') continue;
    found.set(code, [...(found.get(code) ?? []), entry]);
  }
  const order = ({ record, createdAt }: Entry): string => `${record[day]} ${createdAt}`;
  for (const list of found.values()) list.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return found;
}

function custodyFrom(statuses: readonly Entry[], places: readonly Entry[]): Custody {
  const latest = statuses.at(-1);
  const held = latest && isHeldBy(latest);
  const told = places.map(stayOf);
  const stays = [...told, ...fromStatuses(statuses, told)].sort((a, b) => (a.from < b.from ? 1 : -1));
  const open = stays.filter(({ to }) => to === undefined);
  return {
    held,
    since: held ? (sinceIn(statuses) ?? undefined) : undefined,
    stays,
    puzzle:
      held === false && open.length > 0
        ? 'free-but-here'
        : open.length > 1
          ? 'two-places'
          : held && open.length === 0
            ? 'held-nowhere'
            : undefined,
  };
}

function stayOf({ entry, kind, record }: Entry): Stay {
  return {
    entry,
    kind,
    from: record.from as Day,
    to: dayIn(record.to),
    facility: textIn(record.facility),
    heldIn: textIn(record.heldIn),
  };
}

/** Changes of status that name a place which no entry of its own tells of; each lasts until the next change. */
function fromStatuses(statuses: readonly Entry[], told: readonly Stay[]): readonly Stay[] {
  return statuses.flatMap((status, place) => {
    const { entry, kind, record } = status;
    const facility = textIn(record.facility);
    const heldIn = textIn(record.heldIn);
    if (!isHeldBy(status) || (facility === undefined && heldIn === undefined)) return [];
    const from = record.day as Day;
    const to = dayIn(statuses[place + 1]?.record.day);
    const isTold = told.some(
      (stay) => stay.from <= (to ?? from) && (stay.to === undefined || stay.to >= from),
    );
    return isTold ? [] : [{ entry, kind, from, to, facility, heldIn }];
  });
}

function isHeldBy({ record }: Entry): boolean {
  return typeof record.status === 'string' && heldStatuses.includes(record.status);
}

/** The first of the unbroken run of changes that ends with the latest, all of them saying held. */
function sinceIn(statuses: readonly Entry[]): Day | undefined {
  const free = statuses.findLastIndex((status) => !isHeldBy(status));
  return dayIn(statuses[free + 1]?.record.day);
}

function dayIn(value: unknown): Day | undefined {
  return typeof value === 'string' ? (value as Day) : undefined;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

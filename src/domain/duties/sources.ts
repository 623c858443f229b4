/** What duties are computed from, and small readers over it. */

import type { Circumstances, ConsentFile } from '../consent/consent-file.ts';
import type { Code, Day, EntryId, Instant, MissionCode } from '../ids.ts';
import {
  aboutOf,
  codesOf,
  type Entry,
  type Fields,
  type Person,
  type RecordIn,
  type RecordKind,
  type RecordOf,
} from '../record-kind.ts';
import { defender } from '../records/defender.ts';
import { risksIn } from '../risk.ts';
import type { DutyOutcome } from '../system/duty-closing.ts';
import { daysFor, type OwnDays } from '../usual-days.ts';
import type { Duty, DutyForm, DutyKind } from './duty.ts';

export interface DutySources {
  /** Entries by kind key. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Those of them that are gone through now, where a long book is read bit by bit; what they lead to is looked up in all. */
  readonly part?: DutySources['entries'];
  readonly files: readonly ConsentFile[];
  /** Entries of kind `duty-closing`. */
  readonly closings: readonly Entry[];
  circumstances(code: Code): Circumstances | undefined;
  /** The own mission, to tell its observers from others. */
  readonly mission: MissionCode;
  /** IANA zone of the mission: "today" is its day. */
  readonly zone: string;
  /** Days that it set in place of the usual ones. */
  readonly days?: OwnDays | undefined;
  readonly now: Instant;
}

/** A duty as a rule finds it; who waits and in which group it stands follows for all alike. */
export interface Due {
  readonly id: string;
  readonly kind: DutyKind;
  readonly about: Code | undefined;
  readonly entry: EntryId | undefined;
  readonly due: Day;
  readonly step: Duty['step'];
  readonly values: Duty['values'];
  readonly opens?: DutyForm;
  readonly closesIn?: Duty['closesIn'];
  readonly whoMay?: Duty['whoMay'];
  /** So many days before `due` (0: on the day, negative: that much after) it could harm someone; absent: it cannot. */
  readonly harmsFrom?: number;
  /** Needs contact with the defender, who may want to start it themself. */
  readonly needsContact: boolean;
  /** The last day until which it may be set aside once it could harm; absent: `due`. */
  readonly lastCall?: Day;
  /** Who promised it, or must decide it. */
  readonly owner?: Person;
  /** What speaking with them makes of it, where that is not what its step says. */
  readonly bySpeaking?: DutyOutcome;
}

export type DutyRule = (sources: DutySources, today: Day) => readonly Due[];

/** Entries to go through, by kind key. */
export function partOf(sources: DutySources): DutySources['entries'] {
  return sources.part ?? sources.entries;
}

/** Entries of a kind to go through, with the record type of that kind; a newer schema than ours is left aside. */
export function entriesOf<F extends Fields>(
  sources: DutySources,
  kind: RecordKind<F>,
): readonly Entry<RecordOf<F>>[] {
  return readable(partOf(sources).get(kind.key) ?? none) as unknown as readonly Entry<RecordOf<F>>[];
}

const none: readonly Entry[] = [];
// Lists are replaced and never mutated, and every rule reads the same ones again and again.
const readableIn = new WeakMap<readonly Entry[], readonly Entry[]>();
type Index = ReadonlyMap<unknown, readonly Entry[]>;
const indexesOf = new WeakMap<readonly Entry[], Map<string, Index>>();

function readable(list: readonly Entry[]): readonly Entry[] {
  const known = readableIn.get(list);
  if (known) return known;
  const entries = list.some(({ newer }) => newer === true)
    ? list.filter(({ newer }) => newer !== true)
    : list;
  readableIn.set(list, entries);
  return entries;
}

/** All entries of a kind by the value of one of their fields (the observations of a hearing, the defender of a code). */
export function entriesBy<F extends Fields>(
  sources: DutySources,
  kind: RecordKind<F>,
  field: keyof F & string,
): ReadonlyMap<unknown, readonly Entry<RecordOf<F>>[]> {
  const list = readable(sources.entries.get(kind.key) ?? none);
  const indexes = indexesOf.get(list) ?? new Map<string, Index>();
  indexesOf.set(list, indexes);
  const index = indexes.get(field) ?? indexOf(list, field);
  indexes.set(field, index);
  return index as unknown as ReadonlyMap<unknown, readonly Entry<RecordOf<F>>[]>;
}

function indexOf(list: readonly Entry[], field: string): Index {
  const index = new Map<unknown, Entry[]>();
  for (const entry of list) {
    const value = entry.record[field];
    const same = index.get(value);
    if (same) same.push(entry);
    else index.set(value, [entry]);
  }
  return index;
}

export function defenderOf(
  sources: DutySources,
  code: Code | undefined,
): RecordIn<typeof defender> | undefined {
  return code === undefined ? undefined : entriesBy(sources, defender, 'about').get(code)?.[0]?.record;
}

export function isCritical(sources: DutySources, code: Code | undefined): boolean {
  return code !== undefined && risksIn(sources.entries).get(code)?.level === 'critical';
}

/** So many days after something was done or refused those it concerns know what came of it. */
export function daysUntilTold({ days }: DutySources, critical: boolean): number {
  return daysFor(critical ? 'feedback-critical' : 'feedback', days);
}

/** Those who must be told of an entry: everyone it names, or whom it is about when it names nobody else. */
export function concernedBy(sources: DutySources, entry: Entry): readonly (Code | undefined)[] {
  const persons = codesOf(entry.record).filter((code) => defenderOf(sources, code) !== undefined);
  return persons.length > 0 ? persons : [aboutOf(entry.record)];
}

/** `<entry>:<kind>` for the first person, with the code for each further one. */
export function dutyId(entry: string, kind: DutyKind, code: Code | undefined, place: number): string {
  return place === 0 || code === undefined ? `${entry}:${kind}` : `${entry}:${kind}:${code}`;
}

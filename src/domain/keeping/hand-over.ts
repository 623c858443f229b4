/** What somebody leaves to whoever comes after them, defender by defender, and how their entries change hands. */

import type { ConsentFile } from '../consent/consent-file.ts';
import { agreementsStanding } from '../consent/standing.ts';
import type { Duty } from '../duties/duty.ts';
import { addDays, type Code, type Day, type EntryId } from '../ids.ts';
import type { CalendarMark } from '../kind-hooks.ts';
import { type AnyKind, type AnyRecord, aboutOf, type Entry, type Person } from '../record-kind.ts';
import { isAnonymised } from './marks.ts';

const DAYS_AHEAD = 90;

export interface DatedMark extends CalendarMark {
  readonly kind: string;
  readonly entry: EntryId;
}

/** Everything about one defender or case; `about` is absent for what concerns nobody. */
export interface Handed {
  readonly about: Code | undefined;
  /** Owed by this person, or by nobody in particular. */
  readonly duties: readonly Duty[];
  /** Entries in which they stand as the one to do it. */
  readonly theirs: readonly Entry[];
  /** Further entries of which something is still expected. */
  readonly open: readonly Entry[];
  /** Last days of what was agreed, or when it is to be asked again, within 90 days. */
  readonly consents: readonly Day[];
  /** Dates in the next 90 days. */
  readonly ahead: readonly DatedMark[];
}

export interface HandOverSources {
  readonly kinds: readonly AnyKind[];
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly duties: readonly Duty[];
  readonly files: readonly ConsentFile[];
}

export function handOverSheet(sources: HandOverSources, from: Person, today: Day): readonly Handed[] {
  const until = addDays(today, DAYS_AHEAD);
  const byCode = new Map<Code | undefined, Handed>();
  const put = (about: Code | undefined, add: (held: Handed) => Partial<Handed>) => {
    const held = byCode.get(about) ?? { about, duties: [], theirs: [], open: [], consents: [], ahead: [] };
    byCode.set(about, { ...held, ...add(held) });
  };
  const owed = sources.duties.filter(({ owner }) => owner === undefined || isSame(owner, from));
  for (const duty of owed) put(duty.about, ({ duties }) => ({ duties: [...duties, duty] }));
  for (const kind of sources.kinds) {
    if (kind.system) continue;
    for (const entry of sources.entries.get(kind.key) ?? []) {
      if (isAnonymised(entry) || entry.newer) continue;
      const about = aboutOf(entry.record);
      const isOpen = kind.live(entry.record) === 'open';
      if (isToHandOver(kind, entry, from, owed)) put(about, ({ theirs }) => ({ theirs: [...theirs, entry] }));
      else if (isOpen && isExpected(kind)) put(about, ({ open }) => ({ open: [...open, entry] }));
      for (const mark of kind.calendar?.(entry.record) ?? [])
        if (mark.day >= today && mark.day <= until)
          put(about, ({ ahead }) => ({ ahead: [...ahead, { ...mark, kind: kind.key, entry: entry.entry }] }));
    }
  }
  for (const file of sources.files) {
    const days = agreementsStanding(file, today)
      .flatMap(({ validity, reviewOn }) => [validity?.day, reviewOn])
      .filter((day): day is Day => day !== undefined && day <= until);
    if (days.length > 0) put(file.about, () => ({ consents: [...new Set(days)].sort() }));
  }
  return [...byCode.values()].map((held) => ({ ...held, ahead: soonestFirst(held.ahead) }));
}

function soonestFirst(marks: Handed['ahead']): Handed['ahead'] {
  return [...marks].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** What never closes says how somebody is; nothing is expected of it. */
function isExpected(kind: AnyKind): boolean {
  return kind.appendOnly !== true && kind.fields.about?.columns.every(({ unique }) => !unique) === true;
}

/** Whether the entry still waits for this person: it is open, or a duty that is theirs comes from it. */
function isToHandOver(kind: AnyKind, entry: Entry, from: Person, owed: readonly Duty[]): boolean {
  const after = changingHands(kind, entry, from, from, owed);
  return after !== undefined;
}

/**
 * The record with `to` in the place of `from` wherever something is still to be done: in the whole of an open entry, and
 * in those fields and rows of any other of which a duty is still open. What was done was done by whoever did it.
 * @returns undefined where nothing is theirs
 */
export function changingHands(
  kind: AnyKind,
  { entry, record }: Entry,
  from: Person,
  to: Person,
  owed: readonly Duty[],
): AnyRecord | undefined {
  if (kind.appendOnly) return undefined;
  const isOpen = kind.live(record) === 'open';
  const isDue = (part: string): boolean =>
    isOpen || owed.some((duty) => duty.entry === entry && duty.id.endsWith(`:${part}`));
  const changed = Object.entries(kind.fields).flatMap(([key, field]) => {
    const value = record[key];
    const next =
      value === undefined
        ? undefined
        : field.handedOn?.(value, { from, to, isDue: (row = key) => isDue(row) });
    return next === undefined ? [] : [[key, next] as const];
  });
  return changed.length > 0 ? { ...record, ...Object.fromEntries(changed) } : undefined;
}

function isSame(a: Person | undefined, b: Person): boolean {
  return a?.objectId === b.objectId && a.tenantId === b.tenantId;
}

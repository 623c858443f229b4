/** How long what is written down about people is kept, what is due, and what stands in the way; computed from records alone. */

import type { Code, Day, EntryId, Instant } from '../ids.ts';
import type { Retention } from '../kind-hooks.ts';
import { type AnyKind, aboutOf, codesOf, type Entry } from '../record-kind.ts';
import { codedKinds, recordKinds } from '../registry.ts';
import { type LegalHoldRecord, legalHold } from '../system/legal-hold.ts';
import { isAnonymised, isStillQuoted } from './marks.ts';

/** Months by kind key, as this mission changed them. */
export type Periods = Readonly<Record<string, number>>;

const byDefault: Retention = { from: 'close', months: 36 };

/** The rule of a kind; `keep` for what says nothing about a person. */
export function retentionOf(kind: AnyKind): Retention | 'keep' {
  return kind.retention ?? (kind.system ? 'keep' : byDefault);
}

/** Months that this mission keeps entries of the kind, or undefined where they are kept for good. */
export function monthsOf(kind: AnyKind, periods: Periods): number | undefined {
  const rule = retentionOf(kind);
  return rule === 'keep' ? undefined : (periods[kind.key] ?? rule.months);
}

/** The same day so many months later; the last of the month where there is no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10) as Day;
}

export interface Keeping {
  readonly kinds: readonly AnyKind[];
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly periods: Periods;
  /** Entries that somebody keeps longer, with a reason, until a day. */
  readonly renewed: ReadonlyMap<EntryId, Day>;
  /** The day an instant is called at the mission. */
  readonly dayAt: (at: Instant) => Day;
}

export interface DueEntry {
  readonly entry: Entry;
  /** The day from which it should not be kept as it is. */
  readonly due: Day;
  /** Set while a legal hold forbids touching it. */
  readonly hold?: Entry<LegalHoldRecord>;
}

/** Holds in force on that day. */
export function standingHolds(holds: readonly Entry[], today: Day): readonly Entry<LegalHoldRecord>[] {
  return (holds as unknown as readonly Entry<LegalHoldRecord>[]).filter(
    ({ record }) => record.endedOn === undefined && (record.until === undefined || record.until >= today),
  );
}

/** A hold on a case covers its defenders too, one on a group its members: what is needed of them is not known beforehand. */
export function holdOver(
  codes: readonly Code[],
  holds: readonly Entry<LegalHoldRecord>[],
  membersOf: (code: Code) => readonly Code[],
): Entry<LegalHoldRecord> | undefined {
  return holds.find(({ record }) => {
    const held = [record.about, ...membersOf(record.about)];
    return codes.some((code) => held.includes(code) || membersOf(code).includes(record.about));
  });
}

/** Who stands in a case or a group, by its code. */
export function membersIn(entries: ReadonlyMap<string, readonly Entry[]>): (code: Code) => readonly Code[] {
  const members = new Map<Code, readonly Code[]>();
  for (const { key, members: named } of codedKinds)
    for (const { record } of (named && entries.get(key)) || []) {
      const about = aboutOf(record);
      const found = named?.(record) ?? [];
      if (about && found.length > 0) members.set(about, [...(members.get(about) ?? []), ...found]);
    }
  return (code) => members.get(code) ?? [];
}

/** Everything that should be made anonymous by `today`, longest due first, held ones marked and never left out silently. */
export function dueEntries(keeping: Keeping, today: Day): readonly DueEntry[] {
  const members = membersIn(keeping.entries);
  const holds = standingHolds(keeping.entries.get(legalHold.key) ?? [], today);
  const clock = clockOf(keeping);
  const due: DueEntry[] = [];
  for (const kind of keeping.kinds) {
    if (kind.system) continue;
    for (const entry of keeping.entries.get(kind.key) ?? []) {
      if (entry.newer || (isAnonymised(entry) && !isStillQuoted(entry))) continue;
      // What a run left half done is due since then.
      const day = isAnonymised(entry) ? keeping.dayAt(entry.at) : dueDay(kind, entry, keeping, clock);
      if (day === undefined || day > today) continue;
      const hold = holdOver(codesOf(entry.record), holds, members);
      due.push({ entry, due: day, ...(hold ? { hold } : {}) });
    }
  }
  return due.sort((a, b) =>
    a.due === b.due ? (a.entry.entry < b.entry.entry ? -1 : 1) : a.due < b.due ? -1 : 1,
  );
}

/** The first day on which the entry is due; undefined while it is open or kept for good. */
export function dueDay(
  kind: AnyKind,
  entry: Entry,
  keeping: Keeping,
  clock = clockOf(keeping),
): Day | undefined {
  const months = monthsOf(kind, keeping.periods);
  const rule = retentionOf(kind);
  if (months === undefined || rule === 'keep') return undefined;
  const from = startOf(kind, rule, entry, clock, keeping.dayAt);
  if (from === undefined) return undefined;
  const day = addMonths(from, months);
  const renewed = keeping.renewed.get(entry.entry);
  return renewed !== undefined && renewed > day ? renewed : day;
}

/** The last day on which there was contact with, or about, each code. */
export function lastContacts(entriesOf: (kind: string) => readonly Entry[]): ReadonlyMap<Code, Day> {
  const last = new Map<Code, Day>();
  for (const { key, contactOn } of recordKinds)
    for (const { record } of contactOn ? entriesOf(key) : [])
      for (const code of codesOf(record)) {
        const day = contactOn?.(record);
        const held = last.get(code);
        if (day !== undefined && (held === undefined || day > held)) last.set(code, day);
      }
  return last;
}

/** What the periods run from, over the whole book. */
export interface RetentionClock {
  lastContact(code: Code): Day | undefined;
  /** Last day of the cases that hold somebody; `open` while one of them is. */
  casesOf(codes: readonly Code[]): 'open' | Day | undefined;
  /** The entries that this one belongs to (the hearing of an observation). */
  around(kind: AnyKind, entry: Entry): readonly { readonly kind: AnyKind; readonly entry: Entry }[];
}

function startOf(
  kind: AnyKind,
  rule: Retention,
  entry: Entry,
  clock: RetentionClock,
  dayAt: Keeping['dayAt'],
): Day | undefined {
  const { record } = entry;
  if (rule.from === 'last-contact') {
    const days = codesOf(record).map((code) => clock.lastContact(code));
    const known = days.filter((day) => day !== undefined).sort();
    return known.at(-1) ?? dayAt(entry.createdAt);
  }
  if (rule.from === 'decision') return rule.since?.(record);
  const own = rule.since ? (rule.since(record) ?? 'open') : kind.live(record);
  const ends = [own, clock.casesOf(codesOf(record)), ...clock.around(kind, entry).map(endOf)];
  if (ends.includes('open')) return undefined;
  return ends
    .filter((end): end is Day => end !== undefined)
    .sort()
    .at(-1);
}

/** What an entry belongs to is over when its own kind says so. */
function endOf({ kind, entry }: { readonly kind: AnyKind; readonly entry: Entry }): 'open' | Day {
  return kind.live(entry.record);
}

function clockOf({ kinds, entries }: Keeping): RetentionClock {
  const contacts = lastContacts((kind) => entries.get(kind) ?? []);
  const cases = new Map<Code, 'open' | Day>();
  for (const kind of kinds.filter(({ behind }) => behind))
    for (const entry of entries.get(kind.key) ?? []) {
      const end = kind.live(entry.record);
      for (const code of codesOf(entry.record)) {
        const held = cases.get(code);
        if (held !== 'open' && (held === undefined || end === 'open' || end > held)) cases.set(code, end);
      }
    }
  const byEntry = new Map<string, { readonly kind: AnyKind; readonly entry: Entry }>();
  for (const kind of kinds)
    for (const entry of entries.get(kind.key) ?? []) byEntry.set(entry.entry, { kind, entry });
  return {
    lastContact: (code) => contacts.get(code),
    casesOf(codes) {
      const ends = codes.map((code) => cases.get(code)).filter((end) => end !== undefined);
      return ends.includes('open') ? 'open' : ends.sort().at(-1);
    },
    around(kind, { record }) {
      return Object.entries(kind.fields).flatMap(([key, field]) => {
        const value = record[key];
        const target = value === undefined ? undefined : field.refersTo?.(value);
        return (target && byEntry.get(target)) ?? [];
      });
    },
  };
}

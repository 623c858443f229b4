/** What is due to be made anonymous or emptied, and what an owner must purge by hand afterwards. */

import { addDays, type Code, type Day, type EntryId } from '../../domain/ids.ts';
import { isAnonymised } from '../../domain/keeping/marks.ts';
import {
  addMonths,
  dueEntries,
  holdOver,
  lastContacts,
  membersIn,
  monthsOf,
  type Periods,
  standingHolds,
} from '../../domain/keeping/retention.ts';
import { type AnyKind, aboutOf, type Entry } from '../../domain/record-kind.ts';
import { recordKinds } from '../../domain/registry.ts';
import { consentFile } from '../../domain/system/consent-file.ts';
import { identity } from '../../domain/system/identity.ts';
import type { KeepingRecord } from '../../domain/system/keeping.ts';
import { legalHold } from '../../domain/system/legal-hold.ts';
import { mission } from '../../domain/system/mission.ts';
import { derivedEntryId, type Environment } from '../environment.ts';
import { consentFileIn } from '../gate/people.ts';
import type { DueFile, DueList, Life, Purge } from './life.ts';
import type { LifeDesk } from './life-desk.ts';
import { definesCode } from './put-away.ts';

/** A removed entry may be restored for so many days; then the owner is asked to delete it. */
export const RESTORABLE_DAYS = 30;

export function dueLists(
  desk: LifeDesk,
  environment: Environment,
): Pick<Life, 'due' | 'purges' | 'tickPurge'> {
  const { replica, people, notes, journal, by } = desk;

  async function due(): Promise<DueList> {
    await desk.whole();
    const noted = await notes.all();
    const today = desk.today();
    const periods = periodsIn(replica.of(mission.key)[0]);
    const entries = dueEntries(
      {
        kinds: recordKinds,
        entries: replica.entries(),
        periods,
        renewed: renewedIn(noted),
        dayAt: (at) => desk.dayAt(at),
      },
      today,
    );
    const found = [...(await dueIdentities(noted, periods, today)), ...(await dueConsents(periods, today))];
    return { entries, files: found.filter((file) => isOpen(noted.get(file.entry), today)) };
  }

  function isHeld(about: Code, today: Day): boolean {
    const holds = standingHolds(replica.of(legalHold.key), today);
    return holdOver([about], holds, membersIn(replica.entries())) !== undefined;
  }

  /** Whoever a code stands for, as long as somebody stands behind it. */
  function known(): readonly Entry[] {
    return recordKinds
      .filter(definesCode)
      .flatMap((kind) => replica.of(kind.key).filter((entry) => !isAnonymised(entry)));
  }

  async function dueIdentities(
    noted: ReadonlyMap<EntryId, KeepingRecord>,
    periods: Periods,
    today: Day,
  ): Promise<readonly DueFile[]> {
    const months = monthsOf(identity, periods);
    if (months === undefined) return [];
    const contacts = lastContacts(replica.of);
    const files: DueFile[] = [];
    for (const { record, createdAt } of known()) {
      const about = aboutOf(record);
      // A case has no name of its own.
      if (about === undefined || !people.personsOf([about]).includes(about)) continue;
      const day = addMonths(contacts.get(about) ?? desk.dayAt(createdAt), months);
      if (day > today) continue;
      const entry = await derivedEntryId(environment, `identity ${about}`);
      if (noted.get(entry)?.state !== 'emptied')
        files.push({ what: 'identity', entry, about, due: day, held: isHeld(about, today) });
    }
    return files;
  }

  /** A refusal protects for as long as anybody is written about: only files that nobody stands behind are due. */
  async function dueConsents(periods: Periods, today: Day): Promise<readonly DueFile[]> {
    const months = monthsOf(consentFile as unknown as AnyKind, periods);
    if (months === undefined) return [];
    const codes = new Set(known().map(({ record }) => record.about));
    return replica.of(consentFile.key).flatMap((entry): DueFile[] => {
      const file = consentFileIn(entry);
      const last = [...file.decisions, ...file.tickets]
        .map(({ at }) => at)
        .sort()
        .at(-1);
      if (codes.has(file.about) || last === undefined) return [];
      const day = addMonths(desk.dayAt(last), months);
      const { about } = file;
      return day > today
        ? []
        : [{ what: 'consent-file', entry: entry.entry, about, due: day, held: isHeld(about, today) }];
    });
  }

  async function purges(): Promise<readonly Purge[]> {
    await desk.whole();
    const noted = await notes.all();
    const before = addDays(desk.today(), -RESTORABLE_DAYS);
    const versions = recordKinds.flatMap((kind) =>
      replica
        .of(kind.key)
        .filter(isAnonymised)
        .map((entry) => purgeOf(entry, 'versions', noted)),
    );
    const items = replica
      .removed()
      .filter(({ at }) => desk.dayAt(at) < before)
      .map((entry) => purgeOf(entry, 'item', noted));
    return [...items, ...versions].sort((a, b) => (a.since < b.since ? 1 : -1));
  }

  return {
    due,
    purges,
    async tickPurge({ entry, kind, item, what }) {
      if (!desk.may('keep') && !desk.may('set-up')) throw new TypeError('purges are not ticked in this role');
      const state = what === 'versions' ? 'anonymised' : 'removed';
      const purgedOn = desk.today();
      await notes.note({ kind, entry, item }, { state, purgedOn, purgedBy: by });
      await journal.write({ act: 'purged', kind, entry }).catch(() => undefined);
    },
  };
}

export function periodsIn(mission: Entry | undefined): Periods {
  return (mission?.record.retention as Periods | undefined) ?? {};
}

function renewedIn(noted: ReadonlyMap<EntryId, KeepingRecord>): ReadonlyMap<EntryId, Day> {
  const renewed = new Map<EntryId, Day>();
  for (const [entry, { state, until }] of noted)
    if (state === 'renewed' && until !== undefined) renewed.set(entry, until);
  return renewed;
}

function isOpen(note: KeepingRecord | undefined, today: Day): boolean {
  return note?.state !== 'renewed' || note.until === undefined || note.until <= today;
}

function purgeOf(
  { entry, kind, id, at }: Entry,
  what: Purge['what'],
  noted: ReadonlyMap<EntryId, KeepingRecord>,
): Purge {
  const note = noted.get(entry);
  const done =
    note?.purgedOn !== undefined && note.purgedBy !== undefined
      ? { done: { on: note.purgedOn, by: note.purgedBy } }
      : {};
  return { entry, kind, what, item: id, since: at, ...done };
}

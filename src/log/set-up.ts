/** Makes a site a mission book, and introduces people to one: what happens before there is a log to open. */

import { clearNone } from '../domain/consent/clear.ts';
import { isZone } from '../domain/fields/time.ts';
import { dayOf, instantFrom } from '../domain/ids.ts';
import type { Mission } from '../domain/missions.ts';
import { checkRecord, type Entry, type Person, type Problems } from '../domain/record-kind.ts';
import { recordKinds } from '../domain/registry.ts';
import { mission as missionKind } from '../domain/system/mission.ts';
import { systemKinds } from '../domain/system-kinds.ts';
import type { Book, Progress } from '../store/book.ts';
import { isStoreError, keepBook } from './bookkeeping.ts';
import { serverClock, todayAt } from './clock.ts';
import { derivedEntryId, type Environment } from './environment.ts';
import { openJournal } from './journal.ts';

export type Described = Omit<Mission, 'people'>;

/** Creates what is missing in the site. Needs an owner's token. @throws StoreError */
export async function provisionBook(book: Book, progress: Progress): Promise<void> {
  await book.provision([...recordKinds, ...systemKinds], progress);
}

/**
 * Writes the one item that says whose book this is; whoever writes it is its first focal point and administrator. Where
 * somebody else was faster, theirs stands.
 * @returns problems by field when the description is not sound. @throws StoreError
 */
export async function describeMission(
  book: Book,
  by: Person,
  environment: Environment,
  described: Described,
): Promise<Problems | undefined> {
  const now = instantFrom(environment.now());
  const today = isZone(described.zone) ? todayAt(described.zone, now) : dayOf(now);
  const people = [{ ...by, roles: ['focal-point', 'administrator'], from: today, confirmedOn: today }];
  const checked = checkRecord(missionKind, { ...described, people }, today);
  if (!checked.ok) return checked.problems;
  const entry = await derivedEntryId(environment, 'the mission of this book');
  try {
    await book.add(clearNone({ kind: missionKind, entry, record: checked.record, by }));
  } catch (error) {
    if (!isStoreError(error, 'duplicate')) throw error;
  }
  return undefined;
}

/**
 * Adds somebody who may read the site but is not listed yet, without a role: they read, and somebody who records
 * gives them a role. @throws StoreError, also when they may not write
 */
export async function introduce(book: Book, person: Person, environment: Environment): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const held = (await book.loadAll(missionKind)).entries[0];
    if (!held) throw new TypeError('there is no mission to be introduced to');
    const mission = held.record as unknown as Mission;
    if (mission.people.some((each) => isSame(each, person))) return;
    try {
      await amendPeople(book, person, held, [...mission.people, { ...person, roles: [] }]);
      await tell(book, person, environment, held);
      return;
    } catch (error) {
      if (attempt >= 4 || !isStoreError(error, 'changed-meanwhile')) throw error;
    }
  }
}

/** Lets open tabs know at once; without the row they learn it with their next sweep. */
async function tell(book: Book, by: Person, environment: Environment, held: Entry): Promise<void> {
  const clock = serverClock(() => environment.now());
  const books = keepBook(book, environment, clock, () => undefined);
  const journal = openJournal(book, books, environment, clock, by);
  await journal.write({ act: 'amended', kind: missionKind.key, entry: held.entry }).catch(() => undefined);
}

/** Replaces the list of people in the mission item that was read. @throws StoreError `changed-meanwhile` */
export async function amendPeople(
  book: Book,
  by: Person,
  held: Entry,
  people: Mission['people'],
): Promise<Entry> {
  const record = { ...held.record, people };
  const cleared = clearNone({ kind: missionKind, entry: held.entry, record, by });
  return (await book.amend(cleared, { id: held.id, version: held.version })).entry;
}

function isSame(a: Person, b: Person): boolean {
  return a.objectId === b.objectId && a.tenantId === b.tenantId;
}

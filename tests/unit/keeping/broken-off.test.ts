/** Making anonymous while the world moves: a hold that comes between two writes, and a run that breaks off between them. */

import { beforeEach, describe, expect, it } from 'vitest';
import { clearNone } from '../../../src/domain/consent/clear.ts';
import type { Code, EntryId } from '../../../src/domain/ids.ts';
import { isAnonymised, isStillQuoted } from '../../../src/domain/keeping/marks.ts';
import type { AnyKind, Entry } from '../../../src/domain/record-kind.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import { legalHold } from '../../../src/domain/system/legal-hold.ts';
import type { Log } from '../../../src/log/log.ts';
import type { Book } from '../../../src/store/book.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { addDefender, agreed, ines, type LogWorld, openLogWorld } from '../../support/log-world.ts';

let world: LogWorld;
let log: Log;
let about: Code;
let observed: EntryId;

const YEARS = 365 * 86_400_000;
const noProgress = () => undefined;

async function saved(draft: Parameters<Log['save']>[0]): Promise<EntryId> {
  const outcome = await log.save(draft);
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.entry.entry;
}

/** An observation under consent, told about: its ticket and its closed duty quote it. */
beforeEach(async () => {
  world = await openLogWorld();
  log = await world.open(ines);
  about = await addDefender(log);
  await log.recordConsent(agreed(about));
  const start = { day: '2026-11-10', time: '10:00', zone: 'Asia/Tbilisi' };
  const hearing = await saved({
    kind: 'hearing',
    entry: log.newEntryId(),
    values: { about, court: 'Oskel District Court', start, outcome: 'held' },
  });
  observed = await saved({
    kind: 'trial-observation',
    entry: log.newEntryId(),
    values: { about, hearing, day: '2026-11-10', step: 'done', basis: 'for-defender', access: 'admitted' },
  });
  for (const { id, entry, step } of log.view().duties)
    if (entry === observed)
      await log.closeDuty({
        duty: id,
        outcome: step === 'tell' ? 'told' : 'done',
        on: log.today(),
        ...(step === 'tell' ? { reaction: 'mixed' as const } : {}),
      });
  world.time.now += 5 * YEARS;
});

async function rowsOf(key: string): Promise<readonly Entry[]> {
  return (await world.book.loadAll(kindOf(key) as AnyKind)).entries;
}

async function whatQuotes(id: EntryId): Promise<readonly string[]> {
  const rows = await Promise.all(['duty-closing', 'consent-file', 'consent-archive'].map(rowsOf));
  return rows.flat().flatMap(({ kind, record }) => (JSON.stringify(record).includes(id) ? [kind] : []));
}

const held = async () => (await rowsOf('trial-observation')).find(({ entry }) => entry === observed);

/** Counts the writes that take something away, and does something instead of, or right before, one of them. */
function at(turn: number, what: (book: Book) => Promise<void>): (book: Book) => Book {
  let writes = 0;
  return (book) => ({
    ...book,
    async amend(cleared, at) {
      writes += 1;
      if (writes === turn) await what(book);
      return book.amend(cleared, at);
    },
  });
}

async function placeHold(book: Book): Promise<void> {
  const record = { about, reason: 'A complaint', since: '2031-11-01' };
  await book.add(clearNone({ kind: legalHold, entry: log.newEntryId(), record, by: ines }));
}

/** A book in which the hold comes with the answer to a write. */
function holdAfter(turn: number): (book: Book) => Book {
  let writes = 0;
  return (book) => ({
    ...book,
    async amend(cleared, at) {
      const answer = await book.amend(cleared, at);
      writes += 1;
      if (writes === turn) await placeHold(book);
      return answer;
    },
  });
}

describe('J5 · a hold that comes while a run is under way', () => {
  it('J5 · before the first write: nothing is touched, although nothing told of the hold', async () => {
    const life = await log.life();
    const ids = (await life.due()).entries.map(({ entry }) => entry.entry);
    const before = await held();
    const placing = holdOn('trial-observation');
    const other = await (await world.open(ines, { over: placing })).life();
    const outcome = await other.anonymise([observed], noProgress);
    expect(ids).toContain(observed);
    expect(outcome).toMatchObject({ done: 0, stayed: [{ why: 'held' }] });
    expect(await held()).toEqual(before);
    expect(await whatQuotes(observed)).not.toEqual([]);
  });

  it.each([[1], [2]])('J5 · after write %i: nothing more is written', async (turn) => {
    let writes = 0;
    const counting = (book: Book): Book => ({
      ...book,
      async amend(cleared, at) {
        writes += 1;
        return book.amend(cleared, at);
      },
    });
    const shaky = await world.open(ines, { over: (book) => holdAfter(turn)(counting(book)) });
    const life = await shaky.life();
    const outcome = await life.anonymise([observed], noProgress);
    expect(outcome).toMatchObject({ done: 0, stayed: [{ why: 'held' }] });
    expect(writes).toBe(turn);
    const after = await held();
    expect(after && isStillQuoted(after)).toBe(true);
    // It is due again, and goes on once the hold has ended.
    expect((await life.due()).entries.map(({ entry }) => entry.entry)).toContain(observed);
    const hold = (await rowsOf('legal-hold'))[0]?.entry as EntryId;
    await life.endHold(hold, 'The complaint was decided');
    expect(await life.anonymise([observed], noProgress)).toMatchObject({ done: 1, stayed: [] });
    expect(await whatQuotes(observed)).toEqual([]);
  });

  it('J6 · an erasure stops at it too', async () => {
    const shaky = await (await world.open(ines, { over: holdAfter(1) })).life();
    const outcome = await shaky.erase(about, noProgress);
    expect(outcome.stayed.map(({ why }) => why)).toContain('held');
    const left = await Promise.all(['trial-observation', 'hearing', 'defender'].map(rowsOf));
    expect(left.flat().filter(isAnonymised)).toHaveLength(1);
  });
});

describe('J5 · a run that breaks off is taken up again', () => {
  const offline = async () => {
    throw new StoreError('offline');
  };
  it.each([[1], [2], [3], [4]])(
    'J5 · at write %i: nothing is lost, and in the end nothing leads to it',
    async (turn) => {
      const shaky = await world.open(ines, { over: at(turn, offline) });
      const life = await shaky.life();
      const before = await held();
      const quoting = await whatQuotes(observed);
      await expect(life.anonymise([observed], noProgress)).rejects.toThrow(StoreError);
      const between = await held();
      // As long as the entry stands, so does everything that quotes it.
      if (turn === 1) expect([between, await whatQuotes(observed)]).toEqual([before, quoting]);
      else expect(between && isAnonymised(between)).toBe(true);
      expect((await life.due()).entries.map(({ entry }) => entry.entry)).toContain(observed);
      expect(await life.anonymise([observed], noProgress)).toEqual({ done: 1, stayed: [] });
      const after = await held();
      expect(after?.under).toEqual(['anonymised']);
      expect(await whatQuotes(observed)).toEqual([]);
      expect(await rowsOf('duty-closing')).not.toEqual([]);
      expect((await life.due()).entries.map(({ entry }) => entry.entry)).not.toContain(observed);
    },
  );

  it('J6 · an erasure finishes what an earlier one left', async () => {
    const shaky = await (await world.open(ines, { over: at(2, offline) })).life();
    await expect(shaky.erase(about, noProgress)).rejects.toThrow(StoreError);
    await shaky.erase(about, noProgress);
    const rows = await Promise.all(['trial-observation', 'hearing', 'defender'].map(rowsOf));
    expect(rows.flat().map(({ under }) => under)).toEqual(rows.flat().map(() => ['anonymised']));
  });
});

/** A book in which the hold comes the moment before the entry is read for its write. */
function holdOn(kind: string): (book: Book) => Book {
  let isPlaced = false;
  return (book) => ({
    ...book,
    async find(of, entry) {
      if (of.key === kind && !isPlaced) {
        isPlaced = true;
        await placeHold(book);
      }
      return book.find(of, entry);
    },
  });
}

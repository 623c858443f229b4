/** The journal of a book: one row per act, chained per author; the pulse that other tabs listen to. */

import { clearNone } from '../domain/consent/clear.ts';
import { canonical } from '../domain/fields/field.ts';
import {
  addDays,
  type Code,
  type Day,
  dayOf,
  type EntryId,
  entryIdFrom,
  type Instant,
} from '../domain/ids.ts';
import type { AnyRecord, Entry, Person } from '../domain/record-kind.ts';
import { journal, type journalActs } from '../domain/system/journal.ts';
import type { Book } from '../store/book.ts';
import { type Bookkeeping, isStoreError } from './bookkeeping.ts';
import type { Clock } from './clock.ts';
import { type Environment, hex } from './environment.ts';

export type JournalAct = (typeof journalActs)[number];

export interface JournalRow {
  readonly act: JournalAct;
  readonly kind: string;
  readonly entry?: EntryId;
  readonly about?: Code;
  /** How many entries the act touched. */
  readonly count?: number;
}

export interface Journal {
  /** Rows follow each other in the order of the calls. @throws StoreError when the row could not be written. */
  write(row: JournalRow): Promise<void>;
  /** Rows of one act about one code, newest first. */
  about(act: JournalAct, code: Code): Promise<readonly { readonly by: Person; readonly at: Instant }[]>;
  /** Faults of the chain of one author: a row changed, missing in the middle, or two in the same place. */
  verify(rows: readonly Entry[]): Promise<readonly string[]>;
}

export function openJournal(
  book: Book,
  books: Bookkeeping,
  environment: Environment,
  clock: Clock,
  author: Person,
): Journal {
  let last: { readonly sequence: number; readonly hash: string } | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function lastOwn(): Promise<{ readonly sequence: number; readonly hash: string }> {
    const lately = await rowsSince(addDays(dayOf(clock.now()), -30));
    const recent = lately.filter((entry) => isBy(entry.record, author));
    const own =
      recent.length > 0
        ? recent
        : (await book.loadAll(journal)).entries.filter((entry) => isBy(entry.record, author));
    const newest = own.reduce<Entry | undefined>(
      (best, entry) => (sequenceOf(entry.record) > sequenceOf(best?.record ?? {}) ? entry : best),
      undefined,
    );
    return newest
      ? { sequence: sequenceOf(newest.record), hash: String(newest.record.ownHash) }
      : { sequence: 0, hash: '' };
  }

  async function rowsSince(since: Day): Promise<readonly Entry[]> {
    const rows: Entry[] = [];
    let page = await book.load(journal, { since });
    rows.push(...page.entries);
    while (page.next) {
      page = await book.load(journal, { since, page: page.next });
      rows.push(...page.entries);
    }
    return rows;
  }

  async function append(row: JournalRow): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      last ??= await lastOwn();
      const content = {
        act: row.act,
        ofKind: row.kind,
        ...(row.entry ? { ofEntry: row.entry } : {}),
        ...(row.about ? { about: row.about } : {}),
        ...(row.count === undefined ? {} : { count: row.count }),
        author,
        happened: clock.now(),
        sequence: last.sequence + 1,
        ...(last.hash ? { previousHash: last.hash } : {}),
      };
      const ownHash = await hashOf(environment, content);
      // The place in the chain is the id: of two tabs that write the same place, the unique column lets one through.
      const place = await environment.digest(
        `journal ${author.tenantId} ${author.objectId} ${content.sequence}`,
      );
      const entry = entryIdFrom(place.slice(0, 16));
      try {
        await books.add(clearNone({ kind: journal, entry, record: { ...content, ownHash }, by: author }));
        last = { sequence: content.sequence, hash: ownHash };
        return;
      } catch (error) {
        last = undefined;
        if (attempt >= 5 || !isStoreError(error, 'duplicate')) throw error;
      }
    }
  }

  return {
    write(row) {
      const written = queue.then(() => append(row));
      queue = written.catch(() => undefined);
      return written;
    },
    async about(act, code) {
      const { entries } = await book.loadAll(journal);
      return entries
        .filter(({ record }) => record.act === act && record.about === code)
        .map(({ record }) => ({ by: record.author as Person, at: record.happened as Instant }))
        .sort((a, b) => (a.at < b.at ? 1 : -1));
    },
    async verify(rows) {
      const faults: string[] = [];
      const ordered = [...rows].sort((a, b) => sequenceOf(a.record) - sequenceOf(b.record));
      let before: AnyRecord | undefined;
      for (const { record } of ordered) {
        const { ownHash, ...content } = record;
        if ((await hashOf(environment, content)) !== ownHash) faults.push(`${sequenceOf(record)}: altered`);
        if (sequenceOf(record) !== sequenceOf(before ?? {}) + 1 || record.previousHash !== before?.ownHash)
          faults.push(`${sequenceOf(record)}: does not follow`);
        before = record;
      }
      return faults;
    },
  };
}

async function hashOf(environment: Environment, content: AnyRecord): Promise<string> {
  return hex(await environment.digest(canonical(content)));
}

function sequenceOf(record: AnyRecord): number {
  return typeof record.sequence === 'number' ? record.sequence : 0;
}

function isBy(record: AnyRecord, person: Person): boolean {
  const author = record.author as Person | undefined;
  return author?.objectId === person.objectId && author.tenantId === person.tenantId;
}

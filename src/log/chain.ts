/** A chain of rows per writer: each holds the hash of the one before, so that none is changed or left out unseen. */

import { clearNone } from '../domain/consent/clear.ts';
import { canonical } from '../domain/fields/field.ts';
import { addDays, type Day, dayOf, type EntryId, entryIdFrom } from '../domain/ids.ts';
import type { AnyKind, AnyRecord, Entry, Person } from '../domain/record-kind.ts';
import type { Book } from '../store/book.ts';
import { type Bookkeeping, isStoreError } from './bookkeeping.ts';
import type { Clock } from './clock.ts';
import { type Environment, hex } from './environment.ts';

export interface ChainOptions {
  readonly book: Book;
  readonly books: Bookkeeping;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly by: Person;
  /** Has `sequence`, `previousHash` and `ownHash`. */
  readonly kind: AnyKind;
  /** Whether a row belongs to this writer's chain. */
  isOwn(record: AnyRecord): boolean;
  /** A text that no other place of any chain has. */
  placeOf(sequence: number): string;
}

export interface Chain {
  /**
   * Adds a row; the place in the chain is worked out when its turn comes. Rows follow each other in the order of the
   * calls. @throws StoreError when the row could not be written.
   */
  append(contentNow: () => AnyRecord): Promise<void>;
  /** Faults of one writer's chain: a row changed, missing in the middle, or two in the same place. */
  verify(rows: readonly Entry[]): Promise<readonly string[]>;
}

const ATTEMPTS = 5;

export function openChain(options: ChainOptions): Chain {
  const { book, books, environment, clock, by, kind } = options;
  let last: { readonly sequence: number; readonly hash: string } | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function lastOwn(): Promise<{ readonly sequence: number; readonly hash: string }> {
    const lately = await rowsSince(addDays(dayOf(clock.now()), -30));
    const recent = lately.filter((entry) => options.isOwn(entry.record));
    const own =
      recent.length > 0
        ? recent
        : (await book.loadAll(kind)).entries.filter((entry) => options.isOwn(entry.record));
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
    let page = await book.load(kind, { since });
    rows.push(...page.entries);
    while (page.next) {
      page = await book.load(kind, { since, page: page.next });
      rows.push(...page.entries);
    }
    return rows;
  }

  /** Anybody can work out the id of a place: whoever may add to the list may have put something else there. */
  async function isOfOthers(entry: EntryId): Promise<boolean> {
    try {
      const there = await book.find(kind, entry);
      return there !== undefined && !options.isOwn(there.entry.record);
    } catch (error) {
      return isStoreError(error, 'unexpected-shape');
    }
  }

  async function append(contentNow: () => AnyRecord): Promise<void> {
    let taken = 0;
    for (let attempt = 1; ; attempt += 1) {
      last ??= await lastOwn();
      const content = {
        ...contentNow(),
        sequence: last.sequence + 1,
        ...(last.hash ? { previousHash: last.hash } : {}),
      };
      const ownHash = await hashOf(environment, content);
      // The place in the chain is the id: of two tabs that write the same place, the unique column lets one through.
      const name = options.placeOf(content.sequence);
      const place = await environment.digest(taken === 0 ? name : `${name} ${taken}`);
      const entry = entryIdFrom(place.slice(0, 16));
      try {
        await books.add(clearNone({ kind, entry, record: { ...content, ownHash }, by }));
        last = { sequence: content.sequence, hash: ownHash };
        return;
      } catch (error) {
        const before = last;
        last = undefined;
        if (attempt >= ATTEMPTS || !isStoreError(error, 'duplicate')) throw error;
        const isOthers = await isOfOthers(entry);
        taken = isOthers ? taken + 1 : 0;
        if (isOthers) last = before;
      }
    }
  }

  return {
    append(contentNow) {
      const written = queue.then(() => append(contentNow));
      queue = written.catch(() => undefined);
      return written;
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

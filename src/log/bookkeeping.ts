/** The few ways in which the log touches a book: every one notes the server's time and feeds what is in memory. */

import type { Cleared } from '../domain/consent/clear.ts';
import type { EntryId } from '../domain/ids.ts';
import type { AnyKind, Entry } from '../domain/record-kind.ts';
import type { Book } from '../store/book.ts';
import type { StoreError } from '../store/store-error.ts';
import type { Clock } from './clock.ts';
import type { Environment } from './environment.ts';

export interface Bookkeeping {
  readonly book: Book;
  /** What the book holds now, or undefined. */
  fresh(kind: AnyKind, entry: EntryId): Promise<Entry | undefined>;
  add(cleared: Cleared): Promise<Entry>;
  /** @throws NewerThanThis */
  amend(cleared: Cleared, at: Entry | { readonly id: string; readonly version: string }): Promise<Entry>;
}

/** @param seen receives every entry that was read or written, with whether this person wrote it */
export function keepBook(
  book: Book,
  environment: Environment,
  clock: Clock,
  seen: (entry: Entry, written: boolean) => void,
): Bookkeeping {
  async function written(write: Promise<{ readonly entry: Entry }>, sentAt: number): Promise<Entry> {
    const { entry } = await write;
    clock.observe(entry.at, sentAt);
    seen(entry, true);
    return entry;
  }
  return {
    book,
    async fresh(kind, entry) {
      const found = await book.find(kind, entry);
      if (found) {
        clock.atLeast(found.entry.at);
        seen(found.entry, false);
      }
      return found?.entry;
    },
    add: (cleared) => written(book.add(cleared), environment.now()),
    async amend(cleared, at) {
      if ('newer' in at && at.newer) throw new NewerThanThis();
      return written(book.amend(cleared, { id: at.id, version: at.version }), environment.now());
    },
  };
}

/** What a newer app wrote may be shown here and must not be decided on or written over. */
export class NewerThanThis extends Error {
  override readonly name = 'NewerThanThis';
}

/** Told by its name: the log knows the store's errors only by type. */
export function isStoreError(error: unknown, ...codes: readonly StoreError['code'][]): error is StoreError {
  return (
    error instanceof Error &&
    error.name === 'StoreError' &&
    (codes.length === 0 || codes.includes((error as StoreError).code))
  );
}

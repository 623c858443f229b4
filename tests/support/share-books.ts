/** Books that note everything that reaches them, and books that fail, answer late or die. */

import type { Cleared } from '../../src/domain/consent/clear.ts';
import type { Entry } from '../../src/domain/record-kind.ts';
import type { Book } from '../../src/store/book.ts';
import { StoreError } from '../../src/store/store-error.ts';
import type { Event } from './share-oracle.ts';

export class Killed extends Error {}

export function recorded(book: Book, events: Event[], at: () => number): Book {
  const noted = (entry: Entry, cleared: Cleared) => events.push({ entry, cleared, since: at() });
  return {
    ...book,
    async add(cleared) {
      const before = await book.find(cleared.kind, cleared.entry);
      const done = await book.add(cleared);
      if (!before) noted(done.entry, cleared);
      return done;
    },
    async amend(cleared, at_) {
      const done = await book.amend(cleared, at_);
      noted(done.entry, cleared);
      return done;
    },
  };
}

/** Answers late, fails before or after the fact, or dies for good at any request. */
export function faulty(book: Book, chance: () => number, struck: () => void): Book {
  let dead = false;
  async function through<T>(call: () => Promise<T>): Promise<T> {
    if (dead) throw new Killed('the tab is gone');
    const luck = chance();
    for (let wait = luck % 7; wait > 0; wait -= 1) await Promise.resolve();
    if (luck >= 594) struck();
    if (luck >= 594 && luck < 596) throw new StoreError('unavailable');
    if (luck === 599) {
      dead = true;
      throw new Killed('before');
    }
    const answer = await call();
    if (luck >= 596 && luck < 598) throw new StoreError('unavailable', { maybeDone: true });
    if (luck === 598) {
      dead = true;
      throw new Killed('after');
    }
    return answer;
  }
  return {
    ...book,
    open: (...given) => through(() => book.open(...given)),
    load: (...given) => through(() => book.load(...given)),
    changes: (...given) => through(() => book.changes(...given)),
    find: (...given) => through(() => book.find(...given)),
    get: (...given) => through(() => book.get(...given)),
    add: (...given) => through(() => book.add(...given)),
    amend: (...given) => through(() => book.amend(...given)),
  };
}

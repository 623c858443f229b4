/** A book that answers late, fails before or after the fact, or dies for good. */

import type { Book } from '../../src/store/book.ts';
import { StoreError } from '../../src/store/store-error.ts';

/** What a request ends with when the tab that made it is gone. */
export class Killed extends Error {}

type Call = 'open' | 'load' | 'loadAll' | 'changes' | 'find' | 'get' | 'add' | 'amend';

interface Faults {
  /** Six of so many draws strike. */
  readonly sides: number;
  /** Requests that can be struck. */
  readonly calls: readonly Call[];
  /** A number from 0 to `sides` - 1. */
  chance(): number;
  struck(): void;
}

export function faulty(book: Book, { sides, calls, chance, struck }: Faults): Book {
  let dead = false;
  async function through<T>(call: () => Promise<T>): Promise<T> {
    if (dead) throw new Killed('the tab is gone');
    const luck = chance();
    for (let wait = luck % 7; wait > 0; wait -= 1) await Promise.resolve();
    const fault = luck - (sides - 6);
    if (fault >= 0) struck();
    if (fault === 0 || fault === 1) throw new StoreError('unavailable');
    if (fault === 5) {
      dead = true;
      throw new Killed('before');
    }
    const answer = await call();
    if (fault === 2 || fault === 3) throw new StoreError('unavailable', { maybeDone: true });
    if (fault === 4) {
      dead = true;
      throw new Killed('after');
    }
    return answer;
  }
  const all: Pick<Book, Call> = {
    open: (...given) => through(() => book.open(...given)),
    load: (...given) => through(() => book.load(...given)),
    loadAll: (...given) => through(() => book.loadAll(...given)),
    changes: (...given) => through(() => book.changes(...given)),
    find: (...given) => through(() => book.find(...given)),
    get: (...given) => through(() => book.get(...given)),
    add: (...given) => through(() => book.add(...given)),
    amend: (...given) => through(() => book.amend(...given)),
  };
  return { ...book, ...Object.fromEntries(calls.map((call) => [call, all[call]])) };
}

/**
 * Starts as often as the start is struck. The draws come round again, and could strike the same request of every try: after
 * twenty the weather is good.
 */
export async function started<T>(start: (isStruck: boolean) => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await start(tries < 20);
    } catch (error) {
      if (!(error instanceof Killed) && !(error instanceof StoreError)) throw error;
    }
  }
}

/** A book that answers late, fails before or after the fact, or dies for good. */

import type { AnyKind } from '../../src/domain/record-kind.ts';
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
  /** A number from 0 to `sides` - 1 for this request. */
  chance(asked: Asked): number;
  struck(strike: Strike): void;
}

export interface Asked {
  readonly call: Call;
  /** The list it is about; none when the whole book is opened. */
  readonly kind: string | undefined;
}

export type Fate = (typeof fates)[number];

/** Which request a fault struck, and what became of it. */
export interface Strike extends Asked {
  readonly fate: Fate;
}

/** What each of the six sides does. */
const fates = ['refused', 'refused', 'lost after', 'lost after', 'killed after', 'killed before'] as const;

/** The draw, of so many sides, that has this fate. */
export function drawOf(fate: Fate, sides: number): number {
  return sides - fates.length + fates.indexOf(fate);
}

export function faulty(book: Book, { sides, calls, chance, struck }: Faults): Book {
  let dead = false;
  async function through<T>(name: Call, kind: AnyKind | undefined, call: () => Promise<T>): Promise<T> {
    if (dead) throw new Killed('the tab is gone');
    const asked = { call: name, kind: kind?.key };
    const luck = chance(asked);
    for (let wait = luck % 7; wait > 0; wait -= 1) await Promise.resolve();
    const fate = fates[luck - (sides - 6)];
    if (fate) struck({ ...asked, fate });
    if (fate === 'refused') throw new StoreError('unavailable');
    if (fate === 'killed before') {
      dead = true;
      throw new Killed('before');
    }
    const answer = await call();
    if (fate === 'lost after') throw new StoreError('unavailable', { maybeDone: true });
    if (fate === 'killed after') {
      dead = true;
      throw new Killed('after');
    }
    return answer;
  }
  const all: Pick<Book, Call> = {
    open: (...given) => through('open', undefined, () => book.open(...given)),
    load: (...given) => through('load', given[0], () => book.load(...given)),
    loadAll: (...given) => through('loadAll', given[0], () => book.loadAll(...given)),
    changes: (...given) => through('changes', given[0], () => book.changes(...given)),
    find: (...given) => through('find', given[0], () => book.find(...given)),
    get: (...given) => through('get', given[0], () => book.get(...given)),
    add: (...given) => through('add', given[0].kind, () => book.add(...given)),
    amend: (...given) => through('amend', given[0].kind, () => book.amend(...given)),
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

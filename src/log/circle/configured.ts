/** A circle as the configuration names it: on its way since the first moment, and never in the way of the mission's own work. */

import type { Day } from '../../domain/ids.ts';
import type { Person } from '../../domain/record-kind.ts';
import type { Book, Opening } from '../../store/book.ts';

export interface CircleOpened {
  readonly ok: true;
  readonly opening: Opening;
  /** The day from which on the first load reads. */
  readonly since: Day;
  /** Who this is for the host of the circle; a guest has an object id of their own there. */
  readonly person: Person;
  /** Milliseconds at which the host's token was issued, when it was issued just now. */
  readonly issuedAt?: number;
}

/** What stood in the way; `troubleOf` says it in closed words. */
export interface CircleShut {
  readonly ok: false;
  readonly error: unknown;
}

export type CircleStart = CircleOpened | CircleShut;

export interface ConfiguredCircle {
  /** `host:/sites/path` of the shared site. */
  readonly id: string;
  /** The tenant that hosts it. */
  readonly tenant: string;
  readonly book: Book;
  /** Begun together with the mission's own first load. Never rejects. */
  readonly opening: Promise<CircleStart>;
  /** Begins again; `interactive` only from a click, for the host may ask the person to sign in. Never rejects. */
  again(interactive: boolean): Promise<CircleStart>;
  /** The same site with the right to make lists, for its owners. Call it from a click. */
  owners(): Promise<Book>;
}

/** A circle of the configuration, on its way since the first moment and never in the way of the mission's own work. */

import { circleJournal } from '../../domain/circle/kinds/circle-journal.ts';
import { circleKinds } from '../../domain/circle/registry.ts';
import { addDays, type Day, dayOf, instantFrom } from '../../domain/ids.ts';
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

export interface CirclePlace {
  /** `host:/sites/path`. */
  readonly id: string;
  /** The tenant that hosts it. */
  readonly tenant: string;
  readonly book: Book;
  /** The same site with the right to make lists, for its owners. Call it from a click. */
  owners(): Promise<Book>;
  /** Signs in at the host; `interactive` only from a click. Rejects when there is no token. */
  signIn(interactive: boolean): Promise<Person & { readonly issuedAt?: number }>;
  /** Milliseconds of this machine's clock. */
  now(): number;
  /** How many days back the first load goes; older entries follow in the background. */
  readonly days?: number;
}

export interface ConfiguredCircle extends Pick<CirclePlace, 'id' | 'tenant' | 'book' | 'owners'> {
  /** What came of the last try, the first of which is begun with the mission's own first load. Never rejects. */
  readonly opening: Promise<CircleStart>;
  /** Tries again from a click: the host may ask the person to sign in. Never rejects. */
  again(): Promise<CircleStart>;
}

export function beginCircle(place: CirclePlace): ConfiguredCircle {
  const { id, tenant, book, owners } = place;

  async function begin(interactive: boolean): Promise<CircleStart> {
    try {
      const { objectId, tenantId, name, issuedAt } = await place.signIn(interactive);
      const since = addDays(dayOf(instantFrom(place.now())), -(place.days ?? 30));
      const opening = await book.open(circleKinds, circleJournal, since);
      const person = { objectId, tenantId, name };
      return { ok: true, opening, since, person, ...(issuedAt === undefined ? {} : { issuedAt }) };
    } catch (error) {
      return { ok: false, error };
    }
  }

  let opening = begin(false);
  return {
    id,
    tenant,
    book,
    owners,
    get opening() {
      return opening;
    },
    again() {
      opening = begin(true);
      return opening;
    },
  };
}

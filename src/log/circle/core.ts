/** The seams of an open circle: what its parts are given, and what they offer one another. */

import type { Day, EntryId } from '../../domain/ids.ts';
import type { Person } from '../../domain/record-kind.ts';
import type { Ability } from '../../domain/roles.ts';
import type { UnlockedKey } from '../../sealing/keys.ts';
import type { Bookkeeping } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import type { Environment } from '../environment.ts';
import type { GateDesk } from '../gate/gate-desk.ts';
import type { People } from '../gate/people.ts';
import type { Journal } from '../journal.ts';
import type { Me } from '../log.ts';
import type { Replica } from '../memory/replica.ts';
import type { CircleBook } from './circle-book.ts';

/** The mission's own book, as the parts of a circle work with it. */
export interface OwnBook {
  readonly books: Bookkeeping;
  readonly gate: GateDesk;
  readonly journal: Journal;
  readonly replica: Replica;
  readonly people: People;
  readonly clock: Clock;
  readonly environment: Environment;
  readonly by: Person;
  /** By the mission's own calendar. */
  today(): Day;
  may(ability: Ability): boolean;
}

/** What is there as soon as a circle is open, before anybody's keys are. */
export interface CircleGround {
  readonly id: string;
  /** The day from which on the first load of the circle read. */
  readonly since: Day;
  readonly own: OwnBook;
  readonly circle: CircleBook;
  me(): Me;
  newEntryId(): EntryId;
  /** There is something else to show. */
  changed(): void;
}

/** The private keys at hand. */
export interface Keyring {
  /** Of every epoch: what was sealed to an ended one still opens. */
  readonly sealing: ReadonlyMap<string, UnlockedKey>;
  /** Whose card stands; absent until the head of mission has signed it. */
  readonly missionSigner?: UnlockedKey;
  /** While this person's key is unlocked and its card stands. */
  readonly personSigner?: UnlockedKey;
}

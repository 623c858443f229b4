/** What the life of entries is worked with. */

import type { Code, Day, EntryId, Instant } from '../../domain/ids.ts';
import type { Person } from '../../domain/record-kind.ts';
import type { Ability } from '../../domain/roles.ts';
import type { Bookkeeping } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import type { Environment } from '../environment.ts';
import type { ConsentFiles } from '../gate/consent-files.ts';
import type { GateDesk } from '../gate/gate-desk.ts';
import type { People } from '../gate/people.ts';
import type { Identities } from '../identities.ts';
import type { Journal } from '../journal.ts';
import type { Replica } from '../memory/replica.ts';
import type { Notes } from './notes.ts';

export interface LifeDesk {
  readonly books: Bookkeeping;
  readonly files: ConsentFiles;
  readonly identities: Identities;
  readonly gate: GateDesk;
  readonly journal: Journal;
  readonly notes: Notes;
  readonly replica: Replica;
  readonly people: People;
  readonly clock: Clock;
  readonly by: Person;
  /** By the mission's own calendar, as everything here that is dated or ends on a day. */
  today(): Day;
  /** The mission's day of something stamped. */
  dayAt(at: Instant): Day;
  newCode(): Code;
  newEntryId(): EntryId;
  may(ability: Ability): boolean;
  mayWrite(kind: string): boolean;
  /** The whole book is in memory, and what colleagues wrote until now. */
  whole(): Promise<void>;
}

export interface LifeParts extends Omit<LifeDesk, 'notes'> {
  readonly environment: Environment;
}

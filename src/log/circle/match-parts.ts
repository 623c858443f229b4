/** What a blind comparison needs of an open circle and of the mission's own book. */

import type { Cleared } from '../../domain/consent/clear.ts';
import type { Code, EntryId, MissionCode } from '../../domain/ids.ts';
import type { AnyRecord, Person } from '../../domain/record-kind.ts';
import type { Ability } from '../../domain/roles.ts';
import type { Bookkeeping } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import type { Environment } from '../environment.ts';
import type { GateDesk } from '../gate-desk.ts';
import type { Journal } from '../journal.ts';
import type { Me } from '../log.ts';
import type { People } from '../people.ts';
import type { Replica } from '../replica.ts';
import type { CircleEntry } from './circle.ts';

export interface MatchingOwn {
  readonly books: Bookkeeping;
  readonly gate: GateDesk;
  readonly journal: Journal;
  readonly replica: Replica;
  readonly people: People;
  readonly clock: Clock;
  readonly environment: Environment;
  readonly by: Person;
  may(ability: Ability): boolean;
}

/** A message to another mission, before it is sealed. */
export interface MatchToSend {
  readonly entry: EntryId;
  readonly type: string;
  readonly coarse: 'circle';
  readonly state: 'open';
  readonly to: readonly MissionCode[];
  readonly body: AnyRecord;
  readonly cleared: Cleared;
}

export interface MatchingParts {
  readonly id: string;
  /** Points each side sends. */
  readonly size: number;
  readonly own: MatchingOwn;
  me(): Me;
  newEntryId(): EntryId;
  opened(): readonly CircleEntry[];
  /** Seals and adds the row. @throws StoreError `duplicate` where something else stands under the id */
  send(what: MatchToSend): Promise<unknown>;
  /** Our code for a defender towards these missions, made when there is none. */
  circleCode(about: Code, to: readonly MissionCode[]): Promise<Code>;
}

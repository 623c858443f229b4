/** Why something sent to us is not shown, although it may be there. */

import { type Day, dayOf, type EntryId, type Instant } from '../ids.ts';

export type WithheldWhy =
  | 'withdrawn'
  | 'retracted'
  | 'emptied'
  | 'ended'
  | 'altered'
  | 'sender-not-verified'
  | 'not-for-us';

/** What is known of one row before its content is shown. */
export interface Known {
  readonly entry: EntryId;
  readonly state: string;
  readonly isForUs: boolean;
  readonly isSenderPinned: boolean;
  /** The envelope opened and everything about it held. */
  readonly isSound: boolean;
  readonly until: Day | undefined;
}

export interface TakenBack {
  readonly withdrawn: ReadonlySet<EntryId>;
  readonly retracted: ReadonlySet<EntryId>;
}

/** The first reason that holds; undefined where it may be shown. An unknown time withholds what has an end. */
export function withheldWhy(
  known: Known,
  back: TakenBack,
  now: Instant | undefined,
): WithheldWhy | undefined {
  if (back.withdrawn.has(known.entry)) return 'withdrawn';
  if (back.retracted.has(known.entry)) return 'retracted';
  // Whoever may write to the list can have done it: the owner has not signed that it was them.
  if (known.state === 'retracted') return 'emptied';
  if (!known.isForUs) return 'not-for-us';
  if (!known.isSenderPinned) return 'sender-not-verified';
  if (!known.isSound) return 'altered';
  if (known.until !== undefined && (now === undefined || dayOf(now) > known.until)) return 'ended';
  return undefined;
}

/** What the screen may know and do of comparing with another mission whether two codes stand for the same person. */

import type { Code, EntryId, Instant, MissionCode } from '../../../domain/ids.ts';
import type { CircleOutcome } from './sharing.ts';

export interface Matching {
  /** Runs that wait for somebody, and those that ended. */
  readonly runs: readonly MatchRun[];
  /** @throws TypeError when this pair ran too lately */
  begin(mission: MissionCode): Promise<void>;
  /** Answers a run that another mission began: our turn. */
  take(run: EntryId): Promise<void>;
  /** Both must say yes before anything more than "possible match" is known; a no is for good. A yes asks the gate. */
  lift(run: EntryId, match: EntryId, agrees: boolean): Promise<CircleOutcome>;
  nextAllowed(mission: MissionCode): Instant | undefined;
  /** Sends what broke off, gives our codes where both agreed, and ends runs that nobody went on with. */
  goOn(): Promise<void>;
}

export interface MatchRun {
  readonly run: EntryId;
  readonly with: MissionCode;
  readonly begunBy: MissionCode;
  /**
   * `refused`: too soon after the last one, or with a message that no honest mission sends. `halted`: somebody compared
   * took their word back before our message went out.
   */
  readonly state: 'waits-for-them' | 'waits-for-us' | 'done' | 'refused' | 'lapsed' | 'halted';
  /** What is to be done next while it waits for somebody; `send`: what we made has not arrived. */
  readonly turn?: 'reply' | 'finish' | 'read' | 'send';
  /** When it ends by itself unless somebody goes on. */
  readonly lapses?: Instant;
  readonly at: Instant;
  /** People of ours who were compared, and who could not be: known once we took part. */
  readonly compared?: number;
  readonly left?: number;
  readonly matches: readonly {
    readonly id: EntryId;
    /** Our own defender; the other mission's is not known to us. */
    readonly own: Code;
    readonly we: 'open' | 'yes' | 'no';
    readonly they: 'open' | 'yes' | 'no';
    /** Known once both agreed. */
    readonly circleCode?: string;
  }[];
}

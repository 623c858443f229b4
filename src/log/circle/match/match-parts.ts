/** What a blind comparison needs of an open circle. */

import type { Cleared } from '../../../domain/consent/clear.ts';
import type { Code, EntryId, MissionCode } from '../../../domain/ids.ts';
import type { AnyRecord } from '../../../domain/record-kind.ts';
import type { CircleEntry } from '../circle.ts';
import type { ShareBlock } from '../contract/sharing.ts';
import type { CircleGround } from '../core.ts';

/** A message to another mission, before it is sealed. */
export interface MatchToSend {
  readonly entry: EntryId;
  readonly type: string;
  readonly coarse: 'circle';
  readonly state: 'open';
  readonly to: readonly MissionCode[];
  readonly body: AnyRecord;
  readonly cleared: Cleared;
  /** Asked once more when everything is ready: why it may not go out any more. */
  still(): Promise<ShareBlock | undefined>;
}

export interface MatchingParts extends Pick<CircleGround, 'id' | 'own' | 'me' | 'newEntryId'> {
  /** Points each side sends. */
  readonly size: number;
  opened(): readonly CircleEntry[];
  /** Seals and adds the row. @throws CannotSend, and StoreError `duplicate` where something else stands under the id */
  send(what: MatchToSend): Promise<unknown>;
  /** Empties a row of ours whose consent is gone, and says so; one that is not there is left alone. */
  takeBack(row: EntryId): Promise<void>;
  /** Our code for a defender towards these missions, made when there is none. */
  circleCode(about: Code, to: readonly MissionCode[]): Promise<Code>;
}

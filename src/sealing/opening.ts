/** What is at hand when an envelope is opened: its row, our keys, and whose word counts. */

import type { EntryId, Instant, MissionCode } from '../domain/ids.ts';
import type { AudienceKey } from './audience-key.ts';
import type { Seen } from './seen.ts';
import type { Standing } from './standing.ts';

/** The clear columns of the row in which the envelope lies, and when its host last took it in. */
export interface Row {
  readonly entry: EntryId;
  readonly code?: string;
  readonly from: MissionCode;
  readonly audience: readonly MissionCode[];
  readonly writtenAt: Instant;
}

export interface Opening {
  readonly place: { readonly circle: string };
  readonly row: Row;
  readonly me: MissionCode;
  /** Our private sealing keys by kid, of all epochs that are not destroyed. */
  readonly keys: ReadonlyMap<string, CryptoKey>;
  /** By id. */
  readonly audienceKeys: ReadonlyMap<string, AudienceKey>;
  readonly standing: Standing;
  /** What our own book holds about this sender. */
  readonly seen?: Seen;
}

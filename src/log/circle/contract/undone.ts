/** What upkeep of a circle could not do now, or cannot mend by itself: told in words until it is settled. */

import type { EntryId } from '../../../domain/ids.ts';

export interface Undone {
  /**
   * A share that broke off, our word that consent stands, taking back, the clear word of a row, a comparison; and what
   * stands in our book and was emptied in the circle by somebody else.
   */
  readonly what: 'completing' | 'renewing' | 'taking-back' | 'index' | 'comparing' | 'emptied';
  /** Of shares, the one. */
  readonly share?: EntryId;
  /** What stood in the way, as the act itself would say it; `changed`: it waits for another look. */
  readonly cause?: unknown;
}

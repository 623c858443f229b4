/** What upkeep of a circle could not do now: told in words until a later try gets through. */

import type { EntryId } from '../../../domain/ids.ts';

export interface Undone {
  /** A share that broke off, our word that consent stands, taking back, the clear word of a row, a comparison. */
  readonly what: 'completing' | 'renewing' | 'taking-back' | 'index' | 'comparing';
  /** Of shares, the one. */
  readonly share?: EntryId;
  /** What stood in the way, as the act itself would say it; `changed`: it waits for another look. */
  readonly cause: unknown;
}

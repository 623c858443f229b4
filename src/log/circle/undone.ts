/** What upkeep of a circle could not do now: told in words until a later try gets through. */

import type { EntryId } from '../../domain/ids.ts';
import { isStoreError } from '../bookkeeping.ts';
import { CannotSend } from './send.ts';

export interface Undone {
  /** A share that broke off, our word that consent stands, taking back, the clear word of a row, a comparison. */
  readonly what: 'completing' | 'renewing' | 'taking-back' | 'index' | 'comparing';
  /** Of shares, the one. */
  readonly share?: EntryId;
  /** What stood in the way, as the act itself would say it; `changed`: it waits for another look. */
  readonly cause: unknown;
}

/** Runs a step of the upkeep; what fails for a reason that may pass is noted, and does not stop the others. */
export async function noting(
  found: Undone[],
  of: Pick<Undone, 'what' | 'share'>,
  step: () => Promise<unknown>,
): Promise<void> {
  try {
    await step();
  } catch (cause) {
    if (!isStoreError(cause) && !(cause instanceof TypeError) && !(cause instanceof CannotSend)) throw cause;
    found.push({ ...of, cause });
  }
}

/** Runs the upkeep of a circle step by step, and notes what could not be done now. */

import { isStoreError } from '../../bookkeeping.ts';
import type { Undone } from '../contract/undone.ts';
import { CannotSend } from './send.ts';

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

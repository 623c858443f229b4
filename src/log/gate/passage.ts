/** What comes of taking a record through the gate: cleared, refused, or recorded as done without consent. */

import { type Cleared, clearPast, type ToClear } from '../../domain/consent/clear.ts';
import type { Verdict } from '../../domain/consent/decision.ts';
import type { ConsentNeed } from '../../domain/consent/need.ts';
import type { Code } from '../../domain/ids.ts';

/** Cleared, with the tickets that must be marked used after the act or released if it does not happen. */
export interface Pass {
  readonly cleared: Cleared;
  readonly left: readonly Code[];
  /** Marks the tickets used; answers whose consent was taken back while the act was under way. */
  used(): Promise<readonly Code[]>;
  release(): Promise<void>;
}

export type Passage =
  | { readonly pass: Pass }
  | { readonly refused: Verdict }
  /** It has happened without consent on record; why is missing. */
  | { readonly sayWhy: Verdict }
  /** This very act was done before (a retry after its answer was lost). */
  | { readonly doneBefore: true };

/** Cleared without a ticket: there is nothing to mark or to give back. */
export function freely(cleared: Cleared, left: readonly Code[] = []): Pass {
  return { cleared, left, used: async () => [], release: async () => undefined };
}

/** What has happened is never refused: it is stored as done, with why there was no consent. */
export function refusedOrPast(toClear: ToClear, need: ConsentNeed, verdict: Verdict): Passage {
  if (need.tense !== 'past') return { refused: verdict };
  const why = toClear.record.withoutConsentWhy;
  if (typeof why !== 'string' || why.trim() === '') return { sayWhy: verdict };
  return { pass: freely(clearPast(toClear, verdict, why)) };
}

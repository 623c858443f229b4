/** Reads a person's situation for the gate: in custody, missing, killed or out of reach; what is unknown stays unknown. */

import { type Instant, msOf } from '../ids.ts';
import { statuses } from '../records/vocabulary.ts';
import type { Circumstances, Effect } from './consent-file.ts';

type Status = (typeof statuses)[number];

/** Statuses in which a person is held: wishes "if arrested" take effect, consents "while detained" count. */
export const heldStatuses: readonly string[] = [
  'detained-without-charge',
  'pre-trial-detention',
  'house-arrest',
  'serving',
] satisfies readonly Status[];
const known: readonly string[] = statuses;

/** `undefined` when the status is not known or not one of ours. */
export function isHeld(circumstances: Circumstances): boolean | undefined {
  return isOneOf(circumstances, heldStatuses);
}

export function isKilled(circumstances: Circumstances): boolean {
  return circumstances.status === 'killed';
}

function isOneOf({ status }: Circumstances, wanted: readonly string[]): boolean | undefined {
  if (status === undefined) return undefined;
  if (wanted.includes(status)) return true;
  return known.includes(status) ? false : undefined;
}

/** Whether a decision has taken effect; `undefined` when that cannot be known, which blocks but never clears. */
export function hasTakenEffect(
  effect: Effect,
  circumstances: Circumstances,
  now: Instant,
): boolean | undefined {
  switch (effect.when) {
    case 'now':
      return true;
    case 'if-arrested':
      return isHeld(circumstances);
    case 'if-missing':
      return isOneOf(circumstances, ['missing']);
    case 'if-killed':
      return isOneOf(circumstances, ['killed']);
    case 'if-unreachable':
      return (
        circumstances.unreachableSince !== undefined &&
        msOf(circumstances.unreachableSince) + effect.hours * 3_600_000 <= msOf(now)
      );
  }
}

/** Whether the person themself can be asked today; a proxy's consent then waits to be confirmed by them. */
export function canBeAsked(circumstances: Circumstances): boolean {
  return (
    circumstances.unreachableSince === undefined &&
    isHeld(circumstances) === false &&
    circumstances.status !== 'missing' &&
    circumstances.status !== 'killed'
  );
}

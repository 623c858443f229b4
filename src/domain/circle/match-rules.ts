/** How often two missions compare whom they know, and how much at once. */

import { type Instant, instantFrom, msOf } from '../ids.ts';

/** Points each side sends, whoever stands behind them: how many a mission really knows stays its own. */
export const MATCH_SIZE = 200;

const DAY = 86_400_000;
const BETWEEN_DAYS = 7;
const MOST = 4;
const WINDOW_DAYS = 90;
const LAPSES_AFTER_DAYS = 14;
/** Two turns of others, each as late as it may be. */
const HELD_DAYS = 2 * LAPSES_AFTER_DAYS;

/**
 * From when the same two missions may compare again, given the signed times of their runs so far: a week after the last,
 * and no fifth within 90 days. Undefined while nothing stands in the way.
 */
export function nextMatchAt(earlier: readonly Instant[], now: Instant): Instant | undefined {
  const times = earlier.map(msOf).sort((a, b) => b - a);
  const [last] = times;
  const fourth = times[MOST - 1];
  const next = Math.max(
    last === undefined ? 0 : last + BETWEEN_DAYS * DAY,
    fourth === undefined ? 0 : fourth + WINDOW_DAYS * DAY,
  );
  return next > msOf(now) ? instantFrom(next) : undefined;
}

/** When a run ends by itself that nobody went on with. */
export function lapsesAt(lastStep: Instant): Instant {
  return instantFrom(msOf(lastStep) + LAPSES_AFTER_DAYS * DAY);
}

/** When our side's key is destroyed whatever the messages of a run say: `at` is our own time, which nobody else dates. */
export function heldUntil(at: Instant): Instant {
  return instantFrom(msOf(at) + HELD_DAYS * DAY);
}

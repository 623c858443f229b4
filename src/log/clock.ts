/** The server's time as well as this machine can know it: its own clock corrected by every instant the server stamped. */

import { type Day, type Instant, instantFrom, msOf } from '../domain/ids.ts';
import { localNow } from '../domain/zoned.ts';

export interface Clock {
  now(): Instant;
  /** Seconds this machine is ahead (positive) or behind; 0 until the server was heard. */
  skewSeconds(): number;
  /** The server stamped `at` for a request sent at `sentAt` and answered by now (both in this machine's milliseconds). */
  observe(at: Instant, sentAt: number): void;
  /** The server stamped `at` some time ago: it is at least as late now. */
  atLeast(at: Instant): void;
}

/**
 * @param machine milliseconds of this machine's clock
 * @param issuedAt the instant of a freshly issued token, where there is one: the first word of the server about time
 */
export function serverClock(machine: () => number, issuedAt?: number): Clock {
  let offset = issuedAt === undefined ? 0 : ignoringSeconds(issuedAt - machine());
  return {
    now: () => instantFrom(machine() + offset),
    skewSeconds: () => Math.round(-offset / 1000),
    atLeast: (at) => {
      offset = Math.max(offset, msOf(at) - machine());
    },
    observe: (at, sentAt) => {
      const stamped = msOf(at);
      // The stamp lies between sending and answering and has whole seconds: inside that window nothing is learnt.
      const earliest = stamped - machine();
      const latest = stamped + 1000 - sentAt;
      if (offset < earliest) offset = earliest;
      else if (offset > latest) offset = latest;
    },
  };
}

/** A token's issue time is set back by some minutes on purpose; only a clock that is wrong by more says anything. */
function ignoringSeconds(difference: number): number {
  return Math.abs(difference) < 10 * 60_000 ? 0 : difference;
}

/** The day it is at a place. */
export function todayAt(zone: string, now: Instant): Day {
  return localNow(now, zone).day;
}

/** Spreads requests over time: so many at once, then so many a minute, until somebody cannot wait. */

import type { Environment } from '../environment.ts';

export interface Allowance {
  /** Resolves when it is the caller's turn; turns come in the order in which they were asked for. */
  turn(): Promise<void>;
  /** Whoever waits goes on at once, and nobody waits any more. */
  hurry(): void;
}

/** @param atOnce turns there are at first, and at most; @param aMinute turns that come back in a minute */
export function openAllowance(
  environment: Pick<Environment, 'now' | 'after'>,
  atOnce: number,
  aMinute: number,
): Allowance {
  const every = 60_000 / aMinute;
  let turns = atOnce;
  let countedAt = environment.now();
  let hurried = false;
  let waiting: (() => void)[] = [];

  function count(): void {
    const came = Math.floor((environment.now() - countedAt) / every);
    if (came <= 0) return;
    turns = Math.min(atOnce, turns + came);
    countedAt += came * every;
  }

  function serve(): void {
    count();
    while (waiting.length > 0 && turns > 0) {
      turns -= 1;
      waiting.shift()?.();
    }
    if (waiting.length > 0) environment.after(every, serve);
  }

  return {
    turn() {
      if (hurried) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 1) serve();
      });
    },
    hurry() {
      hurried = true;
      const served = waiting;
      waiting = [];
      for (const resolve of served) resolve();
    },
  };
}

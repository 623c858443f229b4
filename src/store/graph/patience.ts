/** How often and how long the store tries again: full jitter, capped, within a budget, with a breaker for storms. */

import { StoreError } from '../store-error.ts';

/** Time and chance, handed in. Milliseconds; `random` from 0 up to 1. */
export interface Pace {
  now(): number;
  sleep(ms: number): Promise<void>;
  random(): number;
}

export const worldPace: Pace = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: () => Math.random(),
};

export interface Limits {
  /** Attempts of one call, the first included. */
  readonly tries: number;
  readonly firstDelay: number;
  readonly longestDelay: number;
  /** Waiting of one call in all. */
  readonly budget: number;
  /** Attempts in a row, over all calls, that the service turned away before nothing is sent for `rest`. */
  readonly storm: number;
  readonly rest: number;
}

export const usualLimits: Limits = {
  tries: 5,
  firstDelay: 1_000,
  longestDelay: 60_000,
  budget: 60_000,
  storm: 12,
  rest: 30_000,
};

export type Attempt<T> =
  | { readonly done: T }
  /** Not now; `retryAfter` in seconds, where the service said so. */
  | { readonly again: StoreError; readonly retryAfter?: number | undefined };

export interface Patience {
  /**
   * Repeats `work` until it is done. Throws its last error when tries or budget are spent or the service is being
   * spared; what `work` throws itself ends it at once.
   */
  persist<T>(work: (attempt: number) => Promise<Attempt<T>>): Promise<T>;
}

export function patience(pace: Pace, limits: Limits = usualLimits): Patience {
  let turnedAway = 0;
  let restUntil = Number.NEGATIVE_INFINITY;
  let reason: StoreError | undefined;

  function note(error: StoreError): void {
    // Being offline burdens nobody, so it never opens the breaker.
    if (error.code !== 'throttled' && error.code !== 'unavailable') return;
    turnedAway += 1;
    reason = error;
    if (turnedAway >= limits.storm) restUntil = pace.now() + limits.rest;
  }

  /** Any answer but "not now", a refusal included, shows that the storm is over. */
  async function tried<T>(work: Promise<Attempt<T>>): Promise<Attempt<T>> {
    try {
      const outcome = await work;
      if ('done' in outcome) turnedAway = 0;
      return outcome;
    } catch (error) {
      turnedAway = 0;
      throw error;
    }
  }

  function delay(attempt: number, retryAfter: number | undefined): number {
    const ceiling = Math.min(limits.longestDelay, limits.firstDelay * 2 ** attempt);
    const jitter = pace.random() * ceiling;
    return retryAfter === undefined ? jitter : retryAfter * 1_000 + pace.random() * limits.firstDelay;
  }

  return {
    async persist(work) {
      let waited = 0;
      let last: StoreError | undefined;
      for (let attempt = 0; ; attempt += 1) {
        if (reason && pace.now() < restUntil) throw last ?? new StoreError(reason.code, { cause: reason });
        const outcome = await tried(work(attempt));
        if ('done' in outcome) return outcome.done;
        last = outcome.again;
        note(last);
        const wait = delay(attempt, outcome.retryAfter);
        if (attempt + 1 >= limits.tries || waited + wait > limits.budget) throw last;
        waited += wait;
        await pace.sleep(wait);
      }
    },
  };
}

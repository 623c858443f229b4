/** Listens for what others change: asks often while the page is looked at, rarely while it is not, and less when the world is slow. */

import type { Environment } from '../environment.ts';

export interface PulseOptions {
  readonly environment: Environment;
  /** Asks once. Answers whether there was news; rejects when the world failed. */
  readonly ask: () => Promise<boolean>;
  readonly onState: (state: 'live' | 'offline' | 'slowed', error?: unknown) => void;
  /** Tells a failure of the network or sign-in from a service that asks for patience. */
  readonly isOffline: (error: unknown) => boolean;
}

export interface Pulse {
  start(): void;
  stop(): void;
  /** Asks at once, whatever the timetable says; rejects when the world failed. */
  beat(): Promise<void>;
  /** Somebody here has just said something, and waits for an answer: asks again as soon as after news. */
  sooner(): void;
}

const QUICK = 15_000;
const QUIET = 60_000;
const SLOWEST = 300_000;

/**
 * While somebody looks: every 15 s after news, easing to 60 s when nothing happens. Hidden tabs do not ask at all,
 * but once as soon as the page is looked at again. After a failure: twice the wait each time, at most five minutes.
 */
export function openPulse({ environment, ask, onState, isOffline }: PulseOptions): Pulse {
  let stopped = true;
  let callOff: (() => void) | undefined;
  let wait = QUICK;
  let asking: Promise<void> | undefined;

  function beat(): Promise<void> {
    asking ??= ask()
      .then((news) => {
        wait = news ? QUICK : Math.min(QUIET, Math.round(Math.max(wait, QUICK) * 1.3));
        onState('live');
      })
      .catch((error: unknown) => {
        wait = Math.min(SLOWEST, wait * 2);
        onState(isOffline(error) ? 'offline' : 'slowed', error);
        throw error;
      })
      .finally(() => {
        asking = undefined;
      });
    return asking;
  }

  function plan(): void {
    if (stopped) return;
    // A tenth of chance keeps the tabs of a whole mission from asking in the same second.
    const spread = (environment.random(1)[0] ?? 0) / 255;
    const ms = environment.isVisible() ? wait * (0.95 + spread * 0.1) : 2_000;
    callOff = environment.after(ms, () => {
      if (stopped) return;
      if (!environment.isVisible()) {
        wait = 0;
        plan();
        return;
      }
      beat()
        .catch(() => undefined)
        .finally(plan);
    });
  }

  return {
    start() {
      if (!stopped) return;
      stopped = false;
      plan();
    },
    stop() {
      stopped = true;
      callOff?.();
    },
    beat,
    sooner() {
      // One that is under way plans the next itself; what failed is spared.
      if (stopped || asking || wait <= QUICK || wait > QUIET) return;
      callOff?.();
      wait = QUICK;
      plan();
    },
  };
}

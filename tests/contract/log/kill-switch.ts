/** Kills a tab at a chosen call: from then on nothing it sends reaches anybody and nothing it waits for ever comes. */

import type { Network } from '../../support/graph-world.ts';

/** Whether the fatal call still reaches the server (its answer is never heard) or not. */
export type Moment = 'before' | 'after';

export interface KillSwitch {
  readonly network: Network;
  /** Calls seen since the switch was armed. */
  calls(): number;
  /** From now on calls are counted from 1; the tab dies `moment` the call with number `at`. */
  arm(at: number, moment: Moment): void;
  /** What `work` came to, or `killed` once the tab died of it. */
  outlive<T>(work: Promise<T>): Promise<T | 'killed'>;
}

export function killSwitch(): KillSwitch {
  let counted = 0;
  let fatal: { readonly at: number; readonly moment: Moment } | undefined;
  let die: () => void = () => undefined;
  const dead = new Promise<'killed'>((resolve) => {
    die = () => resolve('killed');
  });
  const never = () => new Promise<Response>(() => undefined);
  return {
    async network(_, send) {
      counted += 1;
      if (!fatal || counted < fatal.at) return send();
      if (counted === fatal.at && fatal.moment === 'after') await send().catch(() => undefined);
      die();
      return never();
    },
    calls: () => counted,
    arm(at, moment) {
      counted = 0;
      fatal = { at, moment };
    },
    outlive: (work) => Promise.race([work, dead]),
  };
}

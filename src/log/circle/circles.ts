/** The circles that are open to this person: opened once each, on first use, and tried again where one was shut. */

import type { ConfiguredCircle } from './begin.ts';
import type { Circle } from './circle.ts';
import { type CircleParts, type OpenCircle, openCircle } from './open-circle.ts';

export interface Circles {
  /** Those that answer; why another does not is told by its site. */
  all(): Promise<readonly Circle[]>;
  /** Consent may have changed: what lost it comes back from the others. Never rejects. */
  uphold(): Promise<void>;
  /** Forgets the unlocked keys of this person. */
  lock(): void;
  close(): void;
}

export function openCircles(configured: readonly ConfiguredCircle[], parts: CircleParts): Circles {
  const open = new Map<string, Promise<OpenCircle>>();
  let isClosed = false;

  async function opened(one: ConfiguredCircle): Promise<readonly OpenCircle[]> {
    const start = await one.opening;
    if (!start.ok || isClosed) return [];
    const running = open.get(one.id) ?? openCircle(one, start, parts);
    open.set(one.id, running);
    try {
      return [await running];
    } catch {
      // What the network kept away is fetched again the next time.
      open.delete(one.id);
      return [];
    }
  }

  const all = async () => (await Promise.all(configured.map(opened))).flat();
  return {
    all,
    async uphold() {
      const here = await all();
      await Promise.all(here.map((circle) => circle.uphold().catch(() => undefined)));
    },
    lock() {
      for (const circle of open.values()) circle.then((one) => one.keys.lock()).catch(() => undefined);
    },
    close() {
      isClosed = true;
      for (const circle of open.values()) circle.then((one) => one.close()).catch(() => undefined);
    },
  };
}

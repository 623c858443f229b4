/** What may not be read any more leaves memory: as soon as we hear of it, and by the clock when its last day is over. */

import { addDays, type Instant, msOf } from '../../../domain/ids.ts';
import type { CircleGround } from '../core.ts';
import type { Envelopes } from './envelopes.ts';
import type { Inbox } from './inbox.ts';

export interface Forgetting {
  /** Looks through everything that is open. */
  look(): void;
  stop(): void;
}

const AT_MOST_MS = 6 * 3_600_000;
/** The clock of the host has whole seconds. */
const AFTER_MS = 1000;

export function openForgetting(
  { circle, own, changed }: Pick<CircleGround, 'circle' | 'own' | 'changed'>,
  parts: { readonly inbox: Inbox; readonly envelopes: Envelopes },
): Forgetting {
  const { inbox, envelopes } = parts;
  let planned: { readonly at: number; readonly callOff: () => void } | undefined;

  function look(): void {
    for (const entry of envelopes.opened()) {
      const why = inbox.withheld(entry);
      // Whoever is believed again is read again; everything else is over.
      if (why === 'sender-not-verified') envelopes.shut(entry);
      else if (why !== undefined) envelopes.drop(entry);
    }
    plan();
  }

  /** The first that ends brings the next look, whether or not anything is heard until then. */
  function plan(): void {
    const now = msOf(circle.clock.now());
    const [first] = envelopes
      .opened()
      .flatMap((entry) => envelopes.until(entry) ?? [])
      .sort();
    if (first === undefined) {
      stop();
      return;
    }
    const ends = msOf(`${addDays(first, 1)}T00:00:00Z` as Instant);
    const at = Math.min(Math.max(ends, now) + AFTER_MS, now + AT_MOST_MS);
    if (planned && planned.at <= at && planned.at > now) return;
    stop();
    const callOff = own.environment.after(at - now, () => {
      planned = undefined;
      look();
      changed();
    });
    planned = { at, callOff };
  }

  function stop(): void {
    planned?.callOff();
    planned = undefined;
  }

  return { look, stop };
}

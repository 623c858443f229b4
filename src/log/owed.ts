/** The duties of everything in memory, computed anew when something changed: at once in a small book, bit by bit in a long one. */

import { type DutyDay, duties, dutyDay, dutyDayInBits } from '../domain/duties/duties.ts';
import type { Duty } from '../domain/duties/duty.ts';
import type { DutySources } from '../domain/duties/sources.ts';
import type { Code, Instant } from '../domain/ids.ts';
import { isAnonymised } from '../domain/keeping/marks.ts';
import type { Entry } from '../domain/record-kind.ts';
import { type Clock, todayAt } from './clock.ts';
import type { Environment } from './environment.ts';
import type { Me } from './log.ts';
import { consentFileIn, type People } from './people.ts';
import type { Replica } from './replica.ts';

export interface OwedParts {
  readonly replica: Replica;
  readonly people: People;
  readonly clock: Clock;
  readonly environment: Pick<Environment, 'now' | 'after'>;
  readonly me: () => Me;
  /** A long book was looked through: what is owed may be different now. */
  readonly onFound: () => void;
}

/** A longer book is looked through in bits, and what was owed before is shown meanwhile. */
const LONG = 5_000;
/** Less than a frame, ms. */
const BIT_MS = 8;

interface Held {
  readonly entries: DutySources['entries'];
  readonly minute: string;
  readonly day: DutyDay;
  readonly duties: readonly Duty[];
}

/**
 * Duties depend on what is in memory and, by the minute, on the time: not on how the network feels. Reading a hundred
 * thousand entries for them takes many frames, so that is done once a day and after every change.
 */
export function openOwed({ replica, people, clock, environment, me, onFound }: OwedParts) {
  let held: Held | undefined;
  let isLooking = false;

  function keep(entries: Held['entries'], sources: DutySources, day: DutyDay): readonly Duty[] {
    const found = duties(sources, day);
    held = { entries, minute: sources.now.slice(0, 16), day, duties: found };
    return found;
  }

  function lookInBits(sources: DutySources): void {
    const entries = replica.entries();
    const bits = dutyDayInBits(sources);
    isLooking = true;
    const goOn = (): void => {
      const began = environment.now();
      let bit = bits.next();
      while (!bit.done && environment.now() - began < BIT_MS) bit = bits.next();
      if (!bit.done) {
        environment.after(0, goOn);
        return;
      }
      isLooking = false;
      keep(entries, sources, bit.value);
      onFound();
    };
    environment.after(0, goOn);
  }

  return (): readonly Duty[] => {
    const now = clock.now();
    const entries = replica.entries();
    const { mission } = me();
    const isKnown = held?.entries === entries && held.day.today === todayAt(mission.zone, now);
    if (held && isKnown && held.minute === now.slice(0, 16)) return held.duties;
    const sources = sourcesIn(replica, people, mission, now);
    if (held && isKnown) return keep(entries, sources, held.day);
    if (!held || replica.byEntry().size <= LONG) return keep(entries, sources, dutyDay(sources));
    if (!isLooking) lookInBits(sources);
    return held.duties;
  };
}

function sourcesIn(replica: Replica, people: People, mission: Me['mission'], now: Instant): DutySources {
  const entries = withoutAnonymous(replica.entries());
  const files = replica.of('consent-file').map(consentFileIn);
  const isAnybodyGone = entries.get('defender') !== replica.of('defender');
  return {
    entries,
    // What was agreed is kept as evidence; there is nobody left to ask again.
    files: isAnybodyGone ? files.filter(({ about }) => people.circumstances(about) !== undefined) : files,
    closings: replica.of('duty-closing'),
    circumstances: (code: Code) => people.circumstances(code),
    mission: mission.code,
    zone: mission.zone,
    days: mission.days,
    now,
  };
}

/** To somebody who is nobody any more nothing is owed. */
function withoutAnonymous(entries: DutySources['entries']): DutySources['entries'] {
  return new Map([...entries].map(([kind, all]) => [kind, somebodys(all)]));
}

// Lists are replaced and never mutated; most are read again and again as they are.
const somebodysIn = new WeakMap<readonly Entry[], readonly Entry[]>();

function somebodys(all: readonly Entry[]): readonly Entry[] {
  const before = somebodysIn.get(all);
  if (before) return before;
  const found = all.some(isAnonymised) ? all.filter((entry) => !isAnonymised(entry)) : all;
  somebodysIn.set(all, found);
  return found;
}

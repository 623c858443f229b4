/** The duties of everything in memory, computed anew when something changed: at once in a small book, bit by bit in a long one. */

import { type DutyDay, duties, dutyDay, dutyDayInBits } from '../domain/duties/duties.ts';
import type { Duty } from '../domain/duties/duty.ts';
import type { DutySources } from '../domain/duties/sources.ts';
import type { Code, Instant } from '../domain/ids.ts';
import { isAnonymised } from '../domain/keeping/marks.ts';
import type { Entry } from '../domain/record-kind.ts';
import { personKind } from '../domain/registry.ts';
import { consentFile } from '../domain/system/consent-file.ts';
import { dutyClosing } from '../domain/system/duty-closing.ts';
import { type Clock, todayAt } from './clock.ts';
import type { Environment } from './environment.ts';
import { consentFileIn, type People } from './gate/people.ts';
import type { Me } from './log.ts';
import type { Replica } from './memory/replica.ts';

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
/** Entries asked in one go whether they are still about somebody. */
const AT_ONCE = 4_096;

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

  function heldFrom({ entries, sources, day }: Looked): Held {
    return { entries, minute: sources.now.slice(0, 16), day, duties: duties(sources, day) };
  }

  function lookInBits(now: Instant): void {
    const bits = lookedThrough(now);
    isLooking = true;
    const goOn = (): void => {
      const began = environment.now();
      let bit = bits.next();
      while (!bit.done && environment.now() - began < BIT_MS) bit = bits.next();
      if (!bit.done) {
        environment.after(0, goOn);
        return;
      }
      const found = heldFrom(bit.value);
      // Whoever is told draws a page: in a turn of its own, so that nobody waits for both.
      environment.after(0, () => {
        isLooking = false;
        held = found;
        onFound();
      });
    };
    environment.after(0, goOn);
  }

  function* lookedThrough(now: Instant): Generator<undefined, Looked, undefined> {
    // Kept from the first bit to the last: what arrives meanwhile makes another map.
    const entries = replica.entries();
    const sources = yield* sourcesInBits(entries, people, me().mission, now);
    return { entries, sources, day: yield* dutyDayInBits(sources) };
  }

  return (): readonly Duty[] => {
    const now = clock.now();
    const entries = replica.entries();
    const { mission } = me();
    const isKnown = held?.entries === entries && held.day.today === todayAt(mission.zone, now);
    if (held && isKnown && held.minute === now.slice(0, 16)) return held.duties;
    if (held && !isKnown && replica.byEntry().size > LONG) {
      if (!isLooking) lookInBits(now);
      return held.duties;
    }
    const sources = inOneGo(sourcesInBits(entries, people, mission, now));
    const day = held && isKnown ? held.day : dutyDay(sources);
    held = heldFrom({ entries, sources, day });
    return held.duties;
  };
}

interface Looked {
  readonly entries: Held['entries'];
  readonly sources: DutySources;
  readonly day: DutyDay;
}

function inOneGo<T>(bits: Generator<undefined, T, undefined>): T {
  for (let bit = bits.next(); ; bit = bits.next()) if (bit.done) return bit.value;
}

function* sourcesInBits(
  all: Held['entries'],
  people: People,
  mission: Me['mission'],
  now: Instant,
): Generator<undefined, DutySources, undefined> {
  const files = (all.get(consentFile.key) ?? []).map(consentFileIn);
  const entries = yield* withoutAnonymous(all);
  const isAnybodyGone = entries.get(personKind.key) !== all.get(personKind.key);
  return {
    entries,
    // What was agreed is kept as evidence; there is nobody left to ask again.
    files: isAnybodyGone ? files.filter(({ about }) => people.circumstances(about) !== undefined) : files,
    closings: all.get(dutyClosing.key) ?? [],
    circumstances: (code: Code) => people.circumstances(code),
    mission: mission.code,
    zone: mission.zone,
    days: mission.days,
    now,
  };
}

/** To somebody who is nobody any more nothing is owed. */
function* withoutAnonymous(
  entries: DutySources['entries'],
): Generator<undefined, DutySources['entries'], undefined> {
  const left = new Map<string, readonly Entry[]>();
  for (const [kind, all] of entries) left.set(kind, yield* somebodys(all));
  return left;
}

// Lists are replaced and never mutated; most are read again and again as they are.
const somebodysIn = new WeakMap<readonly Entry[], readonly Entry[]>();

function* somebodys(all: readonly Entry[]): Generator<undefined, readonly Entry[], undefined> {
  const before = somebodysIn.get(all);
  if (before) return before;
  let isAnybodyGone = false;
  for (let from = 0; from < all.length && !isAnybodyGone; from += AT_ONCE) {
    if (from > 0) yield;
    isAnybodyGone = all.slice(from, from + AT_ONCE).some(isAnonymised);
  }
  const found = isAnybodyGone ? all.filter((entry) => !isAnonymised(entry)) : all;
  somebodysIn.set(all, found);
  return found;
}

/** Everything the screen shows, computed from memory as one immutable value. */

import { type DutyDay, duties, dutyDay } from '../domain/duties/duties.ts';
import type { Duty } from '../domain/duties/duty.ts';
import type { Code, EntryId } from '../domain/ids.ts';
import { isAnonymised } from '../domain/keeping/marks.ts';
import type { Entry } from '../domain/record-kind.ts';
import { localNow } from '../domain/zoned.ts';
import type { KindHealth } from '../store/book.ts';
import type { Clock } from './clock.ts';
import { keptDrafts } from './kept-drafts.ts';
import type { Me, Sync, View } from './log.ts';
import { consentFileIn, type People } from './people.ts';
import type { Replica } from './replica.ts';

export interface ViewParts {
  readonly replica: Replica;
  readonly people: People;
  readonly clock: Clock;
  readonly me: Me;
  readonly health: readonly KindHealth[];
  readonly sync: Sync;
  readonly changedByOthers: ReadonlySet<EntryId>;
}

export function computedView(parts: ViewParts): View {
  const { replica, me, health, sync, changedByOthers } = parts;
  return {
    state: 'ready',
    entries: replica.entries(),
    byEntry: replica.byEntry(),
    drafts: keptDrafts(replica, me.person),
    duties: dutiesOf(parts),
    malformed: replica.malformed(),
    health,
    // The clock learns with every write, long before the next beat.
    sync: { ...sync, clockSkewSeconds: parts.clock.skewSeconds() },
    changedByOthers,
  };
}

/** To somebody who is nobody any more nothing is owed. */
function withoutAnonymous(
  entries: ReadonlyMap<string, readonly Entry[]>,
): ReadonlyMap<string, readonly Entry[]> {
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

interface Owed {
  readonly minute: string;
  readonly day: DutyDay;
  readonly duties: readonly Duty[];
}

/**
 * Duties depend on what is in memory and, by the minute, on the time: not on how the network feels. Reading a hundred
 * thousand entries for them takes longer than a frame, so that is done once a day and after every change.
 */
const known = new WeakMap<object, Owed>();

function dutiesOf({ replica, people, clock, me }: ViewParts): readonly Duty[] {
  const now = clock.now();
  const minute = now.slice(0, 16);
  const held = known.get(replica.entries());
  if (held?.minute === minute) return held.duties;
  const entries = withoutAnonymous(replica.entries());
  const files = replica.of('consent-file').map(consentFileIn);
  const isAnybodyGone = entries.get('defender') !== replica.entries().get('defender');
  const sources = {
    entries,
    // What was agreed is kept as evidence; there is nobody left to ask again.
    files: isAnybodyGone ? files.filter(({ about }) => people.circumstances(about) !== undefined) : files,
    closings: replica.of('duty-closing'),
    circumstances: (code: Code) => people.circumstances(code),
    mission: me.mission.code,
    zone: me.mission.zone,
    now,
  };
  const isSameDay = held?.day.today === localNow(now, me.mission.zone).day;
  const day = held && isSameDay ? held.day : dutyDay(sources);
  const fresh = duties(sources, day);
  known.set(replica.entries(), { minute, day, duties: fresh });
  return fresh;
}

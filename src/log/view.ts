/** Everything the screen shows, computed from memory as one immutable value. */

import type { Duty } from '../domain/duties/duty.ts';
import type { EntryId } from '../domain/ids.ts';
import type { KindHealth } from '../store/book.ts';
import type { Clock } from './clock.ts';
import type { Me, Sync, View } from './log.ts';
import type { Replica } from './memory/replica.ts';
import { keptDrafts } from './writing/kept-drafts.ts';

export interface ViewParts {
  readonly replica: Replica;
  readonly owed: () => readonly Duty[];
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
    duties: parts.owed(),
    malformed: replica.malformed(),
    health,
    // The clock learns with every write, long before the next beat.
    sync: { ...sync, clockSkewSeconds: parts.clock.skewSeconds() },
    changedByOthers,
  };
}

/** What lies around a record that is checked here: the other entries in memory, the clocks of places, and how it was stored. */

import type { Around } from '../domain/kind-hooks.ts';
import type { AnyRecord } from '../domain/record-kind.ts';
import { dayIn } from '../domain/zoned.ts';
import type { Clock } from './clock.ts';
import type { Replica } from './memory/replica.ts';

export function aroundIn(
  replica: Pick<Replica, 'find'>,
  clock: Pick<Clock, 'now'>,
  before: AnyRecord | undefined,
): Around {
  return {
    find: (entry) => replica.find(entry)?.record,
    todayIn: (zone) => dayIn(clock.now(), zone),
    ...(before ? { before } : {}),
  };
}

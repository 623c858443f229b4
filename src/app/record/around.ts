/** What lies around a record in a form: the other entries of the book, the clocks of places, and how it was stored. */

import type { Around } from '../../domain/kind-hooks.ts';
import type { AnyRecord } from '../../domain/record-kind.ts';
import { dayIn } from '../../domain/zoned.ts';
import type { Log } from '../../log/log.ts';

export function aroundOf(log: Log, before: AnyRecord | undefined): Around {
  return {
    find: (entry) => log.view().byEntry.get(entry)?.record,
    todayIn: (zone) => dayIn(log.now(), zone),
    ...(before ? { before } : {}),
  };
}

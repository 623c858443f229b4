/** What an entry tells of others that do not say so yet, as far as this person may say it there. */

import { isAnonymised } from '../../domain/keeping/marks.ts';
import type { Settling } from '../../domain/kind-hooks.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import { mayWrite } from '../../domain/roles.ts';
import type { Log } from '../../log/log.ts';

export function settlingsOf(held: Entry, log: Pick<Log, 'me' | 'view'>): readonly Settling[] {
  const { byEntry } = log.view();
  // What it tells by now: a panel may hold it as it was saved.
  const entry = byEntry.get(held.entry) ?? held;
  if (entry.newer || isAnonymised(entry)) return [];
  const told =
    kindByKey(entry.kind)?.settles?.(
      entry.record,
      (other) => byEntry.get(other)?.record,
      log.me.mission.code,
    ) ?? [];
  return told.filter(({ entry: other, kind }) => {
    const there = byEntry.get(other);
    return there && !there.newer && !isAnonymised(there) && mayWrite(log.me, kind);
  });
}

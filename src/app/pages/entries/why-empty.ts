/** Why a list of entries is empty, as a key of `entries.empty`: in the words that are true at this moment. */

import type { Sync } from '../../../log/log.ts';

export function whyEmpty(list: {
  readonly filtered: boolean;
  /** The role opens no entries at all. */
  readonly closed: boolean;
  readonly readsOnly: boolean;
  /** As the browser and the last request tell it; `older` while some are still to come. */
  readonly sync: Pick<Sync, 'state' | 'older'>;
}): string {
  const { filtered, sync } = list;
  if (!filtered && list.closed) return 'notShared';
  if (sync.older) return { offline: 'soFarOffline', stopped: 'soFarStopped' }[String(sync.state)] ?? 'soFar';
  if (filtered) return 'filtered';
  return list.readsOnly ? 'noneToRead' : 'none';
}

/** Tells lists that need repair from lists that are there but not open to this person: SharePoint calls both missing. */

import { may, mayLog } from '../../domain/roles.ts';
import type { Log, View } from '../../log/log.ts';
import { isRecordKind } from './record-kinds.ts';

type ListHealth = View['health'][number];

export interface ListsByHealth {
  readonly whole: readonly ListHealth[];
  readonly broken: readonly ListHealth[];
  /** Not shared with this person's role. */
  readonly closed: readonly ListHealth[];
}

/** Somebody whose roles neither write nor set up need not see a list; to them one that cannot be found is closed. */
export function listsByHealth(health: View['health'], me: Pick<Log['me'], 'roles'>): ListsByHealth {
  const needsAll = may(me, 'set-up') || mayLog(me);
  const isClosed = (list: ListHealth): boolean => list.list === 'missing' && !needsAll;
  const isWhole = (list: ListHealth): boolean =>
    list.list === 'present' && list.missingColumns.length === 0 && list.wrongColumns.length === 0;
  return {
    whole: health.filter(isWhole),
    broken: health.filter((list) => !isWhole(list) && !isClosed(list)),
    closed: health.filter(isClosed),
  };
}

/** Whether not one list of entries is open to this person: their pages are empty, and the reason must be said. */
export function seesNoEntries(health: View['health'], me: Pick<Log['me'], 'roles'>): boolean {
  const closed = listsByHealth(health, me).closed.filter(({ kind }) => isRecordKind(kind));
  const all = health.filter(({ kind }) => isRecordKind(kind));
  return all.length > 0 && closed.length === all.length;
}

/** Whether this person's roles log anything at all. */
export function readsOnly(me: Pick<Log['me'], 'roles'>): boolean {
  return !mayLog(me);
}

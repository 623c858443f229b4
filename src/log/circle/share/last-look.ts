/** Asked once more right before something of ours goes out, however long it was kept: whether it still may. */

import { dayOf, type EntryId } from '../../../domain/ids.ts';
import { codesKeptInside, staysInside } from '../../../domain/no-export.ts';
import { codesOf } from '../../../domain/record-kind.ts';
import { type ShareRecord, share as shareKind } from '../../../domain/system/share.ts';
import type { ShareBlock } from '../contract/sharing.ts';
import type { OwnBook } from '../core.ts';
import type { SharingCore } from '../sharing-core.ts';
import type { Targets } from './targets.ts';

export type LastLook = (entry: EntryId, record: ShareRecord) => Promise<ShareBlock | undefined>;

export function openLastLook({ own, circle }: SharingCore, targets: Targets): LastLook {
  return async (entry, record) => {
    const need = shareKind.need(record);
    if (need.kind === 'consent' && !(await own.gate.stands(need, entry)).verdict.allowed) return 'refused';
    if (record.until < dayOf(circle.clock.now())) return 'no-end';
    if (isKeptInside(own, record)) return 'own-mission-only';
    if (isSourceRemoved(own, record)) return 'taken-back';
    const isSaidOf = record.type === 'answer' || record.type === 'comment';
    return isSaidOf ? targets.hindrance(record.says ?? {}) : undefined;
  };
}

/** Removed as a mistake, perhaps since it went out: nobody goes to a hearing that there never was. */
export function isSourceRemoved(own: OwnBook, { source }: ShareRecord): boolean {
  return source !== undefined && own.replica.removed().some(({ entry }) => entry === source);
}

/** Marked "own mission, no export", perhaps since it went out. */
export function isKeptInside(own: OwnBook, record: ShareRecord): boolean {
  const kept = codesKeptInside(own.replica.entries());
  const source = record.source && own.replica.find(record.source);
  return codesOf(record).some((code) => kept.has(code)) || (!!source && staysInside(source.record, kept));
}

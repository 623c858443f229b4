/** Shares of ours that stand in our book and are empty or gone in the circle: it was not us. */

import { circleEntry } from '../../../domain/circle/kinds/circle-entry.ts';
import type { EntryId } from '../../../domain/ids.ts';
import { isStoreError } from '../../bookkeeping.ts';
import type { Undone } from '../contract/undone.ts';
import type { Inbox } from '../received/inbox.ts';
import type { SharingCore } from '../sharing-core.ts';
import type { Shares } from './shares.ts';

export interface Emptied {
  all(): readonly Undone[];
  /** Asks for rows that are not in memory. What cannot be asked now is no reason for alarm. */
  look(): Promise<void>;
}

/** Any member may write to the list of rows, and an owner of the site may remove them; only our own book knows who it was not. */
export function openEmptied(
  { circle, changed }: SharingCore,
  { shares, inbox }: { readonly shares: Shares; readonly inbox: Inbox },
): Emptied {
  let gone: ReadonlySet<EntryId> = new Set();

  const standing = () =>
    shares.all().filter(({ record }) => record.state === 'shared' && record.digest !== undefined);

  async function missing(): Promise<ReadonlySet<EntryId>> {
    const found = new Set<EntryId>();
    for (const { row } of standing().map(({ record }) => record))
      if (!circle.replica.find(row) && !(await circle.fresh(circleEntry, row))) found.add(row);
    return found;
  }

  return {
    all: () =>
      standing()
        .filter(({ record }) => gone.has(record.row) || inbox.find(record.row)?.withheld === 'emptied')
        .map(({ entry }) => ({ what: 'emptied', share: entry })),
    async look() {
      const before = gone;
      try {
        gone = await missing();
      } catch (error) {
        if (!isStoreError(error)) throw error;
      }
      if (before.size > 0 || gone.size > 0) changed();
    },
  };
}

/** Takes back what was shared: first in our own book, then in the circle; whatever broke off is finished by the next who opens. */

import { circleEntry } from '../../../domain/circle/kinds/circle-entry.ts';
import { clearNone } from '../../../domain/consent/clear.ts';
import { TICKET_HOURS } from '../../../domain/consent/file-operations.ts';
import { type EntryId, type Instant, msOf } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import type { ShareRecord } from '../../../domain/system/share.ts';
import { isStoreError } from '../../bookkeeping.ts';
import type { Undone } from '../contract/undone.ts';
import type { Envelopes } from '../received/envelopes.ts';
import type { Inbox } from '../received/inbox.ts';
import type { SharingCore } from '../sharing-core.ts';
import { askingAll, type Shares, withDeletions } from './shares.ts';
import { noting } from './undone.ts';

export interface TakingBack {
  /** `retracted` after a withdrawal, `revoked` by our own wish. Needs nobody's passphrase. */
  takeBack(row: EntryId, as: 'retracted' | 'revoked'): Promise<void>;
  /** Finishes what somebody began, and notes who deleted what; one that fails keeps no other one, and is answered. */
  finish(): Promise<readonly Undone[]>;
}

const ATTEMPTS = 6;

export function openTakingBack(
  core: SharingCore,
  parts: { readonly shares: Shares; readonly inbox: Inbox; readonly envelopes: Envelopes },
): TakingBack {
  const { circle, own } = core;
  const { shares, inbox, envelopes } = parts;
  const underWay = new Map<EntryId, Promise<void>>();
  const absent = new Set<EntryId>();

  async function takeBack(row: EntryId, as: 'retracted' | 'revoked'): Promise<void> {
    const today = own.today();
    // Shares that went into one row stand and fall together.
    for (const { entry } of shares.ofRow(row))
      await shares.note(entry, (record) =>
        record.state === 'shared'
          ? { ...record, state: as, confirmations: askingAll(record.to, today) }
          : undefined,
      );
    await tellCircle(row, as);
  }

  function tellCircle(row: EntryId, as: 'retracted' | 'revoked'): Promise<void> {
    const running = underWay.get(row) ?? tell(row, as).finally(() => underWay.delete(row));
    underWay.set(row, running);
    return running;
  }

  /**
   * The word that ends every attestation goes first: from then on nobody acts on it, and everybody knows who empties the row.
   * Where it cannot be said now (no key that stands, a list that refuses), the row is emptied all the same: that needs
   * nobody's signature.
   */
  async function tell(row: EntryId, as: 'retracted' | 'revoked'): Promise<void> {
    const there = await circle.fresh(circleEntry, row);
    if (!there) return;
    const isSaid = (which: 'withdrawn' | 'retracted' | 'askedToDelete') => inbox.said()[which].has(row);
    const sayFirst = async () => {
      if (as === 'retracted' && !isSaid('withdrawn')) await core.act('withdrawn', { entries: [row] });
      if (as === 'revoked' && !isSaid('retracted')) await core.act('retracted', { entry: row });
    };
    const said = sayFirst();
    await Promise.allSettled([said]);
    await empty(there);
    await said;
    if (!isSaid('retracted')) await core.act('retracted', { entry: row });
    if (!isSaid('askedToDelete')) await core.act('deletion-asked', { entry: row });
  }

  async function empty(there: Entry): Promise<void> {
    let row = there;
    for (let attempt = 1; ; attempt += 1) {
      const { envelope, ...record } = row.record;
      if (envelope === undefined && record.state === 'retracted') return;
      const cleared = clearNone({
        kind: circleEntry,
        entry: row.entry,
        record: { ...record, state: 'retracted' },
        by: circle.me,
      });
      try {
        await circle.amend(cleared, row);
        envelopes.drop(row.entry);
        return;
      } catch (error) {
        if (attempt >= ATTEMPTS || !isStoreError(error, 'changed-meanwhile')) throw error;
        row = error.fresh ?? (await circle.fresh(circleEntry, row.entry)) ?? row;
      }
    }
  }

  async function noteDeletions(share: Entry<ShareRecord>): Promise<void> {
    const deleted = inbox.said().deleted.get(share.record.row);
    if (withDeletions(share, deleted) === share) return;
    await shares.note(share.entry, (record) => withDeletions({ ...share, record }, deleted).record);
  }

  /** A row that nobody was told of may be there all the same: whoever sent it was cut off before. */
  async function isWholly({ record, createdAt }: Entry<ShareRecord>): Promise<boolean> {
    const row = circle.replica.find(record.row) ?? (await unheardOf(record.row, createdAt));
    const said = inbox.said();
    if (!row) return true;
    return (
      row.record.state === 'retracted' && said.retracted.has(row.entry) && said.askedToDelete.has(row.entry)
    );
  }

  async function unheardOf(row: EntryId, since: Instant): Promise<Entry | undefined> {
    if (absent.has(row)) return undefined;
    const found = await circle.fresh(circleEntry, row);
    // Once every ticket has run out, nobody can send it any more.
    const isOver = msOf(own.clock.now()) - msOf(since) > 2 * TICKET_HOURS * 3_600_000;
    if (!found && isOver) absent.add(row);
    return found;
  }

  async function finishOne(share: Entry<ShareRecord>): Promise<void> {
    const { state, row } = share.record;
    if (state === 'shared') return;
    if (!(await isWholly(share))) await tellCircle(row, state);
    await noteDeletions(share);
  }

  return {
    takeBack,
    async finish() {
      const failed: Undone[] = [];
      for (const share of shares.all())
        await noting(failed, { what: 'taking-back', share: share.entry }, () => finishOne(share));
      return failed;
    },
  };
}

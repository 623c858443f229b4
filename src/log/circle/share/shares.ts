/** Our own shares in the mission book: read from memory, changed by compare-and-swap. */

import { clearNone, clearUnchanged } from '../../../domain/consent/clear.ts';
import { type Day, dayOf, type EntryId, type MissionCode } from '../../../domain/ids.ts';
import { checkRecord, type Entry } from '../../../domain/record-kind.ts';
import { type ShareRecord, share as shareKind } from '../../../domain/system/share.ts';
import { isStoreError } from '../../bookkeeping.ts';
import type { CircleGround } from '../core.ts';

export interface Shares {
  /** Of this circle, newest first. */
  all(): readonly Entry<ShareRecord>[];
  find(entry: EntryId): Entry<ShareRecord> | undefined;
  ofRow(row: EntryId): readonly Entry<ShareRecord>[];
  /**
   * Changes what is noted about a share, never whom it names, to whom or how: those pass the gate. Reads again until
   * nobody was faster; `step` answers undefined where nothing is to be written.
   */
  note(entry: EntryId, step: (record: ShareRecord) => ShareRecord | undefined): Promise<void>;
}

const ATTEMPTS = 6;

export function openShares({ id, own }: CircleGround): Shares {
  const { replica, books, journal, clock, by } = own;

  function all(): readonly Entry<ShareRecord>[] {
    return (replica.of(shareKind.key) as unknown as readonly Entry<ShareRecord>[])
      .filter(({ record }) => record.circle === id)
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }

  async function write(before: Entry<ShareRecord>, record: ShareRecord): Promise<void> {
    const checked = checkRecord(shareKind, record, dayOf(clock.now()));
    if (!checked.ok) throw new TypeError(`share: ${Object.keys(checked.problems).join(', ')}`);
    const toClear = { kind: shareKind, entry: before.entry, record: checked.record, by };
    const entry = before as unknown as Entry;
    const cleared = record.state === 'shared' ? clearUnchanged(toClear, entry) : clearNone(toClear);
    if (!cleared) throw new TypeError('a share is not widened without the gate');
    await books.amend(cleared, entry);
    await journal.write({ act: 'amended', kind: shareKind.key, entry: before.entry }).catch(() => undefined);
  }

  return {
    all,
    find: (entry) => all().find((each) => each.entry === entry),
    ofRow: (row) => all().filter(({ record }) => record.row === row),
    async note(entry, step) {
      for (let attempt = 1; ; attempt += 1) {
        const before = (await books.fresh(shareKind, entry)) as unknown as Entry<ShareRecord> | undefined;
        const after = before && step(before.record);
        if (!before || !after) return;
        try {
          await write(before, after);
          return;
        } catch (error) {
          if (attempt >= ATTEMPTS || !isStoreError(error, 'changed-meanwhile')) throw error;
        }
      }
    },
  };
}

/** Everybody it went to is asked to say that they deleted it. */
export function askingAll(to: readonly MissionCode[], asked: Day): NonNullable<ShareRecord['confirmations']> {
  return to.map((mission) => ({ id: mission, mission, asked }));
}

/** The share with the day on which each mission said that it deleted it; the same where there is nothing new. */
export function withDeletions(
  share: Entry<ShareRecord>,
  deleted: ReadonlyMap<MissionCode, Day> | undefined,
): Entry<ShareRecord> {
  const { confirmations } = share.record;
  if (!confirmations?.some((one) => !one.deletedOn && deleted?.has(one.mission))) return share;
  const noted = confirmations.map((one) => {
    const on = deleted?.get(one.mission);
    return one.deletedOn || !on ? one : { ...one, deletedOn: on };
  });
  return { ...share, record: { ...share.record, confirmations: noted } };
}

/** Takes a mistaken entry out of the book's lists and brings it back; nothing is deleted by the app. */

import { clearRemoved, clearRestored, mustPassAgain } from '../../domain/consent/clear.ts';
import type { Verdict } from '../../domain/consent/decision.ts';
import { releaseTicket } from '../../domain/consent/file-operations.ts';
import type { EntryId } from '../../domain/ids.ts';
import { holdOver, membersIn, standingHolds } from '../../domain/keeping/retention.ts';
import { type AnyKind, aboutOf, codesOf, type Entry } from '../../domain/record-kind.ts';
import { kindOf } from '../../domain/registry.ts';
import { consentFile } from '../../domain/system/consent-file.ts';
import { legalHold } from '../../domain/system/legal-hold.ts';
import { isStoreError } from '../bookkeeping.ts';
import { consentFileIn } from '../gate/people.ts';
import type { Life, RemoveOutcome } from './life.ts';
import type { LifeDesk } from './life-desk.ts';

export function putAway(desk: LifeDesk): Pick<Life, 'remove' | 'restore' | 'removed'> {
  const { books, files, gate, replica, journal, notes } = desk;

  /** Entries that would speak of nobody, or of nothing, without this one. */
  function needing(kind: AnyKind, removed: Entry): number {
    const code = definesCode(kind) ? aboutOf(removed.record) : undefined;
    const marks = [`"${removed.entry}"`, ...(code ? [`"${code}"`] : [])];
    return [...replica.byEntry().values()].filter((entry) => {
      if (entry.entry === removed.entry) return false;
      const isOurs = kindOf(entry.kind).system !== true || entry.kind === consentFile.key;
      if (!isOurs) return false;
      const said = JSON.stringify(entry.kind === consentFile.key ? entry.record.about : entry.record);
      return marks.some((mark) => said.includes(mark));
    }).length;
  }

  async function remove(id: EntryId, reason: string): Promise<RemoveOutcome> {
    await desk.whole();
    const held = replica.find(id);
    if (!held) throw new TypeError('no such entry here');
    const kind = kindOf(held.kind);
    if (kind.system || !desk.mayWrite(kind.key)) throw new TypeError('not removed in this role');
    const today = desk.today();
    const holds = standingHolds(replica.of(legalHold.key), today);
    if (holdOver(codesOf(held.record), holds, membersIn(replica.entries()))) return { outcome: 'held' };
    const who = kind.decision?.taken(held.record, undefined);
    if (who) return { outcome: 'decided', who };
    const by = needing(kind, held);
    if (by > 0) return { outcome: 'needed', by };
    // The reason first: a removal without one could not be judged by whoever may restore it.
    await notes.note({ kind: kind.key, entry: id, item: held.id }, { state: 'removed', reason, on: today });
    await books.amend(clearRemoved({ kind, before: held, by: desk.by }), held);
    await journal.write({ act: 'removed', kind: kind.key, entry: id }).catch(() => undefined);
    // One that cannot be given back now runs out by itself.
    await giveBack(id).catch(() => undefined);
    return { outcome: 'removed' };
  }

  /** Open tickets of the entry: nothing is done under them any more. Used ones stay and tell who received what. */
  async function giveBack(id: EntryId): Promise<void> {
    for (const held of replica.of(consentFile.key)) {
      const { about, tickets } = consentFileIn(held);
      if (!tickets.some(({ entry, state }) => entry === id && state === 'placed')) continue;
      await files.change(about, (file) =>
        file.tickets
          .filter(({ entry, state }) => entry === id && state === 'placed')
          .reduce((given, ticket) => {
            const step = releaseTicket(given, ticket.id);
            return step.ok ? step.file : given;
          }, file),
      );
    }
  }

  /** @returns the verdict that keeps it away, if one does */
  async function broughtBack(kind: AnyKind, held: Entry): Promise<Verdict | undefined> {
    const { entry, record } = held;
    if (!mustPassAgain(kind, held)) {
      await books.amend(clearRestored({ kind, before: held, by: desk.by }), held);
      return undefined;
    }
    const passage = await gate.passAgain({ kind, entry, record, by: desk.by }, held);
    if ('refused' in passage) return passage.refused;
    if (!('pass' in passage)) {
      // An earlier try had brought it back.
      await books.fresh(kind, entry);
      return undefined;
    }
    const { pass } = passage;
    try {
      await books.amend(pass.cleared, held);
    } catch (error) {
      const there = isStoreError(error, 'changed-meanwhile') ? await books.fresh(kind, entry) : undefined;
      if (there === undefined || there.ticket !== pass.cleared.ticket) {
        if (!(isStoreError(error) && error.maybeDone)) await pass.release().catch(() => undefined);
        throw error;
      }
    }
    await pass.used();
    return undefined;
  }

  return {
    remove,
    async restore(id) {
      if (!desk.may('keep')) throw new TypeError('not restored in this role');
      const held = replica.removed().find(({ entry }) => entry === id);
      if (!held) throw new TypeError('this was not removed');
      const kind = kindOf(held.kind);
      const verdict = await broughtBack(kind, held);
      if (verdict) return { outcome: 'refused', verdict };
      await journal.write({ act: 'restored', kind: kind.key, entry: id }).catch(() => undefined);
      await notes.note({ kind: kind.key, entry: id }, { state: 'restored' }).catch(() => undefined);
      return { outcome: 'restored' };
    },
    removed: () => [...replica.removed()].sort((a, b) => (a.at < b.at ? 1 : -1)),
  };
}

/** Whether entries of the kind are what a code stands for (a defender, a case). */
export function definesCode(kind: AnyKind): boolean {
  return kind.system !== true && kind.fields.about?.columns.some(({ unique }) => unique === true) === true;
}

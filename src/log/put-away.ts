/** Takes a mistaken entry out of the book's lists and brings it back; nothing is deleted by the app. */

import { clearRemoved, clearRestored } from '../domain/consent/clear.ts';
import { dayOf, type EntryId } from '../domain/ids.ts';
import { holdOver, membersIn, standingHolds } from '../domain/keeping/retention.ts';
import { type AnyKind, aboutOf, codesOf, type Entry } from '../domain/record-kind.ts';
import { kindOf } from '../domain/registry.ts';
import { consentFile } from '../domain/system/consent-file.ts';
import type { Life, RemoveOutcome } from './life.ts';
import type { LifeDesk } from './life-desk.ts';

export function putAway(desk: LifeDesk): Pick<Life, 'remove' | 'restore' | 'removed'> {
  const { books, replica, journal, notes, clock } = desk;

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
    const today = dayOf(clock.now());
    const holds = standingHolds(replica.of('legal-hold'), today);
    if (holdOver(codesOf(held.record), holds, membersIn(replica.entries()))) return { outcome: 'held' };
    const by = needing(kind, held);
    if (by > 0) return { outcome: 'needed', by };
    // The reason first: a removal without one could not be judged by whoever may restore it.
    await notes.note({ kind: kind.key, entry: id, item: held.id }, { state: 'removed', reason, on: today });
    await books.amend(clearRemoved({ kind, before: held, by: desk.by }), held);
    await journal.write({ act: 'removed', kind: kind.key, entry: id }).catch(() => undefined);
    return { outcome: 'removed' };
  }

  return {
    remove,
    async restore(id) {
      if (!desk.may('keep')) throw new TypeError('not restored in this role');
      const held = replica.removed().find(({ entry }) => entry === id);
      if (!held) throw new TypeError('this was not removed');
      const kind = kindOf(held.kind);
      await books.amend(clearRestored({ kind, before: held, by: desk.by }), held);
      await journal.write({ act: 'restored', kind: kind.key, entry: id }).catch(() => undefined);
      await notes.note({ kind: kind.key, entry: id }, { state: 'restored' }).catch(() => undefined);
    },
    removed: () => [...replica.removed()].sort((a, b) => (a.at < b.at ? 1 : -1)),
  };
}

/** Whether entries of the kind are what a code stands for (a defender, a case). */
export function definesCode(kind: AnyKind): boolean {
  return kind.system !== true && kind.fields.about?.columns.some(({ unique }) => unique === true) === true;
}

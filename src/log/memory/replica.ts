/** What of the books is in memory: entries by kind (lists kept newest first, replaced and never mutated) and by id. */

import { type IdTable, openIdTable, type ReadonlyIdTable } from '../../domain/id-table.ts';
import type { EntryId } from '../../domain/ids.ts';
import { isRemoved } from '../../domain/keeping/marks.ts';
import type { AnyKind, Entry } from '../../domain/record-kind.ts';
import { latestFirst, replaced } from '../../domain/sorted.ts';
import type { Malformed } from '../../store/book.ts';

export interface Replica {
  entries(): ReadonlyMap<string, readonly Entry[]>;
  byEntry(): ReadonlyIdTable<Entry>;
  malformed(): readonly Malformed[];
  of(kind: string): readonly Entry[];
  find(entry: EntryId): Entry | undefined;
  /** What was removed as a mistake: held aside, in no list, count or duty. */
  removed(): readonly Entry[];
  /** Takes in what was read; an entry older than the one held is ignored. Returns the entries that are new or different. */
  apply(entries: readonly Entry[], malformed?: readonly Malformed[]): readonly Entry[];
}

/** @param admits what does not pass is never held (the drafts of others) */
export function openReplica(
  kindOf: (key: string) => AnyKind | undefined,
  admits: (entry: Entry) => boolean = () => true,
): Replica {
  let byKind = new Map<string, readonly Entry[]>();
  const byEntry = entryTable();
  const aside = entryTable();
  let malformed: readonly Malformed[] = [];

  function isNews(entry: Entry, held: Entry | undefined): boolean {
    if (!held) return true;
    return entry.version !== held.version && entry.at >= held.at;
  }

  /** The latest of each entry that is new or different. */
  function newsIn(entries: readonly Entry[]): readonly Entry[] {
    const fresh = entryTable();
    for (const entry of entries) {
      const id = entry.entry;
      if (admits(entry) && isNews(entry, fresh.get(id) ?? byEntry.get(id) ?? aside.get(id)))
        fresh.set(id, entry);
    }
    return [...fresh.values()];
  }

  return {
    entries: () => byKind,
    byEntry: () => byEntry,
    malformed: () => malformed,
    of: (kind) => byKind.get(kind) ?? [],
    find: (entry) => byEntry.get(entry),
    removed: () => [...aside.values()],
    apply(entries, unreadable = []) {
      const fresh = newsIn(entries);
      if (unreadable.length + malformed.length > 0) {
        // What was read again, well or not, says all there is to say about its row.
        const readAgain = new Set([...entries, ...unreadable].map((row) => `${row.kind} ${row.id}`));
        malformed = [...malformed.filter((row) => !readAgain.has(`${row.kind} ${row.id}`)), ...unreadable];
      }
      if (fresh.length === 0) return fresh;
      const before = fresh.flatMap(({ entry }) => byEntry.get(entry) ?? []);
      for (const entry of fresh) {
        const [here, there] = isRemoved(entry) ? [aside, byEntry] : [byEntry, aside];
        here.set(entry.entry, entry);
        there.delete(entry.entry);
      }
      byKind = new Map(byKind);
      for (const key of new Set(fresh.map((entry) => entry.kind))) {
        const kind = kindOf(key);
        const added = fresh.filter((entry) => entry.kind === key && !isRemoved(entry));
        const gone = before.filter((entry) => entry.kind === key);
        const held = byKind.get(key) ?? [];
        // By the day an entry belongs to, then by when it was made; entries without a day last.
        const order = latestFirst<Entry>(({ record }) => kind?.day(record));
        byKind.set(key, replaced(held, gone, added, order));
      }
      return fresh;
    },
  };
}

function entryTable(): IdTable<Entry> {
  return openIdTable(({ entry }) => entry);
}

/** What of the books is in memory: entries by kind and by id, kept newest first, replaced and never mutated. */

import type { EntryId } from '../domain/ids.ts';
import type { AnyKind, AnyRecord, Entry } from '../domain/record-kind.ts';
import type { Malformed } from '../store/book.ts';

export interface Replica {
  entries(): ReadonlyMap<string, readonly Entry[]>;
  byEntry(): ReadonlyMap<EntryId, Entry>;
  malformed(): readonly Malformed[];
  of(kind: string): readonly Entry[];
  find(entry: EntryId): Entry | undefined;
  /** Takes in what was read; an entry older than the one held is ignored. Returns the entries that are new or different. */
  apply(entries: readonly Entry[], malformed?: readonly Malformed[]): readonly Entry[];
}

/** @param admits what does not pass is never held (the drafts of others) */
export function openReplica(
  kindOf: (key: string) => AnyKind | undefined,
  admits: (entry: Entry) => boolean = () => true,
): Replica {
  let byKind = new Map<string, readonly Entry[]>();
  let byEntry = new Map<EntryId, Entry>();
  let malformed: readonly Malformed[] = [];

  function isNews(entry: Entry): boolean {
    const held = byEntry.get(entry.entry);
    if (!held) return true;
    return entry.version !== held.version && entry.at >= held.at;
  }

  return {
    entries: () => byKind,
    byEntry: () => byEntry,
    malformed: () => malformed,
    of: (kind) => byKind.get(kind) ?? [],
    find: (entry) => byEntry.get(entry),
    apply(entries, unreadable = []) {
      const fresh = new Map(
        entries.filter((entry) => admits(entry) && isNews(entry)).map((entry) => [entry.entry, entry]),
      );
      if (unreadable.length + malformed.length > 0) {
        // What was read again, well or not, says all there is to say about its row.
        const readAgain = new Set([...entries, ...unreadable].map((row) => `${row.kind} ${row.id}`));
        malformed = [...malformed.filter((row) => !readAgain.has(`${row.kind} ${row.id}`)), ...unreadable];
      }
      if (fresh.size === 0) return [];
      byEntry = new Map([...byEntry, ...fresh]);
      byKind = new Map(byKind);
      for (const key of new Set([...fresh.values()].map((entry) => entry.kind))) {
        const kind = kindOf(key);
        const kept = (byKind.get(key) ?? []).filter((entry) => !fresh.has(entry.entry));
        const added = [...fresh.values()].filter((entry) => entry.kind === key);
        byKind.set(key, kind ? newestFirst(kind, [...kept, ...added]) : [...kept, ...added]);
      }
      return [...fresh.values()];
    },
  };
}

/** By the day an entry belongs to, then by when it was made; entries without a day last. */
function newestFirst(kind: AnyKind, entries: Entry[]): readonly Entry[] {
  const keyed = entries.map((entry) => ({
    entry,
    key: `${dayOf(kind, entry.record)} ${entry.createdAt} ${entry.entry}`,
  }));
  keyed.sort((a, b) => (a.key < b.key ? 1 : -1));
  return keyed.map(({ entry }) => entry);
}

function dayOf(kind: AnyKind, record: AnyRecord): string {
  return kind.day(record) ?? '';
}

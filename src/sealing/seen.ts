/** What our mission has already verified of one sender: its own book keeps it, so that nothing older is taken for new. */

import type { EntryId } from '../domain/ids.ts';

export interface Seen {
  readonly highest: number;
  /** Entry to its highest revision and that revision's digest. */
  readonly entries: ReadonlyMap<EntryId, readonly [rev: number, digest: string]>;
}

export const nothingSeen: Seen = { highest: 0, entries: new Map() };

export type Revision = {
  readonly entry: EntryId;
  readonly rev: number;
  readonly seq: number;
};

/** How a revision stands beside what was seen. */
export function besideSeen(
  { highest, entries }: Seen,
  { entry, rev, seq }: Revision,
  digest: string,
): 'new' | 'late' | 'known' | 'old-revision' | 'two-texts' {
  const before = entries.get(entry);
  if (before === undefined) return seq > highest ? 'new' : 'late';
  if (rev < before[0]) return 'old-revision';
  if (rev === before[0]) return digest === before[1] ? 'known' : 'two-texts';
  return seq > highest ? 'new' : 'late';
}

/** `seen` with one more that was opened and verified. */
export function withSeen({ highest, entries }: Seen, { entry, rev, seq }: Revision, digest: string): Seen {
  const before = entries.get(entry);
  if (before !== undefined && before[0] > rev) return { highest: Math.max(highest, seq), entries };
  return { highest: Math.max(highest, seq), entries: new Map(entries).set(entry, [rev, digest]) };
}

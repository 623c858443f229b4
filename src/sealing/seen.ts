/** What our mission has already verified of one sender: its own book keeps it, so that nothing older is taken for new. */

import type { EntryId } from '../domain/ids.ts';

export interface Seen {
  readonly highest: number;
  readonly entries: ReadonlyMap<EntryId, SeenRevision>;
}

/** The highest revision of an entry, its place in the sender's order, and its digest as long as it is kept. */
export type SeenRevision = readonly [rev: number, seq: number, digest?: string | undefined];

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
  const [seenRev, , seenDigest] = entries.get(entry) ?? [0, 0];
  if (rev < seenRev) return 'old-revision';
  if (rev === seenRev && seenDigest !== undefined) return digest === seenDigest ? 'known' : 'two-texts';
  return seq > highest ? 'new' : 'late';
}

/** Whether `revision` tells more than what is held of its entry. */
export function tellsMore(held: SeenRevision | undefined, [rev, , digest]: SeenRevision): boolean {
  if (held === undefined || rev > held[0]) return true;
  return rev === held[0] && held[2] === undefined && digest !== undefined;
}

/** So many keep their digest: they need no second signature check, and cannot be told in two ways. */
const WITH_DIGEST = 400;
/** So many older ones are kept without it, of those that were ever changed. */
const CHANGED = 600;

/**
 * The part of it that fits into a note. An entry with one revision has no older one that a host could bring back, so only
 * of the others the number must stay; a digest is kept of the latest, and whatever is older is verified again.
 */
export function boundedSeen({ highest, entries }: Seen): Seen {
  const latestFirst = [...entries].sort(([, a], [, b]) => b[1] - a[1]);
  const changed = latestFirst.slice(WITH_DIGEST).filter(([, [rev]]) => rev > 1);
  const bare = changed
    .slice(0, CHANGED)
    .map(([entry, [rev, seq]]): [EntryId, SeenRevision] => [entry, [rev, seq]]);
  return { highest, entries: new Map([...latestFirst.slice(0, WITH_DIGEST), ...bare]) };
}

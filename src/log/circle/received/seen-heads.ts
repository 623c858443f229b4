/** What our mission has verified of each sender, in its own book: written rarely, merged with what colleagues verified. */

import type { EntryId, MissionCode } from '../../../domain/ids.ts';
import { type SeenRecord, seen as seenKind } from '../../../domain/system/seen.ts';
import type { Payload } from '../../../sealing/envelope.ts';
import { boundedSeen, nothingSeen, type Seen, type SeenRevision, tellsMore } from '../../../sealing/seen.ts';
import type { CircleGround } from '../core.ts';
import { openShelf } from '../shelf.ts';

export interface SeenHeads {
  of(sender: MissionCode): Seen;
  /** One more that was opened and verified; kept in the book a little later, together with others. */
  note(payload: Payload, digest: string): void;
  /** Keeps what is not kept yet. What cannot be written now is written with the next. */
  keep(): Promise<void>;
}

interface Held extends Seen {
  highest: number;
  readonly entries: Map<EntryId, SeenRevision>;
}

/** A page of rows is verified within seconds; one write per sender is enough for all of it. */
const LATER_MS = 20_000;

export async function openSeenHeads({ id, own }: CircleGround): Promise<SeenHeads> {
  const shelf = await openShelf(own, seenKind, () => undefined);
  const held = new Map<MissionCode, Held>();
  const unkept = new Set<MissionCode>();
  let planned: (() => void) | undefined;
  for (const { record } of shelf.all()) if (record.circle === id) held.set(record.of, seenIn(record));

  async function keep(): Promise<void> {
    planned?.();
    planned = undefined;
    for (const sender of [...unkept]) {
      const latest = held.get(sender) ?? nothingSeen;
      // What is noted while this is written is kept with the next.
      unkept.delete(sender);
      try {
        await shelf.change(`seen ${id} ${sender}`, (there) => merged(id, sender, there, latest));
      } catch (error) {
        unkept.add(sender);
        throw error;
      }
    }
  }

  return {
    of: (sender) => held.get(sender) ?? nothingSeen,
    note({ from: { mission: sender }, entry, rev, seq }, digest) {
      const there = held.get(sender) ?? { highest: 0, entries: new Map() };
      held.set(sender, there);
      there.highest = Math.max(there.highest, seq);
      if (tellsMore(there.entries.get(entry), [rev, seq, digest]))
        there.entries.set(entry, [rev, seq, digest]);
      unkept.add(sender);
      planned ??= own.environment.after(LATER_MS, () => {
        planned = undefined;
        keep().catch(() => undefined);
      });
    },
    keep,
  };
}

function seenIn({ highest, revisions }: SeenRecord): Held {
  return { highest, entries: new Map(Object.entries(revisions ?? {}) as [EntryId, SeenRevision][]) };
}

/** What the book holds and what we know together; undefined where the book knows all of it already. */
function merged(
  circle: string,
  of: MissionCode,
  there: SeenRecord | undefined,
  latest: Seen,
): SeenRecord | undefined {
  const before = there && seenIn(there);
  const entries = new Map(before?.entries);
  for (const [entry, revision] of latest.entries)
    if (tellsMore(entries.get(entry), revision)) entries.set(entry, revision);
  const highest = Math.max(latest.highest, before?.highest ?? 0);
  const kept = boundedSeen({ highest, entries });
  const isNews =
    highest > (before?.highest ?? -1) ||
    [...kept.entries].some(([entry, revision]) => tellsMore(before?.entries.get(entry), revision));
  return isNews ? { ...there, of, circle, highest, revisions: Object.fromEntries(kept.entries) } : undefined;
}

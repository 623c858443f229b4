/** What our mission has verified of each sender, in its own book: written rarely, merged with what colleagues verified. */

import type { EntryId, MissionCode } from '../../domain/ids.ts';
import { type Revisions, type SeenRecord, seen as seenKind } from '../../domain/system/seen.ts';
import type { Payload } from '../../sealing/envelope.ts';
import { nothingSeen, type Seen, withSeen } from '../../sealing/seen.ts';
import type { CircleGround } from './core.ts';
import { openShelf } from './shelf.ts';

export interface SeenHeads {
  of(sender: MissionCode): Seen;
  /** One more that was opened and verified; kept in the book a little later, together with others. */
  note(payload: Payload, digest: string): void;
  /** Keeps what is not kept yet. What cannot be written now is written with the next. */
  keep(): Promise<void>;
}

/** A page of rows is verified within seconds; one write per sender is enough for all of it. */
const LATER_MS = 20_000;
/** So many fit into one note; the oldest ids go first, and of them the host could show an older revision again. */
const MOST = 600;

export async function openSeenHeads({ id, own }: CircleGround): Promise<SeenHeads> {
  const shelf = await openShelf(own, seenKind, () => undefined);
  const held = new Map<MissionCode, Seen>();
  const unkept = new Set<MissionCode>();
  let planned: (() => void) | undefined;
  for (const { record } of shelf.all()) if (record.circle === id) held.set(record.of, seenIn(record));

  async function keep(): Promise<void> {
    planned?.();
    planned = undefined;
    for (const sender of [...unkept]) {
      const latest = held.get(sender) ?? nothingSeen;
      await shelf.change(`seen ${id} ${sender}`, (there) => merged(id, sender, there, latest));
      unkept.delete(sender);
    }
  }

  return {
    of: (sender) => held.get(sender) ?? nothingSeen,
    note(payload, digest) {
      const sender = payload.from.mission;
      held.set(sender, withSeen(held.get(sender) ?? nothingSeen, payload, digest));
      unkept.add(sender);
      planned ??= own.environment.after(LATER_MS, () => {
        planned = undefined;
        keep().catch(() => undefined);
      });
    },
    keep,
  };
}

function seenIn({ highest, revisions }: SeenRecord): Seen {
  return {
    highest,
    entries: new Map(Object.entries(revisions ?? {}) as [EntryId, readonly [number, string]][]),
  };
}

/** Of two revisions the higher one; undefined where the book knows all of it already. */
function merged(
  circle: string,
  of: MissionCode,
  there: SeenRecord | undefined,
  latest: Seen,
): SeenRecord | undefined {
  const revisions: Record<string, readonly [number, string]> = { ...there?.revisions };
  let isNews = latest.highest > (there?.highest ?? -1);
  for (const [entry, [rev, digest]] of latest.entries) {
    if ((revisions[entry]?.[0] ?? 0) >= rev) continue;
    revisions[entry] = [rev, digest];
    isNews = true;
  }
  if (!isNews) return undefined;
  const kept: Revisions = Object.fromEntries(Object.entries(revisions).slice(-MOST));
  return { ...there, of, circle, highest: Math.max(latest.highest, there?.highest ?? 0), revisions: kept };
}

/** Follows a date through its postponements: which entry took the place of which. */

import type { EntryId } from '../domain/ids.ts';
import type { Entry } from '../domain/record-kind.ts';
import { kindByKey } from '../domain/registry.ts';
import type { View } from '../log/log.ts';

type Followers = ReadonlyMap<EntryId, Entry>;
type Held = Pick<View, 'entries' | 'byEntry'>;

const known = new WeakMap<View['entries'], Followers>();

/** The entry that took the place of this one, the one made last where there are several. */
export function followerOf(view: Held, entry: EntryId): Entry | undefined {
  const followers = known.get(view.entries) ?? followersIn(view.entries);
  known.set(view.entries, followers);
  return followers.get(entry);
}

/** Every entry of the chain this one stands in, first date first; itself alone where nothing came before or after. */
export function chainOf(view: Held, entry: Entry): readonly Entry[] {
  const met = new Set<EntryId>([entry.entry]);
  const chain = [entry];
  for (let one = before(view, entry); one && !met.has(one.entry); one = before(view, one)) {
    met.add(one.entry);
    chain.unshift(one);
  }
  for (
    let one = followerOf(view, entry.entry);
    one && !met.has(one.entry);
    one = followerOf(view, one.entry)
  ) {
    met.add(one.entry);
    chain.push(one);
  }
  return chain;
}

function before(view: Held, entry: Entry): Entry | undefined {
  const previous = kindByKey(entry.kind)?.chain?.(entry.record).previous;
  return previous && view.byEntry.get(previous);
}

function followersIn(entries: View['entries']): Followers {
  const followers = new Map<EntryId, Entry>();
  for (const [key, ofKind] of entries) {
    const kind = kindByKey(key);
    if (!kind?.chain) continue;
    for (const entry of ofKind) {
      const { previous } = kind.chain(entry.record);
      const held = previous && followers.get(previous);
      if (previous && (!held || held.createdAt < entry.createdAt)) followers.set(previous, entry);
    }
  }
  return followers;
}

/** Reads again who is behind codes and how they are, before the gate decides: a colleague may have written it a moment ago. */

import type { Code, EntryId } from '../domain/ids.ts';
import { kindOf } from '../domain/registry.ts';
import type { Bookkeeping } from './bookkeeping.ts';
import type { People } from './gate/people.ts';
import type { Listener } from './memory/listener.ts';

export function upToDate(
  books: Bookkeeping,
  people: People,
  listener: Listener,
): (codes: readonly Code[]) => Promise<void> {
  return async (codes) => {
    await listener.caughtUp();
    const read = new Set<EntryId>();
    const unread = () => people.unitsBehind(codes).filter(({ entry }) => !read.has(entry));
    for (let units = unread(); units.length > 0; units = unread()) {
      for (const { entry } of units) read.add(entry);
      await Promise.all(units.map(({ kind, entry }) => books.fresh(kindOf(kind), entry)));
    }
  };
}

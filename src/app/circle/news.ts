/** What is new about a row since this person last looked: the row itself, or what was said to it. */

import type { EntryId } from '../../domain/ids.ts';
import type { CircleView } from '../../log/circle/circle.ts';

type Rows = CircleView['entries'];

const known = new WeakMap<Rows, ReadonlyMap<unknown, readonly EntryId[]>>();

/** The rows to mark as seen once this one was looked at; none where nothing is new. */
export function newsOf(view: Pick<CircleView, 'entries'>, entry: EntryId): readonly EntryId[] {
  const found = known.get(view.entries) ?? newsIn(view.entries);
  known.set(view.entries, found);
  return found.get(entry) ?? [];
}

function newsIn(rows: Rows): ReadonlyMap<unknown, readonly EntryId[]> {
  const news = new Map<unknown, EntryId[]>();
  for (const { entry, fresh, content } of rows) {
    if (!fresh) continue;
    for (const about of [entry, content?.body.to]) {
      const same = news.get(about);
      if (same) same.push(entry);
      else news.set(about, [entry]);
    }
  }
  return news;
}

/** A host of the circle who does not show some acts, whatever it is asked. */

import { act as actKind } from '../../src/domain/circle/kinds/act.ts';
import type { Book, Page } from '../../src/store/book.ts';

export function hiding(book: Book, isHidden: (sequence: number, from: string) => boolean): Book {
  const shown = (page: Page): Page => ({
    ...page,
    entries: page.entries.filter(
      ({ kind, record }) => kind !== actKind.key || !isHidden(Number(record.sequence), String(record.from)),
    ),
  });
  return {
    ...book,
    async open(...asked) {
      const opening = await book.open(...asked);
      return { ...opening, pages: new Map([...opening.pages].map(([key, page]) => [key, shown(page)])) };
    },
    load: async (...asked) => shown(await book.load(...asked)),
    loadAll: async (...asked) => shown(await book.loadAll(...asked)),
    async find(kind, entry) {
      const found = await book.find(kind, entry);
      const record = found?.entry.record;
      return kind.key === actKind.key && record && isHidden(Number(record.sequence), String(record.from))
        ? undefined
        : found;
    },
  };
}

/** A host of the circle who does not show some rows, whatever it is asked. */

import { act as actKind } from '../../src/domain/circle/kinds/act.ts';
import type { Entry } from '../../src/domain/record-kind.ts';
import type { Book, Page } from '../../src/store/book.ts';

export function hiding(book: Book, isHidden: (entry: Entry) => boolean): Book {
  const shown = (page: Page): Page => ({
    ...page,
    entries: page.entries.filter((entry) => !isHidden(entry)),
  });
  return {
    ...book,
    async open(...asked) {
      const opening = await book.open(...asked);
      return { ...opening, pages: new Map([...opening.pages].map(([key, page]) => [key, shown(page)])) };
    },
    load: async (...asked) => shown(await book.load(...asked)),
    loadAll: async (...asked) => shown(await book.loadAll(...asked)),
    async find(...asked) {
      const found = await book.find(...asked);
      return found && isHidden(found.entry) ? undefined : found;
    },
  };
}

/** Acts of whom, from where in their chain. */
export function hidingActs(book: Book, isHidden: (sequence: number, from: string) => boolean): Book {
  return hiding(
    book,
    ({ kind, record }) => kind === actKind.key && isHidden(Number(record.sequence), String(record.from)),
  );
}

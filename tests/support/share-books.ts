/** Books that note everything that reaches them. */

import type { Cleared } from '../../src/domain/consent/clear.ts';
import type { Entry } from '../../src/domain/record-kind.ts';
import type { Book } from '../../src/store/book.ts';
import type { Event } from './share-oracle.ts';

export function recorded(book: Book, events: Event[], at: () => number): Book {
  const noted = (entry: Entry, cleared: Cleared) => events.push({ entry, cleared, since: at() });
  return {
    ...book,
    async add(cleared) {
      const before = await book.find(cleared.kind, cleared.entry);
      const done = await book.add(cleared);
      if (!before) noted(done.entry, cleared);
      return done;
    },
    async amend(cleared, at_) {
      const done = await book.amend(cleared, at_);
      noted(done.entry, cleared);
      return done;
    },
  };
}

/** The journal of a circle book: what was added or changed, chained per writer, so that the tabs of every mission hear of it. */

import { circleJournal } from '../../domain/circle/kinds/circle-journal.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { Person } from '../../domain/record-kind.ts';
import type { Book } from '../../store/book.ts';
import type { Bookkeeping } from '../bookkeeping.ts';
import { type Chain, openChain } from '../chain.ts';
import type { Clock } from '../clock.ts';
import type { Environment } from '../environment.ts';

export interface CircleJournal extends Pick<Chain, 'verify'> {
  /** @throws StoreError when the row could not be written. */
  write(row: {
    readonly act: 'added' | 'amended';
    readonly kind: string;
    readonly entry: EntryId;
  }): Promise<void>;
}

/** @param writer as the host of the circle knows them */
export function openCircleJournal(
  book: Book,
  books: Bookkeeping,
  environment: Environment,
  clock: Clock,
  writer: Person,
): CircleJournal {
  const chain = openChain({
    book,
    books,
    environment,
    clock,
    by: writer,
    kind: circleJournal,
    isOwn: (record) => record.writer === writer.objectId,
    placeOf: (sequence) => `circle-journal ${writer.objectId} ${sequence}`,
  });
  return {
    write: ({ act, kind, entry }) =>
      chain.append(() => ({
        act,
        ofKind: kind,
        ofEntry: entry,
        writer: writer.objectId,
        happened: clock.now(),
      })),
    verify: (rows) => chain.verify(rows),
  };
}

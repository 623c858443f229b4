/** The journal of a book: one row per act, chained per author; the pulse that other tabs listen to. */

import type { Code, EntryId, Instant } from '../domain/ids.ts';
import type { AnyRecord, Entry, Person } from '../domain/record-kind.ts';
import { journal, type journalActs } from '../domain/system/journal.ts';
import type { Book } from '../store/book.ts';
import type { Bookkeeping } from './bookkeeping.ts';
import { openChain } from './chain.ts';
import type { Clock } from './clock.ts';
import type { Environment } from './environment.ts';

export type JournalAct = (typeof journalActs)[number];

export interface JournalRow {
  readonly act: JournalAct;
  readonly kind: string;
  readonly entry?: EntryId;
  readonly about?: Code;
  /** How many entries the act touched. */
  readonly count?: number;
}

export interface Journal {
  /** Rows follow each other in the order of the calls. @throws StoreError when the row could not be written. */
  write(row: JournalRow): Promise<void>;
  /** Rows of one act about one code, newest first. */
  about(act: JournalAct, code: Code): Promise<readonly { readonly by: Person; readonly at: Instant }[]>;
  /** Faults of the chain of one author: a row changed, missing in the middle, or two in the same place. */
  verify(rows: readonly Entry[]): Promise<readonly string[]>;
}

export function openJournal(
  book: Book,
  books: Bookkeeping,
  environment: Environment,
  clock: Clock,
  author: Person,
): Journal {
  const chain = openChain({
    book,
    books,
    environment,
    clock,
    by: author,
    kind: journal,
    isOwn: (record) => isBy(record, author),
    placeOf: (sequence) => `journal ${author.tenantId} ${author.objectId} ${sequence}`,
  });
  return {
    write: (row) =>
      chain.append(() => ({
        act: row.act,
        ofKind: row.kind,
        ...(row.entry ? { ofEntry: row.entry } : {}),
        ...(row.about ? { about: row.about } : {}),
        ...(row.count === undefined ? {} : { count: row.count }),
        author,
        happened: clock.now(),
      })),
    async about(act, code) {
      const { entries } = await book.loadAll(journal);
      return entries
        .filter(({ record }) => record.act === act && record.about === code)
        .map(({ record }) => ({ by: record.author as Person, at: record.happened as Instant }))
        .sort((a, b) => (a.at < b.at ? 1 : -1));
    },
    verify: (rows) => chain.verify(rows),
  };
}

function isBy(record: AnyRecord, person: Person): boolean {
  const author = record.author as Person | undefined;
  return author?.objectId === person.objectId && author.tenantId === person.tenantId;
}

/** A place where entries are kept, as the suites of books see it, and what they ask of it. */

import { type Cleared, clearNone } from '../../../src/domain/consent/clear.ts';
import { noNeed } from '../../../src/domain/consent/need.ts';
import type { Day, EntryId } from '../../../src/domain/ids.ts';
import type { AnyKind, AnyRecord, Entry, Person } from '../../../src/domain/record-kind.ts';
import type { Book, Malformed, Page } from '../../../src/store/book.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { nextEntryId } from './visit-kind.ts';

/** One place seen by two people, and what somebody can do to it without this app. */
export interface Place {
  readonly book: Book;
  readonly colleague: Book;
  /** The same place for a person who may set it up. */
  readonly owner: Book;
  /** The two kinds of the tests; their lists are this place's own. */
  readonly visit: AnyKind;
  readonly beat: AnyKind;
  /** Gives a kind a list of this place's own; absent where the whole site is. */
  readonly renamed?: (kind: AnyKind) => AnyKind;
  readonly person: Person;
  readonly colleaguePerson: Person;
  /** Absent where nobody may touch the lists behind the app's back (a real tenant). */
  readonly byHand?: {
    edit(kind: AnyKind, id: string, columns: Readonly<Record<string, unknown>>): Promise<void>;
    add(kind: AnyKind, columns: Readonly<Record<string, unknown>>): Promise<string>;
    dropColumn(kind: AnyKind, column: string): Promise<void>;
    forgetTokens(kind: AnyKind): Promise<void>;
  };
  close(): Promise<void>;
}

/** A record cleared for a step without need: what the gate asks for is not the store's business. */
export function cleared(
  kind: AnyKind,
  record: AnyRecord,
  by: Person,
  entry: EntryId = nextEntryId(),
): Cleared {
  return clearNone({ kind: { ...kind, need: () => noNeed }, entry, record, by });
}

export async function storeErrorOf(work: Promise<unknown>): Promise<StoreError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('the store did not refuse');
}

/** Every page of a window, as the background load reads it. */
export async function everyPage(
  book: Book,
  kind: AnyKind,
  window: { before?: Day; since?: Day },
  first?: Page,
): Promise<{ entries: Entry[]; malformed: Malformed[] }> {
  const entries = new Map<EntryId, Entry>();
  const malformed: Malformed[] = [];
  let page = first ?? (await book.load(kind, window));
  for (;;) {
    for (const entry of page.entries) entries.set(entry.entry, entry);
    malformed.push(...page.malformed);
    if (!page.next) return { entries: [...entries.values()], malformed };
    page = await book.load(kind, { page: page.next });
  }
}

export function handsIn(place: Place): NonNullable<Place['byHand']> {
  if (!place.byHand) throw new TypeError('this place has no hands');
  return place.byHand;
}

/** One list of the mission's own book that stands apart (keys, pins, what was seen): read when a circle opens, never before. */

import { clearNone } from '../../domain/consent/clear.ts';
import { dayOf, type EntryId } from '../../domain/ids.ts';
import {
  checkRecord,
  type Entry,
  type Fields,
  type RecordKind,
  type RecordOf,
} from '../../domain/record-kind.ts';
import { isStoreError } from '../bookkeeping.ts';
import { derivedEntryId } from '../environment.ts';
import { openReplica } from '../memory/replica.ts';
import type { OwnBook } from './core.ts';

export interface Shelf<R> {
  /** What is held in memory, newest first. */
  all(): readonly Entry<R>[];
  /** Reads the list again: a colleague may have written meanwhile. */
  read(): Promise<void>;
  /** Adds what there can be only one of under `key`. Where a colleague was faster, theirs stands and is answered. */
  add(key: string, record: R): Promise<Entry<R>>;
  /**
   * Reads what stands under `key`, applies `step` and writes, until nobody was faster; `step` may run several times and
   * answers undefined where nothing is to be written.
   */
  change(key: string, step: (held: R | undefined) => R | undefined): Promise<void>;
}

const ATTEMPTS = 6;

/** Journal rows of other books tell nothing of these lists: they are read anew when the circle gives reason to. */
export async function openShelf<F extends Fields>(
  own: OwnBook,
  kind: RecordKind<F>,
  changed: () => void,
): Promise<Shelf<RecordOf<F>>> {
  const { books, environment, by, clock } = own;
  const held = openReplica(() => kind);

  function take(entry: Entry): void {
    if (held.apply([entry]).length > 0) changed();
  }

  async function read(): Promise<void> {
    const { entries, malformed } = await books.book.loadAll(kind);
    if (held.apply(entries, malformed).length > 0) changed();
  }

  async function write(record: RecordOf<F>, entry: EntryId, at?: Entry): Promise<Entry> {
    const checked = checkRecord(kind, record, dayOf(clock.now()));
    if (!checked.ok) throw new TypeError(`${kind.key}: ${Object.keys(checked.problems).join(', ')}`);
    const cleared = clearNone({ kind, entry, record: checked.record, by });
    const written = await (at ? books.amend(cleared, at) : books.add(cleared));
    take(written);
    return written;
  }

  async function fresh(entry: EntryId): Promise<Entry | undefined> {
    const found = await books.fresh(kind, entry);
    if (found) take(found);
    return found;
  }

  await read();
  return {
    read,
    all: () => held.of(kind.key).map((entry) => typed<F>(entry)),
    async add(key, record) {
      const entry = await derivedEntryId(environment, key);
      try {
        return typed<F>(await write(record, entry));
      } catch (error) {
        const theirs = isStoreError(error, 'duplicate') ? await fresh(entry) : undefined;
        if (!theirs) throw error;
        return typed<F>(theirs);
      }
    },
    async change(key, step) {
      const entry = await derivedEntryId(environment, key);
      for (let attempt = 1; ; attempt += 1) {
        const before = await fresh(entry);
        const after = step(before && typed<F>(before).record);
        if (after === undefined) return;
        try {
          await write(after, entry, before);
          return;
        } catch (error) {
          if (attempt >= ATTEMPTS || !isStoreError(error, 'changed-meanwhile', 'duplicate')) throw error;
        }
      }
    },
  };
}

/** The kind checked the record when it was read. */
function typed<F extends Fields>(entry: Entry): Entry<RecordOf<F>> {
  return entry as unknown as Entry<RecordOf<F>>;
}

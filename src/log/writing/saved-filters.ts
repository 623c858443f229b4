/** Choices of entries that a person keeps under a name: theirs alone on every screen, in the mission's own book. */

import { clearNone } from '../../domain/consent/clear.ts';
import type { EntryId } from '../../domain/ids.ts';
import { type AnyRecord, checkRecord, type Person } from '../../domain/record-kind.ts';
import { savedFilter } from '../../domain/system/saved-filter.ts';
import { type Bookkeeping, isStoreError } from '../bookkeeping.ts';
import { type Clock, todayAt } from '../clock.ts';
import type { Replica } from '../memory/replica.ts';
import { isDraftOf } from './kept-drafts.ts';

/** `name` absent throws the choice away. `entry` is made when the name is asked for, and kept through every retry. */
export interface FilterToKeep {
  readonly entry: EntryId;
  readonly name?: string;
  /** Fields of the kind `saved-filter`, without owner and name. */
  readonly choice: AnyRecord;
}

/**
 * Adds, renames or throws away. Throws TypeError for what is no filter.
 * @throws StoreError when the book could not be written: trying again is harmless
 */
export async function keepFilter(
  desk: {
    readonly books: Bookkeeping;
    readonly replica: Replica;
    readonly clock: Clock;
    readonly by: Person;
  },
  { entry, name, choice }: FilterToKeep,
  zone: string,
): Promise<void> {
  const { books, replica, clock, by } = desk;
  const values = { ...choice, owner: by, ...(name === undefined ? {} : { name }) };
  const checked = checkRecord(savedFilter, values, todayAt(zone, clock.now()));
  if (!checked.ok) throw new TypeError(`no filter: ${Object.keys(checked.problems).join(', ')}`);
  const cleared = clearNone({ kind: savedFilter, entry, record: checked.record, by });
  for (let attempt = 1; ; attempt += 1) {
    const before = attempt === 1 ? replica.find(entry) : await books.fresh(savedFilter, entry);
    if (before && !isDraftOf(before, by)) throw new TypeError('somebody else keeps this filter');
    try {
      if (before) await books.amend(cleared, before);
      else await books.add(cleared);
      return;
    } catch (error) {
      // The same person in another tab: what they said last holds.
      if (attempt >= 4 || !isStoreError(error, 'changed-meanwhile', 'duplicate')) throw error;
    }
  }
}

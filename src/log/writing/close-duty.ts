/** Writes what became of a duty: each closing once, however often it is tried; setting aside and handing over as often as they happen. */

import { clearNone } from '../../domain/consent/clear.ts';
import { sameValue } from '../../domain/fields/field.ts';
import type { Day } from '../../domain/ids.ts';
import { checkRecord, type Entry, type Person } from '../../domain/record-kind.ts';
import { kindOf } from '../../domain/registry.ts';
import { dutyClosing } from '../../domain/system/duty-closing.ts';
import { type Bookkeeping, isStoreError } from '../bookkeeping.ts';
import { derivedEntryId, type Environment } from '../environment.ts';
import type { Journal } from '../journal.ts';
import type { View } from '../log.ts';
import type { Replica } from '../memory/replica.ts';
import type { DutyClosing } from './saving.ts';

export interface DutyDesk {
  readonly books: Bookkeeping;
  readonly replica: Replica;
  readonly environment: Environment;
  /** The mission's day. */
  readonly today: () => Day;
  readonly journal: Journal;
  readonly by: Person;
  readonly view: () => View;
  readonly changed: () => void;
}

/** So many colleagues at the same moment are waited for. */
const ATTEMPTS = 4;

/** @throws TypeError for a closing that no form makes; StoreError when the world failed (trying again is harmless). */
export async function closeDuty(desk: DutyDesk, said: DutyClosing): Promise<void> {
  const { books, replica, environment, today, journal, by } = desk;
  // What it came with is in the book: a clock set back over midnight meanwhile is no reason to refuse the closing.
  const closing = { ...said, on: earlier(said.on, today()) };
  const duty = desk.view().duties.find(({ id }) => id === closing.duty);
  const about = duty?.about;
  const owedFor = duty?.entry && replica.find(duty.entry);
  const until = owedFor ? kindOf(owedFor.kind).live(owedFor.record) : 'open';
  const values = {
    ...closing,
    ...(about ? { about } : {}),
    ...(until === 'open' ? {} : { keptUntil: until }),
  };
  const checked = checkRecord(dutyClosing, values, today());
  if (!checked.ok)
    throw new TypeError(`a duty cannot be closed like this: ${Object.keys(checked.problems).join(', ')}`);
  const { record } = checked;
  const staysOpen = closing.outcome === 'snoozed' || closing.outcome === 'handed-over';
  const before = replica.of(dutyClosing.key).filter((held) => isOf(held, closing)).length;
  for (let attempt = 0; ; attempt += 1) {
    const repeats = staysOpen ? ` ${before + attempt}` : repeatedOn(closing);
    const entry = await derivedEntryId(environment, `duty ${closing.duty} ${closing.outcome}${repeats}`);
    try {
      await books.add(clearNone({ kind: dutyClosing, entry, record, by }));
    } catch (error) {
      if (!isStoreError(error, 'duplicate')) throw error;
      const { fresh } = error;
      if (fresh && replica.apply([fresh]).length > 0) desk.changed();
      // Closed before, by a save that broke off afterwards or by a colleague: closed is closed. But what a colleague set
      // aside or gave away at this very moment is not what this person wants.
      if (!staysOpen || !fresh || sameValue(fresh.record, record)) return;
      if (attempt + 1 >= ATTEMPTS) throw error;
      continue;
    }
    await journal
      .write({ act: 'duty-closed', kind: dutyClosing.key, entry, ...(about ? { about } : {}) })
      .catch(() => undefined);
    return;
  }
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** What may be said of one duty on several days. */
function repeatedOn({ outcome, on, until }: DutyClosing): string {
  if (outcome === 'asked-no-answer') return ` ${on}`;
  return outcome === 'not-told' ? ` ${until}` : '';
}

function isOf({ record }: Entry, closing: DutyClosing): boolean {
  return record.duty === closing.duty && record.outcome === closing.outcome;
}

/** Notes about the life of entries: one row per entry, read only where somebody asks for it. */

import { clearNone } from '../../domain/consent/clear.ts';
import type { Day, EntryId, Instant } from '../../domain/ids.ts';
import { checkRecord, type Person } from '../../domain/record-kind.ts';
import { type KeepingRecord, keeping } from '../../domain/system/keeping.ts';
import { type Bookkeeping, isStoreError } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import { derivedEntryId, type Environment } from '../environment.ts';

export interface Notes {
  all(): Promise<ReadonlyMap<EntryId, KeepingRecord>>;
  /** Writes what changed into the note of an entry, over whatever stands there. */
  note(
    of: { readonly kind: string; readonly entry: EntryId; readonly item?: string },
    change: Partial<KeepingRecord>,
  ): Promise<void>;
}

const ATTEMPTS = 4;

export interface NotesParts {
  readonly books: Bookkeeping;
  readonly clock: Clock;
  readonly by: Person;
  dayAt(at: Instant): Day;
}

export function openNotes(desk: NotesParts, environment: Environment): Notes {
  const { books, clock, by } = desk;
  return {
    async all() {
      const { entries } = await books.book.loadAll(keeping);
      const records = entries.map(({ record }) => record as unknown as KeepingRecord);
      return new Map(records.map((record) => [record.ofEntry, record]));
    },
    async note(of, change) {
      const entry = await derivedEntryId(environment, `keeping ${of.entry}`);
      for (let attempt = 1; ; attempt += 1) {
        const held = await books.fresh(keeping, entry);
        const at = clock.now();
        const checked = checkRecord(
          keeping,
          {
            ofKind: of.kind,
            ofEntry: of.entry,
            ...(of.item === undefined ? {} : { item: of.item }),
            ...held?.record,
            on: desk.dayAt(at),
            at,
            actor: by,
            ...change,
          },
          desk.dayAt(at),
        );
        if (!checked.ok) throw new TypeError(`a note: ${Object.keys(checked.problems).join(', ')}`);
        const cleared = clearNone({ kind: keeping, entry, record: checked.record, by });
        try {
          await (held ? books.amend(cleared, held) : books.add(cleared));
          return;
        } catch (error) {
          if (attempt >= ATTEMPTS || !isStoreError(error, 'changed-meanwhile', 'duplicate')) throw error;
        }
      }
    },
  };
}

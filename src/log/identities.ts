/** Names: journalled before they are read, never kept in memory by the log, never part of a load, a search or a file. */

import { clearNone } from '../domain/consent/clear.ts';
import type { Code, EntryId } from '../domain/ids.ts';
import { checkRecord, type Person } from '../domain/record-kind.ts';
import { type IdentityRecord, identity } from '../domain/system/identity.ts';
import type { Book } from '../store/book.ts';
import { derivedEntryId, type Environment } from './environment.ts';
import type { Journal } from './journal.ts';

export interface Identities {
  /** @throws StoreError when the journal row could not be written: then nothing was read. */
  show(code: Code): Promise<IdentityRecord | undefined>;
  save(code: Code, record: IdentityRecord): Promise<void>;
}

/** Where the name behind a code stands. */
export function identityEntry(environment: Environment, code: Code): Promise<EntryId> {
  return derivedEntryId(environment, `identity ${code}`);
}

export function openIdentities(
  book: Book,
  environment: Environment,
  journal: Journal,
  by: Person,
): Identities {
  const idOf = (code: Code) => identityEntry(environment, code);
  return {
    async show(code) {
      const entry = await idOf(code);
      await journal.write({ act: 'identity-read', kind: identity.key, entry, about: code });
      const found = await book.find(identity, entry);
      return found ? (found.entry.record as unknown as IdentityRecord) : undefined;
    },
    async save(code, record) {
      const checked = checkRecord(identity, { ...record, about: code }, '9999-12-31' as never);
      if (!checked.ok)
        throw new TypeError(
          `an identity cannot be saved like this: ${Object.keys(checked.problems).join(', ')}`,
        );
      const entry = await idOf(code);
      await journal.write({ act: 'identity-saved', kind: identity.key, entry, about: code });
      const cleared = clearNone({ kind: identity, entry, record: checked.record, by });
      const held = await book.find(identity, entry);
      if (held) await book.amend(cleared, held.entry);
      else await book.add(cleared);
    },
  };
}

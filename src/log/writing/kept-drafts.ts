/** Own drafts as they lie in memory. */

import type { EntryId, Instant } from '../../domain/ids.ts';
import type { AnyRecord, Entry, Person } from '../../domain/record-kind.ts';
import { draft } from '../../domain/system/draft.ts';
import type { Replica } from '../memory/replica.ts';
import type { Draft, KeptDraft } from './saving.ts';

/** Those that are not empty, newest first. */
export function keptDrafts(replica: Replica, owner: Person): readonly KeptDraft[] {
  return replica
    .of(draft.key)
    .filter((entry) => isDraftOf(entry, owner) && entry.record.content !== undefined)
    .map(({ record }) => ({
      draft: draftIn(record.content as AnyRecord),
      savedAt: record.savedAt as Instant,
    }))
    .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

export function isDraftOf({ record }: Entry, person: Person): boolean {
  const owner = record.owner as Person | undefined;
  return owner?.objectId === person.objectId && owner.tenantId === person.tenantId;
}

function draftIn(content: AnyRecord): Draft {
  return {
    ...(content as unknown as Draft),
    kind: String(content.kind),
    entry: String(content.entry) as EntryId,
    values: (content.values ?? {}) as AnyRecord,
  };
}

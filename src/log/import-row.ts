/** Stores one row of an old list, once however often it is tried: its id follows from what the row says. */

import type { AnyRecord, Problems } from '../domain/record-kind.ts';
import { isStoreError } from './bookkeeping.ts';
import { derivedEntryId, type Environment } from './environment.ts';
import { type Desk, saveDraft } from './save.ts';

/** `source` is the row as its list has it, in one canonical text; `values` is what was made of it. */
export interface RowToImport {
  readonly kind: string;
  readonly source: string;
  readonly values: AnyRecord;
}

/** `there`: a former import stored this very row, and it is left as it is by now. */
export type RowOutcome =
  | { readonly outcome: 'stored' }
  | { readonly outcome: 'there' }
  | { readonly outcome: 'invalid'; readonly problems: Problems }
  | { readonly outcome: 'refused'; readonly why: 'consent' | 'without-consent' | 'read-only' };

/**
 * @param place sets books apart: the same row in another mission's book is another entry
 * @throws StoreError when the world failed: the row is stored or not, and trying again is harmless
 */
export async function importRow(
  desk: Desk,
  environment: Environment,
  place: string,
  row: RowToImport,
): Promise<RowOutcome> {
  const entry = await derivedEntryId(environment, `import ${place} ${row.kind} ${row.source}`);
  await desk.complete();
  if (desk.replica.find(entry)) return { outcome: 'there' };
  try {
    const saved = await saveDraft(desk, { kind: row.kind, entry, values: row.values });
    switch (saved.outcome) {
      case 'saved':
        return { outcome: 'stored' };
      case 'merge':
        return { outcome: 'there' };
      case 'invalid':
        return { outcome: 'invalid', problems: saved.problems };
      case 'refused':
        return { outcome: 'refused', why: 'consent' };
      case 'say-why':
        return { outcome: 'refused', why: 'without-consent' };
      case 'read-only':
        return { outcome: 'refused', why: 'read-only' };
    }
  } catch (error) {
    if (isStoreError(error, 'duplicate')) return { outcome: 'there' };
    throw error;
  }
}

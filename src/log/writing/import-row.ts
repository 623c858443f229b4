/** Stores one row of an old list, once however often it is tried: its id follows from what the row says. */

import type { EntryId } from '../../domain/ids.ts';
import { isAnonymised } from '../../domain/keeping/marks.ts';
import type { AnyRecord, Entry, Problems } from '../../domain/record-kind.ts';
import { isStoreError } from '../bookkeeping.ts';
import { derivedEntryId, type Environment } from '../environment.ts';
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
  const entry = await idOfRow(environment, place, row);
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

/**
 * What former imports stored of these rows, as it stands now, by source. What was made anonymous tells of nobody any
 * more, and what cannot be read as it is meant tells nothing.
 */
export async function importedBefore(
  desk: Desk,
  environment: Environment,
  place: string,
  kind: string,
  sources: readonly string[],
): Promise<ReadonlyMap<string, Entry>> {
  await desk.complete();
  const unreadable = new Set(desk.replica.malformed().map((row) => `${row.kind} ${row.id}`));
  const tells = (entry: Entry) =>
    !isAnonymised(entry) && !entry.newer && !unreadable.has(`${entry.kind} ${entry.id}`);
  const found = await Promise.all(
    sources.map(async (source) => {
      const held = desk.replica.find(await idOfRow(environment, place, { kind, source }));
      return held && tells(held) ? ([[source, held]] as const) : [];
    }),
  );
  return new Map(found.flat());
}

function idOfRow(
  environment: Environment,
  place: string,
  { kind, source }: Pick<RowToImport, 'kind' | 'source'>,
): Promise<EntryId> {
  return derivedEntryId(environment, `import ${place} ${kind} ${source}`);
}

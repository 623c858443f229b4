/** Tells what stays in the mission ("own mission, no export"): decided once, for files, paper, clipboard and briefs alike. */

import type { Code, EntryId } from './ids.ts';
import type { AnyRecord, Entry } from './record-kind.ts';
import { kindByKey, recordKinds } from './registry.ts';

/** Kinds that can mark somebody. */
const marking = recordKinds.filter((kind) => kind.noExport !== undefined).map((kind) => kind.key);

/** Every code of which nothing leaves, as the entries of a book say. */
export function codesKeptInside(entries: ReadonlyMap<string, readonly Entry[]>): ReadonlySet<Code> {
  return new Set(
    marking.flatMap((key) =>
      (entries.get(key) ?? []).flatMap(({ record }) => kindByKey(key)?.noExport?.(record) ?? []),
    ),
  );
}

/** Whether a record is marked itself, or names one of these codes anywhere, also in its rows (members, relations). */
export function staysInside(record: AnyRecord, codes: ReadonlySet<Code>): boolean {
  return record.ownMissionOnly === true || (codes.size > 0 && names(record, codes));
}

function names(value: unknown, codes: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return codes.has(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((member) => names(member, codes));
}

/** What may leave, in the order given, and how many may not. */
export function mayLeave(
  entries: readonly Entry[],
  codes: ReadonlySet<Code>,
): { readonly entries: readonly Entry[]; readonly leftOut: number } {
  const leaving = entries.filter(({ record }) => !staysInside(record, codes));
  return { entries: leaving, leftOut: entries.length - leaving.length };
}

/** Ids of the entries that stay, for a look-up beside rows. */
export function keptIds(
  entries: ReadonlyMap<string, readonly Entry[]>,
  codes: ReadonlySet<Code>,
): ReadonlySet<EntryId> {
  return new Set(
    [...entries.values()].flat().flatMap(({ record, entry }) => (staysInside(record, codes) ? [entry] : [])),
  );
}

/** What is left of a record when nobody may be found in it any more: every field says so itself, the kind may add. */

import { type Anonymising, NO_WORDS } from '../fields/field.ts';
import type { Code } from '../ids.ts';
import { type AnyKind, type AnyRecord, codesOf } from '../record-kind.ts';
import { isPlaceList } from '../regions.ts';

/** Pure, and the same again when it is done twice with codes that stand for themselves. */
export function anonymised(kind: AnyKind, record: AnyRecord, how: Anonymising): AnyRecord {
  const kept: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(kind.fields)) {
    const value = record[key];
    if (value === undefined) continue;
    const stays = field.anonymise(value, how, field.required);
    if (stays !== undefined) kept[key] = stays;
  }
  return kind.anonymise?.(kept) ?? kept;
}

/** What becomes of the fields that are filled in, for the preview: by field key, in the order of the kind. */
export interface Fate {
  readonly stays: readonly string[];
  /** A day becomes its month, a place its region, a person a code that links to nobody. */
  readonly coarser: readonly string[];
  readonly goes: readonly string[];
  /** Of those: a place of which nobody knows the region. */
  readonly unplaced: readonly string[];
}

export function fateOf(kind: AnyKind, record: AnyRecord, how: Anonymising): Fate {
  const after = anonymised(kind, record, how);
  const filled = Object.keys(kind.fields).filter((key) => record[key] !== undefined);
  const isSame = (key: string) => JSON.stringify(after[key]) === JSON.stringify(record[key]);
  const isBlank = (key: string) => after[key] === undefined || after[key] === NO_WORDS;
  return {
    stays: filled.filter((key) => !isBlank(key) && isSame(key)),
    coarser: filled.filter((key) => !isBlank(key) && !isSame(key)),
    goes: filled.filter(isBlank),
    unplaced: filled.filter(
      (key) => isPlaceList(kind.fields[key]?.settings.codeList) && isBlank(key) && record[key] !== NO_WORDS,
    ),
  };
}

/** Codes whose place is taken by others in `record`; `fresh` gives one new code per code, the same for the same. */
export function replacing(
  codes: ReadonlySet<Code>,
  fresh: (code: Code) => Code,
  region: Anonymising['region'],
): Anonymising {
  return { code: (code) => (codes.has(code) ? fresh(code) : code), region };
}

/** Whether the record concerns anybody beside these. */
export function concernsOthers(record: AnyRecord, codes: ReadonlySet<Code>): boolean {
  return codesOf(record).some((code) => !codes.has(code));
}

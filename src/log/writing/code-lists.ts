/** Keeps the open lists of a mission: one entry per list, whose id follows from its name; two people's edits merge code by code. */

import { clearNone } from '../../domain/consent/clear.ts';
import { sameValue } from '../../domain/fields/field.ts';
import { dayOf } from '../../domain/ids.ts';
import { checkRecord, type Entry } from '../../domain/record-kind.ts';
import { codeList, type ListedCode } from '../../domain/system/code-list.ts';
import { mergedCodes } from '../../domain/system/code-list-edits.ts';
import { isStoreError } from '../bookkeeping.ts';
import { derivedEntryId, type Environment } from '../environment.ts';
import type { Desk } from './save.ts';

export interface ListEdit {
  readonly name: string;
  /** What the edit started from; empty for a list that was not there. */
  readonly base: readonly ListedCode[];
  readonly codes: readonly ListedCode[];
}

const ATTEMPTS = 4;

/**
 * Saves a list over what is there by now. @returns `conflict` when somebody else changed the same line or the order:
 * nothing was written then. @throws StoreError when the world failed, TypeError in a role that may not
 */
export async function saveCodeList(
  desk: Desk,
  environment: Environment,
  { name, base, codes }: ListEdit,
): Promise<'saved' | 'conflict'> {
  if (!desk.may('record') && !desk.may('set-up')) throw new TypeError('lists are not changed in this role');
  const entry = await derivedEntryId(environment, `code list ${name}`);
  for (let attempt = 1; ; attempt += 1) {
    const held = await desk.books.fresh(codeList, entry);
    const merged = held ? mergedCodes(base, codes, codesIn(held)) : codes;
    if (!merged) return 'conflict';
    if (held && sameValue(merged, codesIn(held))) return 'saved';
    const checked = checkRecord(codeList, { name, codes: merged }, dayOf(desk.clock.now()));
    if (!checked.ok) throw new TypeError(`not a sound list: ${Object.keys(checked.problems).join(', ')}`);
    const cleared = clearNone({ kind: codeList, entry, record: checked.record, by: desk.by });
    try {
      if (held) await desk.books.amend(cleared, held);
      else await desk.books.add(cleared);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isStoreError(error, 'changed-meanwhile', 'duplicate')) throw error;
      continue;
    }
    await desk.journal
      .write({ act: held ? 'amended' : 'added', kind: codeList.key, entry })
      .catch(() => undefined);
    return 'saved';
  }
}

function codesIn({ record }: Entry): readonly ListedCode[] {
  return (record.codes as readonly ListedCode[] | undefined) ?? [];
}

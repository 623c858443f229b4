/** Whether something owed is settled: with a date and a reaction, or a dated reason why not; a question without answer settles nothing. */

import type { AnyRecord, Entry } from '../record-kind.ts';
import { dutyClosing } from '../system/duty-closing.ts';
import type { Due } from './sources.ts';

/** Ids of duties that stay closed. What must be told closes only by telling, or by a reason for not telling. */
export function isClosed(due: Due, closings: ReadonlyMap<string, readonly AnyRecord[]>): boolean {
  return (closings.get(due.id) ?? []).some((closing) => settles(closing, due.step === 'tell'));
}

export function closingsByDuty(entries: readonly Entry[]): ReadonlyMap<string, readonly AnyRecord[]> {
  const byDuty = new Map<string, AnyRecord[]>();
  for (const { kind, record } of entries) {
    if (kind !== dutyClosing.key || typeof record.duty !== 'string') continue;
    byDuty.set(record.duty, [...(byDuty.get(record.duty) ?? []), record]);
  }
  return byDuty;
}

function settles(closing: AnyRecord, isTelling: boolean): boolean {
  if (typeof closing.on !== 'string' || closing.on === '') return false;
  switch (closing.outcome) {
    case 'told':
      return typeof closing.reaction === 'string';
    case 'not-told':
      return hasReason(closing);
    case 'done':
    case 'kept':
      return !isTelling;
    case 'changed':
      return !isTelling && hasReason(closing);
    default:
      return false;
  }
}

function hasReason(closing: AnyRecord): boolean {
  return typeof closing.reason === 'string' && closing.reason.trim() !== '';
}

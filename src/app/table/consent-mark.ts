/** Says in one word how an entry stands with consent. */

import type { Verdict } from '../../domain/consent/decision.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import type { Log } from '../../log/log.ts';

export const consentMarks = ['not-needed', 'covered', 'done-without', 'missing-now', 'halted'] as const;
export type ConsentMark = (typeof consentMarks)[number];

/** Whether a step that lies ahead must not be taken now. */
export function mayNotGoOn(mark: ConsentMark): boolean {
  return mark === 'halted' || mark === 'missing-now';
}

/**
 * `missing-now` is a step still ahead that today's consent does not carry, `halted` one whose consent was
 * withdrawn; `done-without` happened without consent on record. Pure and immediate, from what is in memory.
 */
export function consentMarkOf(entry: Entry, log: Pick<Log, 'decide'>): ConsentMark {
  if (entry.under.includes('none-on-record')) return 'done-without';
  // Not by way of the log, which first checks what may have been typed just now: for every row that comes into sight.
  const need = kindByKey(entry.kind)?.need(entry.record);
  if (!need || need.kind === 'none')
    return entry.under.every((under) => under === 'none') ? 'not-needed' : 'covered';
  if (need.tense === 'ahead') {
    const verdict = log.decide(need);
    if (!verdict.allowed) return isTakenBack(verdict) ? 'halted' : 'missing-now';
  }
  return entry.under.every((under) => under === 'none') ? 'not-needed' : 'covered';
}

function isTakenBack({ refusals }: Verdict): boolean {
  return refusals.some(({ code }) => code === 'withdrawn');
}

/** How a conversation settles what is owed: which duties it can close, and with which outcome. */

import type { Duty, DutyKind } from '../../domain/duties/duty.ts';
import type { Day } from '../../domain/ids.ts';
import type { DutyClosing } from '../../log/log.ts';

export const reactions = ['satisfied', 'mixed', 'not-satisfied', 'harm', 'unknown'] as const;

/** Only what is settled by speaking; a hearing without observer or a report is not. */
const settledBySpeaking: Partial<Record<DutyKind, DutyClosing['outcome']>> = {
  feedback: 'told',
  'follow-up': 'kept',
  'told-without-consent': 'told',
  'reconfirm-proxy': 'done',
  'risk-review': 'done',
};

/** The closing a tick makes; undefined for duties that a conversation alone does not settle. */
export function closingOf(duty: Duty, today: Day): DutyClosing | undefined {
  const outcome = settledBySpeaking[duty.kind];
  if (!outcome) return undefined;
  // Telling counts only with how they took it; until somebody says so it is not known.
  return {
    duty: duty.id,
    outcome,
    on: today,
    ...(outcome === 'told' ? { reaction: 'unknown' as const } : {}),
  };
}

/** The list with the closing of one duty replaced, or taken out. */
export function withClosing(
  closes: readonly DutyClosing[],
  duty: string,
  closing: DutyClosing | undefined,
): readonly DutyClosing[] {
  const others = closes.filter((one) => one.duty !== duty);
  return closing ? [...others, closing] : others;
}

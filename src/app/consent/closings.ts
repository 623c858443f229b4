/** How a conversation settles what is owed: which duties it can close, and with which outcome. */

import type { Decision } from '../../domain/consent/consent-file.ts';
import type { Duty } from '../../domain/duties/duty.ts';
import type { Code, Day } from '../../domain/ids.ts';
import type { OwnDays } from '../../domain/usual-days.ts';
import type { View } from '../../log/log.ts';
import type { ConsentInput, DutyClosing } from '../../log/writing/saving.ts';
import { startConsent, withGrants } from './consent-input.ts';
import { fileOf } from './files.ts';

export const reactions = ['satisfied', 'mixed', 'not-satisfied', 'harm', 'unknown'] as const;

/** The closing a tick makes; undefined for duties that a conversation alone does not settle. */
export function closingOf(duty: Duty, today: Day): DutyClosing | undefined {
  if (!duty.bySpeaking || duty.closesIn === 'entry') return undefined;
  // Telling counts only with how they took it; until somebody says so it is not known.
  return {
    duty: duty.id,
    outcome: duty.bySpeaking,
    on: today,
    ...(duty.bySpeaking === 'told' ? { reaction: 'unknown' as const } : {}),
  };
}

/** Whether a tick alone is not enough: what they answered is consent, and is recorded with it. */
export function asksConsent(duty: Duty): boolean {
  return duty.step === 'ask-consent';
}

/** The answer that a question about an earlier consent starts with: the same once more, to be narrowed or refused. */
export function answerAgain(
  duty: Duty & { readonly about: Code },
  view: Pick<View, 'entries'>,
  today: Day,
  channel: string | undefined,
  own?: OwnDays,
): ConsentInput {
  const start = startConsent(duty.about, today, channel, false, own);
  const earlier = fileOf(view, duty.about).decisions.find((decision: Decision) =>
    duty.id.startsWith(`${decision.id}:`),
  );
  return earlier && earlier.grants.length > 0 ? withGrants(start, earlier.grants, today, own) : start;
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

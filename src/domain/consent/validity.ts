/** When a decision has run out: the day has passed, the one use is taken, the detention or the proceeding is another. */

import type { Day, EntryId, Instant } from '../ids.ts';
import { isHeld } from './circumstances.ts';
import type { Circumstances, Decision, Ticket } from './consent-file.ts';
import type { RefusalCode } from './decision.ts';

/** What is known while one person is judged. */
export interface Situation {
  readonly now: Instant;
  /** Where the mission is: `day` is the day there. */
  readonly zone: string;
  readonly day: Day;
  /** The last day that is near enough to warn of. */
  readonly soon: Day;
  readonly circumstances: Circumstances;
  readonly tickets: readonly Ticket[];
  /** The entry this very act belongs to: its own ticket uses nothing up. */
  readonly entry?: EntryId | undefined;
  /** What this act is aimed at: a ticket of the same entry for something else was a use. */
  readonly occasion?: EntryId | undefined;
  /** The step names nobody but groups, so a group's own speaker ranks first. */
  readonly namesNoMember: boolean;
}

export type Lapse = Extract<RefusalCode, 'expired' | 'used-once' | 'not-detained-any-more'>;

/**
 * Why an agreement no longer counts, or `undefined` while it does. Days end at the mission's midnight. An unknown status ends a
 * consent "while detained".
 */
export function agreementLapse(decision: Decision, situation: Situation): Lapse | undefined {
  const { validity } = decision;
  if (!validity) return undefined;
  if (situation.day > validity.day) return 'expired';
  if (validity.kind === 'while-detained' && isHeld(situation.circumstances) !== true)
    return 'not-detained-any-more';
  if (validity.kind === 'once' && isUsed(decision, situation)) return 'used-once';
  return undefined;
}

/**
 * A refusal ends only where its own validity says so, and only when that is known. What was refused beside something
 * agreed has no end: the validity there is the end of the agreement.
 */
export function refusalLapse(decision: Decision, situation: Situation): Lapse | undefined {
  const { validity } = decision;
  if (!validity || isAgreement(decision)) return undefined;
  if (situation.day > validity.day) return 'expired';
  if (validity.kind === 'while-detained' && isHeld(situation.circumstances) === false)
    return 'not-detained-any-more';
  return undefined;
}

/** A ticket of another entry or occasion that was not given back counts as the one use: its act may have happened unseen. */
function isUsed(decision: Decision, situation: Situation): boolean {
  return situation.tickets.some(
    (ticket) =>
      ticket.state !== 'released' &&
      (ticket.entry !== situation.entry || ticket.occasion !== situation.occasion) &&
      standsOn(ticket, decision.id),
  );
}

/** Whether a ticket was taken under this decision (`under` lists ids with blanks between). */
export function standsOn(ticket: Ticket, decision: string): boolean {
  return ticket.under === decision || ticket.under.split(' ').includes(decision);
}

/** Whether a decision speaks of another proceeding than the one the step belongs to. */
export function isOtherProceeding(
  decision: Decision,
  proceeding: string | undefined,
  agrees: boolean,
): boolean {
  if (decision.validity?.kind !== 'proceeding' || decision.validity.entry === proceeding) return false;
  return agrees || (proceeding !== undefined && !isAgreement(decision));
}

function isAgreement({ outcome }: Decision): boolean {
  return outcome === 'given' || outcome === 'given-in-part';
}

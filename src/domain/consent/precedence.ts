/** Who may speak for a person, and whose word goes first. */

import { localNow } from '../zoned.ts';
import { isKilled } from './circumstances.ts';
import { type Decision, givers, type Speaker } from './consent-file.ts';
import type { Situation } from './validity.ts';

/** The rank of people whose refusal is heard last and whose agreement is not heard at all. */
export const unheard = 1000;

/**
 * Lower goes first; `unheard` for somebody who may not agree on the person's behalf. The defender always goes first; then
 * their own order where they named one, else the usual order. Counsel appointed by the state cannot be recorded as a
 * giver at all and so has no rank.
 */
export function rankOf(decision: Decision, situation: Situation): number {
  const { speakers, group } = situation.circumstances;
  if (isNotToBeInvolved(decision, speakers)) return unheard;
  if (group && situation.namesNoMember && decision.giver === 'organisation') return -1;
  if (decision.giver === 'defender') return 0;
  const order = speakers.filter((speaker) => speaker.doNotInvolve !== true);
  if (order.length === 0) return givers.indexOf(decision.giver) + 1;
  const place = order.findIndex(
    (speaker) => isSamePerson(speaker, decision) && isMandated(speaker, decision, situation),
  );
  if (place >= 0) return place + 1;
  return isFamilyLifting(decision, situation) ? order.length + 1 : unheard;
}

/** After a death the family may lift a refusal of publicity even where the defender's order names others. */
function isFamilyLifting(decision: Decision, situation: Situation): boolean {
  return isKilled(situation.circumstances) && decision.giver === 'family' && hasLiftingWords(decision);
}

export function hasLiftingWords(decision: Decision): boolean {
  return decision.liftsRefusal !== undefined && decision.liftsRefusal.trim() !== '';
}

export function isNotToBeInvolved(decision: Decision, speakers: readonly Speaker[]): boolean {
  return (
    decision.giver !== 'defender' &&
    speakers.some(
      (speaker) =>
        speaker.doNotInvolve === true &&
        (isSamePerson(speaker, decision) || plainly(speaker.giverRef) === plainly(decision.giverRef)),
    )
  );
}

/** Who must not be involved is not let in by a capital letter, a blank or another rank. */
function plainly(reference: string): string {
  return reference.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** Somebody the defender named to speak for them. */
export function isDesignated(decision: Decision, speakers: readonly Speaker[]): boolean {
  return speakers.some((speaker) => speaker.doNotInvolve !== true && isSamePerson(speaker, decision));
}

function isSamePerson(speaker: Speaker, decision: Decision): boolean {
  if (speaker.giverCode !== undefined && speaker.giverCode === decision.giverCode) return true;
  return speaker.giver === decision.giver && speaker.giverRef === decision.giverRef;
}

/** The mandate must hold on the day they spoke and today. */
function isMandated(speaker: Speaker, decision: Decision, situation: Situation): boolean {
  const spoke = localNow(decision.at, situation.zone).day;
  if (speaker.from !== undefined && spoke < speaker.from) return false;
  return speaker.to === undefined || (spoke <= speaker.to && situation.day <= speaker.to);
}

/** Who refused us a visit, did not answer, or sent us away at the gate: counts of our own requests, never of people. */

import { type Day, daysBetween } from './ids.ts';
import { noReplyFrom } from './records/visit/prison-visit.ts';
import type { PrisonVisit } from './records/visit/prison-visit-fields.ts';
import type { OwnDays } from './usual-days.ts';

export const visitOutcomes = [
  'granted',
  'waiting',
  'refused',
  'no-reply',
  'cancelled-at-gate',
  'withdrawn',
] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

/** What became of a request; undefined where nothing was asked. Silence counts as such after the days of the mission. */
export function outcomeOf(record: PrisonVisit, today: Day, own?: OwnDays): VisitOutcome | undefined {
  const { step, answer, askedOn } = record;
  if (answer === 'granted' || answer === 'with-conditions') return 'granted';
  if (answer !== undefined) return answer;
  if (step === 'planned' || askedOn === undefined) return undefined;
  // Who was let in was answered, whether or not somebody wrote the answer down.
  if (step === 'done' || step === 'not-met') return 'granted';
  if (step === 'cancelled') return undefined;
  return today >= noReplyFrom(askedOn, own) ? 'no-reply' : 'waiting';
}

/** Days from the request to its answer, or to today while it waits: a day of the visit that lies ahead has not been waited for. */
export function waitingDays(record: PrisonVisit, today: Day): number | undefined {
  if (record.askedOn === undefined || outcomeOf(record, today) === undefined) return undefined;
  const ended = record.answeredOn ?? record.visitOn ?? today;
  return Math.max(0, daysBetween(record.askedOn, ended > today ? today : ended));
}

export interface AccessLine {
  /** The authority that was asked; undefined where nobody wrote it down. */
  readonly authority: PrisonVisit['askedTo'];
  readonly asked: number;
  readonly counts: Readonly<Record<VisitOutcome, number>>;
  /** Refusals by the ground given, most frequent first. */
  readonly grounds: readonly (readonly [NonNullable<PrisonVisit['ground']>, number])[];
  /** Longest wait in days. */
  readonly longest: number;
}

/** One line for each authority we asked, those that refused or kept silent most first. */
export function accessDenied(
  visits: readonly PrisonVisit[],
  today: Day,
  own?: OwnDays,
): readonly AccessLine[] {
  const asked = visits.filter((record) => outcomeOf(record, today) !== undefined);
  const authorities = [...new Set(asked.map(({ askedTo }) => askedTo))];
  return authorities
    .map((authority) =>
      lineOf(
        authority,
        asked.filter(({ askedTo }) => askedTo === authority),
        today,
        own,
      ),
    )
    .sort((a, b) => deniedOf(b) - deniedOf(a) || b.asked - a.asked);
}

function deniedOf({ counts }: AccessLine): number {
  return counts.refused + counts['no-reply'] + counts['cancelled-at-gate'] + counts.withdrawn;
}

function lineOf(
  authority: AccessLine['authority'],
  visits: readonly PrisonVisit[],
  today: Day,
  own: OwnDays | undefined,
): AccessLine {
  const counts: Record<VisitOutcome, number> = {
    granted: 0,
    waiting: 0,
    refused: 0,
    'no-reply': 0,
    'cancelled-at-gate': 0,
    withdrawn: 0,
  };
  const grounds = new Map<NonNullable<PrisonVisit['ground']>, number>();
  for (const record of visits) {
    const outcome = outcomeOf(record, today, own);
    if (outcome) counts[outcome] += 1;
    if (record.ground && outcome !== 'granted')
      grounds.set(record.ground, (grounds.get(record.ground) ?? 0) + 1);
  }
  return {
    authority,
    asked: visits.length,
    counts,
    grounds: [...grounds].sort(([, a], [, b]) => b - a),
    longest: Math.max(0, ...visits.map((record) => waitingDays(record, today) ?? 0)),
  };
}

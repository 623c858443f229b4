/** Whether somebody may be counted in figures that leave the mission: asked for by itself, and carried by no other consent. */

import { dayOf, type Instant } from '../ids.ts';
import type { ConsentFile, Decision } from './consent-file.ts';
import { isEnded } from './standing.ts';

export type StatisticsAnswer = 'yes' | 'no' | 'not-asked';

/** Outcomes with which the question was put; a question put off or a withdrawal answers nothing about figures. */
const answering: readonly Decision['outcome'][] = ['given', 'given-in-part', 'refused'];

/**
 * The latest answer of the defender, else the latest of whoever spoke for them. Words not spoken freely carry no yes,
 * what has run out counts as not asked, and taking everything back takes this back too.
 */
export function statisticsAnswer(file: ConsentFile, now: Instant): StatisticsAnswer {
  const today = dayOf(now);
  const own = file.decisions.filter(({ giver }) => giver === 'defender');
  const voices = own.some((decision) => answers(decision)) ? own : file.decisions;
  const latest = voices
    .filter((decision) => answers(decision) && decision.at <= now)
    .reduce<Decision | undefined>((last, next) => (last && last.at > next.at ? last : next), undefined);
  if (!latest) return 'not-asked';
  if (latest.outcome === 'withdrawn' || !latest.statistics) return 'no';
  return isEnded(latest, today) || latest.freeToSpeak !== 'yes' ? 'not-asked' : 'yes';
}

/** Whether a count may include this person. */
export function countsInStatistics(file: ConsentFile, now: Instant): boolean {
  return statisticsAnswer(file, now) === 'yes';
}

function answers(decision: Decision): boolean {
  if (decision.outcome === 'withdrawn') return decision.grants.length === 0;
  return answering.includes(decision.outcome);
}

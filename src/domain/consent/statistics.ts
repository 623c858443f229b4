/** Whether somebody may be counted in figures that leave the mission: asked for by itself, and carried by no other consent. */

import { dayOf, type Instant } from '../ids.ts';
import type { ConsentFile, Decision } from './consent-file.ts';
import { isEnded } from './standing.ts';

export type StatisticsAnswer = 'yes' | 'no' | 'not-asked';

/** Outcomes with which the question was put; a question put off or a withdrawal answers nothing about figures. */
const answering: readonly Decision['outcome'][] = ['given', 'given-in-part', 'refused'];

/**
 * The latest answer of the defender, else the latest of whoever spoke for them. Words not spoken freely carry no yes,
 * what has run out is as if never said, and taking everything back takes this back too.
 */
export function statisticsAnswer(file: ConsentFile, now: Instant): StatisticsAnswer {
  const said = file.decisions.filter((decision) => answers(decision) && decision.at <= now);
  const own = answerOf(latestOf(said.filter(({ giver }) => giver === 'defender')), now);
  return own === 'not-asked'
    ? answerOf(latestOf(said.filter(({ giver }) => giver !== 'defender')), now)
    : own;
}

function latestOf(said: readonly Decision[]): Decision | undefined {
  return said.reduce<Decision | undefined>(
    (last, next) => (last && last.at > next.at ? last : next),
    undefined,
  );
}

function answerOf(decision: Decision | undefined, now: Instant): StatisticsAnswer {
  if (!decision) return 'not-asked';
  if (decision.outcome === 'withdrawn' || !decision.statistics) return 'no';
  return isEnded(decision, dayOf(now)) || decision.freeToSpeak !== 'yes' ? 'not-asked' : 'yes';
}

/** Whether a count may include this person. */
export function countsInStatistics(file: ConsentFile, now: Instant): boolean {
  return statisticsAnswer(file, now) === 'yes';
}

function answers(decision: Decision): boolean {
  if (decision.outcome === 'withdrawn') return decision.grants.length === 0;
  return answering.includes(decision.outcome);
}

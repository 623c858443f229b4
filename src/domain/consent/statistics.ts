/** Whether somebody may be counted in figures that leave the mission: asked for by itself, and carried by no other consent. */

import type { Day, Instant } from '../ids.ts';
import { localNow } from '../zoned.ts';
import type { ConsentFile, Decision } from './consent-file.ts';
import { isEnded } from './standing.ts';

export type StatisticsAnswer = 'yes' | 'no' | 'not-asked';

/** Outcomes with which the question was put; a question put off or a withdrawal answers nothing about figures. */
const answering: readonly Decision['outcome'][] = ['given', 'given-in-part', 'refused'];

/**
 * The latest answer of the defender, else the latest of whoever spoke for them. Words not spoken freely carry no yes,
 * what has run out by the mission's day is as if never said, and taking everything back takes this back too.
 */
export function statisticsAnswer(file: ConsentFile, now: Instant, zone: string): StatisticsAnswer {
  const today = localNow(now, zone).day;
  const said = file.decisions.filter((decision) => answers(decision) && decision.at <= now);
  const own = answerOf(latestOf(said.filter(({ giver }) => giver === 'defender')), today);
  return own === 'not-asked'
    ? answerOf(latestOf(said.filter(({ giver }) => giver !== 'defender')), today)
    : own;
}

function latestOf(said: readonly Decision[]): Decision | undefined {
  return said.reduce<Decision | undefined>(
    (last, next) => (last && last.at > next.at ? last : next),
    undefined,
  );
}

function answerOf(decision: Decision | undefined, today: Day): StatisticsAnswer {
  if (!decision) return 'not-asked';
  if (decision.outcome === 'withdrawn' || !decision.statistics) return 'no';
  return isEnded(decision, today) || decision.freeToSpeak !== 'yes' ? 'not-asked' : 'yes';
}

/** Whether a count may include this person. */
export function countsInStatistics(file: ConsentFile, now: Instant, zone: string): boolean {
  return statisticsAnswer(file, now, zone) === 'yes';
}

function answers(decision: Decision): boolean {
  if (decision.outcome === 'withdrawn') return decision.grants.length === 0;
  return answering.includes(decision.outcome);
}

/** What can be read off the bundle of a visa request: who is still open, what is missing, when what was issued ends. */

import type { Code, Day } from '../../ids.ts';
import type { ClockFacts } from './visa-clock.ts';
import type { VisaKind, VisaStage, VisaUrgency } from './visa-vocabulary.ts';

/** As much of an applicant's row as the readers here need. */
export interface ApplicantFacts {
  readonly id: string;
  readonly code: Code;
  readonly applies?: string;
  readonly state?: string | undefined;
  readonly document?: string | undefined;
  readonly minor?: boolean | undefined;
  readonly otherParent?: string | undefined;
  readonly missing?: readonly string[] | undefined;
  readonly decision?: string | undefined;
  readonly decidedOn?: Day | undefined;
  readonly visaEnds?: Day | undefined;
}

export interface BundleFacts {
  readonly visaKind: VisaKind;
  readonly urgency: VisaUrgency;
  readonly day: Day;
  readonly stage: VisaStage;
  readonly applicants: readonly ApplicantFacts[];
  readonly lodgedOn?: Day | undefined;
  readonly admissibleOn?: Day | undefined;
  readonly extendedOn?: Day | undefined;
}

export const isLodged = (stage: unknown): boolean =>
  stage === 'lodged' || stage === 'admissible' || stage === 'decided';

/** Whoever does not apply any more holds nothing up. */
export function stillApplying<A extends ApplicantFacts>(applicants: readonly A[]): readonly A[] {
  return applicants.filter(({ state }) => state !== 'not-applying');
}

/** Whether every applicant has a decision. */
export function areAllDecided(applicants: readonly ApplicantFacts[]): boolean {
  return stillApplying(applicants).every(({ decision }) => decision !== undefined);
}

/** The day of the last decision, once every applicant has one. */
export function decidedOn(applicants: readonly ApplicantFacts[]): Day | undefined {
  if (!areAllDecided(applicants)) return undefined;
  const days = applicants.flatMap((each) => each.decidedOn ?? []);
  return days.sort().at(-1);
}

export function clockFacts(record: BundleFacts): ClockFacts {
  const { visaKind, urgency, day, lodgedOn, admissibleOn, extendedOn, applicants } = record;
  return {
    kind: visaKind,
    urgency,
    askedOn: day,
    lodgedOn,
    admissibleOn,
    extendedOn,
    decidedOn: decidedOn(applicants),
  };
}

const noDocument: ReadonlySet<unknown> = new Set(['none', 'seized', 'refused-by-state', 'expiring']);
const otherParentAgrees: ReadonlySet<unknown> = new Set(['agreed-in-writing', 'sole-custody']);

/** Whose papers are not complete yet, while the application has not been lodged. */
export function incomplete<A extends ApplicantFacts>(record: {
  readonly stage: VisaStage;
  readonly applicants: readonly A[];
}): readonly A[] {
  if (isLodged(record.stage)) return [];
  return stillApplying(record.applicants).filter(
    (one) =>
      (one.missing?.length ?? 0) > 0 ||
      noDocument.has(one.document) ||
      (one.minor === true && !otherParentAgrees.has(one.otherParent)),
  );
}

export function isRefused(record: { readonly applicants: readonly ApplicantFacts[] }): boolean {
  return record.applicants.some(({ decision }) => decision === 'refused');
}

/** The first day on which a visa of the bundle ends, and for how many it ends then. */
export function firstEnd(
  applicants: readonly ApplicantFacts[],
): { readonly day: Day; readonly count: number } | undefined {
  const ends = applicants.flatMap((one) =>
    one.decision === 'issued' && one.visaEnds !== undefined ? [one.visaEnds] : [],
  );
  const [day] = ends.sort();
  return day && { day, count: ends.filter((end) => end === day).length };
}

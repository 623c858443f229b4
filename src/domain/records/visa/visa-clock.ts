/** The clock of a visa request: our own target by urgency, and the marks of the Visa Code once it is lodged and admissible. */

import { addDays, type Day, daysBetween } from '../../ids.ts';
import type { VisaKind, VisaUrgency } from './visa-vocabulary.ts';

export interface ClockFacts {
  readonly kind: VisaKind | undefined;
  readonly urgency: VisaUrgency;
  readonly askedOn: Day;
  readonly lodgedOn?: Day | undefined;
  readonly admissibleOn?: Day | undefined;
  /** The day on which somebody decided that fifteen days do not suffice. */
  readonly extendedOn?: Day | undefined;
  /** The day on which the last of the applicants had a decision. */
  readonly decidedOn?: Day | undefined;
}

export interface VisaMark {
  readonly name: 'target' | 'day-15' | 'day-45';
  readonly day: Day;
}

export interface VisaClock {
  /** Every mark there is by now, in the order of their days. */
  readonly marks: readonly VisaMark[];
  /** Marks that passed without a decision, or before it. An extension takes the fifteenth day away. */
  readonly overdue: readonly VisaMark[];
  /** The mark that counts: the first one still to come, else the last one missed; none once all are decided. */
  readonly next: VisaMark | undefined;
  /** Whole days from today to `next`; negative when it has passed. */
  readonly left: number | undefined;
}

/** Whole days of our own target; a routine request takes no longer than the law's last limit. */
const targets: Readonly<Record<VisaUrgency, number>> = {
  '24-hours': 1,
  '72-hours': 3,
  '15-days': 15,
  routine: 45,
};

/** Only these run under the Visa Code's limits; for the others the own target is all there is. */
const underVisaCode: ReadonlySet<VisaKind> = new Set(['schengen-uniform', 'schengen-ltv', 'airport-transit']);

/**
 * All marks of a request, whatever the day is. The limits count calendar days from the day on which the application is
 * both lodged and admissible: the later of the two, whichever was noted first.
 */
export function visaMarks(facts: ClockFacts): readonly VisaMark[] {
  const marks: VisaMark[] = [{ name: 'target', day: addDays(facts.askedOn, targets[facts.urgency]) }];
  const { lodgedOn, admissibleOn } = facts;
  if (lodgedOn && admissibleOn && facts.kind && underVisaCode.has(facts.kind)) {
    const start = lodgedOn > admissibleOn ? lodgedOn : admissibleOn;
    marks.push({ name: 'day-15', day: addDays(start, 15) }, { name: 'day-45', day: addDays(start, 45) });
  }
  return marks.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

export function visaClock(facts: ClockFacts, today: Day): VisaClock {
  const marks = visaMarks(facts);
  const until = facts.decidedOn ?? today;
  const isWaived = (mark: VisaMark): boolean => mark.name === 'day-15' && facts.extendedOn !== undefined;
  const overdue = marks.filter((mark) => mark.day < until && !isWaived(mark));
  if (facts.decidedOn !== undefined) return { marks, overdue, next: undefined, left: undefined };
  const next = marks.find((mark) => mark.day >= today && !isWaived(mark)) ?? overdue.at(-1);
  return { marks, overdue, next, left: next && daysBetween(today, next.day) };
}

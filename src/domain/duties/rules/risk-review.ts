/** A risk is looked at again on its review day; a high or critical one that is late could harm someone. */

import { addDays, type Day } from '../../ids.ts';
import { defender } from '../../records/defender.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

const DAYS_BEFORE = 7;

export function riskReview(sources: DutySources, today: Day): readonly Due[] {
  return entriesOf(sources, defender).flatMap((entry) => {
    const { about, riskReview: due, riskLevel } = entry.record;
    if (due === undefined || due > addDays(today, DAYS_BEFORE)) return [];
    const grave = riskLevel === 'critical' || riskLevel === 'high';
    return [
      {
        id: `${entry.entry}:risk-review:${due}`,
        kind: 'risk-review',
        about,
        entry: entry.entry,
        due,
        step: 'review-risk',
        values: { day: due },
        ...(grave ? { harmsFrom: 0 } : {}),
        needsContact: true,
      } satisfies Due,
    ];
  });
}

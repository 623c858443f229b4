/** A risk is looked at again on its review day; a high or critical one that is late could harm someone. */

import { addDays, type Day } from '../../ids.ts';
import { riskAssessment } from '../../records/risk-assessment.ts';
import { assessmentsOf, isGrave, risksIn } from '../../risk.ts';
import type { Due, DutySources } from '../sources.ts';

const DAYS_BEFORE = 7;

/** What helped to think last time is there to be gone over; the level is said afresh. */
const carriedOver = [
  'threats',
  'threatsLevel',
  'vulnerabilities',
  'vulnerabilitiesLevel',
  'capacities',
  'capacitiesLevel',
] as const;

export function riskReview(sources: DutySources, today: Day): readonly Due[] {
  return [...risksIn(sources.entries)].flatMap(([about, { entry, level, review: due }]) => {
    if (due === undefined || due > addDays(today, DAYS_BEFORE)) return [];
    if (sources.circumstances(about)?.status === 'killed') return [];
    const before = assessmentsOf(sources.entries, about)[0]?.record ?? {};
    const carried = carriedOver.flatMap((key) => (before[key] === undefined ? [] : [[key, before[key]]]));
    return [
      {
        id: `${entry}:risk-review:${due}`,
        kind: 'risk-review',
        about,
        entry,
        due,
        step: 'review-risk',
        values: { day: due },
        opens: {
          what: 'new',
          kind: riskAssessment.key,
          values: { about, ...Object.fromEntries(carried) },
        },
        ...(isGrave(level) ? { harmsFrom: 0 } : {}),
        needsContact: true,
      } satisfies Due,
    ];
  });
}

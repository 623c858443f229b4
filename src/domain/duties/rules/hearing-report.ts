/** After a hearing one of us went to, the observation is written down within 3 days. */

import { addDays, type Day } from '../../ids.ts';
import { hearing } from '../../records/hearing.ts';
import { trialObservation } from '../../records/trial-observation.ts';
import { type Due, type DutySources, entriesBy, entriesOf } from '../sources.ts';

const DAYS = 3;

export function hearingReport(sources: DutySources, today: Day): readonly Due[] {
  const observations = entriesBy(sources, trialObservation, 'hearing');
  return entriesOf(sources, hearing).flatMap((entry) => {
    const { start, outcome, observers, about } = entry.record;
    if (start.day >= today || outcome === 'postponed' || outcome === 'cancelled') return [];
    const ours = observations.get(entry.entry) ?? [];
    if (ours.some(({ record }) => record.step === 'done' || record.step === 'not-held')) return [];
    const [planned] = ours;
    const went = (observers ?? []).some(
      ({ mission, state }) => mission === sources.mission && (state === 'confirmed' || state === 'done'),
    );
    if (!planned && !went) return [];
    return [
      {
        id: `${entry.entry}:hearing-report`,
        kind: 'hearing-report',
        about,
        entry: planned?.entry ?? entry.entry,
        due: addDays(start.day, DAYS),
        step: planned ? 'open' : 'write-report',
        values: { day: start.day, court: entry.record.court },
        needsContact: false,
      } satisfies Due,
    ];
  });
}

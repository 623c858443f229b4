/** A hearing one of us goes to is prepared the day before: the way there, the interpreter, the papers for the door. */

import { addDays, type Day, daysBetween } from '../../ids.ts';
import { hearing } from '../../records/hearing.ts';
import { trialObservation } from '../../records/trial-observation.ts';
import { type Due, type DutySources, entriesBy, entriesOf } from '../sources.ts';

const SHOWN_DAYS_BEFORE = 3;

export function hearingPreparation(sources: DutySources, today: Day): readonly Due[] {
  return entriesOf(sources, hearing).flatMap((entry) => {
    const { start, outcome, observers, about, court } = entry.record;
    if (outcome !== undefined) return [];
    const left = daysBetween(today, start.day);
    if (left < 0 || left > SHOWN_DAYS_BEFORE) return [];
    const ours = (observers ?? []).some(
      ({ mission, state }) => mission === sources.mission && state === 'confirmed',
    );
    const plans = entriesBy(sources, trialObservation, 'hearing').get(entry.entry) ?? [];
    // What came of an earlier day says nothing of the day to which the hearing was moved.
    const isOver = plans.some(
      ({ record: { step, day } }) => (step === 'done' || step === 'not-held') && day >= start.day,
    );
    if (isOver) return [];
    const planned = plans.some(({ record }) => record.step === 'planned' || record.step === 'announced');
    if (!ours && !planned) return [];
    return [
      {
        id: `${entry.entry}:hearing-preparation:${start.day}`,
        kind: 'hearing-preparation',
        about,
        entry: entry.entry,
        // On its own day it is not late: whoever goes may still be on the way.
        due: left === 0 ? start.day : addDays(start.day, -1),
        step: 'open',
        values: { day: start.day, time: start.time, court },
        needsContact: false,
      } satisfies Due,
    ];
  });
}

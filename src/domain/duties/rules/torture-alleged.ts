/** Torture or ill-treatment was alleged in court or on a visit: within a day their lawyer and a doctor are spoken to. */

import { addDays, type Day } from '../../ids.ts';
import { codesOf, type Entry } from '../../record-kind.ts';
import { trialObservation } from '../../records/trial-observation.ts';
import { prisonVisit } from '../../records/visit/prison-visit.ts';
import { localNow } from '../../zoned.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

/** Whatever was entered later than this (an old list) is past acting at once. */
const LATEST_DAYS = 14;

export function tortureAlleged(sources: DutySources): readonly Due[] {
  return [
    ...entriesOf(sources, trialObservation)
      .filter(({ record }) => record.torture !== undefined && record.torture !== 'none')
      .flatMap((entry) => alert(sources, entry, entry.record.day)),
    ...entriesOf(sources, prisonVisit)
      .filter(({ record }) => record.illTreatment === 'alleged' || record.illTreatment === 'visible-signs')
      .flatMap((entry) => alert(sources, entry, entry.record.visitOn)),
  ];
}

function alert(sources: DutySources, found: Entry, day: Day | undefined): readonly Due[] {
  const { entry, record, createdAt } = found;
  const recorded = localNow(createdAt, sources.zone).day;
  if (day === undefined || recorded > addDays(day, LATEST_DAYS)) return [];
  return [
    {
      id: `${entry}:torture-alleged`,
      kind: 'torture-alleged',
      about: codesOf(record)[0],
      entry,
      due: addDays(day, 1),
      step: 'open',
      values: { day },
      harmsFrom: 1,
      needsContact: false,
    },
  ];
}

/**
 * Whoever got a decision about a visa is told why, and what else there is: within 3 days for a critical risk, else within
 * 7, or as the mission set. Only the request itself closes this: the day, how and in which language they were told, or a dated reason why not,
 * and that only until the day on which it is looked at again.
 */

import { addDays, type Day } from '../../ids.ts';
import { isRefused } from '../../records/visa/visa-bundle.ts';
import { visaRequest } from '../../records/visa/visa-request.ts';
import { type Due, type DutySources, daysUntilTold, entriesOf, isCritical } from '../sources.ts';

export function visaTold(sources: DutySources, today: Day): readonly Due[] {
  return entriesOf(sources, visaRequest).flatMap(({ entry, record }) => {
    const review = record.toldOn ? undefined : record.notToldReview;
    const isSettled = record.toldOn || (record.notToldWhy && record.notToldOn) || record.closedOn;
    const [decided] = record.applicants.flatMap((row) => row.decidedOn ?? []).sort();
    if ((review ? review > today : isSettled) || decided === undefined) return [];
    const critical = isCritical(sources, record.about);
    return [
      {
        id: `${entry}:visa-told`,
        kind: 'visa-told',
        about: record.about,
        entry,
        due: review ?? addDays(decided, daysUntilTold(sources, critical)),
        step: 'open',
        values: { day: decided, ...(isRefused(record) ? { context: 'refused' } : {}) },
        opens: { what: 'change', entry, section: 'told' },
        closesIn: 'entry',
        ...(critical ? { harmsFrom: 0 } : {}),
        needsContact: true,
      } satisfies Due,
    ];
  });
}

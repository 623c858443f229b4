/** The next mark of a visa request's clock is shown from a week before, until every applicant has a decision. */

import { type Day, daysBetween } from '../../ids.ts';
import { clockFacts } from '../../records/visa/visa-bundle.ts';
import { visaClock as clockOf } from '../../records/visa/visa-clock.ts';
import { visaRequest } from '../../records/visa/visa-request.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

const FIRST_ALERT_DAYS = 7;
/** A target of days harms when it passes; the law's limits leave room to ask. */
const harms = { target: 0, 'day-15': 1, 'day-45': 3 } as const;

export function visaClock(sources: DutySources, today: Day): readonly Due[] {
  return entriesOf(sources, visaRequest).flatMap(({ entry, record }) => {
    if (record.closedOn) return [];
    const { next } = clockOf(clockFacts(record), today);
    if (!next || daysBetween(today, next.day) > FIRST_ALERT_DAYS) return [];
    return [
      {
        id: `${entry}:visa-clock:${next.name}:${next.day}`,
        kind: 'visa-clock',
        about: record.about,
        entry,
        due: next.day,
        step: 'open',
        values: { context: next.name, day: next.day },
        opens: { what: 'change', entry, section: 'course' },
        harmsFrom: harms[next.name],
        needsContact: false,
      } satisfies Due,
    ];
  });
}

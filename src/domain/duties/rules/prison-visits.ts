/** What a visit makes us owe: asking again where nobody answers, writing down what was seen, acting on urgent health needs. */

import { addDays, type Day, daysBetween } from '../../ids.ts';
import { codesOf } from '../../record-kind.ts';
import { isGranted, noReplyFrom, prisonVisit } from '../../records/visit/prison-visit.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

const REPORT_DAYS = 3;

/** A request nobody answered is asked again or recorded as not answered. */
export function visitNoReply(sources: DutySources, today: Day): readonly Due[] {
  return entriesOf(sources, prisonVisit).flatMap(({ entry, record }) => {
    const { step, askedOn } = record;
    if (step !== 'asked' || askedOn === undefined) return [];
    const due = noReplyFrom(askedOn, sources.days);
    if (today < due) return [];
    return [
      {
        id: `${entry}:visit-no-reply`,
        kind: 'visit-no-reply',
        about: codesOf(record)[0],
        entry,
        due,
        step: 'open',
        closesIn: 'entry',
        values: { day: askedOn, days: daysBetween(askedOn, today) },
        opens: { what: 'change', entry, section: 'answer' },
        needsContact: false,
      } satisfies Due,
    ];
  });
}

export function visitReport(sources: DutySources, today: Day): readonly Due[] {
  return entriesOf(sources, prisonVisit).flatMap(({ entry, record }) => {
    const { step, answer, visitOn } = record;
    const goes = step === 'answered' ? answer !== undefined && isGranted(answer) : step === 'planned';
    if (!goes || visitOn === undefined || visitOn >= today) return [];
    return [
      {
        id: `${entry}:visit-report`,
        kind: 'visit-report',
        about: codesOf(record)[0],
        entry,
        due: addDays(visitOn, REPORT_DAYS),
        step: 'open',
        closesIn: 'entry',
        values: { day: visitOn },
        opens: { what: 'change', entry, section: 'visit' },
        needsContact: false,
      } satisfies Due,
    ];
  });
}

/** Within a day of the visit: their lawyer, a doctor, the place itself. */
export function urgentHealth(sources: DutySources): readonly Due[] {
  return entriesOf(sources, prisonVisit).flatMap(({ entry, record }) => {
    const { step, visitOn } = record;
    if (step !== 'done' || visitOn === undefined || record.urgentHealth !== true) return [];
    return [
      {
        id: `${entry}:urgent-health`,
        kind: 'urgent-health',
        about: codesOf(record)[0],
        entry,
        due: addDays(visitOn, 1),
        step: 'open',
        values: { day: visitOn },
        harmsFrom: 1,
        needsContact: false,
      } satisfies Due,
    ];
  });
}

/** Who asks what is written about them, or for it to be corrected or erased, gets an answer within 30 days. */

import { addDays } from '../../ids.ts';
import { ANSWER_DAYS, subjectRequest } from '../../records/subject-request.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

/** From then on it could come too late: gathering, checking who asks, and reading it to them takes time. */
const DAYS_BEFORE = 7;

export function subjectRequestDue(sources: DutySources): readonly Due[] {
  return entriesOf(sources, subjectRequest).flatMap(({ entry, record }): Due[] => {
    if (record.answeredOn !== undefined) return [];
    return [
      {
        id: `${entry}:subject-request-due`,
        kind: 'subject-request-due',
        about: record.about,
        entry,
        due: addDays(record.receivedOn, ANSWER_DAYS),
        step: 'open',
        values: { day: record.receivedOn, context: record.what },
        opens: { what: 'change', entry, section: 'answer' },
        closesIn: 'entry',
        harmsFrom: DAYS_BEFORE,
        needsContact: false,
      },
    ];
  });
}

/** A legal hold: what is written about a defender or a case may not be deleted or made anonymous until it ends. */

import { noNeed } from '../consent/need.ts';
import { optional } from '../fields/define-field.ts';
import { defender } from '../fields/reference.ts';
import { note } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { problemsOf } from '../records/rule.ts';

/** Who placed it and who ended it is who saved it; a hold is ended once and stays to be read. */
export const legalHold = defineRecordKind({
  key: 'legal-hold',
  list: 'LegalHolds',
  schema: 1,
  system: true,
  fields: {
    about: defender({ indexed: true }),
    reason: note({ max: 2000, noNames: true }),
    since: day(),
    until: optional(day()),
    endedOn: optional(day()),
    endedWhy: optional(note({ max: 2000, noNames: true })),
  },
  sections: { main: ['about', 'reason', 'since', 'until', 'endedOn', 'endedWhy'] },
  table: ['since', 'about', 'until', 'endedOn'],
  summary: (record) => record.reason.replace(/\s+/g, ' '),
  day: (record) => record.since,
  live: (record) => record.endedOn ?? 'open',
  need: () => noNeed,
  ruleNames: ['ended-needs-why', 'ends-later'],
  rules: (record) =>
    problemsOf([
      [record.endedOn !== undefined && record.endedWhy === undefined, 'endedWhy', 'ended-needs-why'],
      [record.until !== undefined && record.until < record.since, 'until', 'ends-later'],
    ]),
});

export type LegalHoldRecord = RecordIn<typeof legalHold>;

/** Invented, valid, complete. @public */
export const legalHoldExample: LegalHoldRecord = {
  about: '9BGPNH00W' as Code,
  reason: 'A complaint before the United Nations still refers to the hearing notes',
  since: '2026-10-02' as Day,
  until: '2027-10-02' as Day,
  endedOn: '2026-11-18' as Day,
  endedWhy: 'The complaint was decided',
};

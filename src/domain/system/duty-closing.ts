/** What became of something owed: done, kept, changed, not possible, set aside until a day, or given to a colleague. */

import { noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { defender, person } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { isFuture, latest, problemsOf } from '../records/rule.ts';

/** The last two leave it open: it comes back on a day, or belongs to somebody else. */
export const dutyOutcomes = [
  'told',
  'done',
  'kept',
  'changed',
  'not-told',
  'asked-no-answer',
  'snoozed',
  'handed-over',
] as const;
/** Why somebody could not be told. */
export const notToldReasons = ['unreachable-safely', 'asked-not-contacted', 'other'] as const;
export type NotToldReason = (typeof notToldReasons)[number];

export type DutyOutcome = (typeof dutyOutcomes)[number];

/** `keptUntil`: the last day on which the entry matters for which it was owed; absent while that one is open. */
export const dutyClosing = defineRecordKind({
  key: 'duty-closing',
  list: 'DutyClosings',
  schema: 1,
  system: true,
  appendOnly: true,
  fields: {
    duty: text({ indexed: true }),
    about: optional(defender({ indexed: true })),
    outcome: choice('duty-outcomes', dutyOutcomes),
    on: day(),
    reaction: optional(choice('reactions', ['satisfied', 'mixed', 'not-satisfied', 'harm', 'unknown'])),
    /** Why they were not told; the words of `other` stand in `reason`. */
    because: optional(choice('not-told-reasons', notToldReasons)),
    reason: optional(note({ max: 2000, noNames: true })),
    /** Set aside, or not told, until this day, on which it is back; a day that has come wakes what was set aside before. */
    until: optional(day()),
    /** To whom it was given. */
    to: optional(person()),
    keptUntil: optional(day()),
  },
  sections: {
    main: ['duty', 'about', 'outcome', 'on', 'reaction', 'because', 'reason', 'until', 'to', 'keptUntil'],
  },
  table: ['on', 'about', 'outcome'],
  summary: (record, words) => words.text(`choices.duty-outcomes.${record.outcome}`),
  day: (record) => record.on,
  // Needed for as long as the duty could be computed: with the entry it came from, it leaves the first load.
  live: (record) =>
    record.keptUntil === undefined ? 'open' : latest(record.on, record.keptUntil, record.until),
  need: () => noNeed,
  ruleNames: ['say-why', 'say-because', 'say-until', 'say-review', 'say-to', 'already-happened'],
  rules: (record, today) =>
    problemsOf([
      [isFuture(record.on, today), 'on', 'already-happened'],
      [
        (record.because === 'other' || record.outcome === 'changed' || isSetAside(record)) &&
          record.reason === undefined,
        'reason',
        'say-why',
      ],
      [record.outcome === 'not-told' && record.because === undefined, 'because', 'say-because'],
      [
        record.outcome === 'not-told' && (record.until === undefined || record.until <= record.on),
        'until',
        'say-review',
      ],
      [record.outcome === 'snoozed' && record.until === undefined, 'until', 'say-until'],
      [record.outcome === 'handed-over' && record.to === undefined, 'to', 'say-to'],
    ]),
});

/** Invented, valid, complete. @public */
export const dutyClosingExample: RecordIn<typeof dutyClosing> = {
  duty: '01HZX3K8Q2W7V5R4T9N6M1C0BF:feedback',
  about: '9BGPNH00W' as Code,
  outcome: 'told',
  on: '2026-11-20' as Day,
  reaction: 'mixed',
  reason: 'Grateful for the visit, sorry that the passport takes longer',
  keptUntil: '2026-11-18' as Day,
};

function isSetAside(record: { readonly outcome: string; readonly on: Day; readonly until?: Day }): boolean {
  return record.outcome === 'snoozed' && record.until !== undefined && record.until > record.on;
}

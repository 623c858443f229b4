/** That something owed was done, kept, changed or could not be done: the only part of a duty that is stored. */

import { noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { defender } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { latest, problemsOf } from '../records/rule.ts';

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
    outcome: choice('duty-outcomes', ['told', 'done', 'kept', 'changed', 'not-told', 'asked-no-answer']),
    on: day(),
    reaction: optional(choice('reactions', ['satisfied', 'mixed', 'not-satisfied', 'harm', 'unknown'])),
    reason: optional(note({ max: 2000, noNames: true })),
    keptUntil: optional(day()),
  },
  sections: { main: ['duty', 'about', 'outcome', 'on', 'reaction', 'reason', 'keptUntil'] },
  table: ['on', 'about', 'outcome'],
  summary: (record, words) => words.text(`choices.duty-outcomes.${record.outcome}`),
  day: (record) => record.on,
  // Needed for as long as the duty could be computed: with the entry it came from, it leaves the first load.
  live: (record) => (record.keptUntil === undefined ? 'open' : latest(record.on, record.keptUntil)),
  need: () => noNeed,
  ruleNames: ['say-why'],
  rules: (record) =>
    problemsOf([
      [
        (record.outcome === 'not-told' || record.outcome === 'changed') && record.reason === undefined,
        'reason',
        'say-why',
      ],
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

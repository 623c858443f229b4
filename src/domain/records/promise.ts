/** A promise noted by hand, without a conversation to log: what, by whom, by which day. It stays until it is kept, or changed with a reason. */

import { noNeed } from '../consent/need.ts';
import { optional } from '../fields/define-field.ts';
import { defender, person } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import { addDays, type Code, type Day } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import {
  isChangedInSilence,
  isChangeGone,
  linesAsked,
  type PromiseFields,
  promiseChanges,
  withWhatWas,
} from './promise-changes.ts';
import { DAYS_AFTER_PROMISE, futureIn, problemsOf } from './rule.ts';

/** The whole record is one promise. */
const told: PromiseFields = {
  changes: 'changes',
  promises: ({ what, due }) => [{ id: 'it', what, due }],
};

export const promise = defineRecordKind({
  key: 'promise',
  list: 'Promises',
  schema: 1,
  fields: {
    about: defender({ indexed: true }),
    what: text({ noNames: true }),
    due: day({ indexed: true }),
    owner: person(),
    changes: promiseChanges(),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'what', 'due', 'owner', 'changes'],
    file: ['registryNumber', 'note'],
  },
  table: ['due', 'about', 'what', 'owner'],
  summary: (record) => record.what,
  day: (record) => record.due,
  live: (record) => addDays(record.due, DAYS_AFTER_PROMISE),
  need: () => noNeed,
  starts: (_today, me) => ({ owner: me }),
  hides: (draft) => (Array.isArray(draft.changes) ? [] : ['changes']),
  follows: (record, before) => withWhatWas(told, record, before),
  asksBesides: (field, edit) => (field === 'changes' ? {} : linesAsked(told, edit)),
  ruleNames: ['changed-needs-why', 'change-stays', 'already-happened'],
  rules: (record, today, around) =>
    problemsOf([
      [isChangedInSilence(told, record, around?.before), 'changes', 'changed-needs-why'],
      [isChangeGone(told, record, around?.before), 'changes', 'change-stays'],
      [futureIn(record.changes, ['on'], today), 'changes', 'already-happened'],
    ]),
  calendar: (record) => [{ day: record.due, word: 'promise' }],
  // Given another day after it was closed, it is owed anew. The field that says who keeps it is also what changes hands.
  promises: ({ what, owner, due }) => [{ id: `${due}:owner`, what, owner, due }],
});

/** Invented, valid, complete. @public */
export const promiseExample: RecordIn<typeof promise> = {
  about: '9BGPNH00W' as Code,
  what: 'Call about the passport',
  due: '2026-11-27' as Day,
  owner: {
    objectId: '00000000-0000-4000-8000-000000000101',
    tenantId: '00000000-0000-4000-8000-000000000001',
    name: 'Focal point, Aldermark',
  },
  changes: [
    {
      id: 'c1',
      on: '2026-11-20' as Day,
      why: 'The passport office is closed this week',
      what: 'Call about the passport',
      due: '2026-11-24' as Day,
    },
  ],
  registryNumber: 'MER-2026-133',
  note: 'Said at the door, after the talk.',
};

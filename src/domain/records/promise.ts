/** A promise noted by hand, without a conversation to log: what, by whom, by which day. It stays until it is kept or changed with a reason. */

import { noNeed } from '../consent/need.ts';
import { optional } from '../fields/define-field.ts';
import { defender, person } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import { addDays, type Code, type Day } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { DAYS_AFTER_PROMISE } from './rule.ts';

export const promise = defineRecordKind({
  key: 'promise',
  list: 'Promises',
  schema: 1,
  fields: {
    about: defender({ indexed: true }),
    what: text({ noNames: true }),
    due: day({ indexed: true }),
    owner: person(),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'what', 'due', 'owner'],
    file: ['registryNumber', 'note'],
  },
  table: ['due', 'about', 'what', 'owner'],
  summary: (record) => record.what,
  day: (record) => record.due,
  live: (record) => addDays(record.due, DAYS_AFTER_PROMISE),
  need: () => noNeed,
  starts: (_today, me) => ({ owner: me }),
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
  registryNumber: 'MER-2026-133',
  note: 'Said at the door, after the talk.',
};

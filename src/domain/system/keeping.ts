/** What was decided about the life of one entry: removed and why, kept longer and why, made anonymous, purged by an owner. */

import { noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { entry, person } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day, instant } from '../fields/time.ts';
import type { Day, EntryId, Instant } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';

/** One row per entry, by the entry's own id and never by a code: of what was made anonymous it must lead to nobody. */
export const keeping = defineRecordKind({
  key: 'keeping',
  list: 'Keeping',
  schema: 1,
  system: true,
  apart: true,
  fields: {
    ofKind: text({ max: 40 }),
    ofEntry: entry('keeping', { indexed: true, unique: true }),
    /** The row in its list, as SharePoint counts it: what an owner looks for. */
    item: optional(text({ max: 40 })),
    state: choice('keeping-states', ['removed', 'restored', 'renewed', 'anonymised', 'emptied']),
    on: day(),
    at: instant(),
    actor: person(),
    reason: optional(note({ max: 2000, noNames: true })),
    until: optional(day()),
    purgedOn: optional(day()),
    purgedBy: optional(person()),
  },
  sections: {
    main: [
      'ofKind',
      'ofEntry',
      'item',
      'state',
      'on',
      'at',
      'actor',
      'reason',
      'until',
      'purgedOn',
      'purgedBy',
    ],
  },
  table: ['on', 'ofKind', 'state'],
  summary: (record, words) => words.text(`choices.keeping-states.${record.state}`),
  day: (record) => record.on,
  live: (record) => record.on,
  need: () => noNeed,
});

export type KeepingRecord = RecordIn<typeof keeping>;

/** Invented, valid, complete. @public */
export const keepingExample: KeepingRecord = {
  ofKind: 'contact',
  ofEntry: '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId,
  item: '17',
  state: 'anonymised',
  on: '2026-11-20' as Day,
  at: '2026-11-20T10:42:00Z' as Instant,
  actor: {
    objectId: '00000000-0000-4000-8000-000000000101',
    tenantId: '00000000-0000-4000-8000-000000000001',
    name: 'Focal point, Aldermark',
  },
  reason: 'Closed more than three years ago',
  until: '2027-11-20' as Day,
  purgedOn: '2026-11-20' as Day,
  purgedBy: {
    objectId: '00000000-0000-4000-8000-000000000102',
    tenantId: '00000000-0000-4000-8000-000000000001',
    name: 'Owner, Aldermark',
  },
};

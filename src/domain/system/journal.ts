/** What was done in a book, row by row and chained per author: the pulse other tabs listen to, and the trace of every look at a name. */

import { noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { number } from '../fields/number.ts';
import { defender, person } from '../fields/reference.ts';
import { text } from '../fields/text.ts';
import { instant } from '../fields/time.ts';
import { type Code, dayOf, type Instant } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';

export const journalActs = [
  'added',
  'amended',
  'identity-read',
  'identity-saved',
  'names-compared',
  'names-checked',
  'consent-recorded',
  'withdrawn',
  'ticket-placed',
  'ticket-used',
  'ticket-released',
  'ticket-recalled',
  'duty-closed',
  'halted',
  'exported',
  'printed',
  'provisioned',
  'removed',
  'restored',
  'renewed',
  'anonymised',
  'identity-emptied',
  'consent-emptied',
  'hold-placed',
  'hold-ended',
  'purged',
  'subject-access',
  'handed-over',
  'keys-made',
  'key-retired',
  'sheet-made',
  'sheet-drilled',
  'cards-signed',
  'pinned',
  'unpinned',
  'alarm-cleared',
] as const;

/** `sequence` counts per author from 1; `previousHash` is empty for an author's first row. Hashes are hex SHA-256. */
export const journal = defineRecordKind({
  key: 'journal',
  list: 'Journal',
  schema: 1,
  system: true,
  appendOnly: true,
  fields: {
    act: choice('journal-acts', journalActs),
    ofKind: text({ max: 40 }),
    ofEntry: optional(text({ max: 40, indexed: true })),
    about: optional(defender({ indexed: true })),
    /** How many entries one act touched, where it is about several. */
    count: optional(number({ min: 0, whole: true })),
    author: person(),
    happened: instant(),
    sequence: number({ min: 1, whole: true, indexed: true }),
    previousHash: optional(text({ max: 64 })),
    ownHash: text({ max: 64 }),
  },
  sections: {
    main: [
      'act',
      'ofKind',
      'ofEntry',
      'about',
      'count',
      'author',
      'happened',
      'sequence',
      'previousHash',
      'ownHash',
    ],
  },
  table: ['happened', 'act', 'ofKind', 'author'],
  summary: (record, words) => words.text(`choices.journal-acts.${record.act}`),
  day: (record) => dayOf(record.happened),
  live: (record) => dayOf(record.happened),
  need: () => noNeed,
});

/** Invented, valid, complete. @public */
export const journalExample: RecordIn<typeof journal> = {
  act: 'identity-read',
  ofKind: 'identity',
  ofEntry: '01HZX3K8Q2W7V5R4T9N6M1C0BF',
  about: '9BGPNH00W' as Code,
  count: 1,
  author: {
    objectId: '00000000-0000-4000-8000-000000000101',
    tenantId: '00000000-0000-4000-8000-000000000001',
    name: 'Focal point, Aldermark',
  },
  happened: '2026-11-20T10:42:00Z' as Instant,
  sequence: 7,
  previousHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ownHash: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
};

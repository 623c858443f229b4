/** What was written in a circle, row by row and chained per writer: the pulse that every mission's tabs listen to. */

import { choice } from '../../fields/choice.ts';
import { optional } from '../../fields/define-field.ts';
import { number } from '../../fields/number.ts';
import { text } from '../../fields/text.ts';
import { instant } from '../../fields/time.ts';
import { dayOf, type Instant } from '../../ids.ts';
import type { RecordIn } from '../../record-kind.ts';
import { keptKind } from '../../system/kept-kind.ts';

/** `writer` is an object id of the circle's host; hashes are hex SHA-256, `previousHash` is absent in a writer's first row. */
export const circleJournal = keptKind({
  key: 'circle-journal',
  list: 'Journal',
  bare: true,
  appendOnly: true,
  fields: {
    act: choice('circle-journal-acts', ['added', 'amended']),
    ofKind: text({ max: 40 }),
    ofEntry: text({ max: 40 }),
    writer: text({ max: 64, indexed: true }),
    happened: instant(),
    sequence: number({ min: 1, whole: true }),
    previousHash: optional(text({ max: 64 })),
    ownHash: text({ max: 64 }),
  },
  table: ['happened', 'act', 'ofKind'],
  summary: (record) => `${record.sequence} ${record.act} ${record.ofKind}`,
  day: (record) => dayOf(record.happened),
  live: (record) => dayOf(record.happened),
});

export type CircleJournalRecord = RecordIn<typeof circleJournal>;

/** Invented, valid, complete. @public */
export const circleJournalExample: CircleJournalRecord = {
  act: 'added',
  ofKind: 'circle-entry',
  ofEntry: '01HZX3K8Q2W7V5R4T9N6M1C0BF',
  writer: '00000000-0000-4000-8000-000000000101',
  happened: '2026-11-20T10:42:00Z' as Instant,
  sequence: 7,
  previousHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ownHash: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
};

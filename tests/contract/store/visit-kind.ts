/** A small record kind of our own with one field of most sorts, for the store's tests only. */

import { noNeed } from '../../../src/domain/consent/need.ts';
import { choice, choices } from '../../../src/domain/fields/choice.ts';
import { optional } from '../../../src/domain/fields/define-field.ts';
import { number, yesNo } from '../../../src/domain/fields/number.ts';
import { defender, person } from '../../../src/domain/fields/reference.ts';
import { rows } from '../../../src/domain/fields/rows.ts';
import { note, text } from '../../../src/domain/fields/text.ts';
import { day, instant, localTime } from '../../../src/domain/fields/time.ts';
import { type Day, type EntryId, entryIdFrom, type Instant } from '../../../src/domain/ids.ts';
import {
  type AnyKind,
  type AnyRecord,
  defineRecordKind,
  type Person,
  type RecordIn,
} from '../../../src/domain/record-kind.ts';

export const visit = defineRecordKind({
  key: 'test-visit',
  list: 'Test visits',
  schema: 2,
  fields: {
    about: optional(defender()),
    step: choice('steps', ['planned', 'done']),
    place: text(),
    report: optional(note()),
    on: day({ indexed: true }),
    starts: optional(localTime()),
    noted: optional(instant()),
    minutes: optional(number()),
    admitted: optional(yesNo()),
    topics: optional(choices('topics', ['health', 'family', 'trial'])),
    officer: optional(person()),
    questions: optional(rows({ question: text(), answer: optional(note()) })),
  },
  sections: {
    main: ['step', 'place', 'on'],
    more: ['about', 'report', 'starts', 'noted', 'minutes', 'admitted', 'topics', 'officer', 'questions'],
  },
  table: ['on', 'place'],
  summary: (record) => record.place,
  day: (record) => record.on,
  live: (record) => (record.step === 'planned' ? 'open' : record.on),
  need: () => noNeed,
  migrations: { 1: (old) => ({ ...old, step: old.step ?? 'done' }) },
});

export const visitExample: RecordIn<typeof visit> = {
  step: 'planned',
  place: 'Meren Remand Centre No. 2',
  on: '2026-11-24' as Day,
  report: 'Two officers, interpreter confirmed.',
  starts: { day: '2026-11-24' as Day, time: '10:30', zone: 'Asia/Tbilisi' },
  noted: '2026-11-20T09:00:00Z' as Instant,
  minutes: 45,
  admitted: true,
  topics: ['health', 'trial'],
  officer: { objectId: 'a1', tenantId: 't1', name: 'Observer of Aldermark' },
  questions: [{ id: 'q1', question: 'Cell?', answer: 'Shared by six' }],
};

/** Append-only small rows, read as the pulse of a book. */
export const beat = defineRecordKind({
  key: 'test-beat',
  list: 'Test beats',
  schema: 1,
  system: true,
  appendOnly: true,
  fields: { word: text() },
  sections: { main: ['word'] },
  table: [],
  summary: () => '',
  day: () => undefined,
  live: () => 'open',
  need: () => noNeed,
});

export const focalPoint: Person = {
  objectId: '11111111-1111-4111-8111-111111111111',
  tenantId: '99999999-9999-4999-8999-999999999999',
  name: 'Focal point of Aldermark',
};

let counter = 0;

/** EntryIds that differ within a run and are the same in every run. */
export function nextEntryId(): EntryId {
  counter += 1;
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(12, counter);
  return entryIdFrom(bytes);
}

export function visitOn(on: string, changes: AnyRecord = {}): AnyRecord {
  return { step: 'done', place: 'Oskel Colony', on: on as Day, ...changes };
}

export const testKinds: readonly AnyKind[] = [visit, beat];

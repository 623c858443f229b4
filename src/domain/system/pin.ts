/** The key of another mission that we hold to be theirs, and how we know. */

import { noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { mission } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Day, MissionCode } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';

export const pinWays = ['in-person', 'predecessor', 'vouched'] as const;

export const pin = defineRecordKind({
  key: 'pin',
  list: 'Pins',
  schema: 1,
  system: true,
  apart: true,
  fields: {
    of: mission(),
    kid: text({ max: 64 }),
    how: choice('pin-ways', pinWays),
    on: day(),
    jws: note(),
  },
  sections: { main: ['of', 'kid', 'how', 'on', 'jws'] },
  table: ['of', 'how', 'on'],
  summary: (record) => `${record.of} ${record.how}`,
  day: (record) => record.on,
  live: () => 'open',
  need: () => noNeed,
});

export type PinRecord = RecordIn<typeof pin>;

/** Invented, valid, complete. @public */
export const pinExample: PinRecord = {
  of: 'brenland' as MissionCode,
  kid: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
  how: 'in-person',
  on: '2026-02-18' as Day,
  jws: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWl0ZSI6ImZwMSJ9.c2lnbmF0dXJl',
};

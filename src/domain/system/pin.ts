/** The key of another mission that we hold to be theirs, and how we know. */

import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { mission } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Day, MissionCode } from '../ids.ts';
import type { RecordIn } from '../record-kind.ts';
import { keptKind } from './kept-kind.ts';

export const pinWays = ['in-person', 'predecessor', 'vouched'] as const;

/**
 * `jws` is the signed word of who compared the number or, where nobody had to, the card that leads to the key.
 * `refuted` are kids of heads that were shown at that time and that are not theirs. Taken back: `endedOn`.
 */
export const pin = keptKind({
  key: 'pin',
  list: 'Pins',
  apart: true,
  fields: {
    of: mission(),
    circle: text(),
    kid: text({ max: 64 }),
    how: choice('pin-ways', pinWays),
    on: day(),
    jws: note(),
    refuted: optional(note()),
    endedOn: optional(day()),
  },
  table: ['of', 'how', 'on'],
  summary: (record) => `${record.of} ${record.how}`,
  day: (record) => record.on,
});

export type PinRecord = RecordIn<typeof pin>;

/** Invented, valid, complete. @public */
export const pinExample: PinRecord = {
  of: 'brenland' as MissionCode,
  circle: 'secretariat.sharepoint.com:/sites/meren-like-minded',
  kid: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
  how: 'in-person',
  on: '2026-02-18' as Day,
  jws: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWl0ZSI6ImZwMSJ9.c2lnbmF0dXJl',
  refuted: 'DtvhUtVFQ1sm5gNl9Z7hVnsGfjz1MgbnVDbL3BV0fdw',
  endedOn: '2026-11-20' as Day,
};

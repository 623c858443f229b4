/** A signed statement of a mission towards its circle: ids, digests, closed words and times, never free text. */

import { choice } from '../../fields/choice.ts';
import { optional } from '../../fields/define-field.ts';
import { number } from '../../fields/number.ts';
import { entry, mission } from '../../fields/reference.ts';
import { note } from '../../fields/text.ts';
import { type Day, type EntryId, isDay, type MissionCode } from '../../ids.ts';
import type { RecordIn } from '../../record-kind.ts';
import { keptKind } from '../../system/kept-kind.ts';

export const actTypes = [
  'attested',
  'withdrawn',
  'retracted',
  'deletion-asked',
  'deleted',
  'verified',
  'vouched',
  'mission-added',
  'mission-removed',
] as const;
export type ActType = (typeof actTypes)[number];

/** `sequence` counts per mission from 1; what counts is inside `jws`, the other columns only help to find it. */
export const act = keptKind({
  key: 'act',
  list: 'Acts',
  bare: true,
  appendOnly: true,
  fields: {
    type: choice('act-types', actTypes),
    from: mission(),
    sequence: number({ min: 1, whole: true }),
    of: optional(entry('circle-entry')),
    jws: note(),
  },
  table: ['type', 'from', 'sequence'],
  summary: (record) => `${record.from} ${record.sequence} ${record.type}`,
  // An attestation is over within days and comes again; everything else has to be known for good.
  live: ({ type, jws }) => (type === 'attested' ? lastDayOf(jws) : undefined) ?? 'open',
});

export type ActRecord = RecordIn<typeof act>;

/** The day on which the statement ends, as its signed part says; undefined where it cannot be read. */
function lastDayOf(jws: string): Day | undefined {
  try {
    const { until } = JSON.parse(atob((jws.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')));
    const day = String(until).slice(0, 10);
    return isDay(day) ? day : undefined;
  } catch {
    return undefined;
  }
}

/** Invented, valid, complete. @public */
export const actExample: ActRecord = {
  type: 'attested',
  from: 'aldermark' as MissionCode,
  sequence: 12,
  of: '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId,
  jws: 'eyJhbGciOiJFUzI1NiJ9.eyJ1bnRpbCI6IjIwMjYtMTEtMjNUMDk6MDA6MDBaIn0.c2lnbmF0dXJl',
};

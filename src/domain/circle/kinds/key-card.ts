/** A mission's public key as its head of mission vouches for it: signed, added once, never changed. */

import { mission } from '../../fields/reference.ts';
import { note, text } from '../../fields/text.ts';
import type { MissionCode } from '../../ids.ts';
import type { RecordIn } from '../../record-kind.ts';
import { keptKind } from '../../system/kept-kind.ts';

/** What counts is inside `jws`. */
export const keyCard = keptKind({
  key: 'key-card',
  list: 'KeyCards',
  bare: true,
  appendOnly: true,
  fields: { of: mission(), kid: text({ max: 64 }), jws: note() },
  table: ['of', 'kid'],
  summary: (record) => `${record.of} ${record.kid}`,
});

export type KeyCardRecord = RecordIn<typeof keyCard>;

/** Invented, valid, complete. @public */
export const keyCardExample: KeyCardRecord = {
  of: 'aldermark' as MissionCode,
  kid: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
  jws: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWl0ZSI6ImZwMSJ9.c2lnbmF0dXJl',
};

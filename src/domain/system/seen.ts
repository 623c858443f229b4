/** The latest that we saw of what another mission signed: whoever shows us less, or something else, is found out. */

import '../jitless.ts';
import * as z from 'zod/mini';
import { noNeed } from '../consent/need.ts';
import { optional } from '../fields/define-field.ts';
import { document } from '../fields/document.ts';
import { number } from '../fields/number.ts';
import { mission } from '../fields/reference.ts';
import type { MissionCode } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { word } from './schemas.ts';

/** Revision and digest by entry id. */
export type Revisions = Readonly<Record<string, readonly [revision: number, digest: string]>>;

const revisions: z.ZodMiniType<Revisions> = z.record(word, z.tuple([z.number(), word]));

/** `highest`: the highest sequence of the sender's acts. */
export const seen = defineRecordKind({
  key: 'seen',
  list: 'SeenHeads',
  schema: 1,
  system: true,
  apart: true,
  fields: {
    of: mission({ indexed: true, unique: true }),
    highest: number({ min: 0, whole: true }),
    revisions: optional(document<Revisions>(revisions)),
  },
  sections: { main: ['of', 'highest', 'revisions'] },
  table: ['of', 'highest'],
  summary: (record) => `${record.of} ${record.highest}`,
  day: () => undefined,
  live: () => 'open',
  need: () => noNeed,
});

export type SeenRecord = RecordIn<typeof seen>;

/** Invented, valid, complete. @public */
export const seenExample: SeenRecord = {
  of: 'brenland' as MissionCode,
  highest: 41,
  revisions: { '01HZX3K8Q2W7V5R4T9N6M1C0BF': [2, 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs'] },
};

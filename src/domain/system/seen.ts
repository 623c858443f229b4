/** The latest that we saw of what another mission signed: whoever shows us less, or something else, is found out. */

import '../jitless.ts';
import * as z from 'zod/mini';
import { optional } from '../fields/define-field.ts';
import { document } from '../fields/document.ts';
import { number } from '../fields/number.ts';
import { mission } from '../fields/reference.ts';
import { text } from '../fields/text.ts';
import type { MissionCode } from '../ids.ts';
import type { RecordIn } from '../record-kind.ts';
import { keptKind } from './kept-kind.ts';
import { word } from './schemas.ts';

/** By entry id: revision, place in the sender's order, and the digest of the latest ones. */
export type Revisions = Readonly<
  Record<string, readonly [revision: number, sequence: number, digest?: string | undefined]>
>;

const signs: z.ZodMiniType<readonly string[]> = z.array(word);
const revisions: z.ZodMiniType<Revisions> = z.record(
  word,
  z.tuple([z.number(), z.number(), z.optional(word)]),
);

/**
 * Of one sender in one circle: the highest sequence of what was sealed to us, and of the acts, with the digest of that act;
 * and the alarms that one of us cleared after asking them.
 */
export const seen = keptKind({
  key: 'seen',
  list: 'SeenHeads',
  apart: true,
  fields: {
    of: mission({ indexed: true }),
    circle: text(),
    highest: number({ min: 0, whole: true }),
    highestAct: optional(number({ min: 0, whole: true })),
    actDigest: optional(text({ max: 64 })),
    revisions: optional(document<Revisions>(revisions)),
    cleared: optional(document<readonly string[]>(signs)),
  },
  table: ['of', 'highest'],
  summary: (record) => `${record.of} ${record.highest}`,
});

export type SeenRecord = RecordIn<typeof seen>;

/** Invented, valid, complete. @public */
export const seenExample: SeenRecord = {
  of: 'brenland' as MissionCode,
  circle: 'secretariat.sharepoint.com:/sites/meren-like-minded',
  highest: 41,
  highestAct: 12,
  actDigest: 'DtvhUtVFQ1sm5gNl9Z7hVnsGfjz1MgbnVDbL3BV0fdw',
  revisions: { '01HZX3K8Q2W7V5R4T9N6M1C0BF': [2, 41, 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs'] },
  cleared: ['gap 9 DtvhUtVFQ1sm5gNl9Z7hVnsGfjz1MgbnVDbL3BV0fdw'],
};

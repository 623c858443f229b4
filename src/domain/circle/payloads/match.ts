/** The four messages of a blind comparison: points that say nothing by themselves, and whether both shall know. */

import * as z from 'zod/mini';
import { MATCH_SIZE } from '../match-rules.ts';
import { definePayload } from './payload.ts';
import { bytes, circleCode, entryId } from './schemas.ts';

const POINT = 32;
const point = () => bytes(POINT);
const points = () => bytes(MATCH_SIZE * POINT);
const proof = () => z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/));

/** The entry that carries it is the run. */
export const matchAsk = definePayload({
  type: 'match-ask',
  coarse: 'circle',
  body: z.strictObject({ key: point(), points: points() }),
  concerns: () => [],
});

export const matchReply = definePayload({
  type: 'match-reply',
  coarse: 'circle',
  body: z.strictObject({ run: entryId(), key: point(), points: points(), back: points(), proof: proof() }),
  concerns: () => [],
});

export const matchResult = definePayload({
  type: 'match-result',
  coarse: 'circle',
  body: z.strictObject({ run: entryId(), back: points(), proof: proof() }),
  concerns: () => [],
});

/** `pairs`: places in both lists. A yes says that we know somebody; `code` follows once both said yes. */
export const matchLift = definePayload({
  type: 'match-lift',
  coarse: 'circle',
  body: z.strictObject({
    run: entryId(),
    pairs: z.array(z.string().check(z.regex(/^\d{1,3}-\d{1,3}$/))).check(z.minLength(1), z.maxLength(16)),
    agrees: z.boolean(),
    code: z.exactOptional(circleCode()),
  }),
  concerns: ({ agrees, pairs, code }) => (code !== undefined ? [code] : agrees ? pairs : []),
});

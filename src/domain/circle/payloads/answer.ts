/** A mission's word on what another asked or shared: yes, no, on conditions; who goes, in which part. */

import * as z from 'zod/mini';
import { observerParts, observerStates } from '../observers.ts';
import { answersSaid } from '../requests.ts';
import { definePayload } from './payload.ts';
import { day, entryId, line, mission, words } from './schemas.ts';

export const reportedHows = ['phone', 'meeting', 'mail', 'note'] as const;

/**
 * `reported`: the word of a mission that is not connected, as somebody heard it; never that mission's own word. It
 * speaks of what the answering mission will do, and of nobody else.
 */
export const answer = definePayload({
  type: 'answer',
  coarse: 'request',
  body: z.strictObject({
    to: entryId(),
    says: z.enum(answersSaid),
    conditions: z.exactOptional(words()),
    until: z.exactOptional(day()),
    part: z.exactOptional(z.enum(observerParts)),
    state: z.exactOptional(z.enum(observerStates)),
    who: z.exactOptional(line()),
    reported: z.exactOptional(
      z.strictObject({
        mission: mission(),
        by: line(),
        how: z.enum(reportedHows),
        at: day(),
      }),
    ),
  }),
  concerns: () => [],
});

export type AnswerBody = z.infer<typeof answer.body>;

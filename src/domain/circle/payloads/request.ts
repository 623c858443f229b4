/** What a mission asks others for, with the least that lets them answer and never a name. */

import * as z from 'zod/mini';
import { requestAsks, requestUrgencies } from '../requests.ts';
import { definePayload } from './payload.ts';
import { circleCode, day, entryId, line, words } from './schemas.ts';

/** `of`: the row of what was shared before, where it asks about that (who leads at a hearing). */
export const request = definePayload({
  type: 'request',
  coarse: 'request',
  body: z.strictObject({
    asks: z.enum(requestAsks),
    about: z.exactOptional(circleCode()),
    of: z.exactOptional(entryId()),
    urgency: z.exactOptional(z.enum(requestUrgencies)),
    people: z.exactOptional(z.int().check(z.minimum(1), z.maximum(999))),
    place: z.exactOptional(line()),
    by: z.exactOptional(day()),
    words: z.exactOptional(words()),
  }),
  concerns: ({ about }) => (about ? [about] : []),
});

export type RequestBody = z.infer<typeof request.body>;

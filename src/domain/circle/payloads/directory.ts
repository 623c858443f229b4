/** Who works on defenders in a mission, confirmed on a day: staff, who are told of to their colleagues. */

import * as z from 'zod/mini';
import { definePayload } from './payload.ts';
import { day, line } from './schemas.ts';

export const directory = definePayload({
  type: 'directory',
  coarse: 'circle',
  body: z.strictObject({
    confirmedOn: day(),
    people: z.array(
      z.strictObject({
        name: line(),
        role: line(),
        phone: z.exactOptional(line()),
        mail: z.exactOptional(line()),
        away: z.exactOptional(line()),
      }),
    ),
  }),
  concerns: () => [],
});

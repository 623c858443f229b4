/** "We were in touch lately": the week, under a circle code, and nothing of what was said. */

import * as z from 'zod/mini';
import { isWeek, type Week } from '../week.ts';
import { definePayload } from './payload.ts';
import { circleCode } from './schemas.ts';

export const inTouch = definePayload({
  type: 'in-touch',
  coarse: 'contact',
  body: z.strictObject({ code: circleCode(), week: z.custom<Week>(isWeek) }),
  concerns: ({ code }) => [code],
});

/** The key under which a mission seals to one set of missions for one month. */

import * as z from 'zod/mini';
import { definePayload } from './payload.ts';
import { bytes, mission } from './schemas.ts';

export const audienceKey = definePayload({
  type: 'audience-key',
  coarse: 'circle',
  body: z.strictObject({
    id: bytes(32),
    k: bytes(32),
    audience: z.array(z.strictObject({ mission: mission(), kid: bytes(32) })),
    month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  }),
  concerns: () => [],
});

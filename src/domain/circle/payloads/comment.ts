/** A few words on an entry of the circle, for those who can read that entry. */

import * as z from 'zod/mini';
import { definePayload } from './payload.ts';
import { entryId, words } from './schemas.ts';

/** It concerns whom the entry concerns; the log asks the gate where that entry is ours. */
export const comment = definePayload({
  type: 'comment',
  coarse: 'case',
  body: z.strictObject({ to: entryId(), words: words() }),
  concerns: () => [],
});

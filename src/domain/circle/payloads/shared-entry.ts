/** An entry of ours as other missions may read it: the parts chosen, codes replaced, bound to the text it was made of. */

import * as z from 'zod/mini';
import { consentActions } from '../../consent/need.ts';
import type { AnyRecord } from '../../record-kind.ts';
import { definePayload } from './payload.ts';
import { circleCode, day, hexDigest, level, line } from './schemas.ts';

const identity = z.strictObject({
  level: level(),
  name: z.exactOptional(line()),
  initials: z.exactOptional(line()),
});

/**
 * `code` stands for whom it is about towards these missions only, `others` for whom else it names. `fields` are values of the kind of that schema;
 * `digestOfSource` is the hex SHA-256 of what crossed: an edit of the entry makes it another text.
 */
export const sharedEntry = definePayload({
  type: 'shared-entry',
  coarse: undefined,
  body: z.strictObject({
    kind: line(),
    schema: z.int(),
    /** What they agreed to that it is shared for. */
    action: z.enum(consentActions),
    code: z.exactOptional(circleCode()),
    others: z.exactOptional(z.array(circleCode())),
    day: z.exactOptional(day()),
    fields: z.record(z.string(), z.json()) as unknown as z.ZodMiniType<AnyRecord>,
    identity: z.exactOptional(identity),
    parts: z.array(line()),
    until: day(),
    digestOfSource: hexDigest(),
  }),
  concerns: ({ code, others }) => [...(code ? [code] : []), ...(others ?? [])],
});

export type SharedEntry = z.infer<typeof sharedEntry.body>;

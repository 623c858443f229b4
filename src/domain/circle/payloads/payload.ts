/** What can be sealed to other missions: each type declared once, strictly, with whether it speaks of somebody. */

import type * as z from 'zod/mini';
import type { AnyRecord } from '../../record-kind.ts';
import type { Coarse } from '../sharing-rules.ts';

export interface Payload<B = AnyRecord> {
  readonly type: string;
  /** Strict: a key that we do not know may be a limit that a newer app meant. */
  readonly body: z.ZodMiniType<B>;
  /** What the index says of it; undefined where the record shared decides. */
  readonly coarse: Coarse | undefined;
  /** Circle codes of those it speaks of: if there is one, only what the gate cleared for every recipient may be sealed. */
  concerns(body: B): readonly string[];
}

export function definePayload<B>(payload: Payload<B>): Payload<B> {
  return payload;
}

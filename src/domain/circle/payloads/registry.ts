/** Every payload there is, one line each. */

import type { AnyRecord } from '../../record-kind.ts';
import { answer } from './answer.ts';
import { audienceKey } from './audience-key.ts';
import { comment } from './comment.ts';
import { directory } from './directory.ts';
import { inTouch } from './in-touch.ts';
import { matchAsk, matchLift, matchReply, matchResult } from './match.ts';
import type { Payload } from './payload.ts';
import { request } from './request.ts';
import { sharedEntry } from './shared-entry.ts';

// Bivariant on purpose: a payload is only ever handed bodies that it checked itself.
const payloads = [
  sharedEntry,
  request,
  answer,
  inTouch,
  comment,
  audienceKey,
  directory,
  matchAsk,
  matchReply,
  matchResult,
  matchLift,
] as unknown as readonly Payload[];

export function payloadOf(type: string): Payload | undefined {
  return payloads.find((payload) => payload.type === type);
}

/** The body as its type declares it; undefined for what is no sound body of that type. */
export function checkedBody(type: string, body: unknown): AnyRecord | undefined {
  const parsed = payloadOf(type)?.body;
  if (!parsed) return undefined;
  const checked = parsed.safeParse(body);
  return checked.success ? checked.data : undefined;
}

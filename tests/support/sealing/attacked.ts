/** Four missions of which one attacks another: made once, and nobody changes them. */

import type { Instant } from '../../../src/domain/ids.ts';
import {
  type AudienceKey,
  audienceKeyEntry,
  audienceKeyIn,
  newAudienceKey,
} from '../../../src/sealing/audience-key.ts';
import type { Json } from '../../../src/sealing/canonical.ts';
import { openEnvelope } from '../../../src/sealing/open.ts';
import type { Opening, Row } from '../../../src/sealing/opening.ts';
import type { AnyPayload } from './forgery.ts';
import {
  clearedForNobody,
  newCircle,
  openingOf,
  type Post,
  post,
  recipients,
  standingFor,
  type TestMission,
} from './test-circle.ts';

const names = ['aldermark', 'brenland', 'corvale', 'dunmere'] as const;
export const missions = await newCircle(names);
export const all: readonly TestMission[] = Object.values(missions);
export const { aldermark: a, brenland: b, corvale: c } = missions;
export const sending = await standingFor(a, all);
/** What brenland, the victim, knows. */
export const standing = await standingFor(b, all);

/** The row in which an honest sender would have put this payload. */
export const rowOf = ({ entry, code, from, to, at }: AnyPayload, more: Partial<Row> = {}): Row => ({
  ...{ entry, from: from.mission, audience: to.map(({ mission }) => mission), writtenAt: at as Instant },
  ...(code === undefined ? {} : { code }),
  ...more,
});

/** How brenland, the victim, opens it. */
export const opens = (envelope: string, row: Row, more: Partial<Opening> = {}) =>
  openEnvelope(envelope, openingOf(b, standing, row, more));
export const refused = (code: string) => ({ ok: false, code });
export const send = (more: object = {}): Promise<Post> => post(a, sending, ['brenland', 'corvale'], more);

/** A key of aldermark's that brenland has received, and its bytes, which every recipient holds. */
export async function sharedKey(to: readonly string[]): Promise<{ key: AudienceKey; k: string }> {
  const { key, body } = await newAudienceKey(recipients(sending, to), '2026-11');
  const payload = { type: 'audience-key', concerns: () => [] };
  const more = {
    payload,
    body: body as unknown as Json,
    cleared: clearedForNobody(),
    entry: audienceKeyEntry(key.id),
  };
  const sent = await post(a, sending, to, more);
  const got = await opens(sent.envelope, sent.row);
  const theirs = got.ok ? await audienceKeyIn(got.payload) : undefined;
  if (theirs === undefined) throw new Error('no key');
  return { key: theirs, k: body.k };
}

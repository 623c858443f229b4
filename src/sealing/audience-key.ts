/** One key for what a mission sends to the same missions in a month, so that a reader derives a secret once and not per entry. */

import { type EntryId, entryIdFrom, type MissionCode } from '../domain/ids.ts';
import { digestOf, fromBase64url, isBase64url, randomBytes, toBase64url } from './bytes.ts';
import { isSameTo, isSortedTo, type Payload, type Recipient } from './envelope.ts';
import { isPinnedKey, type PinnedKey } from './standing.ts';

/** What a payload of type `audience-key` carries. */
export type AudienceKeyBody = {
  /** Hash of the key: the key cannot be another one under the same id. */
  readonly id: string;
  readonly k: string;
  readonly audience: readonly Recipient[];
  /** `2026-11`: the month in which it is used. */
  readonly month: string;
};

declare const minted: unique symbol;

/** Made here only, for recipients that are pinned or from a payload that was opened and verified. */
export interface AudienceKey {
  readonly [minted]: 'audience-key';
  readonly id: string;
  /** Who made it: nobody else's envelopes open with it. */
  readonly from: MissionCode;
  readonly audience: readonly Recipient[];
  readonly month: string;
  readonly key: CryptoKey;
}

const audienceKeys = new WeakSet<object>();

export function isAudienceKey(value: unknown): value is AudienceKey {
  return typeof value === 'object' && value !== null && audienceKeys.has(value);
}

/** @throws TypeError unless our own mission is among the recipients */
export async function newAudienceKey(
  recipients: readonly PinnedKey[],
  month: string,
): Promise<{ readonly key: AudienceKey; readonly body: AudienceKeyBody }> {
  if (!recipients.every(isPinnedKey)) throw new TypeError('a recipient that nobody pinned');
  const own = recipients.find((each) => each.own);
  if (own === undefined) throw new TypeError('our own mission is always a recipient');
  const k = toBase64url(randomBytes(32));
  const body = { id: idOf(k), k, audience: recipientList(recipients), month };
  return { key: await mint(body, own.mission), body };
}

/** The key that an opened payload brings; undefined when it is none, or is meant for others than those it was sent to. */
export async function audienceKeyIn({
  type,
  entry,
  from,
  to,
  at,
  body,
}: Payload): Promise<AudienceKey | undefined> {
  if (type !== 'audience-key' || !isBody(body)) return undefined;
  const fits =
    isSameTo(body.audience, to) &&
    body.month === monthOf(at) &&
    idOf(body.k) === body.id &&
    audienceKeyEntry(body.id) === entry;
  return fits ? mint(body, from.mission) : undefined;
}

/** The entry in which the key of this id is sent: whoever meets an envelope under it knows where to look. */
export function audienceKeyEntry(id: string): EntryId {
  return entryIdFrom(fromBase64url(id).slice(0, 16));
}

export const monthOf = (at: string): string => at.slice(0, 7);

export function recipientList(recipients: readonly PinnedKey[]): readonly Recipient[] {
  return recipients
    .map(({ mission, kid }) => ({ mission, kid }))
    .sort((a, b) => (a.mission < b.mission ? -1 : 1));
}

const idOf = (k: string): string => digestOf(`focal-point audience key ${k}`);

async function mint({ id, k, audience, month }: AudienceKeyBody, from: MissionCode): Promise<AudienceKey> {
  const key = await crypto.subtle.importKey('raw', fromBase64url(k), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  const made = Object.freeze({ id, from, audience, month, key }) as unknown as AudienceKey;
  audienceKeys.add(made);
  return made;
}

function isBody(value: unknown): value is AudienceKeyBody {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 4) return false;
  const { id, k, audience, month } = value as Partial<AudienceKeyBody>;
  return (
    isBase64url(id, 32) &&
    isBase64url(k, 32) &&
    isSortedTo(audience) &&
    typeof month === 'string' &&
    /^\d{4}-\d{2}$/.test(month)
  );
}

/** Seals what leaves for other missions: signed first, then encrypted to pinned keys, bound to its row. */

import { decodeProtectedHeader, FlattenedEncrypt } from 'jose';
import { type Cleared, isCleared } from '../domain/consent/clear.ts';
import type { Day, EntryId, Instant } from '../domain/ids.ts';
import { type AudienceKey, isAudienceKey, monthOf, recipientList } from './audience-key.ts';
import { digestOf, randomBytes, toBase64url, utf8 } from './bytes.ts';
import { canonical, type Json } from './canonical.ts';
import {
  isPayload,
  isSameTo,
  MOST_CHARACTERS,
  MOST_RECIPIENTS,
  type Outer,
  outerText,
  PADDING,
  protectedHeaders,
  recipientsText,
  type WrappedKey,
} from './envelope.ts';
import type { UnlockedKey } from './keys.ts';
import { SealingError } from './sealing-error.ts';
import { signCompact } from './sign.ts';
import { isPinnedKey, type PinnedKey } from './standing.ts';

/** A type of payload, and whom a body of it is about: nobody is declared, never assumed. */
export interface PayloadType {
  readonly type: string;
  concerns(body: Json): readonly string[];
}

export interface ToSeal {
  readonly circle: string;
  readonly entry: EntryId;
  readonly code?: string;
  readonly payload: PayloadType;
  readonly body: Json;
  readonly rev: number;
  readonly seq: number;
  readonly at: Instant;
  readonly until?: Day;
  /** Object id of the person whose key signs. */
  readonly person: string;
  readonly signer: UnlockedKey;
  /** From `recipientsFrom`; our own mission is among them. */
  readonly recipients: readonly PinnedKey[];
  readonly cleared: Cleared;
  /** Digests of what this signer sealed before for these recipients. */
  readonly earlier?: readonly string[];
  /** Under this key instead of one wrapped key per recipient. */
  readonly audienceKey?: AudienceKey;
}

export interface Sealed {
  readonly envelope: string;
  readonly digest: string;
}

/**
 * @throws TypeError unless the gate cleared it for exactly these missions, each recipient is pinned and ours among them.
 * @throws SealingError `too-large` when no list would take it
 */
export async function seal(input: ToSeal): Promise<Sealed> {
  const recipients = [...input.recipients].sort((a, b) => (a.mission < b.mission ? -1 : 1));
  const own = checked({ ...input, recipients });
  const { circle, entry, code, rev, seq, at, until, body, audienceKey } = input;
  const to = recipientList(recipients);
  const payload = {
    ...{ suite: 'fp1', type: input.payload.type, circle, entry, rev, seq, to, at, body },
    from: { mission: own.mission, person: input.person, kid: input.signer.kid },
    blind: toBase64url(randomBytes(32)),
    ...(code === undefined ? {} : { code }),
    ...(input.cleared.ticket === undefined ? {} : { ticket: input.cleared.ticket }),
    ...(until === undefined ? {} : { until }),
    ...(input.earlier?.length ? { earlier: input.earlier } : {}),
  };
  if (!isPayload(payload)) throw new TypeError('an envelope that nobody could read');
  const text = canonical(payload);
  const digest = digestOf(text);
  const signed = await signCompact(text, 'fp-entry', input.signer);
  const plaintext = utf8(signed.padEnd(Math.ceil(signed.length / PADDING) * PADDING));
  const binding = {
    circle,
    list: 'Log',
    entry,
    rev,
    commit: digest,
    ...(code === undefined ? {} : { code }),
  };
  const outer =
    audienceKey === undefined
      ? await sealDirect(plaintext, binding, recipients)
      : await sealUnder(plaintext, binding, audienceKey);
  const envelope = outerText(outer);
  if (envelope.length > MOST_CHARACTERS) throw new SealingError('too-large');
  return { envelope, digest };
}

/** @returns our own key among the recipients */
function checked({ cleared, recipients, payload, body, audienceKey, at }: ToSeal): PinnedKey {
  if (!isCleared(cleared)) throw new TypeError('the gate has not cleared this');
  if (!recipients.every(isPinnedKey)) throw new TypeError('a recipient that nobody pinned');
  if (recipients.length > MOST_RECIPIENTS) throw new TypeError('too many recipients');
  if (new Set(recipients.map(({ mission }) => mission)).size !== recipients.length)
    throw new TypeError('a mission is there twice');
  const [own, ...others] = recipients.filter((each) => each.own);
  if (own === undefined || others.length > 0) throw new TypeError('our own mission is always a recipient');
  const audiences: readonly string[] = cleared.audiences ?? [];
  const uncovered = recipients.filter((each) => !each.own && !audiences.includes(`mission:${each.mission}`));
  if (uncovered.length > 0 && payload.concerns(body).length > 0)
    throw new TypeError(`consent does not cover ${uncovered.map(({ mission }) => mission).join(', ')}`);
  if (audienceKey !== undefined) {
    const fits =
      isAudienceKey(audienceKey) &&
      audienceKey.from === own.mission &&
      audienceKey.month === monthOf(at) &&
      isSameTo(audienceKey.audience, recipientList(recipients));
    if (!fits) throw new TypeError('the audience key is for others, or for another month');
  }
  return own;
}

async function sealUnder(plaintext: Uint8Array, binding: object, { id, key }: AudienceKey): Promise<Outer> {
  const jwe = await new FlattenedEncrypt(plaintext)
    .setProtectedHeader(JSON.parse(protectedHeaders.under(id)))
    .setAdditionalAuthenticatedData(utf8(canonical(binding)))
    .encrypt(key);
  const { aad = '', ciphertext, iv = '', protected: header = '', tag = '' } = jwe;
  return { aad, ciphertext, iv, protected: header, tag };
}

/**
 * A general JWE whose list of recipients is bound as well: the content key is wrapped for each of them first, and the
 * content is encrypted when the list is known. (jose's GeneralEncrypt does both at once, and then nothing protects the list.)
 */
async function sealDirect(
  plaintext: Uint8Array<ArrayBuffer>,
  binding: object,
  keys: readonly PinnedKey[],
): Promise<Outer> {
  const contentKey = randomBytes(32);
  const recipients = await Promise.all(keys.map((each) => wrapped(contentKey, each)));
  const aad = toBase64url(utf8(canonical({ ...binding, recipients: digestOf(recipientsText(recipients)) })));
  const header = toBase64url(utf8(protectedHeaders.direct));
  const iv = randomBytes(12);
  const key = await crypto.subtle.importKey('raw', contentKey, 'AES-GCM', false, ['encrypt']);
  contentKey.fill(0);
  const parameters = { name: 'AES-GCM', iv, additionalData: utf8(`${header}.${aad}`) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, key, plaintext));
  return {
    ...{ aad, protected: header, recipients, iv: toBase64url(iv) },
    ciphertext: toBase64url(sealed.subarray(0, -16)),
    tag: toBase64url(sealed.subarray(-16)),
  };
}

/** The content key for one recipient, as jose wraps it beside an empty text. */
async function wrapped(contentKey: Uint8Array, { key, kid }: PinnedKey): Promise<WrappedKey> {
  const jwe = await new FlattenedEncrypt(new Uint8Array())
    .setContentEncryptionKey(contentKey)
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM' })
    .encrypt(key);
  const { kty, crv, x, y } = (decodeProtectedHeader(jwe).epk ?? {}) as WrappedKey['header']['epk'];
  return { encrypted_key: jwe.encrypted_key ?? '', header: { epk: { kty, crv, x, y }, kid } };
}

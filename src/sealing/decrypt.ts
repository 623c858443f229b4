/** Decrypts an envelope with the key we have for it, in either form; whether it is to be believed is not decided here. */

import { flattenedDecrypt } from 'jose';
import { isAudienceKey, monthOf } from './audience-key.ts';
import { digestOf, fromBase64url, joinedBase64url, textFromBase64url, toBase64url, utf8 } from './bytes.ts';
import {
  type Binding,
  type Outer,
  PADDING,
  type Payload,
  protectedHeaders,
  type Recipient,
  recipientsText,
} from './envelope.ts';
import type { Opening } from './opening.ts';
import { orRefuse, Refusal } from './refusal.ts';
import { remembering } from './remembering.ts';

const headerText = (header: string): string => toBase64url(utf8(header));
const BLANK = 32;
const DIRECT = headerText(protectedHeaders.direct);
const UNDER_LENGTH = headerText(protectedHeaders.under('A'.repeat(43))).length;

export interface Decrypted {
  /** Without what it was padded with. */
  readonly plaintext: Uint8Array;
  /** Whom this payload can have been sealed to, as the envelope itself shows. */
  readonly to: (payload: Payload) => readonly Recipient[];
}

export async function decrypted(outer: Outer, binding: Binding, opening: Opening): Promise<Decrypted> {
  const { recipients } = outer;
  const { plaintext, to } = await (recipients === undefined
    ? openUnder(outer, binding, opening)
    : openDirect(outer, recipients, binding, opening));
  return { plaintext: orRefuse('malformed', () => unpadded(plaintext)), to };
}

async function openDirect(
  outer: Outer,
  recipients: NonNullable<Outer['recipients']>,
  binding: Binding,
  { keys, me }: Opening,
): Promise<Decrypted> {
  if (outer.protected !== DIRECT) throw new Refusal('malformed');
  if (digestOf(recipientsText(recipients)) !== binding.recipients) throw new Refusal('other-recipients');
  // Ours is chosen before any arithmetic: a list of strangers costs nothing.
  const ours = recipients.find(({ header }) => keys.has(header.kid));
  const key = keys.get(ours?.header.kid ?? '');
  if (ours === undefined || key === undefined) throw new Refusal('no-key');
  const { recipients: _, ...shared } = outer;
  const jwe = {
    ...shared,
    encrypted_key: ours.encrypted_key,
    header: { ...ours.header },
  };
  const plaintext = await decryptedBy(jwe, key, 'ECDH-ES+A256KW');
  const to = (payload: Payload) => {
    const isOurs = payload.to.some(({ mission, kid }) => mission === me && kid === ours.header.kid);
    if (!isOurs) throw new Refusal('other-recipients');
    return recipients.map(({ header }, index) => ({
      mission: payload.to[index]?.mission ?? me,
      kid: header.kid,
    }));
  };
  return { plaintext, to };
}

async function openUnder(
  outer: Outer,
  binding: Binding,
  { audienceKeys, me, row }: Opening,
): Promise<Decrypted> {
  const id = audienceKeyIdIn(outer.protected);
  if (id === undefined || binding.recipients !== undefined) throw new Refusal('malformed');
  const audienceKey = audienceKeys.get(id);
  if (!isAudienceKey(audienceKey) || audienceKey.id !== id) throw new Refusal('no-audience-key');
  if (audienceKey.from !== row.from) throw new Refusal('other-sender');
  if (!audienceKey.audience.some(({ mission }) => mission === me)) throw new Refusal('other-recipients');
  const plaintext = await decryptedUnder(outer, audienceKey.key);
  const to = (payload: Payload) => {
    if (monthOf(payload.at) !== audienceKey.month) throw new Refusal('other-payload');
    return audienceKey.audience;
  };
  return { plaintext, to };
}

const BEFORE_HEADER = '"protected":"';

/** The id of the audience key an envelope says it is under; undefined for any other. Nothing but its header is checked here. */
export function audienceKeyIdOf(text: string): string | undefined {
  const start = text.indexOf(BEFORE_HEADER) + BEFORE_HEADER.length;
  return audienceKeyIdIn(text.slice(start, text.indexOf('"', start)));
}

const ids = remembering<string>();

/** Of the one header that there is for each id; undefined for every other text. */
function audienceKeyIdIn(header: string): string | undefined {
  if (header.length !== UNDER_LENGTH) return undefined;
  try {
    return ids(header, readId);
  } catch {
    return undefined;
  }
}

function readId(header: string): string {
  const id = /"kid":"([A-Za-z0-9_-]{43})"/.exec(textFromBase64url(header))?.[1] ?? '';
  if (headerText(protectedHeaders.under(id)) !== header) throw new TypeError('another header than ours');
  return id;
}

async function decryptedBy(
  jwe: Parameters<typeof flattenedDecrypt>[0],
  key: CryptoKey,
  alg: string,
): Promise<Uint8Array> {
  try {
    const options = { keyManagementAlgorithms: [alg], contentEncryptionAlgorithms: ['A256GCM'] };
    return (await flattenedDecrypt(jwe, key, options)).plaintext;
  } catch {
    throw new Refusal('not-opened');
  }
}

/** As jose does it for `dir`, with the parts that are at hand. */
async function decryptedUnder({ aad, ciphertext, iv, ...outer }: Outer, key: CryptoKey): Promise<Uint8Array> {
  const additionalData = utf8(`${outer.protected}.${aad}`);
  const parameters = { name: 'AES-GCM', iv: fromBase64url(iv), additionalData };
  const sealed = joinedBase64url(ciphertext, outer.tag);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, sealed));
  } catch {
    throw new Refusal('not-opened');
  }
}

/** Not by a pattern, which would begin anew at each of many thousand blanks. @throws TypeError */
function unpadded(plaintext: Uint8Array): Uint8Array {
  let end = plaintext.length;
  while (plaintext[end - 1] === BLANK) end -= 1;
  if (plaintext.length % PADDING !== 0 || plaintext.length - end >= PADDING) throw new TypeError('padding');
  return plaintext.subarray(0, end);
}

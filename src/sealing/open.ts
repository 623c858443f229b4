/** Opens an envelope and believes it only when everything fits: key, row, sender, recipients, revision. */

import { flattenedDecrypt } from 'jose';
import type { EntryId, Instant, MissionCode } from '../domain/ids.ts';
import { type AudienceKey, isAudienceKey, monthOf } from './audience-key.ts';
import { digestOf, fromBase64url, fromUtf8, toBase64url, utf8 } from './bytes.ts';
import type { CardPerson } from './cards.ts';
import {
  type Binding,
  isSameTo,
  type Outer,
  PADDING,
  type Payload,
  protectedHeaders,
  type Recipient,
  readBinding,
  readOuter,
  readPayload,
  recipientsText,
} from './envelope.ts';
import { besideSeen, nothingSeen, type Seen } from './seen.ts';
import { checkSignature, readCompact, type Unverified } from './sign.ts';
import { isDatedWithin, type Standing, signerAt } from './standing.ts';

/** The clear columns of the row in which the envelope lies, and when its host last took it in. */
export interface Row {
  readonly entry: EntryId;
  readonly code?: string;
  readonly from: MissionCode;
  readonly audience: readonly MissionCode[];
  readonly writtenAt: Instant;
}

export interface Opening {
  readonly place: { readonly circle: string };
  readonly row: Row;
  readonly me: MissionCode;
  /** Our private sealing keys by kid, of all epochs that are not destroyed. */
  readonly keys: ReadonlyMap<string, CryptoKey>;
  /** By id. */
  readonly audienceKeys: ReadonlyMap<string, AudienceKey>;
  readonly standing: Standing;
  /** What our own book holds about this sender. */
  readonly seen?: Seen;
}

export type OpenFault =
  | 'not-for-us'
  | 'sender-not-verified'
  | 'too-large'
  | 'malformed'
  | 'other-row'
  | 'no-key'
  | 'no-audience-key'
  | 'not-opened'
  | 'other-sender'
  | 'other-recipients'
  | 'other-payload'
  | 'signer-unknown'
  | 'other-time'
  | 'bad-signature'
  | 'old-revision'
  | 'two-texts';

export interface Opened {
  readonly ok: true;
  readonly payload: Payload;
  readonly digest: string;
  readonly sender: { readonly mission: MissionCode; readonly kid: string; readonly person: CardPerson };
  /** `late`: not seen before, although later ones of this sender were. `known`: verified before, by our own book. */
  readonly news: 'new' | 'late' | 'known';
}

export interface NotOpened {
  readonly ok: false;
  readonly code: OpenFault;
}

const MOST_OPENED = 65_536;

const headerText = (header: string): string => toBase64url(utf8(header));
const DIRECT = headerText(protectedHeaders.direct);

class Refusal extends Error {
  readonly code: OpenFault;

  constructor(code: OpenFault) {
    super(code);
    this.code = code;
  }
}

/** Never throws for what somebody else wrote. */
export async function openEnvelope(text: string, opening: Opening): Promise<Opened | NotOpened> {
  try {
    return await opened(text, opening);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code };
    throw error;
  }
}

async function opened(text: string, opening: Opening): Promise<Opened> {
  const { row, me, standing } = opening;
  if (row.from !== me && !row.audience.includes(me)) throw new Refusal('not-for-us');
  const sender = standing.missions.get(row.from)?.state ?? 'no-card';
  if (sender === 'unpinned' || sender === 'broken' || sender === 'no-card')
    throw new Refusal('sender-not-verified');
  if (text.length > MOST_OPENED) throw new Refusal('too-large');
  const outer = orRefuse('malformed', () => readOuter(text));
  const binding = orRefuse('malformed', () => readBinding(fromUtf8(fromBase64url(outer.aad))));
  checkRow(binding, opening);

  const { plaintext, to } = await decrypted(outer, binding, opening);
  const signed = orRefuse('malformed', () => readCompact(unpadded(plaintext), 'fp-entry', MOST_OPENED));
  const payload = orRefuse('malformed', () => readPayload(signed.payload));
  const digest = await digestOf(signed.payload);
  checkPayload(payload, digest, binding, row);
  if (!isSameTo(payload.to, to(payload))) throw new Refusal('other-recipients');
  const news = besideSeen(opening.seen ?? nothingSeen, payload, digest);
  if (news === 'old-revision' || news === 'two-texts') throw new Refusal(news);
  const person = await checkSender(signed, payload, opening, news === 'known');
  return {
    ...{ ok: true, payload, digest, news },
    sender: { mission: payload.from.mission, kid: signed.kid, person },
  };
}

function checkRow({ circle, code, entry }: Binding, { place, row }: Opening): void {
  if (circle !== place.circle || entry !== row.entry || code !== row.code) throw new Refusal('other-row');
}

interface Decrypted {
  readonly plaintext: Uint8Array;
  /** Whom this payload can have been sealed to, as the envelope itself shows. */
  readonly to: (payload: Payload) => readonly Recipient[];
}

function decrypted(outer: Outer, binding: Binding, opening: Opening): Promise<Decrypted> {
  return outer.recipients === undefined
    ? openUnder(outer, binding, opening)
    : openDirect(outer, outer.recipients, binding, opening);
}

async function openDirect(
  outer: Outer,
  recipients: NonNullable<Outer['recipients']>,
  binding: Binding,
  { keys, me }: Opening,
): Promise<Decrypted> {
  if (outer.protected !== DIRECT) throw new Refusal('malformed');
  if ((await digestOf(recipientsText(recipients))) !== binding.recipients)
    throw new Refusal('other-recipients');
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
  const id = audienceKeyIdIn(outer.protected) ?? '';
  if (outer.protected !== headerText(protectedHeaders.under(id)) || binding.recipients !== undefined)
    throw new Refusal('malformed');
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

/** The id of the audience key an envelope says it is under; undefined for any other. Nothing is checked here. */
export function audienceKeyIdOf(text: string): string | undefined {
  return audienceKeyIdIn(/"protected":"([A-Za-z0-9_-]{1,400})"/.exec(text)?.[1] ?? '');
}

function audienceKeyIdIn(header: string): string | undefined {
  try {
    return /"kid":"([A-Za-z0-9_-]{43})"/.exec(fromUtf8(fromBase64url(header)))?.[1];
  } catch {
    return undefined;
  }
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
  const [text, tag] = [fromBase64url(ciphertext), fromBase64url(outer.tag)];
  const sealed = new Uint8Array(text.length + tag.length);
  sealed.set(text);
  sealed.set(tag, text.length);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, sealed));
  } catch {
    throw new Refusal('not-opened');
  }
}

function unpadded(plaintext: Uint8Array): string {
  const text = fromUtf8(plaintext);
  const bare = text.replace(/ +$/, '');
  if (text.length % PADDING !== 0 || text.length - bare.length >= PADDING) throw new TypeError('padding');
  return bare;
}

function checkPayload(payload: Payload, digest: string, binding: Binding, row: Row): void {
  const isTheOneCommittedTo =
    digest === binding.commit &&
    payload.circle === binding.circle &&
    payload.code === binding.code &&
    payload.entry === binding.entry &&
    payload.rev === binding.rev;
  if (!isTheOneCommittedTo) throw new Refusal('other-payload');
  if (payload.from.mission !== row.from) throw new Refusal('other-sender');
  const shown = new Set([...row.audience, row.from]);
  const meant = new Set([...payload.to.map(({ mission }) => mission), row.from]);
  if (shown.size !== meant.size || [...meant].some((mission) => !shown.has(mission)))
    throw new Refusal('other-recipients');
}

/**
 * The card of the signer counted when it was signed, the host did not take it in at quite another time, and the signature
 * holds. What our own book holds as verified, with this very digest, is not verified once more; who signed it is still
 * looked up.
 */
async function checkSender(
  signed: Unverified,
  { from, at }: Payload,
  { standing, row }: Opening,
  isVerified: boolean,
): Promise<CardPerson> {
  const signer = signerAt(standing, from.mission, signed.kid, at);
  const person = signer?.person;
  if (signer === undefined || person === undefined || person.objectId !== from.person)
    throw new Refusal('signer-unknown');
  const dates = { signed: at, written: row.writtenAt };
  if (!isVerified && !isDatedWithin(standing, from.mission, signed.kid, dates))
    throw new Refusal('other-time');
  try {
    if (!isVerified) await checkSignature(signed, signer.key);
  } catch {
    throw new Refusal('bad-signature');
  }
  return person;
}

function orRefuse<T>(code: OpenFault, read: () => T): T {
  try {
    return read();
  } catch {
    throw new Refusal(code);
  }
}

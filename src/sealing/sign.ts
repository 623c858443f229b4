/** Signed texts: compact JWS, ES256 and nothing else. */

import { CompactSign } from 'jose';
import { fromBase64url, isBase64url, signedFromBase64url, textFromBase64url, utf8 } from './bytes.ts';
import { isKid, type UnlockedKey } from './keys.ts';
import { remembering } from './remembering.ts';
import { SealingError } from './sealing-error.ts';

const alg = 'ES256';
/** The same to the browser. */
const ecdsa = { name: 'ECDSA', hash: 'SHA-256' };

/** What a signed text is, in its header: none can be taken for another. */
export type SignedType = 'fp-entry' | 'fp-act' | 'fp-card' | 'fp-pin';

/** A signed text taken apart; nothing in it is true before `checkSignature` says so. */
export interface Unverified {
  readonly jws: string;
  readonly kid: string;
  readonly payload: string;
  /** Of the payload. */
  readonly digest: string;
}

export function signCompact(payload: string, typ: SignedType, { kid, key }: UnlockedKey): Promise<string> {
  return new CompactSign(utf8(payload)).setProtectedHeader({ alg, kid, typ }).sign(key);
}

/**
 * Takes a signed text apart: header exactly `alg`, `kid` and `typ`, so no other algorithm, no `crit`, no key of its own.
 * @throws SealingError `bad-signature`, or `too-large`
 */
export function readCompact(jws: string, typ: SignedType, mostCharacters = 16_384): Unverified {
  if (jws.length > mostCharacters) throw new SealingError('too-large');
  const [header = '', payload = '', signature, ...more] = jws.split('.');
  if (more.length > 0 || !isBase64url(signature, 64)) throw new SealingError('bad-signature');
  try {
    return { jws, kid: kidOf(header, typ), ...signedFromBase64url(payload) };
  } catch (cause) {
    throw new SealingError('bad-signature', { cause });
  }
}

interface Header {
  readonly kid: string;
  readonly typ: string;
}

/** By the text of the header: the thousands of one sender bear the same one. */
const headers = remembering<Header>();

/** @throws TypeError unless it is our header of this type */
function kidOf(text: string, typ: SignedType): string {
  const header = headers(text, readHeader);
  if (header.typ !== typ) throw new TypeError('another header than ours');
  return header.kid;
}

/** Compared as text: a header has one spelling, as every canonical JSON. */
function readHeader(text: string): Header {
  const [, kid, typ = ''] =
    /^\{"alg":"ES256","kid":"([A-Za-z0-9_-]{43})","typ":"([a-z-]+)"\}$/.exec(textFromBase64url(text)) ?? [];
  if (!isKid(kid)) throw new TypeError('another header than ours');
  return { kid, typ };
}

/**
 * Without jose, which would take apart once more what `readCompact` has.
 * @throws SealingError `bad-signature` unless this key signed it
 */
export async function checkSignature({ jws }: Unverified, key: CryptoKey): Promise<void> {
  const end = jws.lastIndexOf('.');
  let isSigned = false;
  try {
    const signature = fromBase64url(jws.slice(end + 1));
    isSigned = await crypto.subtle.verify(ecdsa, key, signature, utf8(jws.slice(0, end)));
  } catch (cause) {
    throw new SealingError('bad-signature', { cause });
  }
  if (!isSigned) throw new SealingError('bad-signature');
}

/** The payload of a text that the key `keyOf` knows under its kid has signed. @throws SealingError */
export async function verifyCompact(
  jws: string,
  typ: SignedType,
  keyOf: (kid: string) => CryptoKey | undefined,
): Promise<Unverified> {
  const read = readCompact(jws, typ);
  const key = keyOf(read.kid);
  if (key === undefined) throw new SealingError('bad-signature');
  await checkSignature(read, key);
  return read;
}

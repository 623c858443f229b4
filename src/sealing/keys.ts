/** Pairs of keys on P-256: made extractable so that they can be stored, used non-extractable. */

import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import { isBase64url } from './bytes.ts';
import type { Json } from './canonical.ts';

export type KeyUse = 'sealing' | 'signing';

export type PublicJwk = {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
};

export type PrivateJwk = PublicJwk & { readonly d: string };

/** A pair as a book keeps it. */
export type KeyPair = {
  /** Thumbprint of the public key, RFC 7638. */
  readonly kid: string;
  readonly publicJwk: PublicJwk;
  readonly privateJwk: PrivateJwk;
};

/** A private key ready for use; it cannot be taken out again. */
export interface UnlockedKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

const algorithms = { sealing: 'ECDH-ES+A256KW', signing: 'ES256' } as const;

export const newSealingKey = (): Promise<KeyPair> => newPair('sealing');
export const newSigningKey = (): Promise<KeyPair> => newPair('signing');

async function newPair(use: KeyUse): Promise<KeyPair> {
  const pair = await generateKeyPair(algorithms[use], { crv: 'P-256', extractable: true });
  const { x, y, d } = await exportJWK(pair.privateKey);
  const privateJwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d: d ?? '' } as const;
  return { kid: await thumbprint(privateJwk), publicJwk: publicPart(privateJwk), privateJwk };
}

export function thumbprint({ kty, crv, x, y }: PublicJwk): Promise<string> {
  return calculateJwkThumbprint({ kty, crv, x, y }, 'sha256');
}

export function isKid(value: unknown): value is string {
  return isBase64url(value, 32);
}

/** The public key, ready for use. Rejects for a point that is not on the curve. */
export async function publicKey(jwk: PublicJwk, use: KeyUse): Promise<CryptoKey> {
  return asCryptoKey(await importJWK({ ...publicPart(jwk) }, algorithms[use]));
}

/** The private key, ready for use and not to be taken out again. Rejects unless `kid` is that of this key. */
export async function unlock({ kid, privateJwk }: KeyPair, use: KeyUse): Promise<UnlockedKey> {
  if ((await thumbprint(privateJwk)) !== kid) throw new TypeError('the private key belongs to another kid');
  const key = asCryptoKey(await importJWK({ ...privateJwk }, algorithms[use], { extractable: false }));
  return { kid, key };
}

export function publicPart({ kty, crv, x, y }: PublicJwk): PublicJwk {
  return { kty, crv, x, y };
}

/** Whether this is a public key on P-256 and nothing besides; a private member never passes. */
export function isPublicJwk(value: unknown): value is PublicJwk {
  return isJwk(value, 4);
}

function isJwk(value: unknown, members: number): value is PublicJwk {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== members) return false;
  const { kty, crv, x, y } = value as Record<string, Json>;
  return kty === 'EC' && crv === 'P-256' && isBase64url(x, 32) && isBase64url(y, 32);
}

/** Whether this is a stored pair whose halves belong together by their coordinates. */
export function isKeyPair(value: unknown): value is KeyPair {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return false;
  const { kid, publicJwk, privateJwk } = value as Partial<KeyPair>;
  return (
    isKid(kid) &&
    isPublicJwk(publicJwk) &&
    isJwk(privateJwk, 5) &&
    isBase64url((privateJwk as PrivateJwk).d, 32) &&
    privateJwk.x === publicJwk.x &&
    privateJwk.y === publicJwk.y
  );
}

function asCryptoKey(key: CryptoKey | Uint8Array): CryptoKey {
  if (key instanceof Uint8Array) throw new TypeError('not a key pair');
  return key;
}

/** Bytes as text and back, where every text has one spelling. */

import { base64url } from 'jose';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Whether `text` is base64url as an encoder writes it: the bits that carry nothing are zero. Of `bytes` bytes, where given. */
export function isBase64url(text: unknown, bytes?: number): text is string {
  if (typeof text !== 'string' || !/^[A-Za-z0-9_-]*$/.test(text)) return false;
  if (bytes !== undefined && text.length !== Math.ceil((bytes * 4) / 3)) return false;
  const last = ALPHABET.indexOf(text.charAt(text.length - 1));
  const rest = text.length % 4;
  return rest === 0 || (rest === 2 && (last & 15) === 0) || (rest === 3 && (last & 3) === 0);
}

export function toBase64url(bytes: Uint8Array): string {
  return base64url.encode(bytes);
}

/** @throws TypeError unless it is base64url as an encoder writes it */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  if (!isBase64url(text)) throw new TypeError('not base64url');
  return new Uint8Array(base64url.decode(text));
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encoder.encode(text));
}

/** @throws TypeError for bytes that are not UTF-8 */
export function fromUtf8(bytes: Uint8Array): string {
  return strict.decode(bytes);
}

export async function sha256(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text)));
}

/** The digest that stands for an envelope or an act: SHA-256 of its canonical payload. */
export async function digestOf(text: string): Promise<string> {
  return toBase64url(await sha256(text));
}

export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

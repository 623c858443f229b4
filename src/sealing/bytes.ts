/** Bytes as text and back, where every text has one spelling. */

import { base64url } from 'jose';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** By character code, the six bits it stands for; 64 for every other character. */
const SIX_BITS = new Uint8Array(128).fill(64);
for (let bits = 0; bits < 64; bits += 1) SIX_BITS[ALPHABET.charCodeAt(bits)] = bits;

/** Whether `text` is base64url as an encoder writes it: the bits that carry nothing are zero. Of `bytes` bytes, where given. */
export function isBase64url(text: unknown, bytes?: number): text is string {
  if (typeof text !== 'string' || !/^[A-Za-z0-9_-]*$/.test(text)) return false;
  if (bytes !== undefined && text.length !== Math.ceil((bytes * 4) / 3)) return false;
  const rest = text.length % 4;
  if (rest === 0) return true;
  const last = sixBits(text, text.length - 1);
  return (rest === 2 && (last & 15) === 0) || (rest === 3 && (last & 3) === 0);
}

export function toBase64url(bytes: Uint8Array): string {
  return base64url.encode(bytes);
}

/**
 * Checked and taken apart in one go: thousands of envelopes come this way.
 * @throws TypeError unless it is base64url as an encoder writes it
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const { length } = text;
  const rest = length % 4;
  const bytes = new Uint8Array((length * 3) >> 2);
  let wrong = rest === 1 ? 64 : 0;
  let at = 0;
  for (let index = 0; index < length - rest; index += 4) {
    const a = sixBits(text, index);
    const b = sixBits(text, index + 1);
    const c = sixBits(text, index + 2);
    const d = sixBits(text, index + 3);
    wrong |= a | b | c | d;
    bytes[at] = (a << 2) | (b >> 4);
    bytes[at + 1] = (b << 4) | (c >> 2);
    bytes[at + 2] = (c << 6) | d;
    at += 3;
  }
  if (rest > 1) {
    const a = sixBits(text, length - rest);
    const b = sixBits(text, length - rest + 1);
    const c = rest === 3 ? sixBits(text, length - 1) : 0;
    wrong |= a | b | c | ((rest === 3 ? c & 3 : b & 15) === 0 ? 0 : 64);
    bytes[at] = (a << 2) | (b >> 4);
    if (rest === 3) bytes[at + 1] = (b << 4) | (c >> 2);
  }
  if (wrong > 63) throw new TypeError('not base64url');
  return bytes;
}

function sixBits(text: string, index: number): number {
  return SIX_BITS[text.charCodeAt(index)] ?? 64;
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
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

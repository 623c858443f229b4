/** Bytes as text and back, where every text has one spelling. */

import { sha256 as hashOf } from '@noble/hashes/sha2.js';
import { base64url } from 'jose';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** By character, the six bits it stands for; 64 for every other one. */
const SIX_BITS = new Uint8Array(256).fill(64);
for (let bits = 0; bits < 64; bits += 1) SIX_BITS[ALPHABET.charCodeAt(bits)] = bits;

/** Whether `text` is base64url as an encoder writes it: the bits that carry nothing are zero. Of `bytes` bytes, where given. */
export function isBase64url(text: unknown, bytes?: number): text is string {
  if (typeof text !== 'string' || !/^[A-Za-z0-9_-]*$/.test(text)) return false;
  return (bytes === undefined || text.length === Math.ceil((bytes * 4) / 3)) && endsClean(text);
}

/** Of a text in these characters: whether it has a length they can have, and the bits that carry nothing are zero. */
export function endsClean(text: string): boolean {
  const last = ALPHABET.indexOf(text.charAt(text.length - 1));
  const rest = text.length % 4;
  return rest === 0 || (rest === 2 && (last & 15) === 0) || (rest === 3 && (last & 3) === 0);
}

export function toBase64url(bytes: Uint8Array): string {
  return base64url.encode(bytes);
}

/** @throws TypeError unless it is base64url as an encoder writes it */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((text.length * 3) >> 2);
  decodeBase64url(text, bytes, 0);
  return bytes;
}

interface Decoder {
  setFromBase64?(
    text: string,
    how: { alphabet: 'base64url' },
  ): { readonly read: number; readonly written: number };
}

/** Browsers since 2025 decode by themselves, at a tenth of the cost; TypeScript's own types do not know of it yet. */
const decodesItself = (Uint8Array.prototype as Decoder).setFromBase64 !== undefined;
const inOurAlphabet = { alphabet: 'base64url' } as const;

/** @throws TypeError unless it is base64url as an encoder writes it */
function decodeBase64url(text: string, bytes: Uint8Array, start: number): void {
  if (decodesItself) decodeByBrowser(text, start === 0 ? bytes : bytes.subarray(start));
  else decodeByHand(text, bytes, start);
}

/**
 * The browser passes over blanks, takes what was filled up with `=`, and does not look at the bits that carry nothing. Of a
 * text with blanks or `=` it makes fewer bytes than its length stands for.
 */
function decodeByBrowser(text: string, bytes: Uint8Array & Decoder): void {
  if (text.length % 4 === 1 || !endsClean(text)) throw new TypeError('not base64url');
  let written: number | undefined;
  try {
    written = bytes.setFromBase64?.(text, inOurAlphabet).written;
  } catch (cause) {
    throw new TypeError('not base64url', { cause });
  }
  if (written !== (text.length * 3) >> 2) throw new TypeError('not base64url');
}

/** Checks and takes apart in one go, because thousands of envelopes come this way. */
function decodeByHand(text: string, bytes: Uint8Array, start: number): void {
  const rest = text.length % 4;
  const whole = text.length - rest;
  let wrong = rest === 1 ? 64 : 0;
  let to = start;
  for (let index = 0; index < whole; index += 4) {
    const a = SIX_BITS[text.charCodeAt(index)] ?? 64;
    const b = SIX_BITS[text.charCodeAt(index + 1)] ?? 64;
    const c = SIX_BITS[text.charCodeAt(index + 2)] ?? 64;
    const d = SIX_BITS[text.charCodeAt(index + 3)] ?? 64;
    wrong |= a | b | c | d;
    bytes[to] = (a << 2) | (b >> 4);
    bytes[to + 1] = (b << 4) | (c >> 2);
    bytes[to + 2] = (c << 6) | d;
    to += 3;
  }
  if (rest > 1) {
    const a = SIX_BITS[text.charCodeAt(whole)] ?? 64;
    const b = SIX_BITS[text.charCodeAt(whole + 1)] ?? 64;
    const c = rest === 3 ? (SIX_BITS[text.charCodeAt(whole + 2)] ?? 64) : 0;
    // What is left over of the last character carries nothing and is zero.
    wrong |= a | b | c | ((rest === 3 ? c & 3 : b & 15) === 0 ? 0 : 64);
    bytes[to] = (a << 2) | (b >> 4);
    if (rest === 3) bytes[to + 1] = (b << 4) | (c >> 2);
  }
  if (wrong > 63) throw new TypeError('not base64url');
}

/** Both texts as one run of bytes. @throws TypeError as `fromBase64url` */
export function joinedBase64url(head: string, tail: string): Uint8Array<ArrayBuffer> {
  const length = (head.length * 3) >> 2;
  const bytes = new Uint8Array(length + ((tail.length * 3) >> 2));
  decodeBase64url(head, bytes, 0);
  decodeBase64url(tail, bytes, length);
  return bytes;
}

/** Where what becomes text at once is taken apart, so that none of it needs a buffer of its own. Nothing stays in it. */
const desk = new Uint8Array(16_384);

function onDesk<T>(text: string, read: (bytes: Uint8Array) => T): T {
  const length = (text.length * 3) >> 2;
  const bytes = length <= desk.length ? desk : new Uint8Array(length);
  try {
    decodeBase64url(text, bytes, 0);
    return read(bytes.subarray(0, length));
  } finally {
    bytes.fill(0, 0, length);
  }
}

/** `fromUtf8` of `fromBase64url`. @throws TypeError as both */
export function textFromBase64url(text: string): string {
  return onDesk(text, fromUtf8);
}

/** The same with its digest: what was UTF-8 is not made UTF-8 once more. @throws TypeError as `textFromBase64url` */
export function signedFromBase64url(text: string): { readonly payload: string; readonly digest: string } {
  return onDesk(text, (bytes) => ({ payload: fromUtf8(bytes), digest: toBase64url(hashOf(bytes)) }));
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** @throws TypeError for bytes that are not UTF-8 */
export function fromUtf8(bytes: Uint8Array): string {
  return strict.decode(bytes);
}

/** At once: handing a few hundred bytes to the browser's own threads and waiting for them costs more than the sum itself. */
export function sha256(text: string): Uint8Array {
  return hashOf(utf8(text));
}

/** The digest that stands for an envelope or an act: SHA-256 of its canonical payload. */
export function digestOf(text: string): string {
  return toBase64url(sha256(text));
}

export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

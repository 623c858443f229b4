/** Codes that stand for defenders, groups and cases: random, checkable when read aloud, and never derived from anyone. */

import type { Code } from './ids.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SHAPE = /^[0-9A-HJKMNP-TV-Z]{9}$/;

/** 5 random bytes to a code: 8 characters of 5 bits each and a check character. Throws TypeError unless exactly 5 bytes are given. */
export function codeFrom(bytes: Uint8Array): Code {
  if (bytes.length !== 5) throw new TypeError('a code needs 5 random bytes');
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const digits = Array.from({ length: 8 }, (_, index) => Number((bits >> BigInt(35 - 5 * index)) & 31n));
  return [...digits, checkDigit(digits)].map((digit) => ALPHABET[digit] ?? '').join('') as Code;
}

export function isCode(value: unknown): value is Code {
  if (typeof value !== 'string' || !SHAPE.test(value)) return false;
  let sum = 0;
  for (let place = 0; place < 8; place += 1) sum = double(sum ^ ALPHABET.indexOf(value.charAt(place)));
  return sum === ALPHABET.indexOf(value.charAt(8));
}

/** What a person typed or heard to a code: any case, with or without hyphens, O read as 0 and I or L as 1. Undefined when it is no code. */
export function parseCode(typed: string): Code | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return isCode(plain) ? plain : undefined;
}

/** `7K2M-9QXR-4`, as people read it out. */
export function formatCode(code: Code): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** The 40 random bits of a code as a number. */
export function bitsOf(code: Code): number {
  return [...code.slice(0, 8)].reduce((sum, character) => sum * 32 + ALPHABET.indexOf(character), 0);
}

/**
 * Each position is weighted by another power of 2 in the field of 32 elements, so that one wrong character
 * and any two exchanged ones are always noticed.
 */
function checkDigit(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => double(sum ^ digit), 0);
}

function double(element: number): number {
  const shifted = element << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}

/** The mission's keys under a code on paper: 160 bits, 32 characters and two that check them. */

import { CompactEncrypt, compactDecrypt, errors } from 'jose';
import { fromUtf8, randomBytes, utf8 } from './bytes.ts';
import { canonical, parseCanonical } from './canonical.ts';
import { isKeyPair, type KeyPair } from './keys.ts';
import { SealingError } from './sealing-error.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 32;
const GROUP = 4;
const enc = 'A256GCM';

/** `XXXX XXXX …`: eight groups of four and the two check characters. */
export type RecoveryCode = string & { readonly __recoveryCode: true };

export type ParsedRecoveryCode =
  | { readonly ok: true; readonly code: RecoveryCode }
  | { readonly ok: false; readonly why: 'length'; readonly given: number }
  | { readonly ok: false; readonly why: 'character'; readonly group: number; readonly character: string }
  /** A character is wrong; `group` is where, if it is only one. */
  | { readonly ok: false; readonly why: 'mistyped'; readonly group?: number };

export function recoveryCode(): RecoveryCode {
  const digits = Array.from(randomBytes(LENGTH), (byte) => byte & 31);
  return grouped([...digits, ...checkDigits(digits)]);
}

/** What somebody typed from the paper: any case, blanks or hyphens anywhere, O read as 0, I and L as 1. */
export function parseRecoveryCode(typed: string): ParsedRecoveryCode {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const characters = [...plain];
  const odd = characters.findIndex((character) => !ALPHABET.includes(character));
  if (odd >= 0) return { ok: false, why: 'character', group: groupOf(odd), character: characters[odd] ?? '' };
  if (characters.length !== LENGTH + 2) return { ok: false, why: 'length', given: characters.length };
  const digits = characters.map((character) => ALPHABET.indexOf(character));
  const [sum, weighted] = checkDigits(digits.slice(0, LENGTH));
  const first = sum ^ (digits[LENGTH] ?? 0);
  const second = weighted ^ (digits[LENGTH + 1] ?? 0);
  if (first === 0 && second === 0) return { ok: true, code: grouped(digits) };
  const group = wrongGroup(first, second);
  return { ok: false, why: 'mistyped', ...(group === undefined ? {} : { group }) };
}

function grouped(digits: readonly number[]): RecoveryCode {
  const text = digits.map((digit) => ALPHABET[digit]).join('');
  return (text.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join(' ') as RecoveryCode;
}

const groupOf = (place: number): number => Math.floor(place / GROUP) + 1;

/** Sum, and sum weighted by another power of 2 at each place, in the field of 32 elements: one wrong character shows, and where. */
function checkDigits(digits: readonly number[]): readonly [number, number] {
  let sum = 0;
  let weighted = 0;
  for (const digit of digits) {
    sum ^= digit;
    weighted = double(weighted ^ digit);
  }
  return [sum, weighted];
}

/** The one group in which a single wrong character explains what the check characters say. */
function wrongGroup(first: number, second: number): number | undefined {
  if (first === 0) return undefined;
  if (second === 0) return groupOf(LENGTH);
  const groups = new Set<number>();
  let weight = first;
  for (let place = LENGTH - 1; place >= 0; place -= 1) {
    weight = double(weight);
    if (weight === second) groups.add(groupOf(place));
  }
  return groups.size === 1 ? [...groups][0] : undefined;
}

function double(element: number): number {
  const shifted = element << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}

/** 160 bits of chance need no stretching: a hash of the code is the key. */
async function keyFrom(code: RecoveryCode): Promise<Uint8Array> {
  const parsed = parseRecoveryCode(code);
  if (!parsed.ok) throw new TypeError('not a recovery code');
  const text = utf8(`focal-point recovery ${parsed.code.replaceAll(' ', '')}`);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', text));
}

export async function wrapForRecovery(pairs: readonly KeyPair[], code: RecoveryCode): Promise<string> {
  return new CompactEncrypt(utf8(canonical(pairs)))
    .setProtectedHeader({ alg: 'A256KW', enc })
    .encrypt(await keyFrom(code));
}

/** @throws SealingError `wrong-recovery-code`, or `damaged-key` when no code could open it */
export async function openRecovery(wrapped: string, code: RecoveryCode): Promise<readonly KeyPair[]> {
  let opened: unknown;
  try {
    const { plaintext } = await compactDecrypt(wrapped, await keyFrom(code), {
      keyManagementAlgorithms: ['A256KW'],
      contentEncryptionAlgorithms: [enc],
    });
    opened = parseCanonical(fromUtf8(plaintext));
  } catch (cause) {
    const isWrong = cause instanceof errors.JWEDecryptionFailed;
    throw new SealingError(isWrong ? 'wrong-recovery-code' : 'damaged-key', { cause });
  }
  if (!Array.isArray(opened) || !opened.every(isKeyPair)) throw new SealingError('damaged-key');
  return opened;
}

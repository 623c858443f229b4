/** A person's private key under six words that only this person knows. */

import { CompactEncrypt, compactDecrypt, decodeProtectedHeader, errors } from 'jose';
import { fromUtf8, utf8 } from './bytes.ts';
import { canonical, parseCanonical } from './canonical.ts';
import { isKeyPair, type KeyPair } from './keys.ts';
import { SealingError } from './sealing-error.ts';

const WORDS = 6;
const ROUNDS = 600_000;
const alg = 'PBES2-HS256+A128KW';
const enc = 'A256GCM';

/** Six of 2,048 words, 66 bits of chance. The list arrives on demand. */
export async function newPassphrase(): Promise<string> {
  const words = await wordList();
  const chance = crypto.getRandomValues(new Uint16Array(WORDS));
  return Array.from(chance, (each) => words[each & 2047]).join(' ');
}

async function wordList(): Promise<readonly string[]> {
  return (await import('@scure/bip39/wordlists/english.js')).wordlist;
}

/** As it was made, whatever the case and however many blanks somebody types. */
function plain(passphrase: string): string {
  return passphrase.normalize('NFKC').trim().toLowerCase().split(/\s+/).join(' ');
}

export async function wrapPrivate(pair: KeyPair, passphrase: string): Promise<string> {
  if (plain(passphrase).split(' ').length !== WORDS) throw new TypeError('a passphrase has six words');
  return new CompactEncrypt(utf8(canonical(pair)))
    .setProtectedHeader({ alg, enc })
    .setKeyManagementParameters({ p2c: ROUNDS })
    .encrypt(utf8(plain(passphrase)));
}

/** @throws SealingError `wrong-passphrase`, or `damaged-key` when no passphrase could open it */
export async function unwrapPrivate(wrapped: string, passphrase: string): Promise<KeyPair> {
  let opened: unknown;
  try {
    if (decodeProtectedHeader(wrapped).p2c !== ROUNDS) throw new TypeError('other rounds than ours');
    const { plaintext } = await compactDecrypt(wrapped, utf8(plain(passphrase)), {
      keyManagementAlgorithms: [alg],
      contentEncryptionAlgorithms: [enc],
      maxPBES2Count: ROUNDS,
    });
    opened = parseCanonical(fromUtf8(plaintext));
  } catch (cause) {
    const isWrong = cause instanceof errors.JWEDecryptionFailed;
    throw new SealingError(isWrong ? 'wrong-passphrase' : 'damaged-key', { cause });
  }
  if (!isKeyPair(opened)) throw new SealingError('damaged-key');
  return opened;
}

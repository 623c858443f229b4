/** H2 · Keys: stored extractable, used non-extractable, wrapped by words or by a code on paper. */

import { beforeAll, describe, expect, it } from 'vitest';
import {
  type KeyPair,
  newSealingKey,
  newSigningKey,
  publicKey,
  thumbprint,
  unlock,
} from '../../../src/sealing/keys.ts';
import { newPassphrase, unwrapPrivate, wrapPrivate } from '../../../src/sealing/passphrase.ts';
import {
  openRecovery,
  parseRecoveryCode,
  type RecoveryCode,
  recoveryCode,
  wrapForRecovery,
} from '../../../src/sealing/recovery.ts';

let signing: KeyPair;
let sealing: KeyPair;

beforeAll(async () => {
  [signing, sealing] = await Promise.all([newSigningKey(), newSealingKey()]);
});

describe('H2 · a pair of keys', () => {
  it('is named by its thumbprint and cannot be taken out again once in use', async () => {
    expect(await thumbprint(signing.publicJwk)).toBe(signing.kid);
    expect(Object.keys(signing.publicJwk)).toEqual(['kty', 'crv', 'x', 'y']);
    const { key } = await unlock(signing, 'signing');
    expect([key.extractable, key.usages]).toEqual([false, ['sign']]);
    await expect(crypto.subtle.exportKey('jwk', key)).rejects.toThrow();
  });

  it('is refused under another kid, and as a point off the curve', async () => {
    await expect(unlock({ ...signing, kid: sealing.kid }, 'signing')).rejects.toThrow(TypeError);
    await expect(publicKey({ ...signing.publicJwk, x: sealing.publicJwk.x }, 'signing')).rejects.toThrow();
  });
});

describe('J1 H2 · a person’s key under six words', () => {
  it('opens with the same words in any case, and with no others', async () => {
    const words = await newPassphrase();
    expect(words).toMatch(/^[a-z]+( [a-z]+){5}$/);
    expect(await newPassphrase()).not.toBe(words);
    const wrapped = await wrapPrivate(signing, words);
    expect(await unwrapPrivate(wrapped, `  ${words.toUpperCase().replaceAll(' ', '  ')} `)).toEqual(signing);
    await expect(unwrapPrivate(wrapped, await newPassphrase())).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
    await expect(unwrapPrivate(wrapped.slice(0, -30), words)).rejects.toMatchObject({ code: 'damaged-key' });
    await expect(wrapPrivate(signing, 'only five words are here')).rejects.toThrow(TypeError);
  });

  it('is stretched 600,000 times, and a text that says less is not tried', async () => {
    const wrapped = await wrapPrivate(signing, 'a b c d e f');
    const [header = '', ...rest] = wrapped.split('.');
    const said = JSON.parse(Buffer.from(header, 'base64url').toString());
    expect(said).toMatchObject({ alg: 'PBES2-HS256+A128KW', p2c: 600_000 });
    const weaker = Buffer.from(JSON.stringify({ ...said, p2c: 1000 })).toString('base64url');
    await expect(unwrapPrivate([weaker, ...rest].join('.'), 'a b c d e f')).rejects.toMatchObject({
      code: 'damaged-key',
    });
  });
});

describe('H6 · the recovery code', () => {
  const code = recoveryCode();

  it('has eight groups of four and two characters that check them', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){8}[0-9A-HJKMNP-TV-Z]{2}$/);
    expect(recoveryCode()).not.toBe(code);
    expect(
      parseRecoveryCode(code.toLowerCase().replaceAll(' ', '-').replaceAll('0', 'o').replaceAll('1', 'l')),
    ).toEqual({ ok: true, code });
  });

  it('a wrong character in any of the 34 places is noticed, and its group named or left open', () => {
    const bare = code.replaceAll(' ', '');
    let named = 0;
    for (let place = 0; place < 34; place += 1)
      for (const wrong of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (wrong === bare[place]) continue;
        const read = parseRecoveryCode(`${bare.slice(0, place)}${wrong}${bare.slice(place + 1)}`);
        expect(read).toMatchObject({ ok: false, why: 'mistyped' });
        if (!read.ok && read.why === 'mistyped' && read.group !== undefined) {
          expect(read.group).toBe(Math.floor(place / 4) + 1);
          named += 1;
        }
      }
    // Two places share a weight, and of the last check character nothing can be told from two exchanged ones.
    expect(named).toBe(31 * 31);
  });

  it('two exchanged neighbours are noticed', () => {
    const bare = code.replaceAll(' ', '');
    for (let place = 0; place < 33; place += 1) {
      const [a = '', b = ''] = [bare[place], bare[place + 1]];
      if (a === b) continue;
      expect(parseRecoveryCode(`${bare.slice(0, place)}${b}${a}${bare.slice(place + 2)}`).ok).toBe(false);
    }
  });

  it('says what else is wrong with what was typed', () => {
    expect(parseRecoveryCode(code.slice(0, 20))).toMatchObject({ why: 'length', given: 16 });
    expect(parseRecoveryCode(code.replace(/^.{6}/, 'AAAA U'))).toMatchObject({
      why: 'character',
      group: 2,
      character: 'U',
    });
  });

  it('opens the mission’s keys; another code does not', async () => {
    const wrapped = await wrapForRecovery([sealing, signing], code);
    expect(await openRecovery(wrapped, code)).toEqual([sealing, signing]);
    await expect(openRecovery(wrapped, recoveryCode())).rejects.toMatchObject({
      code: 'wrong-recovery-code',
    });
    await expect(openRecovery('x.y', code)).rejects.toMatchObject({ code: 'damaged-key' });
    await expect(openRecovery(wrapped, 'AAAA' as RecoveryCode)).rejects.toMatchObject({
      code: 'damaged-key',
    });
  });
});

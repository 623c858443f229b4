/** H2 · Signed texts: one algorithm, one header, one type each. */

import { CompactSign } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/sealing/bytes.ts';
import { canonical } from '../../../src/sealing/canonical.ts';
import {
  type KeyPair,
  newSigningKey,
  publicKey,
  type UnlockedKey,
  unlock,
} from '../../../src/sealing/keys.ts';
import { signCompact, verifyCompact } from '../../../src/sealing/sign.ts';

let pair: KeyPair;
let signer: UnlockedKey;
let theirs: CryptoKey;

beforeAll(async () => {
  pair = await newSigningKey();
  signer = await unlock(pair, 'signing');
  theirs = await publicKey(pair.publicJwk, 'signing');
});

const verify = (jws: string) =>
  verifyCompact(jws, 'fp-act', (kid) => (kid === pair.kid ? theirs : undefined));
const b64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : canonical(value)).toString('base64url');

/** Signed with the right key, under a header of the attacker's. */
async function signedUnder(header: object): Promise<string> {
  const jws = await new CompactSign(utf8('{}'))
    .setProtectedHeader({ alg: 'ES256', ...header })
    .sign(signer.key, { crit: { 'fp-odd': false } });
  return jws;
}

describe('H2 · a signed text', () => {
  it('comes back from who knows the key', async () => {
    const jws = await signCompact('{"a":1}', 'fp-act', signer);
    expect(await verify(jws)).toMatchObject({ payload: '{"a":1}', kid: pair.kid });
  });

  it.each([
    ['another type', () => signCompact('{}', 'fp-card', signer)],
    ['no kid', () => signedUnder({ typ: 'fp-act' })],
    [
      'a critical extension',
      () => signedUnder({ kid: pair.kid, typ: 'fp-act', crit: ['fp-odd'], 'fp-odd': true }),
    ],
    [
      'a key of its own in the header',
      () => signedUnder({ jwk: pair.publicJwk, kid: pair.kid, typ: 'fp-act' }),
    ],
    ['no algorithm', () => `${b64({ alg: 'none', kid: pair.kid, typ: 'fp-act' })}.e30.`],
    [
      'HS256 keyed with the public key',
      () => `${b64({ alg: 'HS256', kid: pair.kid, typ: 'fp-act' })}.e30.${'A'.repeat(86)}`,
    ],
    [
      'a doubled name in the header',
      () =>
        `${b64(`{"alg":"ES256","alg":"ES256","kid":"${pair.kid}","typ":"fp-act"}`)}.e30.${'A'.repeat(86)}`,
    ],
    [
      'a signature of zeros',
      () => `${b64({ alg: 'ES256', kid: pair.kid, typ: 'fp-act' })}.e30.${'A'.repeat(86)}`,
    ],
    ['a part too many', async () => `${await signCompact('{}', 'fp-act', signer)}.e30`],
    ['another payload', async () => (await signCompact('{}', 'fp-act', signer)).replace('.e30.', '.e31.')],
  ])('is refused with %s', async (_, make) => {
    await expect(verify(await make())).rejects.toMatchObject({ code: 'bad-signature' });
  });

  it('is not looked at when it is too long', async () => {
    const jws = await signCompact(`{"a":"${'x'.repeat(20_000)}"}`, 'fp-act', signer);
    await expect(verify(jws)).rejects.toMatchObject({ code: 'too-large' });
  });
});

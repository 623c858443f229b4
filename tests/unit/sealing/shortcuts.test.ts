/** H2 · What is known already, or is read by a pattern, comes out as if it had been worked out anew. */

import { describe, expect, it } from 'vitest';
import { digestOf, signedFromBase64url } from '../../../src/sealing/bytes.ts';
import { audienceKeyIdOf } from '../../../src/sealing/decrypt.ts';
import { protectedHeaders, readAnyBinding, readBinding } from '../../../src/sealing/envelope.ts';
import { newSigningKey, unlock } from '../../../src/sealing/keys.ts';
import { remembering } from '../../../src/sealing/remembering.ts';
import { readCompact, signCompact } from '../../../src/sealing/sign.ts';

const b64 = (text: string) => Buffer.from(text).toString('base64url');

/** What it answers, or that it throws. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof TypeError ? 'refused' : error;
  }
}

const [commit, entry] = ['A'.repeat(43), '0123456789ABCDEFGHJKMNPQRS'];
const binding = `{"circle":"meren","code":"7K2M9QXR4","commit":"${commit}","entry":"${entry}","list":"Log","recipients":"${commit}","rev":1}`;

describe('H2 · a binding read by its pattern is the binding that its JSON says', () => {
  it.each([
    ['whole', binding],
    ['without a code', binding.replace('"code":"7K2M9QXR4",', '')],
    ['without recipients', binding.replace(`"recipients":"${commit}",`, '')],
    ['with the highest revision', binding.replace(/1\}$/, `${Number.MAX_SAFE_INTEGER}}`)],
    ['with a circle in other letters', binding.replace('meren', 'mérén')],
    ['with a circle that needs an escape', binding.replace('meren', 'me\\"ren')],
  ])('%s', (_, text) => {
    expect(readBinding(text)).toEqual(readAnyBinding(text));
  });

  it.each([
    ['a revision of nought', binding.replace(/1\}$/, '0}')],
    ['a revision with a nought before it', binding.replace(/1\}$/, '01}')],
    ['a revision beyond what is counted', binding.replace(/1\}$/, '9007199254740993}')],
    ['a fraction', binding.replace(/1\}$/, '1.5}')],
    ['a commitment with a second spelling', binding.replace(commit, `${'A'.repeat(42)}B`)],
    [
      'recipients with a second spelling',
      binding.replace(`"recipients":"${commit}`, `"recipients":"${'A'.repeat(42)}B`),
    ],
    ['no circle', binding.replace('meren', '')],
    ['a circle too long', binding.replace('meren', 'm'.repeat(101))],
    ['an escape that nobody needs', binding.replace('meren', '\\u006deren')],
    ['an entry in no such letters', binding.replace(entry, entry.replace('S', 'U'))],
    ['another list', binding.replace('Log', 'Acts')],
    ['names in another order', binding.replace(/^\{("circle":"meren"),(.*)\}$/, '{$2,$1}')],
    ['a doubled name', binding.replace('"list"', '"list":"Log","list"')],
    ['a blank', binding.replace(',"list"', ', "list"')],
    ['a line after it', `${binding}\n`],
  ])('%s is refused by both', (_, text) => {
    expect(outcome(() => readBinding(text))).toBe('refused');
    expect(outcome(() => readAnyBinding(text))).toBe('refused');
  });
});

describe('H2 · what is remembered of a header', () => {
  const id = 'B'.repeat(42).concat('A');
  const under = (header: string) => `{"aad":"e30","ciphertext":"AA","protected":"${b64(header)}","tag":"AA"}`;

  it('is the audience key that it names, again and again', () => {
    for (let time = 0; time < 3; time += 1)
      expect(audienceKeyIdOf(under(protectedHeaders.under(id)))).toBe(id);
  });

  it.each([
    ['another spelling', protectedHeaders.under(id).replace(',', ', ')],
    ['another algorithm', protectedHeaders.under(id).replace('A256GCM', 'A192GCM')],
    ['a wrapped key', protectedHeaders.direct],
  ])('is nothing under %s', (_, header) => {
    expect(audienceKeyIdOf(under(header))).toBeUndefined();
    expect(audienceKeyIdOf(under(protectedHeaders.under(id)))).toBe(id);
  });

  it('does not turn one type of signed text into another', async () => {
    const signer = await unlock(await newSigningKey(), 'signing');
    const jws = await signCompact('{}', 'fp-card', signer);
    expect(readCompact(jws, 'fp-card').kid).toBe(signer.kid);
    expect(() => readCompact(jws, 'fp-act')).toThrow(expect.objectContaining({ code: 'bad-signature' }));
    expect(readCompact(jws, 'fp-card').kid).toBe(signer.kid);
  });

  it('is let go when there are many, and never what was refused', () => {
    const asked: string[] = [];
    const lengths = remembering<number>();
    const read = (text: string) => {
      asked.push(text);
      if (text === '') throw new TypeError('empty');
      return text.length;
    };
    for (const text of ['a', 'bb', 'a', '', '']) outcome(() => lengths(text, read));
    expect(asked).toEqual(['a', 'bb', '', '']);
    for (let nth = 0; nth < 600; nth += 1) lengths(`${nth} `, read);
    expect(lengths('a', read)).toBe(1);
    expect(asked.at(-1)).toBe('a');
  });
});

it('H2 · the digest of a signed text is that of its payload', () => {
  for (const payload of ['{}', '{"a":"é 日"}', `{"a":"${'x'.repeat(20_000)}"}`])
    expect(signedFromBase64url(b64(payload))).toEqual({ payload, digest: digestOf(payload) });
});

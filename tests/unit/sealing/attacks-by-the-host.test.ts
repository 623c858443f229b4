/** H2 · Attacks on envelopes by whoever holds the list or rewrites a text, each refused for its own reason, for good. */

import { CompactSign } from 'jose';
import { describe, expect, it } from 'vitest';
import { digestOf, fromBase64url, fromUtf8, toBase64url, utf8 } from '../../../src/sealing/bytes.ts';
import { canonical } from '../../../src/sealing/canonical.ts';
import { readOuter } from '../../../src/sealing/envelope.ts';
import { a, b, c, missions, opens, refused, rowOf, send } from '../../support/sealing/attacked.ts';
import { bindingOf, forge, padded, payloadFrom, sign, withBinding } from '../../support/sealing/forgery.ts';
import { newEntry } from '../../support/sealing/test-circle.ts';

describe('H2 · whoever holds the list', () => {
  it('replays an envelope into another case, another row, another circle', async () => {
    const { envelope, row } = await send();
    expect(await opens(envelope, { ...row, code: '9BGPNH00W' })).toEqual(refused('other-row'));
    expect(await opens(envelope, { ...row, entry: newEntry() })).toEqual(refused('other-row'));
    expect(await opens(envelope, row, { place: { circle: 'other' } })).toEqual(refused('other-row'));
    const { code: _, ...bare } = row;
    expect(await opens(envelope, bare)).toEqual(refused('other-row'));
  });

  it('rewrites the words that bind it to its row', async () => {
    const { envelope, row } = await send();
    const entry = newEntry();
    expect(
      await opens(
        withBinding(envelope, (old) => ({ ...old, entry })),
        { ...row, entry },
      ),
    ).toEqual(refused('not-opened'));
  });

  it('shows another audience than the sender’s', async () => {
    const { envelope, row } = await send();
    expect(await opens(envelope, { ...row, audience: [...row.audience, missions.dunmere.code] })).toEqual(
      refused('other-recipients'),
    );
    expect(await opens(envelope, { ...row, audience: [b.code] })).toEqual(refused('other-recipients'));
  });

  it('brings an old revision back', async () => {
    const entry = newEntry();
    const old = await send({ entry, rev: 1 });
    const seen = { highest: 2, entries: new Map([[entry, [2, 1, 'x'.repeat(43)] as const]]) };
    expect(await opens(old.envelope, old.row, { seen })).toEqual(refused('old-revision'));
  });

  it('takes recipients out of the list, adds one, or exchanges two', async () => {
    const { envelope, row } = await send();
    const outer = readOuter(envelope);
    const [first, second, third] = outer.recipients ?? [];
    for (const list of [[first, second], [second], [first, third, second], [first, second, third, third]])
      expect(await opens(canonical({ ...outer, recipients: list }), row)).toEqual(
        refused('other-recipients'),
      );
  });

  it('breaks the key of one recipient, so that the others read what this one cannot', async () => {
    const { envelope, row } = await send();
    const outer = readOuter(envelope);
    const [first, second, third] = outer.recipients ?? [];
    const list = [first, second, { ...third, encrypted_key: first?.encrypted_key }];
    expect(await opens(canonical({ ...outer, recipients: list }), row)).toEqual(refused('other-recipients'));
  });

  it('floods the list with 3,000 strangers, or with 65', async () => {
    const { envelope, row } = await send();
    const outer = readOuter(envelope);
    const flood = (count: number) => {
      const strangers = Array.from({ length: count }, () => outer.recipients?.[0]);
      return canonical({ ...outer, recipients: [...strangers, ...(outer.recipients ?? [])] });
    };
    expect(await opens(flood(3_000), row)).toEqual(refused('too-large'));
    expect(await opens(flood(62), row)).toEqual(refused('malformed'));
  });

  it('says that it comes from another mission', async () => {
    const { envelope, row } = await send();
    expect(await opens(envelope, { ...row, from: c.code })).toEqual(refused('other-sender'));
  });
});

describe('H2 · a text that two readers could read in two ways', () => {
  const headers: [string, object][] = [
    ['no algorithm', { alg: 'none', enc: 'A256GCM', typ: 'fp1' }],
    ['a weaker cipher', { alg: 'ECDH-ES+A256KW', enc: 'A128CBC-HS256', typ: 'fp1' }],
    ['a weaker wrap', { alg: 'ECDH-ES+A128KW', enc: 'A256GCM', typ: 'fp1' }],
    ['a password', { alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 1e9, p2s: 'AAAA', typ: 'fp1' }],
    ['the content key in the open', { alg: 'dir', enc: 'A256GCM', typ: 'fp1' }],
    ['a zip bomb', { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'fp1', zip: 'DEF' }],
    [
      'a critical extension',
      { alg: 'ECDH-ES+A256KW', crit: ['fp-odd'], enc: 'A256GCM', 'fp-odd': 1, typ: 'fp1' },
    ],
    ['another type', { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'fp2' }],
  ];

  it.each(headers)('has a header with %s', async (_, header) => {
    const payload = payloadFrom(a, [b, c]);
    const given = {
      plaintext: await sign(payload, a.officer),
      binding: await bindingOf(payload),
      to: [a, b, c],
    };
    expect(await opens(await forge({ ...given, header: canonical(header) }), rowOf(payload))).toEqual(
      refused('malformed'),
    );
  });

  it('has a doubled name: outside, in the binding, in the payload', async () => {
    const { envelope, row } = await send();
    expect(await opens(envelope.replace('{"aad":', '{"aad":"AA","aad":'), row)).toEqual(refused('malformed'));
    const outer = readOuter(envelope);
    const twice = fromUtf8(fromBase64url(outer.aad)).replace('{"circle"', '{"circle":"x","circle"');
    expect(await opens(canonical({ ...outer, aad: toBase64url(utf8(twice)) }), row)).toEqual(
      refused('malformed'),
    );
    const payload = payloadFrom(a, [b, c]);
    const text = canonical(payload).replace('{"at"', '{"at":"2026-11-20T09:00:00Z","at"');
    const binding = await bindingOf(payload, { commit: digestOf(text) });
    const inside = await forge({ plaintext: await sign(text, a.officer), binding, to: [a, b, c] });
    expect(await opens(inside, rowOf(payload))).toEqual(refused('malformed'));
  });

  it('has members that nobody asked for', async () => {
    const { envelope, row } = await send();
    const outer = readOuter(envelope);
    for (const more of [{ unprotected: { zip: 'DEF' } }, { header: {} }, { encrypted_key: 'AAAA' }])
      expect(await opens(canonical({ ...outer, ...more }), row)).toEqual(refused('malformed'));
    expect(
      await opens(
        withBinding(envelope, (old) => ({ ...old, odd: 1 })),
        row,
      ),
    ).toEqual(refused('malformed'));
    const payload = payloadFrom(a, [b, c], { odd: 1 });
    const inside = await forge({
      plaintext: await sign(payload, a.officer),
      binding: await bindingOf(payload),
      to: [a, b, c],
    });
    expect(await opens(inside, rowOf(payload))).toEqual(refused('malformed'));
  });

  it('is no UTF-8, or padded otherwise', async () => {
    const payload = payloadFrom(a, [b, c]);
    const signed = await sign(payload, a.officer);
    const binding = await bindingOf(payload);
    const broken = utf8(padded(signed));
    broken[0] = 0xff;
    const texts = [
      broken,
      utf8(signed),
      utf8(`${padded(signed)}${' '.repeat(1024)}`),
      utf8(padded(`${signed}\n`)),
    ];
    for (const plaintext of texts)
      expect(await opens(await forge({ plaintext, binding, to: [a, b, c] }), rowOf(payload))).toEqual(
        refused('malformed'),
      );
  });

  it('has a signed text that is no UTF-8', async () => {
    const payload = payloadFrom(a, [b, c], { body: { court: '\ufffd' } });
    const text = canonical(payload);
    const bytes = Buffer.from(text).toString('latin1').replace('\u00ef\u00bf\u00bd', '\u00ff');
    const plaintext = await new CompactSign(new Uint8Array(Buffer.from(bytes, 'latin1')))
      .setProtectedHeader({ alg: 'ES256', kid: a.officer.pair.kid, typ: 'fp-entry' })
      .sign(a.officer.unlocked.key);
    const envelope = await forge({ plaintext, binding: await bindingOf(payload), to: [a, b, c] });
    expect(await opens(envelope, rowOf(payload))).toEqual(refused('malformed'));
  });

  it('has an inner signature of another kind, or none', async () => {
    const payload = payloadFrom(a, [b, c]);
    const [, text] = (await sign(payload, a.officer)).split('.');
    const header = (alg: string) =>
      toBase64url(utf8(canonical({ alg, kid: a.officer.pair.kid, typ: 'fp-entry' })));
    const binding = await bindingOf(payload);
    for (const plaintext of [`${header('none')}.${text}.`, `${header('HS256')}.${text}.${'A'.repeat(86)}`])
      expect(await opens(await forge({ plaintext, binding, to: [a, b, c] }), rowOf(payload))).toEqual(
        refused('malformed'),
      );
  });

  it('has a point that is not on the curve', async () => {
    const { envelope, row } = await send();
    const outer = readOuter(envelope);
    const list = (outer.recipients ?? []).map((each) => ({
      ...each,
      header: { ...each.header, epk: { ...each.header.epk, y: each.header.epk.x } },
    }));
    const bound = withBinding(canonical({ ...outer, recipients: list }), (old) => old);
    const recipientsDigest = digestOf(canonical(list));
    const envelopeWithDigest = withBinding(bound, (old) => ({ ...old, recipients: recipientsDigest }));
    expect(await opens(envelopeWithDigest, row)).toEqual(refused('not-opened'));
  });
});

/** H2 · Attacks on envelopes by those who receive them, each by name, each refused for its own reason, for good. */

import { describe, expect, it } from 'vitest';
import { digestOf, toBase64url, utf8 } from '../../../src/sealing/bytes.ts';
import { canonical } from '../../../src/sealing/canonical.ts';
import { a, b, c, opens, refused, rowOf, sharedKey } from '../../support/sealing/attacked.ts';
import { bindingOf, forge, forgeUnder, payloadFrom, sign } from '../../support/sealing/forgery.ts';

describe('H2 · the forger’s tools work: an honest envelope made with them opens', () => {
  it('in both forms', async () => {
    const payload = payloadFrom(a, [b, c]);
    const plaintext = await sign(payload, a.officer);
    const envelope = await forge({ plaintext, binding: await bindingOf(payload), to: [a, b, c] });
    expect(await opens(envelope, rowOf(payload))).toMatchObject({ ok: true });
    const { key, k } = await sharedKey(['brenland', 'corvale']);
    const under = await forgeUnder(key.id, k, plaintext, await bindingOf(payload));
    const audienceKeys = new Map([[key.id, key]]);
    expect(await opens(under, rowOf(payload), { audienceKeys })).toMatchObject({ ok: true });
  });
});

describe('H2 · a co-recipient', () => {
  it('forges a text: writes another one under the same key, with the old signature', async () => {
    const payload = payloadFrom(a, [b, c]);
    const changed = { ...payload, body: { court: 'Another court' } };
    const [header, , signature] = (await sign(payload, a.officer)).split('.');
    const plaintext = [header, toBase64url(utf8(canonical(changed))), signature].join('.');
    const envelope = await forge({ plaintext, binding: await bindingOf(changed), to: [a, b, c] });
    expect(await opens(envelope, rowOf(payload))).toEqual(refused('bad-signature'));
  });

  it('signs as the sender: its own signature under the sender’s kid', async () => {
    const payload = payloadFrom(a, [b, c]);
    const plaintext = await sign(payload, c.officer, a.officer.pair.kid);
    const envelope = await forge({ plaintext, binding: await bindingOf(payload), to: [a, b, c] });
    expect(await opens(envelope, rowOf(payload))).toEqual(refused('bad-signature'));
  });

  it('forwards what was meant for it alone, as if the sender had sent it on', async () => {
    const payload = payloadFrom(a, [c]);
    const envelope = await forge({
      plaintext: await sign(payload, a.officer),
      binding: await bindingOf(payload),
      to: [a, b],
    });
    const row = rowOf(payload, { audience: [a.code, b.code] });
    expect(await opens(envelope, row)).toEqual(refused('other-recipients'));
    expect(await opens(envelope, rowOf(payload, { audience: [a.code, b.code, c.code] }))).toEqual(
      refused('other-recipients'),
    );
    const listed = await forge({
      plaintext: await sign(payload, a.officer),
      binding: await bindingOf(payload),
      to: [a, b, c],
    });
    expect(await opens(listed, rowOf(payload, { audience: [a.code, c.code, b.code] }))).toEqual(
      refused('other-recipients'),
    );
  });

  it('uses the sender’s audience key for itself', async () => {
    const { key, k } = await sharedKey(['brenland', 'corvale']);
    const payload = payloadFrom(c, [a, b]);
    const envelope = await forgeUnder(key.id, k, await sign(payload, c.officer), await bindingOf(payload));
    expect(await opens(envelope, rowOf(payload), { audienceKeys: new Map([[key.id, key]]) })).toEqual(
      refused('other-sender'),
    );
  });

  it('forges under the sender’s audience key', async () => {
    const { key, k } = await sharedKey(['brenland', 'corvale']);
    const payload = payloadFrom(a, [b, c]);
    const envelope = await forgeUnder(
      key.id,
      k,
      await sign(payload, c.officer, a.officer.pair.kid),
      await bindingOf(payload),
    );
    expect(await opens(envelope, rowOf(payload), { audienceKeys: new Map([[key.id, key]]) })).toEqual(
      refused('bad-signature'),
    );
  });

  it('carries a text of a smaller circle under the key of a wider one', async () => {
    const { key, k } = await sharedKey(['brenland', 'corvale']);
    const payload = payloadFrom(a, [c]);
    const envelope = await forgeUnder(key.id, k, await sign(payload, a.officer), await bindingOf(payload));
    const row = rowOf(payload, { audience: [a.code, b.code, c.code] });
    expect(await opens(envelope, row, { audienceKeys: new Map([[key.id, key]]) })).toEqual(
      refused('other-recipients'),
    );
  });

  it('brings a used-up month back', async () => {
    const { key, k } = await sharedKey(['brenland', 'corvale']);
    const payload = payloadFrom(a, [b, c], { at: '2026-10-31T23:59:59Z' });
    const envelope = await forgeUnder(key.id, k, await sign(payload, a.officer), await bindingOf(payload));
    expect(await opens(envelope, rowOf(payload), { audienceKeys: new Map([[key.id, key]]) })).toEqual(
      refused('other-payload'),
    );
  });

  it('claims known words: the digest of a verified entry over another text', async () => {
    const payload = payloadFrom(a, [b, c]);
    const digest = digestOf(canonical(payload));
    const changed = { ...payload, body: { court: 'Another court' } };
    const plaintext = await sign(changed, c.officer, a.officer.pair.kid);
    const envelope = await forge({
      plaintext,
      binding: await bindingOf(changed, { commit: digest }),
      to: [a, b, c],
    });
    const seen = { highest: 1, entries: new Map([[payload.entry, [1, 1, digest] as const]]) };
    expect(await opens(envelope, rowOf(payload), { seen })).toEqual(refused('other-payload'));
  });
});

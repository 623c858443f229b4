/** H2 · Attacks on envelopes by whoever sends them, each refused for its own reason, for good. */

import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/domain/ids.ts';
import { audienceKeyEntry, audienceKeyIn } from '../../../src/sealing/audience-key.ts';
import { digestOf, toBase64url } from '../../../src/sealing/bytes.ts';
import { canonical } from '../../../src/sealing/canonical.ts';
import { newSigningKey, unlock } from '../../../src/sealing/keys.ts';
import {
  a,
  all,
  b,
  c,
  missions,
  opens,
  refused,
  rowOf,
  send,
  sharedKey,
} from '../../support/sealing/attacked.ts';
import {
  type AnyPayload,
  bindingOf,
  forge,
  payloadFrom,
  sign,
  signedAs,
} from '../../support/sealing/forgery.ts';
import { card, newEntry, newSigner, now, standingFor } from '../../support/sealing/test-circle.ts';

describe('H2 · a sender', () => {
  it('writes two texts for one revision', async () => {
    const entry = newEntry();
    const [one, other] = [
      await send({ entry, body: { words: 'no' } }),
      await send({ entry, body: { words: 'yes' } }),
    ];
    const seen = { highest: 1, entries: new Map([[entry, [1, 1, one.digest] as const]]) };
    expect(await opens(other.envelope, other.row, { seen })).toEqual(refused('two-texts'));
  });

  it('commits to one text and sends another: two plaintexts for one envelope', async () => {
    const [shown, sent] = [payloadFrom(a, [b, c]), payloadFrom(a, [b, c])];
    const other = { ...sent, entry: shown.entry };
    const envelope = await forge({
      plaintext: await sign(other, a.officer),
      binding: await bindingOf(shown),
      to: [a, b, c],
    });
    expect(await opens(envelope, rowOf(shown))).toEqual(refused('other-payload'));
  });

  it.each<[string, object]>([
    ['entry', { entry: '01HZX3K8Q2W7V5R4T9N6M1C0BF' }],
    ['revision', { rev: 7 }],
    ['case', { code: '9BGPNH00W' }],
  ])('signs for another %s than the row’s', async (_, more) => {
    const payload = payloadFrom(a, [b, c]);
    const signed = { ...payload, ...more };
    const binding = await bindingOf(payload, { commit: digestOf(canonical(signed)) });
    const envelope = await forge({ plaintext: await sign(signed, a.officer), binding, to: [a, b, c] });
    expect(await opens(envelope, rowOf(payload))).toEqual(refused('other-payload'));
  });

  it('puts somebody else’s kid in the list, or names others inside than outside', async () => {
    const payload = payloadFrom(a, [b, c]);
    const plaintext = await sign(payload, a.officer);
    const binding = await bindingOf(payload);
    const kids = { [c.code]: missions.dunmere.seal.kid };
    expect(await opens(await forge({ plaintext, binding, to: [a, b, c], kids }), rowOf(payload))).toEqual(
      refused('other-recipients'),
    );
    expect(await opens(await forge({ plaintext, binding, to: [a, b] }), rowOf(payload))).toEqual(
      refused('other-recipients'),
    );
  });

  it('names our key as somebody else’s', async () => {
    const payload = payloadFrom(a, [b, c]);
    const to = payload.to.map((each) =>
      each.mission === b.code
        ? { ...each, kid: c.seal.kid }
        : each.mission === c.code
          ? { ...each, kid: b.seal.kid }
          : each,
    );
    const crossed = { ...payload, to };
    const envelope = await forge({
      plaintext: await sign(crossed, a.officer),
      binding: await bindingOf(crossed),
      to: [a, c, b],
    });
    expect(await opens(envelope, rowOf(payload))).toEqual(refused('other-recipients'));
  });

  it('claims another mission: its own key, that mission’s name', async () => {
    const payload = payloadFrom(a, [b, c], signedAs(a, c.officer));
    const envelope = await forge({
      plaintext: await sign(payload, c.officer),
      binding: await bindingOf(payload),
      to: [a, b, c],
    });
    expect(await opens(envelope, rowOf(payload))).toEqual(refused('signer-unknown'));
    const own = payloadFrom(c, [a, b]);
    const ours = await forge({
      plaintext: await sign(own, c.officer),
      binding: await bindingOf(own),
      to: [a, b, c],
    });
    expect(await opens(ours, rowOf(own, { from: a.code }))).toEqual(refused('other-sender'));
  });

  it('claims a colleague: its own key, the head’s name', async () => {
    const payload = payloadFrom(a, [b, c], signedAs(a, a.officer, a.head));
    const envelope = await forge({
      plaintext: await sign(payload, a.officer),
      binding: await bindingOf(payload),
      to: [a, b, c],
    });
    expect(await opens(envelope, rowOf(payload))).toEqual(refused('signer-unknown'));
  });

  it('shows known words, signed with a stolen key, as signed with the key that replaced it', async () => {
    const next = await newSigningKey();
    const from = '2026-06-01T00:00:00Z' as Instant;
    const replaces = await card(a.code, next, 'person', a.head, { epoch: 2, from, person: a.officer.person });
    const later = await standingFor(b, all, { cards: [...all.flatMap(({ cards }) => cards), replaces] });
    const payload = payloadFrom(a, [b, c]);
    const seen = {
      highest: 1,
      entries: new Map([[payload.entry, [1, 1, digestOf(canonical(payload))] as const]]),
    };
    const made = async (kid: string) =>
      forge({
        plaintext: await sign(payload, a.officer, kid),
        binding: await bindingOf(payload),
        to: [a, b, c],
      });
    for (const kid of [a.officer.pair.kid, next.kid])
      expect(await opens(await made(kid), rowOf(payload), { standing: later, seen })).toEqual(
        refused('signer-unknown'),
      );
    const known = await opens(await made(a.officer.pair.kid), rowOf(payload), { seen });
    expect(known).toMatchObject({ ok: true, news: 'known' });
  });

  it('signs with the mission’s key, which needs nobody’s passphrase', async () => {
    const mission = { ...a.officer, unlocked: await unlock(a.own, 'signing') };
    const payload = payloadFrom(a, [b, c], signedAs(a, mission));
    const envelope = await forge({
      plaintext: await sign(payload, mission),
      binding: await bindingOf(payload),
      to: [a, b, c],
    });
    expect(await opens(envelope, rowOf(payload))).toEqual(refused('signer-unknown'));
  });

  it('brings a card that an officer signed, not the head', async () => {
    const friend = await newSigner('friend');
    const byOfficer = await card(a.code, friend.pair, 'person', a.officer, { person: friend.person });
    const cards = [...all.flatMap((mission) => mission.cards), byOfficer];
    const payload = payloadFrom(a, [b, c], signedAs(a, friend));
    const envelope = await forge({
      plaintext: await sign(payload, friend),
      binding: await bindingOf(payload),
      to: [a, b, c],
    });
    const known = { standing: await standingFor(b, all, { cards }) };
    expect(await opens(envelope, rowOf(payload), known)).toEqual(refused('signer-unknown'));
  });

  it('signs with a key whose card has ended, or that a newer one replaced', async () => {
    const ended = '2026-06-01T00:00:00Z' as Instant;
    const next = await newSigningKey();
    const more = { epoch: 2, person: a.officer.person };
    const ends = await card(a.code, a.officer.pair, 'person', a.head, { ...more, to: ended });
    const replaces = await card(a.code, next, 'person', a.head, { ...more, from: ended });
    for (const text of [ends, replaces]) {
      const later = await standingFor(b, all, { cards: [...all.flatMap(({ cards }) => cards), text] });
      const after = payloadFrom(a, [b, c]);
      const before = payloadFrom(a, [b, c], { at: '2026-05-31T23:59:59Z' });
      const made = async (payload: AnyPayload) =>
        opens(
          await forge({
            plaintext: await sign(payload, a.officer),
            binding: await bindingOf(payload),
            to: [a, b, c],
          }),
          rowOf(payload),
          { standing: later },
        );
      expect(await made(after)).toEqual(refused('signer-unknown'));
      expect(await made(before)).toMatchObject({ ok: true });
    }
  });

  it('is nobody whose number was compared, or was removed', async () => {
    const { envelope, row } = await send();
    const unpinned = await standingFor(b, all, { pins: [] });
    expect(await opens(envelope, row, { standing: unpinned })).toEqual(refused('sender-not-verified'));
    const removed = await standingFor(b, all, { removed: [{ mission: a.code, since: now }] });
    expect(await opens(envelope, row, { standing: removed })).toEqual(refused('signer-unknown'));
  });

  it('sends another audience key under a name that is known', async () => {
    const { key, k } = await sharedKey(['brenland', 'corvale']);
    const body = { id: key.id, k: toBase64url(new Uint8Array(32)), audience: key.audience, month: key.month };
    const payload = {
      ...payloadFrom(a, [b, c]),
      type: 'audience-key',
      entry: audienceKeyEntry(key.id),
      body,
    };
    expect(await audienceKeyIn({ ...payload, body: { ...body, k } } as never)).toBeDefined();
    expect(await audienceKeyIn(payload as never)).toBeUndefined();
    for (const more of [{ entry: newEntry() }, { at: '2026-12-01T00:00:00Z' }, { type: 'in-touch' }])
      expect(await audienceKeyIn({ ...payload, body: { ...body, k }, ...more } as never)).toBeUndefined();
    const others = { ...body, k, audience: payloadFrom(a, [b]).to };
    expect(await audienceKeyIn({ ...payload, body: others } as never)).toBeUndefined();
  });
});

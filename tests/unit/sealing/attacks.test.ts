/** H2 · Attacks on envelopes, each by name, each refused for its own reason, for good. */

import { CompactSign } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/domain/ids.ts';
import {
  type AudienceKey,
  audienceKeyEntry,
  audienceKeyIn,
  newAudienceKey,
} from '../../../src/sealing/audience-key.ts';
import { digestOf, fromBase64url, fromUtf8, toBase64url, utf8 } from '../../../src/sealing/bytes.ts';
import { canonical, type Json } from '../../../src/sealing/canonical.ts';
import { readOuter } from '../../../src/sealing/envelope.ts';
import { newSigningKey, unlock } from '../../../src/sealing/keys.ts';
import { type Opening, openEnvelope, type Row } from '../../../src/sealing/open.ts';
import type { Standing } from '../../../src/sealing/standing.ts';
import {
  type AnyPayload,
  bindingOf,
  forge,
  forgeUnder,
  padded,
  payloadFrom,
  sign,
  signedAs,
  withBinding,
} from '../../support/sealing/forgery.ts';
import {
  card,
  clearedForNobody,
  newCircle,
  newEntry,
  newSigner,
  now,
  openingOf,
  type Post,
  post,
  recipients,
  standingFor,
  type TestMission,
} from '../../support/sealing/test-circle.ts';

const names = ['aldermark', 'brenland', 'corvale', 'dunmere'] as const;
let missions: Readonly<Record<(typeof names)[number], TestMission>>;
let all: readonly TestMission[];
let sending: Standing;
let standing: Standing;
let a: TestMission;
let b: TestMission;
let c: TestMission;

beforeAll(async () => {
  missions = await newCircle(names);
  all = Object.values(missions);
  ({ aldermark: a, brenland: b, corvale: c } = missions);
  sending = await standingFor(a, all);
  standing = await standingFor(b, all);
});

/** The row in which an honest sender would have put this payload. */
const rowOf = ({ entry, code, from, to, at }: AnyPayload, more: Partial<Row> = {}): Row => ({
  ...{ entry, from: from.mission, audience: to.map(({ mission }) => mission), writtenAt: at as Instant },
  ...(code === undefined ? {} : { code }),
  ...more,
});

/** How brenland, the victim, opens it. */
const opens = (envelope: string, row: Row, more: Partial<Opening> = {}) =>
  openEnvelope(envelope, openingOf(b, standing, row, more));
const refused = (code: string) => ({ ok: false, code });
const send = (more: object = {}): Promise<Post> => post(a, sending, ['brenland', 'corvale'], more);

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

/** A key of aldermark's that brenland has received, and its bytes, which every recipient holds. */
async function sharedKey(to: readonly string[]): Promise<{ key: AudienceKey; k: string }> {
  const { key, body } = await newAudienceKey(recipients(sending, to), '2026-11');
  const payload = { type: 'audience-key', concerns: () => [] };
  const more = {
    payload,
    body: body as unknown as Json,
    cleared: clearedForNobody(),
    entry: audienceKeyEntry(key.id),
  };
  const sent = await post(a, sending, to, more);
  const got = await opens(sent.envelope, sent.row);
  const theirs = got.ok ? await audienceKeyIn(got.payload) : undefined;
  if (theirs === undefined) throw new Error('no key');
  return { key: theirs, k: body.k };
}

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
    const digest = await digestOf(canonical(payload));
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
    const binding = await bindingOf(payload, { commit: await digestOf(canonical(signed)) });
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
      entries: new Map([[payload.entry, [1, 1, await digestOf(canonical(payload))] as const]]),
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
    const binding = await bindingOf(payload, { commit: await digestOf(text) });
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
    const recipientsDigest = await digestOf(canonical(list));
    const envelopeWithDigest = withBinding(bound, (old) => ({ ...old, recipients: recipientsDigest }));
    expect(await opens(envelopeWithDigest, row)).toEqual(refused('not-opened'));
  });
});

/** H2 · What is sealed for a mission opens there, and only there. */

import { beforeAll, describe, expect, it } from 'vitest';
import {
  type AudienceKey,
  audienceKeyEntry,
  audienceKeyIn,
  newAudienceKey,
} from '../../../src/sealing/audience-key.ts';
import { canonical, type Json } from '../../../src/sealing/canonical.ts';
import { openEnvelope } from '../../../src/sealing/open.ts';
import { seal } from '../../../src/sealing/seal.ts';
import type { PinnedKey, Standing } from '../../../src/sealing/standing.ts';
import {
  circle,
  clearedFor,
  clearedForNobody,
  inTouch,
  newCircle,
  newEntry,
  now,
  openingOf,
  post,
  recipients,
  sharedEntry,
  standingFor,
  type TestMission,
} from '../../support/sealing/test-circle.ts';

const names = ['aldermark', 'brenland', 'corvale', 'dunmere'] as const;
let missions: Readonly<Record<(typeof names)[number], TestMission>>;
const standings = new Map<string, Standing>();

beforeAll(async () => {
  missions = await newCircle(names);
  for (const name of names) standings.set(name, await standingFor(missions[name], Object.values(missions)));
});

const standing = (name: string): Standing => standings.get(name) as Standing;
const opening = (name: (typeof names)[number], row: Awaited<ReturnType<typeof post>>['row'], more = {}) =>
  openingOf(missions[name], standing(name), row, more);

async function sharedKey(to: readonly string[]): Promise<{ key: AudienceKey; theirs: AudienceKey }> {
  const keys = recipients(standing('aldermark'), to);
  const { key, body } = await newAudienceKey(keys, '2026-11');
  const payload = { type: 'audience-key', concerns: () => [] };
  const sent = await post(missions.aldermark, standing('aldermark'), to, {
    ...{
      payload,
      body: body as unknown as Json,
      cleared: clearedForNobody(),
      entry: audienceKeyEntry(key.id),
    },
  });
  const got = await openEnvelope(sent.envelope, opening('brenland', sent.row));
  if (!got.ok) throw new Error(got.code);
  const theirs = await audienceKeyIn(got.payload);
  if (theirs === undefined) throw new Error('no key');
  return { key, theirs };
}

describe('H2 · an envelope to two missions', () => {
  it('opens for both, for the sender, and says who sent it', async () => {
    const sent = await post(missions.aldermark, standing('aldermark'), ['brenland', 'corvale']);
    for (const name of ['aldermark', 'brenland', 'corvale'] as const) {
      const got = await openEnvelope(sent.envelope, opening(name, sent.row));
      expect(got).toMatchObject({
        ok: true,
        digest: sent.digest,
        news: 'new',
        payload: { body: { court: 'District court', day: '2026-11-25' } },
        sender: { mission: 'aldermark', person: { objectId: 'officer-aldermark' } },
      });
    }
  });

  it('does not open for another mission, even one that reads the row', async () => {
    const sent = await post(missions.aldermark, standing('aldermark'), ['brenland']);
    const honest = await openEnvelope(sent.envelope, opening('corvale', sent.row));
    expect(honest).toEqual({ ok: false, code: 'not-for-us' });
    const row = { ...sent.row, audience: [...sent.row.audience, missions.corvale.code] };
    expect(await openEnvelope(sent.envelope, opening('corvale', row))).toEqual({ ok: false, code: 'no-key' });
  });

  it('says nothing by its length: a word more leaves it as long', async () => {
    const lengths = new Set<number>();
    for (const words of ['', 'x', 'Hearing moved to the afternoon'])
      lengths.add(
        (await post(missions.aldermark, standing('aldermark'), ['brenland'], { body: { words } })).envelope
          .length,
      );
    expect(lengths.size).toBe(1);
  });

  it('holds no readable word of what was sealed', async () => {
    const { envelope } = await post(missions.aldermark, standing('aldermark'), ['brenland']);
    const readable = Object.values(JSON.parse(envelope)).map((each) =>
      Buffer.from(String(each), 'base64url').toString('latin1'),
    );
    for (const text of [envelope, ...readable]) expect(text).not.toMatch(/District|2026-11-25|officer/);
  });

  it('a known digest needs no second signature check, and is told apart from news', async () => {
    const { envelope, row, digest } = await post(missions.aldermark, standing('aldermark'), ['brenland']);
    const seen = { highest: 1, entries: new Map([[row.entry, [1, 1, digest] as const]]) };
    expect(await openEnvelope(envelope, opening('brenland', row, { seen }))).toMatchObject({ news: 'known' });
    const later = { highest: 7, entries: new Map() };
    expect(await openEnvelope(envelope, opening('brenland', row, { seen: later }))).toMatchObject({
      news: 'late',
    });
  });
});

describe('H2 · an envelope under an audience key', () => {
  it('opens with the key that came before, for its audience only', async () => {
    const { key, theirs } = await sharedKey(['brenland']);
    const sent = await post(missions.aldermark, standing('aldermark'), ['brenland'], { audienceKey: key });
    const audienceKeys = new Map([[theirs.id, theirs]]);
    expect(await openEnvelope(sent.envelope, opening('brenland', sent.row, { audienceKeys }))).toMatchObject({
      ok: true,
    });
    expect(await openEnvelope(sent.envelope, opening('brenland', sent.row))).toMatchObject({
      code: 'no-audience-key',
    });
    const row = { ...sent.row, audience: [...sent.row.audience, missions.corvale.code] };
    expect(await openEnvelope(sent.envelope, opening('corvale', row, { audienceKeys }))).toMatchObject({
      code: 'other-recipients',
    });
  });

  it('is refused for other missions and in another month', async () => {
    const { key } = await sharedKey(['brenland']);
    const send = (to: readonly string[], more = {}) =>
      post(missions.aldermark, standing('aldermark'), to, { audienceKey: key, ...more });
    await expect(send(['brenland', 'corvale'])).rejects.toThrow(TypeError);
    await expect(send(['brenland'], { at: '2026-12-01T00:00:00Z' })).rejects.toThrow(TypeError);
    await expect(send(['brenland'], { audienceKey: { ...key } })).rejects.toThrow(TypeError);
  });
});

describe('H2 B8 · nothing is sealed that the gate has not cleared for exactly these missions', () => {
  const input = (to: readonly string[], more: object = {}) => ({
    ...{ circle, entry: newEntry(), payload: sharedEntry, body: {}, rev: 1, seq: 1, at: now },
    person: 'officer-aldermark',
    signer: missions.aldermark.officer.unlocked,
    recipients: recipients(standing('aldermark'), to),
    cleared: clearedFor(to),
    ...more,
  });

  it.each([
    ['a value that looks cleared', () => input(['brenland'], { cleared: { ...clearedFor(['brenland']) } })],
    [
      'a recipient that consent does not name',
      () => input(['brenland', 'corvale'], { cleared: clearedFor(['brenland']) }),
    ],
    ['consent for nobody, with a defender in it', () => input(['brenland'], { cleared: clearedForNobody() })],
    [
      'a recipient that looks pinned',
      () =>
        input(['brenland'], {
          recipients: recipients(standing('aldermark'), ['brenland']).map((key) => ({ ...key })),
        }),
    ],
    [
      'ourselves left out',
      () =>
        input(['brenland'], {
          recipients: recipients(standing('aldermark'), ['brenland']).filter((key: PinnedKey) => !key.own),
        }),
    ],
    [
      'a mission there twice',
      () =>
        input(['brenland'], {
          recipients: [
            ...recipients(standing('aldermark'), ['brenland']),
            ...recipients(standing('aldermark'), ['brenland']).filter((key: PinnedKey) => !key.own),
          ],
        }),
    ],
  ])('refuses %s', async (_, make) => {
    await expect(seal(make())).rejects.toThrow(TypeError);
  });

  it('lets through what concerns nobody', async () => {
    const sent = await seal(input(['brenland'], { payload: inTouch, cleared: clearedForNobody() }));
    expect(sent.envelope).toBe(canonical(JSON.parse(sent.envelope)));
  });

  it('says when no list would take it', async () => {
    await expect(seal(input(['brenland'], { body: { words: 'x'.repeat(40_000) } }))).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});

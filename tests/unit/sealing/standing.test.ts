/** H1 J1 · Whose key it is: numbers compared, heads followed, two who vouch; everything else is no recipient and no sender. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/domain/ids.ts';
import { readCard } from '../../../src/sealing/cards.ts';
import { newSealingKey } from '../../../src/sealing/keys.ts';
import { fingerprint, qrText, readQr } from '../../../src/sealing/pins.ts';
import {
  isPinnedKey,
  recipientsFrom,
  type StandingInput,
  signerAt,
  standingOf,
} from '../../../src/sealing/standing.ts';
import {
  card,
  circle,
  knownTo,
  newCircle,
  newSigner,
  now,
  pinOf,
  since,
  standingFor,
  type TestMission,
} from '../../support/sealing/test-circle.ts';

const names = ['aldermark', 'brenland', 'corvale', 'dunmere'] as const;
let missions: Readonly<Record<(typeof names)[number], TestMission>>;
let all: readonly TestMission[];
const june = '2026-06-01T00:00:00Z' as Instant;
const july = '2026-07-01T00:00:00Z' as Instant;

beforeAll(async () => {
  missions = await newCircle(names);
  all = Object.values(missions);
});

/** Where brenland stands for aldermark, with the input changed. */
async function brenlandWith(
  change: (input: StandingInput) => Partial<StandingInput> | Promise<Partial<StandingInput>>,
) {
  const input = await knownTo(missions.aldermark, all);
  const standing = await standingOf({ ...input, ...(await change(input)) });
  return {
    standing,
    of: standing.missions.get(missions.brenland.code),
    to: recipientsFrom(standing, [missions.brenland.code]),
  };
}

describe('J1 · the number of a mission', () => {
  it('is 60 digits, the same for everybody, and another one for another key, mission or circle', () => {
    const head = { circle, mission: missions.brenland.code, headKid: missions.brenland.head.pair.kid };
    const number = fingerprint(head);
    expect(number).toMatch(/^(\d{5} ){11}\d{5}$/);
    expect(fingerprint({ ...head })).toBe(number);
    for (const other of [
      { circle: 'other' },
      { mission: missions.corvale.code },
      { headKid: missions.corvale.head.pair.kid },
    ])
      expect(fingerprint({ ...head, ...other })).not.toBe(number);
    expect(qrText(head)).toBe(`FP1 brenland ${number.replaceAll(' ', '')}`);
    expect(readQr(qrText(head))).toEqual({ mission: 'brenland', digits: number.replaceAll(' ', '') });
    expect(readQr('https://example.org/?FP1 brenland 1')).toBeUndefined();
  });
});

describe('H1 J1 · whose key is believed', () => {
  it('our own, and those compared in person', async () => {
    const standing = await standingFor(missions.aldermark, all);
    expect([...standing.missions.values()].map(({ mission, state }) => [mission, state])).toEqual([
      ['aldermark', 'own'],
      ['brenland', 'in-person'],
      ['corvale', 'in-person'],
      ['dunmere', 'in-person'],
    ]);
    const found = recipientsFrom(standing, [missions.brenland.code]);
    expect(found.ok && found.keys.map(({ mission, kid, own }) => [mission, kid, own])).toEqual([
      ['aldermark', missions.aldermark.seal.kid, true],
      ['brenland', missions.brenland.seal.kid, false],
    ]);
    expect(found.ok && found.keys.every(isPinnedKey)).toBe(true);
  });

  it('not one that nobody compared; its number is there to be compared', async () => {
    const { of, to } = await brenlandWith(() => ({ pins: [] }));
    expect(of).toMatchObject({ state: 'unpinned', shownKid: missions.brenland.head.pair.kid });
    expect(to).toEqual({ ok: false, missing: [{ mission: 'brenland', why: 'unpinned' }] });
  });

  it('not by a pin that none of us signed', async () => {
    const { of } = await brenlandWith(async () => ({
      pins: [await pinOf(missions.corvale, missions.brenland)],
    }));
    expect(of?.state).toBe('unpinned');
  });

  it('not without cards, and broken when the card of a pinned head is gone', async () => {
    const { standing } = await brenlandWith(() => ({ cards: [...missions.aldermark.cards] }));
    expect(standing.missions.get(missions.brenland.code)).toMatchObject({
      state: 'broken',
      why: 'card-missing',
    });
    const none = await brenlandWith(() => ({ cards: [...missions.aldermark.cards], pins: [] }));
    expect(none.to).toMatchObject({ missing: [{ why: 'no-card' }] });
  });

  it('one that two missions vouch for, whose heads we compared ourselves; not one alone, nor one twice', async () => {
    const kid = missions.brenland.head.pair.kid;
    const mission = missions.brenland.code;
    const by = (...vouchers: TestMission[]) => vouchers.map(({ code }) => ({ by: code, mission, kid }));
    const pins = await Promise.all(
      [missions.corvale, missions.dunmere].map((of) => pinOf(missions.aldermark, of)),
    );
    const state = async (vouches: StandingInput['vouches'], known = pins) =>
      (await brenlandWith(() => ({ pins: known, vouches }))).of?.state;
    expect(await state(by(missions.corvale, missions.dunmere))).toBe('vouched');
    expect(await state(by(missions.corvale))).toBe('unpinned');
    expect(await state(by(missions.corvale, missions.corvale))).toBe('unpinned');
    expect(await state(by(missions.corvale, missions.dunmere), pins.slice(0, 1))).toBe('unpinned');
    expect(await state(by(missions.corvale, missions.brenland))).toBe('unpinned');
  });

  it('nobody who was removed, from that moment', async () => {
    const { standing, to } = await brenlandWith(() => ({
      removed: [{ mission: missions.brenland.code, since: june }],
    }));
    expect(to).toMatchObject({ missing: [{ why: 'removed' }] });
    const kid = missions.brenland.officer.pair.kid;
    expect(signerAt(standing, missions.brenland.code, kid, since)?.person?.objectId).toBe('officer-brenland');
    expect(signerAt(standing, missions.brenland.code, kid, june)).toBeUndefined();
  });

  it('a standing or a key that somebody wrote down is refused', async () => {
    const standing = await standingFor(missions.aldermark, all);
    expect(() => recipientsFrom({ ...standing }, [missions.brenland.code])).toThrow(TypeError);
    expect(isPinnedKey({ mission: 'brenland', kid: 'x', own: false })).toBe(false);
  });
});

describe('J1 · a new head of mission', () => {
  const next = async (from = june) => {
    const successor = await newSigner('new-head');
    const { brenland } = missions;
    const prev = brenland.head.pair.kid;
    const text = await card(brenland.code, successor.pair, 'head', brenland.head, {
      prev,
      from,
      epoch: 2,
      person: successor.person,
    });
    return { successor, text };
  };

  it('whose card the one before signed is followed', async () => {
    const { successor, text } = await next();
    const { of, to, standing } = await brenlandWith(({ cards }) => ({ cards: [...cards, text] }));
    expect(of).toMatchObject({ state: 'predecessor', headKid: successor.pair.kid });
    expect(to.ok).toBe(true);
    expect(signerAt(standing, missions.brenland.code, missions.brenland.head.pair.kid, july)).toBeUndefined();
    expect(signerAt(standing, missions.brenland.code, missions.brenland.head.pair.kid, since)?.use).toBe(
      'head',
    );
  });

  it('pinned directly needs no pin of the one before', async () => {
    const { successor, text } = await next();
    const { of } = await brenlandWith(async ({ cards }) => ({
      cards: [...cards, text],
      pins: [await pinOf(missions.aldermark, missions.brenland, successor.pair.kid)],
    }));
    expect(of).toMatchObject({ state: 'in-person', headKid: successor.pair.kid });
  });

  it('two next heads by one hand break the mission', async () => {
    const [one, other] = [await next(), await next()];
    const { of, to } = await brenlandWith(({ cards }) => ({ cards: [...cards, one.text, other.text] }));
    expect(of).toMatchObject({ state: 'broken', why: 'two-words' });
    expect(to).toMatchObject({ missing: [{ why: 'broken' }] });
  });

  it('who signs for himself breaks it too, until the new number is compared', async () => {
    const stranger = await newSigner('stranger');
    const text = await card(missions.brenland.code, stranger.pair, 'head', stranger, {
      from: june,
      person: stranger.person,
    });
    const { of } = await brenlandWith(({ cards }) => ({ cards: [...cards, text] }));
    expect(of).toMatchObject({ state: 'broken', why: 'other-head', shownKid: stranger.pair.kid });
    const compared = await brenlandWith(async ({ cards, pins }) => ({
      cards: [...cards, text],
      pins: [...pins, await pinOf(missions.aldermark, missions.brenland, stranger.pair.kid)],
    }));
    expect(compared.of).toMatchObject({ state: 'in-person', headKid: stranger.pair.kid });
  });

  it('whom we had followed and whose card is hidden breaks it', async () => {
    const { successor } = await next();
    const followed = [{ mission: missions.brenland.code, kid: successor.pair.kid }];
    expect((await brenlandWith(() => ({ followed }))).of).toMatchObject({
      state: 'broken',
      why: 'card-missing',
    });
  });

  it('a head whose card ended, with nobody after, is no recipient', async () => {
    const { head, code } = missions.brenland;
    const ended = await card(code, head.pair, 'head', head, { epoch: 2, to: june, person: head.person });
    const { to } = await brenlandWith(({ cards }) => ({ cards: [...cards, ended] }));
    expect(to).toMatchObject({ missing: [{ why: 'ended' }] });
  });
});

describe('J1 · cards below the head', () => {
  it('count only by the head’s own signature', async () => {
    const { officer, code, head } = missions.brenland;
    const key = await newSealingKey();
    const byOfficer = await card(code, key, 'seal', officer, { epoch: 2, from: june });
    const { to } = await brenlandWith(({ cards }) => ({ cards: [...cards, byOfficer] }));
    expect(to.ok && to.keys[1]?.kid).toBe(missions.brenland.seal.kid);
    const byHead = await card(code, key, 'seal', head, { epoch: 2, from: june });
    const after = await brenlandWith(({ cards }) => ({ cards: [...cards, byHead] }));
    expect(after.to.ok && after.to.keys[1]?.kid).toBe(key.kid);
  });

  it('two sealing keys for one epoch break the mission', async () => {
    const other = await card(missions.brenland.code, await newSealingKey(), 'seal', missions.brenland.head);
    const { of } = await brenlandWith(({ cards }) => ({ cards: [...cards, other] }));
    expect(of).toMatchObject({ state: 'broken', why: 'two-words' });
  });

  it('of another circle, or with half a character of signature changed, are passed over', async () => {
    const { code, head } = missions.brenland;
    const elsewhere = await card(code, await newSealingKey(), 'seal', head, { circle: 'other' });
    const good = missions.brenland.cards[2] ?? '';
    const bad = `${good.slice(0, -4)}${good.endsWith('AAAA') ? 'BBBA' : 'AAAA'}`;
    const { of, to } = await brenlandWith(({ cards }) => ({
      cards: [...cards.filter((each) => each !== good), elsewhere, bad, 'noise'],
    }));
    expect(of?.state).toBe('in-person');
    expect(to).toMatchObject({ missing: [{ why: 'no-sealing-key' }] });
  });

  it('whose name does not fit their key are no cards', async () => {
    await expect(readCard('a.b.c')).rejects.toMatchObject({ code: 'bad-signature' });
    const { pair, unlocked, person } = missions.brenland.head;
    const { signCompact } = await import('../../../src/sealing/sign.ts');
    const { canonical } = await import('../../../src/sealing/canonical.ts');
    const payload = {
      circle,
      mission: 'brenland',
      tenantId: 't',
      use: 'head',
      kid: missions.corvale.head.pair.kid,
      jwk: pair.publicJwk,
      epoch: 1,
      from: since,
      person,
      suite: 'fp1',
      type: 'key-card',
    };
    await expect(readCard(await signCompact(canonical(payload), 'fp-card', unlocked))).rejects.toMatchObject({
      code: 'bad-card',
    });
  });

  it('standing is for a moment: a key that begins later is not used yet', async () => {
    const { code, head } = missions.brenland;
    const key = await newSealingKey();
    const later = await card(code, key, 'seal', head, { epoch: 2, from: '2027-01-01T00:00:00Z' as Instant });
    const { to } = await brenlandWith(({ cards }) => ({ cards: [...cards, later], at: now }));
    expect(to.ok && to.keys[1]?.kid).toBe(missions.brenland.seal.kid);
  });
});

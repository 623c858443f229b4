/** D10 H2 · Acts: a closed list of words, signed by the right key, each naming the one before. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { EntryId, Instant } from '../../../src/domain/ids.ts';
import { type Act, chainFaults, type Link, readAct, signAct } from '../../../src/sealing/acts.ts';
import { canonical } from '../../../src/sealing/canonical.ts';
import { type UnlockedKey, unlock } from '../../../src/sealing/keys.ts';
import { signCompact } from '../../../src/sealing/sign.ts';
import type { Standing } from '../../../src/sealing/standing.ts';
import {
  circle,
  newCircle,
  newEntry,
  now,
  standingFor,
  type TestMission,
} from '../../support/sealing/test-circle.ts';

let missions: Readonly<Record<'aldermark' | 'brenland', TestMission>>;
let standing: Standing;
let missionKey: UnlockedKey;
const entry = newEntry();
const digest = 'A'.repeat(43);

beforeAll(async () => {
  missions = await newCircle(['aldermark', 'brenland']);
  standing = await standingFor(missions.aldermark, Object.values(missions));
  missionKey = await unlock(missions.brenland.own, 'signing');
});

const head = () => ({ circle, from: missions.brenland.code, seq: 1, prev: '', at: now });
const attested = (more: object = {}): Act => ({
  ...head(),
  ...{
    type: 'attested',
    entry,
    digest,
    action: 'trial',
    audience: ['mission:aldermark'],
    identity: 'initials',
  },
  until: '2026-11-23T09:00:00Z' as Instant,
  ...more,
});
const vouched = (): Act => ({ ...head(), type: 'vouched', mission: missions.aldermark.code, kid: digest });

describe('D10 · an act', () => {
  it('of the mission needs nobody’s passphrase; a person’s says who', async () => {
    const byMission = await signAct(attested(), missionKey);
    const read = await readAct(byMission.jws, standing, now);
    expect(read).toMatchObject({ ok: true, act: { type: 'attested', entry }, digest: byMission.digest });
    expect(read).not.toHaveProperty('person');
    const byPerson = await signAct(vouched(), missions.brenland.officer.unlocked);
    expect(await readAct(byPerson.jws, standing, now)).toMatchObject({
      ok: true,
      person: { objectId: 'officer-brenland' },
    });
  });

  it('by the wrong kind of key, or by another mission, does not count', async () => {
    const { officer } = missions.brenland;
    for (const [act, key] of [
      [attested(), officer.unlocked],
      [vouched(), missionKey],
      [vouched(), missions.aldermark.officer.unlocked],
    ] as const)
      expect(await readAct((await signAct(act, key)).jws, standing, now)).toEqual({
        ok: false,
        code: 'signer-unknown',
      });
  });

  it.each<[string, object]>([
    ['more than 72 hours', { until: '2026-11-23T09:00:01Z' }],
    ['an end before its beginning', { until: now }],
    ['free text', { words: 'trust me' }],
    ['an action that nobody knows', { action: 'escort' }],
    ['no audience', { audience: [] }],
    ['another type', { type: 'approved' }],
    ['the type of every object', { type: 'constructor' }],
    ['a first act that has one before', { prev: digest }],
    ['a second act that has none', { seq: 2 }],
    ['half an entry', { entry: 'X' as EntryId }],
  ])('with %s is neither signed nor read', async (_, more) => {
    const act = attested(more);
    await expect(signAct(act, missionKey)).rejects.toThrow(TypeError);
    const jws = await signCompact(canonical({ ...act, suite: 'fp1' }), 'fp-act', missionKey);
    expect(await readAct(jws, standing, now)).toEqual({ ok: false, code: 'malformed' });
  });

  it('of another circle, or with a changed signature, does not count', async () => {
    const other = await signAct(attested({ circle: 'other' }), missionKey);
    expect(await readAct(other.jws, standing, now)).toMatchObject({ code: 'malformed' });
    const { jws } = await signAct(attested(), missionKey);
    const changed = `${jws.slice(0, -10)}${jws.endsWith('A'.repeat(10)) ? 'B' : 'A'.repeat(10)}`;
    expect((await readAct(changed, standing, now)).ok).toBe(false);
  });
});

describe('D10 H2 · the chain of a mission’s acts', () => {
  const links: readonly Link[] = ['a', 'b', 'c', 'd'].map((name, index) => ({
    seq: index + 1,
    prev: index === 0 ? '' : String.fromCharCode(name.charCodeAt(0) - 1),
    digest: name,
  }));
  const pick = (...places: number[]): Link[] => places.map((place) => links[place] as Link);

  it.each<[string, Link[], { seq: number; digest: string } | undefined, string | undefined]>([
    ['all of it', pick(0, 1, 2, 3), undefined, undefined],
    ['nothing yet', [], undefined, undefined],
    ['all of it, beside the head we saw', pick(0, 1, 2, 3), { seq: 2, digest: 'b' }, undefined],
    ['one taken out', pick(0, 1, 3), undefined, 'gap'],
    ['the first taken out', pick(1, 2, 3), undefined, 'gap'],
    ['the last hidden from who saw it', pick(0, 1, 2), { seq: 4, digest: 'd' }, 'rollback'],
    ['two exchanged', pick(0, 2, 1, 3), undefined, 'reordered'],
    ['one twice', pick(0, 1, 1, 2), undefined, 'reordered'],
    ['two in one place', [...pick(0, 1), { seq: 2, prev: 'a', digest: 'x' }], undefined, 'fork'],
    ['one that follows another one', [...pick(0, 1), { seq: 3, prev: 'x', digest: 'c' }], undefined, 'fork'],
    ['another history than we saw', pick(0, 1, 2, 3), { seq: 2, digest: 'x' }, 'fork'],
  ])('%s', (_, list, seen, what) => {
    expect(chainFaults(list, seen)[0]?.what).toBe(what);
  });
});

/** Whether a mission may act on another's entry: a live word of the owner for this very text, or nothing. */

import { describe, expect, it } from 'vitest';
import {
  type Attestation,
  attestedUntil,
  mayActOn,
  type ToActOn,
} from '../../../src/domain/circle/attestation.ts';
import { withheldWhy } from '../../../src/domain/circle/withheld.ts';
import type { EntryId, Instant, MissionCode } from '../../../src/domain/ids.ts';

const [owner, me] = ['aldermark', 'brenland'] as [MissionCode, MissionCode];
const entry = '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId;
const at = '2026-11-20T09:00:00Z' as Instant;
const until = '2026-11-23T09:00:00Z' as Instant;
const now = '2026-11-21T09:00:00Z' as Instant;
const said: Attestation = {
  from: owner,
  of: entry,
  digest: 'd1',
  action: 'trial',
  audience: [me],
  identity: 'initials',
  at,
  until,
};
const nobody = new Set<MissionCode>();
const step: ToActOn = { entry, owner, digest: 'd1', me, action: 'trial', identity: 'none' };

describe('H3 · acting on what another mission shared', () => {
  it('H3 · under a live attestation it is allowed until that ends', () => {
    const word = { attestations: [said], ended: new Set<EntryId>(), inDoubt: nobody };
    expect(mayActOn(step, word, now)).toEqual({ allowed: true, until });
    expect(attestedUntil(step, word, now)).toBe(until);
  });

  it.each<[string, Partial<Attestation>, Partial<ToActOn>, Instant | undefined]>([
    ['nobody attested', { of: '01HZX3K8Q2W7V5R4T9N6M1C0BG' as EntryId }, {}, now],
    ['somebody else than the owner attested', { from: 'corvia' as MissionCode }, {}, now],
    ['B13 another text was attested', { digest: 'd2' }, {}, now],
    ['the attestation is for others', { audience: ['corvia' as MissionCode] }, {}, now],
    ['it is for another action', { action: 'visa' }, {}, now],
    ['it is for less of the identity', {}, { identity: 'full-name' }, now],
    ['it has ended', {}, {}, until],
    ['it is dated in the future', { at: '2026-11-22T09:00:00Z' as Instant }, {}, now],
    ['it is longer than 72 hours', { until: '2026-11-23T09:00:01Z' as Instant }, {}, now],
    ['the time is not known', {}, {}, undefined],
  ])('H3 · ask the owner: %s', (_name, change, ask, when) => {
    const word = { attestations: [{ ...said, ...change }], ended: new Set<EntryId>(), inDoubt: nobody };
    expect(mayActOn({ ...step, ...ask }, word, when)).toEqual({ allowed: false, code: 'ask-the-owner' });
  });

  it('B9 · once withdrawn no attestation counts, an older nor a later one', () => {
    const later = { ...said, at: now, until: '2026-11-24T09:00:00Z' as Instant };
    const word = { attestations: [said, later], ended: new Set([entry]), inDoubt: nobody };
    expect(mayActOn(step, word, now).allowed).toBe(false);
    expect(attestedUntil(step, word, now)).toBeUndefined();
  });
});

describe('H3 · while the owner’s acts do not fit together', () => {
  const word = { attestations: [said], ended: new Set<EntryId>() };

  it('H3 · its word does not count, and the reason is another one', () => {
    const doubted = { ...word, inDoubt: new Set([owner]) };
    expect(mayActOn(step, doubted, now)).toEqual({ allowed: false, code: 'owner-in-doubt' });
    expect(attestedUntil(step, doubted, now)).toBeUndefined();
  });

  it('H3 · the word of others does', () => {
    const others = { ...word, inDoubt: new Set([me, 'corvia' as MissionCode]) };
    expect(mayActOn(step, others, now)).toEqual({ allowed: true, until });
  });
});

describe('B9 · what is withheld from the reader', () => {
  const good = { entry, state: 'open', isForUs: true, isSenderPinned: true, isSound: true, until: undefined };
  const none = { withdrawn: new Set<EntryId>(), retracted: new Set<EntryId>() };
  it.each([
    ['nothing', good, none, undefined],
    ['withdrawn', good, { ...none, withdrawn: new Set([entry]) }, 'withdrawn'],
    ['retracted by an act', good, { ...none, retracted: new Set([entry]) }, 'retracted'],
    ['emptied, and its owner said nothing', { ...good, state: 'retracted' }, none, 'emptied'],
    [
      'emptied by its owner',
      { ...good, state: 'retracted' },
      { ...none, retracted: new Set([entry]) },
      'retracted',
    ],
    ['for others', { ...good, isForUs: false }, none, 'not-for-us'],
    ['sender not verified', { ...good, isSenderPinned: false }, none, 'sender-not-verified'],
    ['altered', { ...good, isSound: false }, none, 'altered'],
    ['last day', { ...good, until: '2026-11-21' as never }, none, undefined],
    ['past its end', { ...good, until: '2026-11-20' as never }, none, 'ended'],
  ] as const)('H2 · %s', (_name, known, back, why) => {
    expect(withheldWhy(known, back, now)).toBe(why);
  });

  it('H2 · where the time is not known, what has an end is withheld', () => {
    expect(withheldWhy({ ...good, until: '2026-12-01' as never }, none, undefined)).toBe('ended');
  });
});

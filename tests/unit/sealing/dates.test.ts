/** H2 · When it was signed and when the host took it in: whose key has ended cannot write a day on which it still stood. */

import { beforeAll, describe, expect, it } from 'vitest';
import { type Instant, instantFrom, msOf } from '../../../src/domain/ids.ts';
import { readAct, signAct } from '../../../src/sealing/acts.ts';
import { openEnvelope } from '../../../src/sealing/open.ts';
import { nothingSeen, type Seen } from '../../../src/sealing/seen.ts';
import { type Standing, standingOf } from '../../../src/sealing/standing.ts';
import {
  card,
  circle,
  knownTo,
  newCircle,
  newEntry,
  now,
  openingOf,
  post,
  standingFor,
  type TestMission,
} from '../../support/sealing/test-circle.ts';

const hours = (count: number, from: Instant = now) => instantFrom(msOf(from) + count * 3_600_000);
/** The officer of aldermark left then; brenland was removed then. */
const ended = hours(-30 * 24);
const before = hours(-31 * 24);

let a: TestMission;
let b: TestMission;
let c: TestMission;
/** What aldermark and corvale knew while everybody stood, and what corvale knows today. */
let then: Standing;
let thenB: Standing;
let today: Standing;

beforeAll(async () => {
  const missions = await newCircle(['aldermark', 'brenland', 'corvale']);
  ({ aldermark: a, brenland: b, corvale: c } = missions);
  const all = Object.values(missions);
  then = await standingFor(a, all);
  thenB = await standingFor(b, all);
  const { person, pair } = a.officer;
  const end = await card(a.code, pair, 'person', a.head, { person, epoch: 2, from: ended, to: ended });
  const known = await knownTo(c, all, { removed: [{ mission: b.code, since: ended }] });
  today = await standingOf({ ...known, cards: [...known.cards, end] });
});

interface Case {
  readonly who?: 'head' | 'removed';
  /** What it says. */
  readonly signed: () => Instant;
  /** When the host last took the row in. */
  readonly written: () => Instant;
  readonly rev?: number;
  readonly seen?: true;
}

async function opened({ who, signed, written, rev = 1, seen }: Case) {
  const from = who === 'removed' ? b : a;
  const signer = who === 'head' ? a.head : from.officer;
  const sent = await post(from, who === 'removed' ? thenB : then, ['corvale'], {
    ...{ entry: newEntry(), rev, at: signed() },
    ...{ signer: signer.unlocked, person: signer.person.objectId },
  });
  const known: Seen = { highest: 1, entries: new Map([[sent.row.entry, [rev, 1, sent.digest]]]) };
  const row = { ...sent.row, writtenAt: written() };
  const opening = openingOf(c, today, row, { seen: seen ? known : nothingSeen });
  const outcome = await openEnvelope(sent.envelope, opening);
  return outcome.ok ? 'opens' : outcome.code;
}

describe('H2 · a new row of the log', () => {
  it.each<[string, string, Case]>([
    ['written while the key stood', 'opens', { signed: () => before, written: () => before }],
    [
      'taken in a day late at most, the key ended meanwhile',
      'opens',
      { signed: () => hours(-1, ended), written: () => hours(22, ended) },
    ],
    ['dated back by a key that has ended', 'other-time', { signed: () => before, written: () => now }],
    [
      'dated back by a key that has ended, by just more than a day',
      'other-time',
      { signed: () => hours(-1, ended), written: () => hours(23.1, ended) },
    ],
    [
      'dated back by a mission that was removed',
      'other-time',
      { who: 'removed', signed: () => before, written: () => now },
    ],
    [
      'an old row written anew as if it had always said so',
      'other-time',
      { signed: () => before, written: () => now, rev: 2 },
    ],
    [
      'written anew later by a key that stands',
      'opens',
      { who: 'head', signed: () => now, written: () => hours(0.1), rev: 2 },
    ],
    [
      'a word of its index changed later, the key stands',
      'opens',
      { who: 'head', signed: () => before, written: () => now },
    ],
    [
      'a restore wrote it anew, the key stands',
      'opens',
      { who: 'head', signed: () => before, written: () => now, rev: 3 },
    ],
    [
      'a restore wrote it anew, the key has ended, our book had verified it',
      'opens',
      { signed: () => before, written: () => now, rev: 3, seen: true },
    ],
    [
      'dated ahead by a clock a few hours wrong',
      'opens',
      { who: 'head', signed: () => now, written: () => hours(-23) },
    ],
    ['dated ahead', 'other-time', { who: 'head', signed: () => now, written: () => hours(-25) }],
    ['dated after the key ended', 'signer-unknown', { signed: () => now, written: () => now }],
  ])('%s: %s', async (_, answer, row) => {
    expect(await opened(row)).toBe(answer);
  });
});

describe('H2 · a new act', () => {
  const verified = (at: Instant) =>
    signAct(
      {
        ...{ type: 'verified', circle, from: a.code, seq: 1, prev: '', at },
        mission: b.code,
        kid: b.seal.kid,
      },
      a.officer.unlocked,
    );

  it.each([
    ['counts where it was taken in when it was signed', () => before, true],
    ['is not heard where a key that has ended dates it back', () => now, false],
  ])('%s', async (_, written, ok) => {
    const { jws } = await verified(before);
    const read = await readAct(jws, today, written());
    expect(read.ok).toBe(ok);
    if (!read.ok) expect(read.code).toBe('signer-unknown');
  });
});

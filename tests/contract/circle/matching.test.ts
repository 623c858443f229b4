/** Two missions compare whom they know, from the first question to both codes; and everything that stops them. */

import { beforeEach, describe, expect, it } from 'vitest';
import { circleEntry } from '../../../src/domain/circle/kinds/circle-entry.ts';
import { MATCH_SIZE } from '../../../src/domain/circle/match-rules.ts';
import type { Code } from '../../../src/domain/ids.ts';
import type { Role } from '../../../src/domain/missions.ts';
import { match } from '../../../src/domain/system/match.ts';
import { matchRun } from '../../../src/domain/system/match-run.ts';
import type { ConsentInput } from '../../../src/log/saving.ts';
import { askMatch, type MatchTerms } from '../../../src/sealing/match.ts';
import { agreed } from '../../support/log-world.ts';
import { matchTerms } from '../../support/match-law.ts';
import { Gone, type MatchSide, type MatchWorld, openMatchWorld } from '../../support/match-world.ts';

const born = '1986-03-09';
let world: MatchWorld;
let aldermark: MatchSide;
let brenland: MatchSide;

beforeEach(async () => {
  await open();
});

async function open(size = 8, roles: readonly Role[] = ['focal-point']): Promise<void> {
  world = await openMatchWorld(['aldermark', 'brenland'], size, roles);
  aldermark = world.side('aldermark');
  brenland = world.side('brenland');
}

const sync = () => Promise.all([aldermark.sync(), brenland.sync()]);
const run = (side: MatchSide) => {
  const [latest] = side.matching.runs;
  if (!latest) throw new Error('no run');
  return latest;
};
const states = () => [run(aldermark).state, run(brenland).state];

const takenBack = (about: Code): ConsentInput => agreed(about, { outcome: 'withdrawn', grants: [] });
/** Terms of some other run, for messages that an honest app would not make. */
const terms = (): MatchTerms => ({ ...matchTerms, size: 8 });

/** Both know one person, each somebody else besides. */
async function sameNino(): Promise<readonly [Code, Code]> {
  const ours = await aldermark.defender('Nino Mtisdze', born, ['brenland']);
  await aldermark.defender('Igor Shcherbakov', '1971-05-01', ['brenland']);
  const theirs = await brenland.defender('მთისძე ნინო', '1986-01-01', ['aldermark']);
  await brenland.defender('Anna Lund', '1990-01-01', ['aldermark']);
  await sync();
  return [ours, theirs];
}

async function compared(): Promise<void> {
  await aldermark.matching.begin(brenland.code);
  await sync();
  await brenland.matching.take(run(brenland).run);
  await sync();
  await aldermark.matching.take(run(aldermark).run);
  await sync();
  await brenland.matching.take(run(brenland).run);
  await sync();
}

const only = (side: MatchSide) => {
  const [found, ...more] = run(side).matches;
  if (!found || more.length > 0) throw new Error('not one match');
  return found;
};

async function answer(side: MatchSide, agrees: boolean) {
  const outcome = await side.matching.lift(run(side).run, only(side).id, agrees);
  await sync();
  return outcome;
}

describe('H4 · same person?', () => {
  it('both see "possible match", neither a name; both agree, and each has the other’s code', async () => {
    await open(MATCH_SIZE);
    const [ours, theirs] = await sameNino();
    await aldermark.matching.begin(brenland.code);
    await sync();
    expect(states()).toEqual(['waits-for-them', 'waits-for-us']);
    await brenland.matching.take(run(brenland).run);
    await sync();
    expect(states()).toEqual(['waits-for-us', 'waits-for-them']);
    expect(run(brenland)).toMatchObject({ compared: 2, left: 0, matches: [] });
    await aldermark.matching.take(run(aldermark).run);
    await sync();
    expect(states()).toEqual(['done', 'waits-for-us']);
    await brenland.matching.take(run(brenland).run);
    await sync();
    expect(states()).toEqual(['done', 'done']);
    expect(only(aldermark)).toMatchObject({ own: ours, we: 'open', they: 'open' });
    expect(only(brenland)).toMatchObject({ own: theirs, we: 'open', they: 'open' });

    expect((await answer(aldermark, true)).outcome).toBe('done');
    expect(only(brenland)).toMatchObject({ we: 'open', they: 'yes' });
    expect(only(brenland)).not.toHaveProperty('circleCode');
    expect(JSON.stringify((await brenland.book.loadAll(match)).entries)).not.toContain('codeRow');
    await answer(brenland, true);
    expect(only(aldermark).circleCode).toBeDefined();
    expect(only(brenland)).not.toHaveProperty('circleCode');
    await aldermark.matching.goOn();
    await sync();
    expect(only(brenland).circleCode).toBeDefined();
    expect(only(brenland).circleCode).not.toBe(only(aldermark).circleCode);

    const everything = JSON.stringify([
      (await world.circle.loadAll(circleEntry)).entries,
      (await aldermark.book.loadAll(matchRun)).entries,
      (await brenland.book.loadAll(matchRun)).entries,
    ]);
    for (const secret of ['Nino', 'mtisdze', 'Shcherbakov', ours, theirs, '"held"', '"scalar"'])
      expect(everything).not.toContain(secret);
  });

  it('a no is for good and told; nothing more is known, and the same two are not compared about them again', async () => {
    await sameNino();
    await compared();
    await answer(aldermark, true);
    await answer(brenland, false);
    expect(only(aldermark)).toMatchObject({ we: 'yes', they: 'no' });
    await expect(answer(brenland, true)).rejects.toThrow(TypeError);
    await aldermark.matching.goOn();
    await sync();
    expect(only(brenland)).not.toHaveProperty('circleCode');
    world.passDays(8);
    await compared();
    expect(run(aldermark)).toMatchObject({ compared: 1, matches: [] });
    expect(run(brenland)).toMatchObject({ compared: 1, matches: [] });
  });

  it('whose no came first closes it for the other too', async () => {
    await sameNino();
    await compared();
    await answer(aldermark, false);
    await expect(answer(brenland, true)).rejects.toThrow('closed');
  });

  it('a withdrawal after our yes keeps our code back', async () => {
    const [ours] = await sameNino();
    await compared();
    await answer(aldermark, true);
    await aldermark.log.withdrawConsent(takenBack(ours));
    await sync();
    await answer(brenland, true);
    await aldermark.matching.goOn();
    await sync();
    expect(only(brenland)).toMatchObject({ we: 'yes', they: 'open' });
    expect(only(brenland)).not.toHaveProperty('circleCode');
  });

  it('a withdrawal after both agreed takes our yes and our code back, for good', async () => {
    const [ours] = await sameNino();
    await compared();
    await answer(aldermark, true);
    await answer(brenland, true);
    await aldermark.matching.goOn();
    await sync();
    expect(only(brenland).circleCode).toBeDefined();
    await aldermark.log.withdrawConsent(takenBack(ours));
    await sync();
    await aldermark.matching.goOn();
    await sync();
    expect(only(brenland)).toMatchObject({ they: 'open' });
    expect(only(brenland)).not.toHaveProperty('circleCode');
    expect(only(aldermark)).toMatchObject({ we: 'no' });
    const { entries } = await world.circle.loadAll(circleEntry);
    const lying = entries.filter(({ record }) => record.from === aldermark.code && record.envelope);
    // The question, and the result of the comparison: of our yes and our code nothing.
    expect(lying).toHaveLength(2);
  });

  it('a yes without consent is refused by the gate, and nothing is sent', async () => {
    const [ours] = await sameNino();
    await compared();
    await aldermark.log.withdrawConsent(takenBack(ours));
    await sync();
    expect((await answer(aldermark, true)).outcome).toBe('refused');
    expect(only(aldermark).we).toBe('open');
    expect(only(brenland).they).toBe('open');
  });
});

describe('H4 · who is compared', () => {
  it('only who agreed to quiet contact with that mission; never who is kept to our own', async () => {
    await aldermark.defender('Nino Mtisdze', born, ['corvia']);
    await aldermark.defender('Igor Shcherbakov', born, ['brenland'], { ownMissionOnly: true });
    await aldermark.defender('Anna Lund', born, ['brenland']);
    await aldermark.defender('Omar Haddad', '', ['brenland']);
    for (const name of ['Nino Mtisdze', 'Igor Shcherbakov', 'Anna Lund', 'Omar Haddad'])
      await brenland.defender(name, born, ['aldermark']);
    await sync();
    await compared();
    expect(run(aldermark)).toMatchObject({ compared: 1, left: 1 });
    expect(run(aldermark).matches).toHaveLength(1);
    expect(run(brenland)).toMatchObject({ compared: 4 });
    expect(run(brenland).matches).toHaveLength(1);
  });

  it('the journal tells of it before a name is read, with how many; no journal, no names', async () => {
    await sameNino();
    await aldermark.matching.begin(brenland.code);
    const acts = await aldermark.acts();
    const place = acts.findIndex(({ act }) => act === 'names-compared');
    expect(acts[place]).toMatchObject({ count: 2 });
    expect(acts.slice(place + 1).map(({ ofKind }) => ofKind)).toEqual(['match-run', 'match-run']);
    const read = brenland.namesRead();
    brenland.breaks('journal');
    await sync();
    await expect(brenland.matching.take(run(brenland).run)).rejects.toThrow(Gone);
    expect(brenland.namesRead()).toBe(read);
  });
});

describe('H4 · how often', () => {
  it('a week between, whoever began; the next day is named to both', async () => {
    await sync();
    expect(aldermark.matching.nextAllowed(brenland.code)).toBeUndefined();
    await aldermark.matching.begin(brenland.code);
    await sync();
    expect(aldermark.matching.nextAllowed(brenland.code)).toBe('2026-11-27T09:00:00Z');
    expect(brenland.matching.nextAllowed(aldermark.code)).toBe('2026-11-27T09:00:00Z');
    await expect(aldermark.matching.begin(brenland.code)).rejects.toThrow('too soon');
    await expect(brenland.matching.begin(aldermark.code)).rejects.toThrow('too soon');
  });

  it('who is asked refuses a faster one, also from a mission whose app does not keep to it', async () => {
    await sync();
    await aldermark.matching.begin(brenland.code);
    world.passDays(3);
    const { ask } = await askMatch(terms(), []);
    const faster = await aldermark.send({ type: 'match-ask', to: [brenland.code], body: { ...ask } });
    await sync();
    expect(brenland.matching.runs.map(({ run: id, state }) => [id === faster, state])).toEqual([
      [true, 'refused'],
      [false, 'waits-for-us'],
    ]);
    await expect(brenland.matching.take(faster)).rejects.toThrow('not our turn');
  });

  it('our own last turn counts for us, however late it was taken', async () => {
    await sync();
    await aldermark.matching.begin(brenland.code);
    world.passDays(10);
    await sync();
    await brenland.matching.take(run(brenland).run);
    await sync();
    expect(aldermark.matching.nextAllowed(brenland.code)).toBe('2026-12-07T09:00:00Z');
  });
});

describe('H4 · who may, and what is refused', () => {
  it('a role that shows no names compares none', async () => {
    await open(8, ['head-of-mission']);
    await sync();
    await expect(aldermark.matching.begin(brenland.code)).rejects.toThrow('role');
    expect(await aldermark.acts()).toEqual([]);
  });

  it('a reply that no honest mission sends ends the run, and our key for it is gone', async () => {
    await sameNino();
    await aldermark.matching.begin(brenland.code);
    await sync();
    const { run: id } = run(aldermark);
    const { ask: key, secret } = await askMatch(terms(), []);
    expect(secret.places).toHaveLength(8);
    const body = { run: id, ...key, back: key.points, proof: 'A'.repeat(86) };
    await brenland.send({ type: 'match-reply', to: [aldermark.code], body });
    await sync();
    await expect(aldermark.matching.take(id)).rejects.toThrow('bad match');
    expect(run(aldermark).state).toBe('refused');
    const { entries } = await aldermark.book.loadAll(matchRun);
    expect(entries.map(({ record }) => 'held' in record)).toEqual([false]);
  });

  it('an ask between others, or to several at once, is none of ours', async () => {
    const three = await openMatchWorld(['aldermark', 'brenland', 'corvia'], 8);
    const [from, to, third] = ['aldermark', 'brenland', 'corvia'].map((name) => three.side(name));
    if (!from || !to || !third) throw new Error('three missions');
    const { ask } = await askMatch(terms(), []);
    await from.send({ type: 'match-ask', to: [to.code, third.code], body: { ...ask } });
    await from.send({ type: 'match-ask', to: [to.code], body: { ...ask } });
    await Promise.all([to.sync(), third.sync()]);
    expect([to.matching.runs.length, third.matching.runs.length]).toEqual([1, 0]);
  });
});

describe('H4 · what breaks off', () => {
  it.each(['before', 'after'] as const)(
    'an ask that failed %s it was sent is sent once, as it was',
    async (when) => {
      await sameNino();
      aldermark.breaks(when);
      await expect(aldermark.matching.begin(brenland.code)).rejects.toThrow(Gone);
      aldermark.breaks(undefined);
      await expect(aldermark.matching.begin(brenland.code)).rejects.toThrow('too soon');
      await sync();
      expect(run(aldermark)).toMatchObject({ turn: 'send' });
      await aldermark.matching.take(run(aldermark).run);
      await sync();
      expect(aldermark.matching.runs).toHaveLength(1);
      expect(states()).toEqual(['waits-for-them', 'waits-for-us']);
    },
  );

  it('every later message goes on as well', async () => {
    await sameNino();
    await aldermark.matching.begin(brenland.code);
    await sync();
    brenland.breaks('after');
    await expect(brenland.matching.take(run(brenland).run)).rejects.toThrow(Gone);
    brenland.breaks(undefined);
    await sync();
    await brenland.matching.goOn();
    aldermark.breaks('before');
    await expect(aldermark.matching.take(run(aldermark).run)).rejects.toThrow(Gone);
    aldermark.breaks(undefined);
    await sync();
    await aldermark.matching.goOn();
    await sync();
    await brenland.matching.take(run(brenland).run);
    aldermark.breaks('before');
    await expect(answer(aldermark, true)).rejects.toThrow(Gone);
    aldermark.breaks(undefined);
    await sync();
    expect(only(brenland).they).toBe('open');
    await aldermark.matching.goOn();
    await sync();
    expect(only(brenland).they).toBe('yes');
  });

  /** Rows of ours that lie in the circle. */
  const sent = async () =>
    (await world.circle.loadAll(circleEntry)).entries.filter(({ record }) => record.from === aldermark.code)
      .length;

  it('points that were kept are not sent once somebody among them took their word back; without them one begins anew', async () => {
    const [ours] = await sameNino();
    aldermark.breaks('before');
    await expect(aldermark.matching.begin(brenland.code)).rejects.toThrow(Gone);
    aldermark.breaks(undefined);
    await aldermark.log.withdrawConsent(takenBack(ours));
    await aldermark.matching.goOn();
    await sync();
    expect(await sent()).toBe(0);
    expect(run(aldermark)).toMatchObject({ state: 'halted', compared: 2 });
    const kept = JSON.stringify((await aldermark.book.loadAll(matchRun)).entries);
    for (const secret of ['"held"', '"outgoing"', '"points"']) expect(kept).not.toContain(secret);
    world.time.now += 1000;
    await aldermark.matching.begin(brenland.code);
    await sync();
    expect(run(aldermark)).toMatchObject({ state: 'waits-for-them', compared: 1 });
  });

  it('a kept reply is not sent then, nor a kept result', async () => {
    const [, theirs] = await sameNino();
    await aldermark.matching.begin(brenland.code);
    await sync();
    brenland.breaks('before');
    await expect(brenland.matching.take(run(brenland).run)).rejects.toThrow(Gone);
    brenland.breaks(undefined);
    await brenland.log.withdrawConsent(takenBack(theirs));
    await sync();
    await brenland.matching.take(run(brenland).run);
    await sync();
    expect(states()).toEqual(['waits-for-them', 'halted']);

    await open();
    const [again] = await sameNino();
    await aldermark.matching.begin(brenland.code);
    await sync();
    await brenland.matching.take(run(brenland).run);
    await sync();
    aldermark.breaks('before');
    await expect(aldermark.matching.take(run(aldermark).run)).rejects.toThrow(Gone);
    aldermark.breaks(undefined);
    await aldermark.log.withdrawConsent(takenBack(again));
    await aldermark.matching.goOn();
    await sync();
    expect(await sent()).toBe(1);
    expect(states()).toEqual(['halted', 'waits-for-them']);
  });

  it('a kept yes is not sent once they took their word back, and is open again', async () => {
    const [ours] = await sameNino();
    await compared();
    const before = await sent();
    aldermark.breaks('before');
    await expect(answer(aldermark, true)).rejects.toThrow(Gone);
    aldermark.breaks(undefined);
    await aldermark.log.withdrawConsent(takenBack(ours));
    await sync();
    await aldermark.matching.goOn();
    await sync();
    expect(await sent()).toBe(before);
    expect(only(aldermark)).toMatchObject({ we: 'open' });
    expect(only(brenland)).toMatchObject({ they: 'open' });
  });

  it('nobody went on for 14 days: the run ends and our key for it is gone', async () => {
    await sameNino();
    await aldermark.matching.begin(brenland.code);
    world.passDays(14);
    await sync();
    expect(states()).toEqual(['lapsed', 'lapsed']);
    await expect(brenland.matching.take(run(brenland).run)).rejects.toThrow('not our turn');
    await aldermark.matching.goOn();
    const { entries } = await aldermark.book.loadAll(matchRun);
    expect(entries.map(({ record }) => [record.state, 'held' in record])).toEqual([['lapsed', false]]);
  });
});

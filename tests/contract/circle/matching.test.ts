/** Two missions compare whom they know, from the first question to both codes; who may, how often, and what is refused. */

import { beforeEach, describe, expect, it } from 'vitest';
import { circleEntry } from '../../../src/domain/circle/kinds/circle-entry.ts';
import { MATCH_SIZE } from '../../../src/domain/circle/match-rules.ts';
import { match } from '../../../src/domain/system/match.ts';
import { matchRun } from '../../../src/domain/system/match-run.ts';
import { askMatch, type MatchTerms } from '../../../src/sealing/match.ts';
import { matchTerms } from '../../support/match-law.ts';
import { born, type MatchPair, openPair, takenBack } from '../../support/match-pair.ts';
import { Gone, openMatchWorld } from '../../support/match-world.ts';

let at: MatchPair;
beforeEach(async () => {
  at = await openPair();
});

/** Terms of some other run, for messages that an honest app would not make. */
const terms = (): MatchTerms => ({ ...matchTerms, size: 8 });

describe('H4 · same person?', () => {
  it('both see "possible match", neither a name; both agree, and each has the other’s code', async () => {
    at = await openPair(MATCH_SIZE);
    const [ours, theirs] = await at.sameNino();
    await at.aldermark.matching.begin(at.brenland.code);
    await at.sync();
    expect(at.states()).toEqual(['waits-for-them', 'waits-for-us']);
    await at.brenland.matching.take(at.run(at.brenland).run);
    await at.sync();
    expect(at.states()).toEqual(['waits-for-us', 'waits-for-them']);
    expect(at.run(at.brenland)).toMatchObject({ compared: 2, left: 0, matches: [] });
    await at.aldermark.matching.take(at.run(at.aldermark).run);
    await at.sync();
    expect(at.states()).toEqual(['done', 'waits-for-us']);
    await at.brenland.matching.take(at.run(at.brenland).run);
    await at.sync();
    expect(at.states()).toEqual(['done', 'done']);
    expect(at.only(at.aldermark)).toMatchObject({ own: ours, we: 'open', they: 'open' });
    expect(at.only(at.brenland)).toMatchObject({ own: theirs, we: 'open', they: 'open' });

    expect((await at.answer(at.aldermark, true)).outcome).toBe('done');
    expect(at.only(at.brenland)).toMatchObject({ we: 'open', they: 'yes' });
    expect(at.only(at.brenland)).not.toHaveProperty('circleCode');
    expect(JSON.stringify((await at.brenland.book.loadAll(match)).entries)).not.toContain('codeRow');
    await at.answer(at.brenland, true);
    expect(at.only(at.aldermark).circleCode).toBeDefined();
    expect(at.only(at.brenland)).not.toHaveProperty('circleCode');
    await at.aldermark.matching.goOn();
    await at.sync();
    expect(at.only(at.brenland).circleCode).toBeDefined();
    expect(at.only(at.brenland).circleCode).not.toBe(at.only(at.aldermark).circleCode);

    const everything = JSON.stringify([
      (await at.world.circle.loadAll(circleEntry)).entries,
      (await at.aldermark.book.loadAll(matchRun)).entries,
      (await at.brenland.book.loadAll(matchRun)).entries,
    ]);
    for (const secret of ['Nino', 'mtisdze', 'Shcherbakov', ours, theirs, '"held"', '"scalar"'])
      expect(everything).not.toContain(secret);
  });

  it('a no is for good and told; nothing more is known, and the same two are not compared about them again', async () => {
    await at.sameNino();
    await at.compared();
    await at.answer(at.aldermark, true);
    await at.answer(at.brenland, false);
    expect(at.only(at.aldermark)).toMatchObject({ we: 'yes', they: 'no' });
    await expect(at.answer(at.brenland, true)).rejects.toThrow(TypeError);
    await at.aldermark.matching.goOn();
    await at.sync();
    expect(at.only(at.brenland)).not.toHaveProperty('circleCode');
    at.world.passDays(8);
    await at.compared();
    expect(at.run(at.aldermark)).toMatchObject({ compared: 1, matches: [] });
    expect(at.run(at.brenland)).toMatchObject({ compared: 1, matches: [] });
  });

  it('whose no came first closes it for the other too', async () => {
    await at.sameNino();
    await at.compared();
    await at.answer(at.aldermark, false);
    await expect(at.answer(at.brenland, true)).rejects.toThrow('closed');
  });

  it('a withdrawal after our yes keeps our code back', async () => {
    const [ours] = await at.sameNino();
    await at.compared();
    await at.answer(at.aldermark, true);
    await at.aldermark.log.withdrawConsent(takenBack(ours));
    await at.sync();
    await at.answer(at.brenland, true);
    await at.aldermark.matching.goOn();
    await at.sync();
    expect(at.only(at.brenland)).toMatchObject({ we: 'yes', they: 'open' });
    expect(at.only(at.brenland)).not.toHaveProperty('circleCode');
  });

  it('a withdrawal after both agreed takes our yes and our code back, for good', async () => {
    const [ours] = await at.sameNino();
    await at.compared();
    await at.answer(at.aldermark, true);
    await at.answer(at.brenland, true);
    await at.aldermark.matching.goOn();
    await at.sync();
    expect(at.only(at.brenland).circleCode).toBeDefined();
    await at.aldermark.log.withdrawConsent(takenBack(ours));
    await at.sync();
    await at.aldermark.matching.goOn();
    await at.sync();
    expect(at.only(at.brenland)).toMatchObject({ they: 'open' });
    expect(at.only(at.brenland)).not.toHaveProperty('circleCode');
    expect(at.only(at.aldermark)).toMatchObject({ we: 'no' });
    const { entries } = await at.world.circle.loadAll(circleEntry);
    const lying = entries.filter(({ record }) => record.from === at.aldermark.code && record.envelope);
    // The question, and the result of the comparison: of our yes and our code nothing.
    expect(lying).toHaveLength(2);
  });

  it('a yes without consent is refused by the gate, and nothing is sent', async () => {
    const [ours] = await at.sameNino();
    await at.compared();
    await at.aldermark.log.withdrawConsent(takenBack(ours));
    await at.sync();
    expect((await at.answer(at.aldermark, true)).outcome).toBe('refused');
    expect(at.only(at.aldermark).we).toBe('open');
    expect(at.only(at.brenland).they).toBe('open');
  });
});

describe('H4 · who is compared', () => {
  it('only who agreed to quiet contact with that mission; never who is kept to our own', async () => {
    await at.aldermark.defender('Nino Mtisdze', born, ['corvia']);
    await at.aldermark.defender('Igor Shcherbakov', born, ['brenland'], { ownMissionOnly: true });
    await at.aldermark.defender('Anna Lund', born, ['brenland']);
    await at.aldermark.defender('Omar Haddad', '', ['brenland']);
    for (const name of ['Nino Mtisdze', 'Igor Shcherbakov', 'Anna Lund', 'Omar Haddad'])
      await at.brenland.defender(name, born, ['aldermark']);
    await at.sync();
    await at.compared();
    expect(at.run(at.aldermark)).toMatchObject({ compared: 1, left: 1 });
    expect(at.run(at.aldermark).matches).toHaveLength(1);
    expect(at.run(at.brenland)).toMatchObject({ compared: 4 });
    expect(at.run(at.brenland).matches).toHaveLength(1);
  });

  it('the journal tells of it before a name is read, with how many; no journal, no names', async () => {
    await at.sameNino();
    await at.aldermark.matching.begin(at.brenland.code);
    const acts = await at.aldermark.acts();
    const place = acts.findIndex(({ act }) => act === 'names-compared');
    expect(acts[place]).toMatchObject({ count: 2 });
    expect(acts.slice(place + 1).map(({ ofKind }) => ofKind)).toEqual(['match-run', 'match-run']);
    const read = at.brenland.namesRead();
    at.brenland.breaks('journal');
    await at.sync();
    await expect(at.brenland.matching.take(at.run(at.brenland).run)).rejects.toThrow(Gone);
    expect(at.brenland.namesRead()).toBe(read);
  });
});

describe('H4 · how often', () => {
  it('a week between, whoever began; the next day is named to both', async () => {
    await at.sync();
    expect(at.aldermark.matching.nextAllowed(at.brenland.code)).toBeUndefined();
    await at.aldermark.matching.begin(at.brenland.code);
    await at.sync();
    expect(at.aldermark.matching.nextAllowed(at.brenland.code)).toBe('2026-11-27T09:00:00Z');
    expect(at.brenland.matching.nextAllowed(at.aldermark.code)).toBe('2026-11-27T09:00:00Z');
    await expect(at.aldermark.matching.begin(at.brenland.code)).rejects.toThrow('too soon');
    await expect(at.brenland.matching.begin(at.aldermark.code)).rejects.toThrow('too soon');
  });

  it('who is asked refuses a faster one, also from a mission whose app does not keep to it', async () => {
    await at.sync();
    await at.aldermark.matching.begin(at.brenland.code);
    at.world.passDays(3);
    const { ask } = await askMatch(terms(), []);
    const faster = await at.aldermark.send({ type: 'match-ask', to: [at.brenland.code], body: { ...ask } });
    await at.sync();
    expect(at.brenland.matching.runs.map(({ run: id, state }) => [id === faster, state])).toEqual([
      [true, 'refused'],
      [false, 'waits-for-us'],
    ]);
    await expect(at.brenland.matching.take(faster)).rejects.toThrow('not our turn');
  });

  it('our own last turn counts for us, however late it was taken', async () => {
    await at.sync();
    await at.aldermark.matching.begin(at.brenland.code);
    at.world.passDays(10);
    await at.sync();
    await at.brenland.matching.take(at.run(at.brenland).run);
    await at.sync();
    expect(at.aldermark.matching.nextAllowed(at.brenland.code)).toBe('2026-12-07T09:00:00Z');
  });
});

describe('H4 · who may, and what is refused', () => {
  it('a role that shows no names compares none', async () => {
    at = await openPair(8, ['head-of-mission']);
    await at.sync();
    await expect(at.aldermark.matching.begin(at.brenland.code)).rejects.toThrow('role');
    expect(await at.aldermark.acts()).toEqual([]);
  });

  it('a reply that no honest mission sends ends the run, and our key for it is gone', async () => {
    await at.sameNino();
    await at.aldermark.matching.begin(at.brenland.code);
    await at.sync();
    const { run: id } = at.run(at.aldermark);
    const { ask: key, secret } = await askMatch(terms(), []);
    expect(secret.places).toHaveLength(8);
    const body = { run: id, ...key, back: key.points, proof: 'A'.repeat(86) };
    await at.brenland.send({ type: 'match-reply', to: [at.aldermark.code], body });
    await at.sync();
    await expect(at.aldermark.matching.take(id)).rejects.toThrow('bad match');
    expect(at.run(at.aldermark).state).toBe('refused');
    const { entries } = await at.aldermark.book.loadAll(matchRun);
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

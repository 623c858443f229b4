/** A comparison of two missions that breaks off at any of its messages goes on, or ends, and sends nothing it may not. */

import { beforeEach, describe, expect, it } from 'vitest';
import { circleEntry } from '../../../src/domain/circle/kinds/circle-entry.ts';
import { matchRun } from '../../../src/domain/system/match-run.ts';
import { type MatchPair, openPair, takenBack } from '../../support/match-pair.ts';
import { Gone } from '../../support/match-world.ts';

let at: MatchPair;
beforeEach(async () => {
  at = await openPair();
});

describe('H4 · what breaks off', () => {
  it.each(['before', 'after'] as const)(
    'an ask that failed %s it was sent is sent once, as it was',
    async (when) => {
      await at.sameNino();
      at.aldermark.breaks(when);
      await expect(at.aldermark.matching.begin(at.brenland.code)).rejects.toThrow(Gone);
      at.aldermark.breaks(undefined);
      await expect(at.aldermark.matching.begin(at.brenland.code)).rejects.toThrow('too soon');
      await at.sync();
      expect(at.run(at.aldermark)).toMatchObject({ turn: 'send' });
      await at.aldermark.matching.take(at.run(at.aldermark).run);
      await at.sync();
      expect(at.aldermark.matching.runs).toHaveLength(1);
      expect(at.states()).toEqual(['waits-for-them', 'waits-for-us']);
    },
  );

  it('every later message goes on as well', async () => {
    await at.sameNino();
    await at.aldermark.matching.begin(at.brenland.code);
    await at.sync();
    at.brenland.breaks('after');
    await expect(at.brenland.matching.take(at.run(at.brenland).run)).rejects.toThrow(Gone);
    at.brenland.breaks(undefined);
    await at.sync();
    await at.brenland.matching.goOn();
    at.aldermark.breaks('before');
    await expect(at.aldermark.matching.take(at.run(at.aldermark).run)).rejects.toThrow(Gone);
    at.aldermark.breaks(undefined);
    await at.sync();
    await at.aldermark.matching.goOn();
    await at.sync();
    await at.brenland.matching.take(at.run(at.brenland).run);
    at.aldermark.breaks('before');
    await expect(at.answer(at.aldermark, true)).rejects.toThrow(Gone);
    at.aldermark.breaks(undefined);
    await at.sync();
    expect(at.only(at.brenland).they).toBe('open');
    await at.aldermark.matching.goOn();
    await at.sync();
    expect(at.only(at.brenland).they).toBe('yes');
  });

  /** Rows of ours that lie in the circle. */
  const sent = async () =>
    (await at.world.circle.loadAll(circleEntry)).entries.filter(
      ({ record }) => record.from === at.aldermark.code,
    ).length;

  it('points that were kept are not sent once somebody among them took their word back; without them one begins anew', async () => {
    const [ours] = await at.sameNino();
    at.aldermark.breaks('before');
    await expect(at.aldermark.matching.begin(at.brenland.code)).rejects.toThrow(Gone);
    at.aldermark.breaks(undefined);
    await at.aldermark.log.withdrawConsent(takenBack(ours));
    await at.aldermark.matching.goOn();
    await at.sync();
    expect(await sent()).toBe(0);
    expect(at.run(at.aldermark)).toMatchObject({ state: 'halted', compared: 2 });
    const kept = JSON.stringify((await at.aldermark.book.loadAll(matchRun)).entries);
    for (const secret of ['"held"', '"outgoing"', '"points"']) expect(kept).not.toContain(secret);
    at.world.time.now += 1000;
    await at.aldermark.matching.begin(at.brenland.code);
    await at.sync();
    expect(at.run(at.aldermark)).toMatchObject({ state: 'waits-for-them', compared: 1 });
  });

  it('a kept reply is not sent then, nor a kept result', async () => {
    const [, theirs] = await at.sameNino();
    await at.aldermark.matching.begin(at.brenland.code);
    await at.sync();
    at.brenland.breaks('before');
    await expect(at.brenland.matching.take(at.run(at.brenland).run)).rejects.toThrow(Gone);
    at.brenland.breaks(undefined);
    await at.brenland.log.withdrawConsent(takenBack(theirs));
    await at.sync();
    await at.brenland.matching.take(at.run(at.brenland).run);
    await at.sync();
    expect(at.states()).toEqual(['waits-for-them', 'halted']);

    at = await openPair();
    const [again] = await at.sameNino();
    await at.aldermark.matching.begin(at.brenland.code);
    await at.sync();
    await at.brenland.matching.take(at.run(at.brenland).run);
    await at.sync();
    at.aldermark.breaks('before');
    await expect(at.aldermark.matching.take(at.run(at.aldermark).run)).rejects.toThrow(Gone);
    at.aldermark.breaks(undefined);
    await at.aldermark.log.withdrawConsent(takenBack(again));
    await at.aldermark.matching.goOn();
    await at.sync();
    expect(await sent()).toBe(1);
    expect(at.states()).toEqual(['halted', 'waits-for-them']);
  });

  it('a kept yes is not sent once they took their word back, and is open again', async () => {
    const [ours] = await at.sameNino();
    await at.compared();
    const before = await sent();
    at.aldermark.breaks('before');
    await expect(at.answer(at.aldermark, true)).rejects.toThrow(Gone);
    at.aldermark.breaks(undefined);
    await at.aldermark.log.withdrawConsent(takenBack(ours));
    await at.sync();
    await at.aldermark.matching.goOn();
    await at.sync();
    expect(await sent()).toBe(before);
    expect(at.only(at.aldermark)).toMatchObject({ we: 'open' });
    expect(at.only(at.brenland)).toMatchObject({ they: 'open' });
  });

  it('nobody went on for 14 days: the run ends and our key for it is gone', async () => {
    await at.sameNino();
    await at.aldermark.matching.begin(at.brenland.code);
    at.world.passDays(14);
    await at.sync();
    expect(at.states()).toEqual(['lapsed', 'lapsed']);
    await expect(at.brenland.matching.take(at.run(at.brenland).run)).rejects.toThrow('not our turn');
    await at.aldermark.matching.goOn();
    const { entries } = await at.aldermark.book.loadAll(matchRun);
    expect(entries.map(({ record }) => [record.state, 'held' in record])).toEqual([['lapsed', false]]);
  });
});

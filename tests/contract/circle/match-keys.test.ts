/** H4 · Our key of a comparison: read by no tab that does not compare, and destroyed as soon as its run can go no further. */

import { beforeEach, expect, it } from 'vitest';
import { heldUntil } from '../../../src/domain/circle/match-rules.ts';
import type { Instant } from '../../../src/domain/ids.ts';
import { matchRun } from '../../../src/domain/system/match-run.ts';
import { browserEnvironment } from '../../../src/log/environment.ts';
import { Gone, type MatchSide, type MatchWorld, openMatchWorld } from '../../support/match-world.ts';
import { openReadyLog } from '../../support/ready-log.ts';

const born = '1986-03-09';
let world: MatchWorld;
let aldermark: MatchSide;
let brenland: MatchSide;

beforeEach(async () => {
  world = await openMatchWorld(['aldermark', 'brenland'], 8);
  [aldermark, brenland] = [world.side('aldermark'), world.side('brenland')];
  await aldermark.defender('Nino Mtisdze', born, ['brenland']);
  await brenland.defender('Nino Mtisdze', born, ['aldermark']);
  await sync();
});

const sync = () => Promise.all([aldermark.sync(), brenland.sync()]);

/** What each run of that mission still keeps, newest first. */
async function kept(side: MatchSide) {
  const { entries } = await side.book.loadAll(matchRun);
  return entries
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .map(({ record }) => [record.state, JSON.stringify(record).includes('scalar')]);
}

async function began(): Promise<string> {
  await aldermark.matching.begin(brenland.code);
  await sync();
  return aldermark.matching.runs[0]?.run ?? '';
}

async function taken(side: MatchSide): Promise<void> {
  await side.matching.take(side.matching.runs[0]?.run as never);
  await sync();
}

it('H4 · a tab that opens the log of the mission reads no run', async () => {
  await began();
  const asked: string[] = [];
  const book = {
    ...aldermark.book,
    open: (...given: Parameters<typeof aldermark.book.open>) => {
      asked.push(...given[0].filter(({ apart }) => !apart).map(({ key }) => key));
      return aldermark.book.open(...given);
    },
  };
  const environment = { ...browserEnvironment(), now: () => world.time.now };
  const log = await openReadyLog({ book, person: aldermark.log.me.person, environment });
  expect(asked).toContain('match');
  expect(asked).not.toContain('match-run');
  await log.refresh();
  expect(log.view().entries.get('match-run') ?? []).toEqual([]);
  log.close();
});

it('H4 · both keys are gone once both have looked', async () => {
  await began();
  await taken(brenland);
  expect([await kept(aldermark), await kept(brenland)]).toEqual([[['running', true]], [['running', true]]]);
  await taken(aldermark);
  expect(await kept(aldermark)).toEqual([['done', false]]);
  await taken(brenland);
  expect(await kept(brenland)).toEqual([['done', false]]);
});

it('H4 · an ask that never arrived is given up after 14 days, unsent', async () => {
  aldermark.breaks('before');
  await expect(aldermark.matching.begin(brenland.code)).rejects.toThrow(Gone);
  world.passDays(13);
  await expect(aldermark.matching.goOn()).rejects.toThrow(Gone);
  expect(await kept(aldermark)).toEqual([['running', true]]);
  world.passDays(1);
  aldermark.breaks(undefined);
  await aldermark.matching.goOn();
  await sync();
  expect(await kept(aldermark)).toEqual([['lapsed', false]]);
  expect(brenland.matching.runs).toEqual([]);
});

it('H4 · an ask that arrives too soon after a later one ends, and its key goes', async () => {
  aldermark.breaks('before');
  await expect(aldermark.matching.begin(brenland.code)).rejects.toThrow(Gone);
  aldermark.breaks(undefined);
  world.passDays(8);
  await began();
  world.time.now += 1000;
  await aldermark.matching.goOn();
  await sync();
  expect((await kept(aldermark)).toSorted()).toEqual([
    ['running', true],
    ['running', true],
  ]);
  await aldermark.matching.goOn();
  expect((await kept(aldermark)).toSorted()).toEqual([
    ['refused', false],
    ['running', true],
  ]);
});

it('H4 · one key that cannot be sent does not keep another', async () => {
  await began();
  world.passDays(8);
  aldermark.breaks('before');
  await expect(aldermark.matching.begin(brenland.code)).rejects.toThrow(Gone);
  world.passDays(6);
  await expect(aldermark.matching.goOn()).rejects.toThrow(Gone);
  expect((await kept(aldermark)).toSorted()).toEqual([
    ['lapsed', false],
    ['running', true],
  ]);
});

it('H4 · however far ahead the other dates its word, ours is gone after 28 days', async () => {
  const run = await began();
  await taken(brenland);
  world.passDays(20);
  await aldermark.send({ type: 'match-result', to: [brenland.code], body: { run, back: '', proof: '' } });
  world.passDays(-20);
  await sync();
  world.passDays(27);
  await brenland.matching.goOn();
  expect(await kept(brenland)).toEqual([['running', true]]);
  world.passDays(1);
  await brenland.matching.goOn();
  expect(await kept(brenland)).toEqual([['lapsed', false]]);
  expect(heldUntil('2026-11-20T09:00:00Z' as Instant)).toBe('2026-12-18T09:00:00Z');
});

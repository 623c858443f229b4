/** Before the tab is loaded anew: what was typed is kept, or they were told that it is lost. */
import { afterEach, describe, expect, it } from 'vitest';
import { keepLast, keepLastWords, reloadOnceKept } from '../../../src/app/lock/last-words.ts';

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

type Keeper = () => Promise<boolean>;
const kept: Keeper = () => Promise.resolve(true);
const unkept: Keeper = () => Promise.resolve(false);
const broken: Keeper = () => Promise.reject(new Error('offline'));

/** How often the tab was loaded anew. */
async function pressed(keepers: readonly Keeper[], told: boolean) {
  for (const keep of keepers) ends.push(keepLast(keep));
  let reloads = 0;
  const all = await reloadOnceKept(told, () => {
    reloads += 1;
  });
  return { all, reloads };
}

describe('H2 · Reload', () => {
  it.each<readonly [string, readonly Keeper[], boolean, { all: boolean; reloads: number }]>([
    ['loads at once where nothing is open', [], false, { all: true, reloads: 1 }],
    ['loads once the draft is kept', [kept, kept], false, { all: true, reloads: 1 }],
    ['does not load over words that could not be kept', [kept, unkept], false, { all: false, reloads: 0 }],
    ['does not load where keeping failed', [broken, kept], false, { all: false, reloads: 0 }],
    ['loads over lost words for whoever was told', [unkept], true, { all: false, reloads: 1 }],
  ])('%s', async (_, keepers, told, expected) => {
    expect(await pressed(keepers, told)).toEqual(expected);
  });

  it('waits until the draft is in the book', async () => {
    const happened: string[] = [];
    ends.push(
      keepLast(async () => {
        await Promise.resolve();
        happened.push('kept');
        return true;
      }),
    );
    await reloadOnceKept(false, () => happened.push('loaded'));
    expect(happened).toEqual(['kept', 'loaded']);
  });

  it('asks no form that has closed', async () => {
    keepLast(unkept)();
    expect(await keepLastWords()).toBe(true);
  });
});

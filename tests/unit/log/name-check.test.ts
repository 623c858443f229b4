/** J7 J4 · Words about to be saved are compared with the mission's own names: by whom, at what price, and what is told. */

import { describe, expect, it } from 'vitest';
import { journal } from '../../../src/domain/system/journal.ts';
import type { Log } from '../../../src/log/log.ts';
import type { Book } from '../../../src/store/book.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import {
  addDefender,
  greta,
  ines,
  type LogWorld,
  openLogWorld,
  pavel,
  tomas,
} from '../../support/log-world.ts';

async function namedWorld(): Promise<{ world: LogWorld; log: Log }> {
  const world = await openLogWorld();
  const log = await world.open(ines);
  const about = await addDefender(log);
  await log.saveIdentity(about, {
    about,
    fullName: 'Nino Mtisdze',
    alias: 'Heron',
    contactPoints: 'Library',
  });
  return { world, log };
}

/** Counts reads of the list of identities, and lets them fail. */
function watched(book: Book): { book: Book; reads: number; fails?: StoreError } {
  const watch: { book: Book; reads: number; fails?: StoreError } = { book, reads: 0 };
  watch.book = {
    ...book,
    loadAll(kind) {
      if (kind.key !== 'identity') return book.loadAll(kind);
      watch.reads += 1;
      return watch.fails ? Promise.reject(watch.fails) : book.loadAll(kind);
    },
  };
  return watch;
}

async function checksJournalled({ book }: LogWorld): Promise<number> {
  const { entries } = await book.loadAll(journal);
  return entries.filter(({ record }) => record.act === 'names-checked').length;
}

describe('J7 names in texts', () => {
  it('J7: are told as they stand in the text, text by text, and nothing else of the list is', async () => {
    const { log } = await namedWorld();
    expect(await log.namesIn(['MTISDZE came', 'Nobody came', 'Heron and Nino Mtisdze'])).toEqual([
      ['MTISDZE'],
      [],
      ['Heron', 'Nino Mtisdze'],
    ]);
    expect(JSON.stringify(await log.namesIn(['The Library']))).toBe('[[]]');
  });

  it.each<[string, typeof ines, boolean]>([
    ['the deputy', tomas, true],
    ['the head of mission, who reads no names', greta, false],
    ['a consular officer', pavel, false],
  ])('J4: for %s', async (_, person, isCompared) => {
    const { world } = await namedWorld();
    const watch = watched(world.book);
    const log = await world.open(person, { over: () => watch.book });
    expect(await log.namesIn(['Mtisdze came'])).toEqual(isCompared ? [['Mtisdze']] : undefined);
    expect(watch.reads).toBe(isCompared ? 1 : 0);
    expect(await checksJournalled(world)).toBe(isCompared ? 1 : 0);
  });

  it('J4: who is locally engaged compares nothing', async () => {
    const { world, log } = await namedWorld();
    await log.savePeople(
      log.me.mission.people.map((one) =>
        one.objectId === tomas.objectId ? { ...one, locallyEngaged: true } : one,
      ),
    );
    expect(await (await world.open(tomas)).namesIn(['Mtisdze came'])).toBeUndefined();
    expect(await checksJournalled(world)).toBe(0);
  });

  it('J7: the list is read once in ten minutes, and again after a lock or a new name', async () => {
    const { world } = await namedWorld();
    const watch = watched(world.book);
    const log = await world.open(ines, { over: () => watch.book });
    const readsAfter = async (what: () => unknown): Promise<number> => {
      await what();
      await log.namesIn(['Friday']);
      return watch.reads;
    };
    expect(await readsAfter(() => undefined)).toBe(1);
    expect(await readsAfter(() => Promise.all([log.namesIn(['a']), log.namesIn(['b'])]))).toBe(1);
    expect(await readsAfter(() => log.lockKeys())).toBe(2);
    const other = await addDefender(log);
    expect(await readsAfter(() => log.saveIdentity(other, { about: other, fullName: 'Tamara Vod' }))).toBe(3);
    expect(await log.namesIn(['Tamara'])).toEqual([['Tamara']]);
    world.time.now += 9 * 60_000;
    expect(await readsAfter(() => undefined)).toBe(3);
    world.time.now += 2 * 60_000;
    expect(await readsAfter(() => undefined)).toBe(4);
    expect(await checksJournalled(world)).toBe(4);
  });

  it.each(['forbidden', 'not-found', 'offline'] as const)(
    'J7: a list that answers %s stops nobody, and is asked again the next time',
    async (code) => {
      const { world } = await namedWorld();
      const watch = watched(world.book);
      watch.fails = new StoreError(code);
      const log = await world.open(ines, { over: () => watch.book });
      expect(await log.namesIn(['Mtisdze came'])).toBeUndefined();
      delete watch.fails;
      expect(await log.namesIn(['Mtisdze came'])).toEqual([['Mtisdze']]);
    },
  );

  it('J4: no journal, no names', async () => {
    const { world } = await namedWorld();
    const watch = watched(world.book);
    const log = await world.open(ines, {
      over: () => ({
        ...watch.book,
        add: (cleared) =>
          cleared.record.act === 'names-checked'
            ? Promise.reject(new StoreError('forbidden'))
            : world.book.add(cleared),
      }),
    });
    expect(await log.namesIn(['Mtisdze came'])).toBeUndefined();
    expect(watch.reads).toBe(0);
  });
});

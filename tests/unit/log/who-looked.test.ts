/** Every look at a name is in the journal before the name is read, and the case lead sees who looked. */

import { expect, it } from 'vitest';
import type { Book } from '../../../src/store/book.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { addDefender, ines, openLogWorld, tomas } from '../../support/log-world.ts';

it('J4: who looked, when, newest first; nobody else, nothing about others', async () => {
  const world = await openLogWorld();
  const log = await world.open(ines);
  const about = await addDefender(log);
  const other = await addDefender(log);
  await log.saveIdentity(about, { about, fullName: 'Nino Mtisdze' });
  expect(await log.whoLooked(about)).toEqual([]);
  await log.showIdentity(about);
  world.time.now += 60_000;
  await (await world.open(tomas)).showIdentity(about);
  await log.showIdentity(other);
  const looked = await log.whoLooked(about);
  expect(looked.map(({ by }) => by.name)).toEqual([tomas.name, ines.name]);
  expect(looked.map(({ at }) => at)).toEqual(['2026-11-20T09:01:00Z', '2026-11-20T09:00:00Z']);
});

it('J4: looking where there is no name is a look too', async () => {
  const world = await openLogWorld();
  const log = await world.open(ines);
  const about = await addDefender(log);
  expect(await log.showIdentity(about)).toBeUndefined();
  expect(await log.whoLooked(about)).toHaveLength(1);
});

it('J4: no journal row, no name: it is not even asked for', async () => {
  const world = await openLogWorld();
  const log = await world.open(ines);
  const about = await addDefender(log);
  await log.saveIdentity(about, { about, fullName: 'Nino Mtisdze' });
  const read: string[] = [];
  const silent = (book: Book): Book => ({
    ...book,
    add: async (cleared) => {
      if (cleared.kind.key === 'journal') throw new StoreError('offline');
      return book.add(cleared);
    },
    find: async (kind, entry) => {
      read.push(kind.key);
      return book.find(kind, entry);
    },
  });
  const deaf = await world.open(ines, { over: silent });
  await expect(deaf.showIdentity(about)).rejects.toThrow(StoreError);
  expect(read).not.toContain('identity');
});

it('J4: gathering everything about somebody is a look at their names', async () => {
  const world = await openLogWorld();
  const log = await world.open(ines);
  const about = await addDefender(log);
  await log.saveIdentity(about, { about, fullName: 'Nino Mtisdze' });
  await (await log.life()).gather(about);
  expect((await log.whoLooked(about)).map(({ by }) => by.name)).toEqual([ines.name]);
});

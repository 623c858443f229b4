/** The book in memory keeps the contract of every book. */

import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/ids.ts';
import { openMemoryBook } from '../../../src/store/memory.ts';
import { bookContract, emptyPlaceContract } from './book-contract.ts';
import { cleared, everyPage, type Place } from './place.ts';
import { beat, focalPoint, testKinds, visit, visitOn } from './visit-kind.ts';

const deputy = {
  ...focalPoint,
  objectId: '22222222-2222-4222-8222-222222222222',
  name: 'Deputy of Aldermark',
};

async function openPlace(): Promise<Place> {
  let now = Date.parse('2026-11-20T09:00:00Z');
  const book = openMemoryBook({
    now: () => {
      now += 400;
      return now;
    },
    name: 'memory',
  });
  return {
    book,
    colleague: book,
    owner: book,
    visit,
    beat,
    person: focalPoint,
    colleaguePerson: deputy,
    byHand: {
      edit: async (...args) => book.byHand.edit(...args),
      add: async (...args) => book.byHand.add(...args),
      dropColumn: async (...args) => book.byHand.dropColumn(...args),
      forgetTokens: async (...args) => book.byHand.forgetTokens(...args),
    },
    close: async () => {},
  };
}

bookContract('A book in memory', openPlace);
emptyPlaceContract('A book in memory', openPlace);

describe('A book in memory', () => {
  it('pages, so that long lists arrive in pieces and nothing is lost between them', async () => {
    const book = openMemoryBook({ now: () => 0, name: 'memory', pageSize: 3 });
    await book.provision(testKinds);
    for (let day = 1; day <= 8; day += 1)
      await book.add(cleared(visit, visitOn(`2026-11-0${day}`), focalPoint));
    const first = await book.load(visit, { before: '2026-11-08' as Day });
    expect(first.entries).toHaveLength(3);
    expect((await everyPage(book, visit, {}, first)).entries).toHaveLength(7);
  });
});

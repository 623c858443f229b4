/** Elements of the table: whoever scrolls through a long list fills those that are there, and the row of the keyboard stays where it is. */

import { describe, expect, it } from 'vitest';
import { openRowKeys } from '../../../src/app/table/row-keys.ts';
import type { EntryId } from '../../../src/domain/ids.ts';

const rows = (from: number, until: number): readonly EntryId[] =>
  Array.from({ length: until - from }, (_, place) => `entry ${from + place}` as EntryId);
const [first = '' as EntryId] = rows(0, 1);

describe('elements of the rows', () => {
  it.each([
    { how: 'far down', from: rows(100, 130), to: rows(900, 930), made: 0 },
    { how: 'far up', from: rows(900, 930), to: rows(100, 130), made: 0 },
    { how: 'down by most of a screen', from: rows(100, 130), to: rows(121, 151), made: 0 },
    { how: 'up by most of a screen', from: rows(121, 151), to: rows(100, 130), made: 0 },
    { how: 'down by a row', from: rows(100, 130), to: rows(101, 131), made: 0 },
    // To go before all others the last one would move every one of them.
    { how: 'up by a row', from: rows(101, 131), to: rows(100, 130), made: 1 },
    { how: 'to where more rows fit', from: rows(100, 130), to: rows(900, 935), made: 5 },
  ])('whoever scrolls $how needs $made new ones', ({ from, to, made }) => {
    const keysOf = openRowKeys();
    const before = new Set(keysOf([first, ...from], first));
    const after = keysOf([first, ...to], first);
    expect(after.filter((key) => !before.has(key))).toHaveLength(made);
    expect(new Set(after).size).toBe(to.length + 1);
  });

  it('a row that stays in sight keeps its element', () => {
    const keysOf = openRowKeys();
    const before = keysOf(rows(0, 30), first);
    expect(keysOf(rows(0, 30), first)).toEqual(before);
    expect(keysOf(rows(12, 42), first).slice(0, 18)).toEqual(before.slice(12));
  });

  it.each([
    { how: 'down', to: rows(124, 154) },
    { how: 'up', to: rows(76, 106) },
    { how: 'down to where fewer rows fit', to: rows(124, 151) },
  ])('no element is moved for whoever scrolls $how by most of a screen', ({ to }) => {
    const keysOf = openRowKeys();
    const before = keysOf([first, ...rows(100, 130)], first);
    expect(keysOf([first, ...to], first)).toEqual(before.slice(0, to.length + 1));
  });

  it.each([
    { how: 'down', to: rows(115, 145), place: 10 },
    { how: 'up', to: rows(85, 115), place: 10 },
    { how: 'up', to: rows(95, 125), place: 20 },
    { how: 'out of sight', to: rows(900, 930), place: 10 },
  ])('the element that the keyboard is in is not moved when its reader scrolls $how', ({ to, place }) => {
    const from = rows(100, 130);
    const held = from[place];
    if (!held) throw new Error('no such row');
    const keysOf = openRowKeys();
    const before = keysOf(from, held);
    const shown = to.includes(held) ? to : [held, ...to];
    const after = keysOf(shown, held);
    const key = before[place];
    expect(after[shown.indexOf(held)]).toBe(key);
    // React moves what stood before anything that now goes before it.
    const placesBefore = after.slice(0, shown.indexOf(held)).map((each) => before.indexOf(each));
    expect(Math.max(-1, ...placesBefore)).toBeLessThan(place);
  });

  it('the element that the keyboard was in is given to no other row', () => {
    const keysOf = openRowKeys();
    const [key] = keysOf(rows(0, 30), first);
    const after = keysOf(rows(500, 530), rows(500, 501)[0]);
    expect(after).not.toContain(key);
    expect(new Set(after).size).toBe(30);
  });
});

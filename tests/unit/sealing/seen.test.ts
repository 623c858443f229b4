/** H2 · What our own book holds about a sender, and how the next one stands beside it. */

import { expect, it } from 'vitest';
import { besideSeen, nothingSeen, withSeen } from '../../../src/sealing/seen.ts';
import { newEntry } from '../../support/sealing/test-circle.ts';

const entry = newEntry();
const at = (rev: number, seq: number) => ({ entry, rev, seq });

it('H2 · keeps the highest revision of each entry and the highest number of all', () => {
  const seen = [at(1, 1), at(3, 9), at(2, 12)].reduce(
    (sum, each) => withSeen(sum, each, `d${each.rev}`),
    nothingSeen,
  );
  expect(seen).toEqual({ highest: 12, entries: new Map([[entry, [3, 'd3']]]) });
  expect(nothingSeen.entries.size).toBe(0);
});

it.each<[string, ReturnType<typeof at>, string, string]>([
  ['a later revision', at(3, 6), 'new', 'new'],
  ['a later revision with an old number', at(3, 4), 'new', 'late'],
  ['the same once more', at(2, 5), 'known', 'known'],
  ['another text for the same', at(2, 5), 'two', 'two-texts'],
  ['an older one', at(1, 9), 'known', 'old-revision'],
])('H2 · %s', (_, revision, digest, verdict) => {
  expect(besideSeen({ highest: 5, entries: new Map([[entry, [2, 'known']]]) }, revision, digest)).toBe(
    verdict,
  );
});

/** How often two missions may compare whom they know. */

import { describe, expect, it } from 'vitest';
import { lapsesAt, nextMatchAt } from '../../../src/domain/circle/match-rules.ts';
import { addDays, type Day, type Instant } from '../../../src/domain/ids.ts';

const now = '2026-11-20T09:00:00Z' as Instant;
/** So many days ago, at the same time of day. */
const ago = (days: number) => `${addDays(now.slice(0, 10) as Day, -days)}T09:00:00Z` as Instant;

describe('H4 · how often two missions compare', () => {
  it.each([
    ['never before', [], undefined],
    ['six days ago', [6], ago(-1)],
    ['a week ago to the second', [7], undefined],
    ['three within 90 days', [8, 20, 40], undefined],
    ['four within 90 days', [8, 20, 40, 60], ago(-30)],
    ['four, the first of them 90 days ago', [8, 20, 40, 90], undefined],
    ['four and the last one yesterday', [1, 20, 40, 88], ago(-6)],
    ['told in any order', [60, 8, 40, 20], ago(-30)],
    ['a signed time that lies ahead', [-3], ago(-10)],
  ] as const)('%s', (_what, days, next) => {
    expect(nextMatchAt(days.map(ago), now)).toBe(next);
  });

  it('a run nobody goes on with ends after 14 days', () => {
    expect(lapsesAt(ago(14))).toBe(now);
  });
});

/** The dry run of an import refuses what the form and the save refuse, and nothing else. */

import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../../../src/domain/ids.ts';
import type { Around } from '../../../src/domain/kind-hooks.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import { dayIn } from '../../../src/domain/zoned.ts';
import { tableIn } from '../../../src/files/find-table.ts';
import { loadLabels } from '../../../src/files/labels.ts';
import { planImport } from '../../../src/files/plan-import.ts';
import { exampleOf } from '../../support/examples.ts';

const hearing = kindOf('hearing');
const now = '2026-11-20T23:30:00Z' as Instant;
const clocks: Around = { todayIn: (zone) => dayIn(now, zone) };

async function planned(zone: string, around: Around) {
  const grid = [
    ['When', 'Court'],
    ['2026-11-21 01:00', 'Oskel District Court'],
  ];
  const { about } = exampleOf(hearing);
  return planImport(
    tableIn({ grid, broken: new Set() }, 0),
    { kind: hearing, matching: { 0: 'start', 1: 'court' }, forAll: { about, outcome: 'held' }, around },
    {
      // The day of the mission, which lies in UTC.
      today: '2026-11-20' as Day,
      zone,
      order: undefined,
      labels: await loadLabels(hearing),
      covers: new Map(),
      aliases: new Map(),
      answers: new Map(),
    },
    () => undefined,
  ).map(({ plan }) => plan);
}

describe('L5, D2: a hearing of a list that was held', () => {
  it.each([
    ['is stored where it is that day already', 'Asia/Tbilisi', clocks, 'store'],
    ['is refused where it is not that day yet', 'America/New_York', clocks, 'refuse'],
    ['goes by the day of the mission where nobody knows the clock', 'Asia/Tbilisi', {}, 'refuse'],
  ])('%s', async (_, zone, around, expected) => {
    expect(await planned(zone, around)).toEqual([expected]);
  });
});

import { expect, it } from 'vitest';
import { recordKinds } from '../../src/domain/registry.ts';
import { checkShareLaw } from '../support/share-law.ts';
import { play, type Run } from '../support/share-runs.ts';

it('H2 B9 1,000 random runs of two officers and another mission with faults and kills: nothing sealed or done without consent', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  const tally = await checkShareLaw(1_000, seed);
  console.log(`share runs: ${JSON.stringify(tally)}`);
  // A law that never seals, never acts, never refuses and never stumbles would hold for nothing.
  expect(Math.min(tally.sealed, tally.deeds, tally.refusals, tally.takenBack, tally.faults)).toBeGreaterThan(
    60,
  );
}, 600_000);

/**
 * The draws below are counted for sweeps over so many kinds. Every further kind is one more request of each sweep, in good
 * weather; that the faults strike where they must is asserted.
 */
const KINDS_COUNTED = 20;

it.each([
  [
    'comes back with the next upkeep',
    64,
    [8, 35, 70, 134],
    [
      'start: load contact killed after',
      'start: open book lost after',
      '0 share: load journal killed after',
      '0 share: changes circle-journal lost after',
      '0 again: find consent-file killed after',
      '0 again: load subject-request lost after',
      '0 withdraw: find share killed after',
      '0 give: amend consent-file lost after',
      '2 act: add circle-entry killed after',
    ],
  ],
  [
    'is acted on by nobody, though the journal does not tell of the withdrawal',
    65,
    [8, 35, 74, 98, 136, 201],
    [
      'start: load contact killed after',
      'start: open book lost after',
      '0 share: add journal killed after',
      '0 share: changes circle-journal lost after',
      '0 again: amend consent-file killed after',
      '0 again: load protection-actor lost after',
      '0 withdraw: find share killed after',
      '0 give: load journal lost after',
    ],
  ],
] as const)(
  'H2 B9 a share that was sent, cut off, withdrawn by somebody who was cut off too, and agreed to again %s',
  async (_, draws, sweeps, struck) => {
    const chances: number[] = Array.from(
      { length: 4 * draws },
      (_, draw) => ({ 2: 598, 29: 596, 56: 440, 57: 593 })[draw % draws] ?? 0,
    );
    const calm = Array.from({ length: recordKinds.length - KINDS_COUNTED }, () => 0);
    for (const sweep of sweeps.toReversed()) chances.splice(sweep, 0, ...calm);
    const steps: Run['steps'] = [
      [{ do: 'give', who: 0, days: 30, wide: true }],
      [
        { do: 'give', who: 0, days: 0, wide: true },
        { do: 'share', who: 0 },
      ],
      [{ do: 'again', who: 1, nth: 0 }],
      [
        { do: 'again', who: 0, nth: 0 },
        { do: 'share', who: 1 },
      ],
      [{ do: 'withdraw', who: 0 }],
      [
        { do: 'give', who: 0, days: 0, wide: true },
        { do: 'act', nth: 0 },
      ],
      [{ do: 'again', who: 0, nth: 0 }],
    ];
    const { violations, takenBack, strikes } = await play({ steps, chances }, 9_870_033);
    expect(strikes).toEqual(struck);
    expect(violations).toEqual([]);
    expect(takenBack).toBeGreaterThan(0);
  },
);

import { expect, it } from 'vitest';
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

it.each([
  ['alone', []],
  ['while consent is given again', [{ do: 'give', who: 0, days: 0, wide: true }]],
] as const)(
  'H2 B9 a share taken back by somebody who was cut off before the journal told of it is acted on by nobody, %s',
  async (_, beside) => {
    const act = { do: 'act', nth: 0 } as const;
    const steps: Run['steps'] = [
      [{ do: 'give', who: 0, days: 30, wide: true }],
      [{ do: 'share', who: 0 }],
      [{ do: 'withdraw', who: 0 }],
      beside.length > 0 ? [...beside, act] : [act],
    ];
    const strikes = [['0 withdraw: add act', 'killed after']] as const;
    const found = await play({ steps, chances: [], strikes }, 9_870_033);
    expect(found.strikes).toEqual(strikes);
    expect(found.violations).toEqual([]);
    expect(found.takenBack).toBeGreaterThan(0);
  },
);

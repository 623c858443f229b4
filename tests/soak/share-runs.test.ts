import { expect, it } from 'vitest';
import { checkShareLaw } from '../support/share-law.ts';

it('H2 B9 10,000 random runs of two officers and another mission with faults and kills: nothing sealed or done without consent', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  const tally = await checkShareLaw(10_000, seed);
  console.log(`share runs: ${JSON.stringify(tally)}`);
  expect(Math.min(tally.sealed, tally.deeds, tally.refusals, tally.takenBack, tally.faults)).toBeGreaterThan(
    600,
  );
}, 3_600_000);

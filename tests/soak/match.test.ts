import { expect, it } from 'vitest';
import { checkMatchLaw } from '../support/match-law.ts';

it('H4: 200 pairs of random sets: both sides find exactly the intersection and can guess nobody else', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 30);
  const met = await checkMatchLaw({ runs: 200, seed });
  console.log(`blind comparison: seed ${seed}, ${met} known to both`);
  expect(met).toBeGreaterThan(0);
}, 1_800_000);

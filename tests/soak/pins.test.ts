import { expect, it } from 'vitest';
import { checkPinLaw } from '../support/pin-law.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

it('J8 · whatever happens to the key of a head, something can be sealed exactly while it was compared or handed over (80 histories)', async () => {
  const tally = await checkPinLaw(80, seed);
  console.log(`pins: ${JSON.stringify(tally)}`);
  expect(tally.blocked).toBeGreaterThan(20);
}, 3_600_000);

import { expect, it } from 'vitest';
import { checkPinLaw } from '../support/pin-law.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

it('J8 · whatever happens to the key of a head, something can be sealed exactly while it was compared or handed over (8 histories)', async () => {
  const tally = await checkPinLaw(8, seed);
  console.log(`pins: ${JSON.stringify(tally)}`);
  expect(tally.blocked).toBeGreaterThan(0);
}, 240_000);

import { it } from 'vitest';
import { checkCanonicalLaw } from '../support/sealing/canonical-law.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

it('H2 · canonical JSON is what the npm package writes, on 50,000 random values', () => {
  console.log(`canonical JSON: seed ${seed}`);
  checkCanonicalLaw(50_000, seed);
}, 600_000);

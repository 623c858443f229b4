import { expect, it } from 'vitest';
import { checkCanonicalLaw } from '../support/sealing/canonical-law.ts';
import { checkAudienceLaw, checkMutationLaw, checkSwapLaw } from '../support/sealing/envelope-law.ts';
import { checkProofLaw } from '../support/sealing/proof-law.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

it('H2 · canonical JSON is what the npm package writes, on 50,000 random values', () => {
  console.log(`canonical JSON: seed ${seed}`);
  checkCanonicalLaw(50_000, seed);
}, 600_000);

it('H2 · of 27 missions exactly those addressed open it, in 2,000 random audiences and both forms', async () => {
  const tally = await checkAudienceLaw(2_000, seed);
  console.log(`audiences: ${JSON.stringify(tally)}`);
  expect(tally.opened + tally.shut).toBe(54_000);
}, 1_800_000);

it('H2 · of 100,000 envelopes with one change none is accepted', async () => {
  // Some of the random changes change nothing; so many more make the full number.
  const tried = await checkMutationLaw(110_000, seed);
  console.log(`changes: seed ${seed}, ${tried} tried`);
  expect(tried).toBeGreaterThan(100_000);
}, 1_800_000);

it('H2 · of 50 envelopes no part of one is accepted in another', async () => {
  const tried = await checkSwapLaw(50);
  console.log(`exchanged parts: ${tried} tried`);
  expect(tried).toBeGreaterThan(15_000);
}, 1_800_000);

it('H2 · in 5,000 random lists nothing opens that the named signer did not sign, and everything they signed does', async () => {
  const tally = await checkProofLaw(5_000, seed);
  console.log(`proofs: seed ${seed}, ${JSON.stringify(tally)}`);
  expect(tally.proven).toBeGreaterThan(1_000);
}, 1_800_000);

import { expect, it } from 'vitest';
import { checkCanonicalLaw } from '../support/sealing/canonical-law.ts';
import { checkAudienceLaw, checkMutationLaw, checkSwapLaw } from '../support/sealing/envelope-law.ts';
import { checkProofLaw } from '../support/sealing/proof-law.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

it('H2 · canonical JSON is what the npm package writes, on 5,000 random values', () => {
  console.log(`canonical JSON: seed ${seed}`);
  checkCanonicalLaw(5_000, seed);
});

it('H2 · of 27 missions exactly those addressed open it, in 200 random audiences and both forms', async () => {
  const tally = await checkAudienceLaw(200, seed);
  console.log(`audiences: ${JSON.stringify(tally)}`);
  expect(Math.min(tally.opened, tally.shut)).toBeGreaterThan(1_000);
}, 120_000);

it('H2 · of 10,000 envelopes with one change none is accepted', async () => {
  const tried = await checkMutationLaw(10_000, seed);
  console.log(`changes: seed ${seed}, ${tried} tried`);
  expect(tried).toBeGreaterThan(9_000);
}, 120_000);

it('H2 · of 15 envelopes no part of one is accepted in another', async () => {
  expect(await checkSwapLaw(15)).toBeGreaterThan(1_500);
}, 120_000);

it('H2 · in 200 random lists nothing opens that the named signer did not sign, and everything they signed does', async () => {
  const tally = await checkProofLaw(200, seed);
  console.log(`proofs: seed ${seed}, ${JSON.stringify(tally)}`);
  // The law says something only where texts did open without a signature of their own.
  expect(tally.proven).toBeGreaterThan(20);
}, 120_000);

import { expect, it } from 'vitest';
import { checkGateLaw, checkGateLawOverGraph } from '../support/gate-law.ts';

it('B6 B7 10,000 random runs of two officers with faults and kills: no gated write without valid consent', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  const tally = await checkGateLaw(10_000, seed);
  console.log(`gate runs: ${JSON.stringify(tally)}`);
  expect(Math.min(tally.gatedWrites, tally.refusals, tally.faults)).toBeGreaterThan(1_000);
}, 1_800_000);

it('B6 B7 1,000 of them over SharePoint lists in a local tenant', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  const tally = await checkGateLawOverGraph(1_000, seed);
  console.log(`gate runs over lists: ${JSON.stringify(tally)}`);
  expect(Math.min(tally.gatedWrites, tally.refusals, tally.faults)).toBeGreaterThan(100);
}, 1_800_000);

/** The gate in random runs of two officers, over the memory twin and over lists. */
import { expect, it } from 'vitest';
import { checkGateLaw, checkGateLawOverGraph } from '../support/gate-law.ts';
import { often } from '../support/often.ts';

const { numRuns: inMemory } = often(10_000);
const { numRuns: overLists } = often(1_000, 16);

const seed = () => Number(process.env.SEED ?? Date.now() % 2 ** 31);
const many = (runs: number) => runs.toLocaleString('en');

it(`B6 B7 ${many(inMemory)} random runs of two officers with faults and kills: no gated write without valid consent`, async () => {
  const tally = await checkGateLaw(inMemory, seed());
  console.log(`gate runs: ${JSON.stringify(tally)}`);
  // A law that never writes, never refuses and never stumbles would hold for nothing.
  expect(Math.min(tally.gatedWrites, tally.refusals, tally.faults)).toBeGreaterThan(inMemory / 10);
}, 1_800_000);

it(`B6 B7 ${many(overLists)} of them over SharePoint lists in a local tenant`, async () => {
  const tally = await checkGateLawOverGraph(overLists, seed());
  console.log(`gate runs over lists: ${JSON.stringify(tally)}`);
  expect(Math.min(tally.gatedWrites, tally.refusals, tally.faults)).toBeGreaterThan(overLists / 12);
}, 1_800_000);

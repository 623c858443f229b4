import { it } from 'vitest';
import { checkImportLaw, checkImportLawOverGraph } from '../support/import-runs.ts';

it('L5: 5,000 messy rows, broken off 10 times: every row stored once or listed with its reason', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 30);
  console.log(
    `import: seed ${seed}, ${JSON.stringify(await checkImportLaw({ rows: 5_000, breaks: 10, seed }))}`,
  );
}, 1_800_000);

it('L5: 500 of them over SharePoint lists in a local tenant', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 30);
  console.log(
    `import over lists: seed ${seed}, ${JSON.stringify(await checkImportLawOverGraph({ rows: 500, breaks: 10, seed }))}`,
  );
}, 1_800_000);

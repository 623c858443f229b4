/** Every row of an old list is stored once or listed with its reason, also when the run breaks off again and again. */

import { describe, it } from 'vitest';
import { checkImportLaw, checkImportLawOverGraph } from '../support/import-runs.ts';

describe('import', () => {
  it('L5: 500 messy rows, broken off 10 times and taken up again: none lost, none doubled', async () => {
    await checkImportLaw({ rows: 500, breaks: 10, seed: 20261121 });
  });

  it('L5: the same over SharePoint lists in a local tenant', async () => {
    await checkImportLawOverGraph({ rows: 100, breaks: 4, seed: 3 });
  });
});

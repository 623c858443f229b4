/** Two missions find exactly those whom both know, over random sets of people. */

import { describe, it } from 'vitest';
import { checkMatchLaw } from '../support/match-law.ts';

describe('blind comparison', () => {
  it('H4: 20 pairs of random sets: both sides find exactly the intersection and can guess nobody else', async () => {
    await checkMatchLaw({ runs: 20, seed: 20261121 });
  });
});

/** Whatever a click may need is fetched ahead, so that a lost connection closes no door. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const app = join(import.meta.dirname, '../../../src/app');

/** Files that fetch code on demand by themselves: neither on the list that is fetched ahead nor together with their own file. */
function fetchersOfTheirOwn(): readonly string[] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && name !== 'lazy-pages.ts')
    .filter((name) => /(?<!^const \w+ = )\bimport\(/m.test(readFileSync(join(app, name), 'utf8')));
}

it('every part of the screen that arrives later is on the list that is fetched while nobody waits', () => {
  expect(fetchersOfTheirOwn()).toEqual([]);
  expect(readFileSync(join(app, 'lazy-pages.ts'), 'utf8').match(/\bimport\(/g)?.length).toBeGreaterThan(10);
});

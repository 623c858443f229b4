/** Whatever a click may need is fetched ahead, so that a lost connection closes no door. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const app = join(import.meta.dirname, '../../../src/app');

const files = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(app, name), 'utf8') }));

const arrivesLater = /\blater\(\s*\(\) =>\s*import\(/g;

/** Files that fetch code on demand by themselves: neither in a way that is fetched ahead nor together with their own file. */
const fetchersOfTheirOwn = files
  .filter(({ text }) => /(?<!^const \w+ = )\bimport\(/m.test(text.replaceAll(arrivesLater, '')))
  .map(({ name }) => name);

it('every part of the screen that arrives later is fetched while nobody waits', () => {
  expect(fetchersOfTheirOwn).toEqual([]);
  expect(files.flatMap(({ text }) => text.match(arrivesLater) ?? []).length).toBeGreaterThan(50);
});

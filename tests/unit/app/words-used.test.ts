/** Every text the shell asks for exists, and the shell has no text nobody asks for. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPart } from '../../../src/locales/index.ts';
import type { Texts } from '../../../src/locales/languages.ts';
import { storeErrorCodes } from '../../../src/store/store-error.ts';

const app = join(import.meta.dirname, '../../../src/app');

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) =>
    item.isDirectory()
      ? sources(join(folder, item.name))
      : /\.tsx?$/.test(item.name)
        ? [readFileSync(join(folder, item.name), 'utf8')]
        : [],
  );
}

function keysIn(texts: Texts, path = ''): readonly string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysIn(value, `${path}${key}.`),
  );
}

const code = sources(app).join('\n');
const keys = [
  ...keysIn(await loadPart('en', 'shell')),
  ...keysIn(await loadPart('en', 'pages')),
  ...keysIn(await loadPart('en', 'files')),
  ...keysIn(await loadPart('en', 'life')),
  ...keysIn(await loadPart('en', 'circle')),
];
const plainKeys = new Set(keys.map((key) => key.replace(/_(one|other|many)$/, '')));
const rooms =
  'shell|today|entries|defenders|calendarPage|settings|errors|signIn|start|files|visaDesk|life|lock|circle';

describe('texts of the shell', () => {
  it('every key written out in the code has a text', () => {
    const asked = [...code.matchAll(new RegExp(`'((?:${rooms})\\.[A-Za-z.-]+)'`, 'g'))].map(
      (match) => match[1] ?? '',
    );
    const places = asked.filter((key) => [...plainKeys].some((known) => known.startsWith(`${key}.`)));
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !plainKeys.has(key) && !places.includes(key))).toEqual([]);
  });

  it('every text is asked for, by its key or by a pattern of keys', () => {
    const written = [
      ...code.matchAll(
        new RegExp(`["'\`]((?:${rooms})[A-Za-z.-]*(?:\\$\\{[^}]*\\}[A-Za-z.-]*)*)["'\`]`, 'g'),
      ),
    ];
    const patterns = written.map(
      (match) =>
        new RegExp(
          `^${(match[1] ?? '').replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[A-Za-z0-9-]+')}(\\.(what|means|next))?$`,
        ),
    );
    expect([...plainKeys].filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it.each([...storeErrorCodes, 'page', 'unknown'])(
    'error %s says what happened, what it means and what to do',
    (error) => {
      for (const part of ['what', 'means', 'next']) expect(plainKeys).toContain(`errors.${error}.${part}`);
    },
  );
});

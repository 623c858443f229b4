/** Words taken straight from the texts of one language; a key without text is an error, not an empty place. */

import { readFileSync } from 'node:fs';
import { coverName } from '../../src/domain/cover-names.ts';
import type { Words } from '../../src/domain/fields/field.ts';
import type { Language } from '../../src/locales/languages.ts';

interface Texts {
  readonly [key: string]: string | Texts;
}

/** The text of a key of one part, or undefined. */
export function textOf(part: string, language: Language, key: string): string | undefined {
  let found: string | Texts | undefined = read(part, language);
  for (const step of key.split('.'))
    found = typeof found === 'object' && Object.hasOwn(found, step) ? found[step] : undefined;
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

const parts = new Map<string, Texts>();

function read(part: string, language: string): Texts {
  const name = `${language}/${part}`;
  const known = parts.get(name);
  if (known) return known;
  const texts = JSON.parse(
    readFileSync(new URL(`../../src/locales/${name}.json`, import.meta.url), 'utf8'),
  ) as Texts;
  parts.set(name, texts);
  return texts;
}

/** Words of `kinds.json` and `records.json`. Throws for a key that has no text. */
export function plainWords(language: Language): Words {
  return {
    locale: language,
    text(key) {
      const found = textOf('kinds', language, key) ?? textOf('records', language, key);
      if (found === undefined) throw new Error(`no ${language} text for ${key}`);
      return found;
    },
    day: (day) => day,
    instant: (instant) => instant,
    cover: coverName,
    entry: () => undefined,
  };
}

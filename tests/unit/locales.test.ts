/** Every language says what English says: same keys, same places to fill, in plain words. */

import { describe, expect, it } from 'vitest';
import { languageOf, languages, loadPart, parts, type Texts } from '../../src/locales/index.ts';

/** Plural forms a language may have beyond English's one and other. */
const pluralsOfItsOwn: Readonly<Record<string, readonly string[]>> = { fr: ['_many'] };

function leaves(texts: Texts, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : leaves(value, `${path}${key}.`),
  );
}

function placesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

async function textsOf(language: (typeof languages)[number]): Promise<ReadonlyMap<string, string>> {
  const loaded = await Promise.all(parts.map((part) => loadPart(language, part)));
  return new Map(loaded.flatMap((texts) => leaves(texts)));
}

const english = await textsOf('en');

describe('texts', () => {
  it('no two parts of a language say the same thing', async () => {
    const loaded = await Promise.all(parts.map((part) => loadPart('en', part)));
    const keys = loaded.flatMap((texts) => leaves(texts).map(([key]) => key));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys.length).toBeGreaterThan(400);
  });

  it.each(parts)('part %s is there in every language', async (part) => {
    for (const language of languages)
      expect(leaves(await loadPart(language, part)).length, language).toBeGreaterThan(0);
  });

  describe.each(languages)('in %s', async (language) => {
    const texts = await textsOf(language);
    const own = pluralsOfItsOwn[language] ?? [];
    const isOwn = (key: string): boolean => own.some((suffix) => key.endsWith(suffix));

    it('M5 has exactly the keys of English, plural forms of its own admitted', () => {
      expect([...texts.keys()].filter((key) => !isOwn(key)).sort()).toEqual([...english.keys()].sort());
    });

    it('gives every plural of its own language', () => {
      const missing = [...texts.keys()]
        .filter((key) => key.endsWith('_other'))
        .flatMap((key) => own.map((suffix) => key.replace(/_other$/, suffix)))
        .filter((key) => !texts.has(key));
      expect(missing).toEqual([]);
    });

    it('has no empty text and no exclamation mark', () => {
      const faulty = [...texts].filter(([, text]) => text.trim() === '' || /[!¡！]/.test(text));
      expect(faulty).toEqual([]);
    });

    it('fills the same places as English', () => {
      const differing = [...texts].filter(([key, text]) => {
        const model = english.get(isOwn(key) ? key.replace(/_many$/, '_other') : key) ?? '';
        const optional = /_one$/.test(key) ? ['count'] : [];
        const without = (places: readonly string[]): readonly string[] =>
          places.filter((place) => !optional.includes(place));
        return without(placesIn(text)).join() !== without(placesIn(model)).join();
      });
      expect(differing).toEqual([]);
    });
  });

  it.each([
    ['fr-FR', 'fr'],
    ['FR_ca', 'fr'],
    ['en-GB', 'en'],
    ['ka', 'en'],
    ['', 'en'],
  ])('M5 a Teams in %s is answered in %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});

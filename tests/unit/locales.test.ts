/** Every language says what English says: same keys, same places to fill, in plain words. */

import { describe, expect, it } from 'vitest';
import { loadPart } from '../../src/locales/index.ts';
import { inOneList, setApart, withoutIsolates } from '../../src/locales/isolates.ts';
import { languageOf, languages, parts, runsRightToLeft, type Texts } from '../../src/locales/languages.ts';

/** Endings of the plural forms a language has beyond English's one and other. */
function pluralsOfItsOwn(language: string): readonly string[] {
  return new Intl.PluralRules(language)
    .resolvedOptions()
    .pluralCategories.filter((form) => form !== 'one' && form !== 'other')
    .map((form) => `_${form}`);
}

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
    const own = pluralsOfItsOwn(language);
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
        const model = english.get(isOwn(key) ? key.replace(/_[a-z]+$/, '_other') : key) ?? '';
        const optional = /_(zero|one|two)$/.test(key) ? ['count'] : [];
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
    ['ar-SA', 'ar'],
    ['AR_eg', 'ar'],
    ['en-GB', 'en'],
    ['ka', 'en'],
    ['', 'en'],
  ])('M5 a Teams in %s is answered in %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  it.each([
    ['ar', true],
    ['ar-EG', true],
    ['he-IL', true],
    ['en-GB', false],
    ['fr', false],
    ['', false],
  ])('M5 %j runs from right to left: %j', (locale, rtl) => {
    expect(runsRightToLeft(locale)).toBe(rtl);
  });
});

describe('M5 French', async () => {
  const texts = await textsOf('fr');

  it('begins no line with a sign that has a space before it, and ends none with an opening quotation mark', () => {
    expect([...texts].filter(([, text]) => / [:;?!»]|« /.test(text))).toEqual([]);
    expect([...texts].filter(([, text]) => /\u00a0[:;?!»]/.test(text)).length).toBeGreaterThan(100);
  });
});

describe('M5 Arabic', async () => {
  const texts = await textsOf('ar');

  it('is written with Arabic signs and Latin digits', () => {
    const plain = [...texts].map(([key, text]) => [key, text.replace(/\{\{\w+\}\}/g, '')] as const);
    expect(plain.filter(([, text]) => /\p{Script=Arabic}[\u2066-\u2069]*[,;?]/u.test(text))).toEqual([]);
    expect(plain.filter(([, text]) => /[٠-٩۰-۹“”]/.test(text))).toEqual([]);
  });

  it('sets what is filled in apart, so that a code keeps its own direction', () => {
    const faulty = [...texts].filter(([, text]) => /(?<!\u2068)\{\{|\}\}(?!\u2069)|^\u2068/.test(text));
    expect(faulty).toEqual([]);
    expect([...english].filter(([, text]) => /[\u200f\u2066-\u2069]/.test(text))).toEqual([]);
  });

  it.each([
    ['within', 'من {{who}}، {{at}}', 'من \u2068{{who}}\u2069، \u2068{{at}}\u2069'],
    ['at the beginning', '{{who}}: نعم', '\u200f\u2068{{who}}\u2069: نعم'],
    ['nowhere', 'نعم', 'نعم'],
  ])('a place %s', (_, text, apart) => {
    expect(setApart(text)).toBe(apart);
    expect(withoutIsolates(apart).replace('\u200f', '')).toBe(text);
  });
});

describe('M5: several in one sentence', () => {
  it.each([
    ['one', ['Embassy of Brenland'], 'Embassy of Brenland'],
    ['two', ['Embassy of Brenland', 'Us'], 'Embassy of Brenland and Us'],
    ['three', ['A', 'B', 'C'], 'A, B and C'],
    ['none', [], ''],
  ])('%s, in English as it is', (_, items, said) => {
    expect(inOneList(items, 'en-GB')).toBe(said);
  });

  it('in Arabic names in Latin letters do not turn the list round, and its “and” stands before the last', () => {
    const list = inOneList(['Embassy of Brenland', 'Delegation of the Western Union'], 'ar');
    // Its first sign says which way the whole runs, wherever it is filled in.
    expect(list).toBe('\u200f\u2068Embassy of Brenland\u2069 و\u2068Delegation of the Western Union\u2069');
    expect(withoutIsolates(list)).toBe('\u200fEmbassy of Brenland وDelegation of the Western Union');
  });
});

/** Finds the texts of a language, part by part, each fetched only when it is asked for. */

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** `shell`, `kinds` and `duties` are what the first page says; `records` names fields and answers, `pages` the other pages. */
export const parts = [
  'shell',
  'kinds',
  'duties',
  'pages',
  'records',
  'consent',
  'forms',
  'life',
  'keys',
  'files',
  'circle-site',
  'matching',
  'circle',
] as const;
export type Part = (typeof parts)[number];

/** Nested texts of one part, keys as in the JSON files. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

const files = import.meta.glob<{ readonly default: Texts }>('./*/*.json');

/** The language shown for a host's locale (`fr-CA` gives `fr`); English where there is no translation. */
export function languageOf(locale: string): Language {
  const wanted = locale.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === wanted) ?? 'en';
}

/** Fetches one part of one language; empty where the part has no texts yet. Rejects when the network fails. */
export async function loadPart(language: Language, part: Part): Promise<Texts> {
  const load = files[`./${language}/${part}.json`];
  return load ? (await load()).default : {};
}

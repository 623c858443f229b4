/** Finds the texts of a language, part by part, each fetched only when it is asked for. */

export const languages = ['en', 'fr', 'ar'] as const;
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

const english = import.meta.glob<{ readonly default: Texts }>('./en/*.json');

/** The language shown for a host's locale (`fr-CA` gives `fr`); English where there is no translation. */
export function languageOf(locale: string): Language {
  const wanted = tongue(locale);
  return languages.find((language) => language === wanted) ?? 'en';
}

/** Whether a locale (`ar`, `he-IL`) is written from right to left, translated here or not. */
export function runsRightToLeft(locale: string): boolean {
  return ['ar', 'fa', 'he', 'ur'].includes(tongue(locale));
}

function tongue(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** Fetches one part of one language; empty where the part has no texts yet. Rejects when the network fails. */
export async function loadPart(language: Language, part: Part): Promise<Texts> {
  if (language !== 'en') return (await import('./translated.ts')).loadTranslated(language, part);
  const load = english[`./en/${part}.json`];
  return load ? (await load()).default : {};
}

/** The languages there are, the parts in which their texts arrive, and which way each is written. */

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

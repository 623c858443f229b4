/**
 * What two missions compare blindly about one person: spellings of the name that do not depend on who typed it, each
 * with the year of birth.
 *
 * Does not matter: case, diacritics, the order of the parts of a name, hyphen or blank, apostrophes, particles (al, bin,
 * von, de …), a Russian patronymic, Georgian or Cyrillic instead of the Latin letters that passports use for them.
 * Misses the match: another year or none, another transcription (Giorgi and George, Khalid and Haled), a shortened or
 * second given name, a changed family name, Arabic letters on one side and Latin ones on the other (vowels are not
 * written), a typing mistake.
 */

import { inPlainLetters } from './match-letters.ts';

export interface Named {
  readonly fullName: string;
  readonly alias?: string;
  /** `YYYY-MM-DD`; nobody is compared without it. */
  readonly birthDate?: string;
}

/** Spellings of one person that are compared at most. */
export const MOST_INPUTS = 4;

/** None where the year of birth is not known. */
export function matchInputs({ fullName, alias, birthDate }: Named): readonly string[] {
  const year = birthDate?.slice(0, 4);
  if (year === undefined || !/^[12]\d{3}$/.test(year)) return [];
  const names = [...spellings(fullName, 1), ...spellings(alias ?? '', 2)];
  return [...new Set(names)].slice(0, MOST_INPUTS).map((name) => `${name}|${year}`);
}

/** @param fewest a nickname of one word is everybody's, a full name of one word is somebody's */
function spellings(name: string, fewest: number): readonly string[] {
  const parts = partsOf(name);
  if (parts.length === 0 || parts.length < fewest) return [];
  const short = parts.length > 2 ? parts.filter((part) => !isPatronymic(part)) : parts;
  return [joined(parts), ...(short.length >= 2 ? [joined(short)] : [])];
}

/** In the order of code units: which name comes first differs from form to form. */
function joined(parts: readonly string[]): string {
  return [...parts].sort().join(' ');
}

/** Words in plain letters, without particles unless there is nothing else. */
function partsOf(name: string): readonly string[] {
  const words = withoutMarks(name)
    .split(/[^\p{L}]+/u)
    .map(inPlainLetters)
    .filter((word) => word !== '');
  const telling = words.map(withoutArticle).filter((word) => !isParticle(word));
  return telling.length > 0 ? telling : words;
}

/** One word as names are compared. */
export function plainWord(word: string): string {
  return withoutArticle(inPlainLetters(withoutMarks(word)));
}

export function isParticle(word: string): boolean {
  return particles.has(word);
}

function withoutMarks(text: string): string {
  return text
    .replace(/['’‘´`ʼʹʾʿ]/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '');
}

/** الحسن is حسن: the article is written with the word. */
function withoutArticle(word: string): string {
  return word.startsWith('ال') && word.length >= 5 ? word.slice(2) : word;
}

function isPatronymic(word: string): boolean {
  return /(ovich|evich|ovna|evna|ichna)$/.test(word) && word.length > 6;
}

const particles: ReadonlySet<string> = new Set([
  ...['al', 'el', 'ul', 'bin', 'ibn', 'ben', 'bint', 'abu', 'umm'],
  ...['بن', 'ابن', 'بنت', 'ابو', 'ام', 'ال'],
  ...['von', 'van', 'der', 'den', 'de', 'del', 'della', 'di', 'da', 'dos', 'das', 'du', 'la', 'le', 'y'],
  ...['ogly', 'oglu', 'oghlu', 'kyzy', 'qizi', 'uulu'],
]);

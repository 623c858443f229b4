/**
 * Finds names of known people in a text that should name nobody.
 *
 * Found: the whole name in any order, a single part of it of four letters or more, an alias; whatever the case, the marks
 * and the particles, in Latin, Cyrillic or Georgian letters alike. A single word counts where it is written as a name is:
 * with a capital, or in a script that has none. Missed: another transcription, a nickname nobody wrote down, a name
 * bent by grammar, a typing mistake.
 */

import { isParticle, plainWord } from './circle/match-input.ts';

export interface NamedPerson {
  readonly fullName: string;
  readonly alias?: string;
}

/** What to look for: `whole` names of several words, joined in the order of their letters, and `single` words. */
export interface Needles {
  readonly whole: readonly string[];
  readonly single: readonly string[];
}

const FEWEST_LETTERS = 4;
/** A name of more words is found by its parts. */
const MOST_WORDS = 5;

export function needlesOf({ fullName, alias }: NamedPerson): Needles {
  const names = [fullName, alias ?? ''].map((name) => tellingWords(name).map(({ plain }) => plain));
  const [own = [], other = []] = names;
  return {
    whole: names.filter((words) => words.length > 1 && words.length <= MOST_WORDS).map(joined),
    // A short alias is no more than a word; a full name of one word is somebody's.
    single: [...own, ...(other.length === 1 ? other : [])].filter(
      (word) => [...word].length >= FEWEST_LETTERS || (own.length === 1 && word === own[0]),
    ),
  };
}

/** The names as they stand in the text, each once, in its order. `knows` answers whether somebody is called so. */
export function namesIn(
  text: string,
  knows: (kind: keyof Needles, needle: string) => boolean,
): readonly string[] {
  const words = tellingWords(text);
  const found: string[] = [];
  let at = 0;
  while (at < words.length) {
    const length = lengthAt(words, at, knows);
    const [first, last] = [words[at], words[at + length - 1]];
    if (length > 0 && first && last) found.push(text.slice(first.from, last.to));
    at += Math.max(1, length);
  }
  return [...new Set(found)];
}

/** How many words from here on are a name; the longest first. */
function lengthAt(
  words: readonly Word[],
  at: number,
  knows: (kind: keyof Needles, needle: string) => boolean,
): number {
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 1; length -= 1)
    if (knows('whole', joined(words.slice(at, at + length).map(({ plain }) => plain)))) return length;
  const word = words[at];
  return word?.isWrittenAsName && knows('single', word.plain) ? 1 : 0;
}

interface Word {
  readonly plain: string;
  readonly from: number;
  readonly to: number;
  readonly isWrittenAsName: boolean;
}

/** Every word of a text but particles, in plain letters, with its place. */
function tellingWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{Cf}'’‘´`ʼʹʾʿ]+/gu)) {
    const [written] = match;
    const plain = plainWord(written);
    if (plain === '' || isParticle(plain)) continue;
    const [first = ''] = written;
    const isWrittenAsName = first.toLowerCase() !== first || first.toUpperCase() === first;
    words.push({ plain, from: match.index, to: match.index + written.length, isWrittenAsName });
  }
  return words;
}

function joined(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

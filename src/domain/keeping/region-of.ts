/** Finds the region of a place that somebody typed, by the places of the mission's own lists that are named in it. */

import { placeLists, type Region, regionStored } from '../regions.ts';
import type { ListedCode } from '../system/code-list.ts';

interface Known {
  readonly words: string;
  readonly region: Region;
}

/**
 * Reads the lists once. A text has a region when every place named in it lies in that one; "Brae" is not named in "Lower
 * Brae" where both are known, and a line without a region says nothing.
 */
export function regionsOf(lists: readonly (readonly ListedCode[])[]): (text: string) => Region | undefined {
  const known = lists
    .flat()
    .flatMap(({ labels, region }): Known[] =>
      region ? Object.values(labels).map((label) => ({ words: plainly(label), region })) : [],
    )
    .filter(({ words }) => words.trim() !== '')
    .sort((a, b) => b.words.length - a.words.length);
  return (text) => regionStored(text) ?? regionNamedIn(plainly(text), known);
}

/** The lists of places among a book's entries of kind `code-list`. */
export function placesIn(
  lists: readonly { readonly record: Readonly<Record<string, unknown>> }[],
): readonly (readonly ListedCode[])[] {
  return lists
    .filter(({ record }) => placeLists.some((name) => name === record.name))
    .map(({ record }) => (record.codes as readonly ListedCode[] | undefined) ?? []);
}

function regionNamedIn(text: string, known: readonly Known[]): Region | undefined {
  let rest = text;
  const found = new Set<Region>();
  for (const { words, region } of known) {
    if (!rest.includes(words)) continue;
    found.add(region);
    rest = rest.replaceAll(words, ' | ');
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** Words with one blank around each, so that only whole words are found. */
function plainly(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return ` ${(words ?? []).join(' ')} `;
}

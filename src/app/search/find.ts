/** Finds defenders, courts and entries in what is in memory, and hears a measure in what was typed. */

import { parseCode } from '../../domain/codes.ts';
import { type ConsentAction, consentActions } from '../../domain/consent/need.ts';
import type { Words } from '../../domain/fields/field.ts';
import type { View } from '../../log/log.ts';
import { type KnownCode, knownCodes } from '../known-codes.ts';
import { plain } from '../table/filter.ts';
import { type FoundOfKind, type SearchIndex, wordsIn } from './search-index.ts';

export interface Found {
  readonly defenders: readonly Pick<KnownCode, 'code' | 'cover'>[];
  /** Measures named beside the defender; empty when none was. */
  readonly actions: readonly ConsentAction[];
  /** Entries by kind. */
  readonly groups: readonly FoundOfKind[];
}

const MOST_DEFENDERS = 6;
/** Of each kind, while no kind was chosen. */
const MOST_OF_KIND = 5;
const MOST_OF_CHOSEN = 30;
/** Shorter words of a measure's name ("to", "in") say nothing. */
const TELLING_LETTERS = 4;

/**
 * What was typed may hold a cover name (or its beginning, or a code) and a measure, in any order; an entry is found when
 * it holds all words. `kind` shows more entries of that kind.
 */
export function find(
  typed: string,
  view: Pick<View, 'entries'>,
  words: Words,
  index: Pick<SearchIndex, 'find'>,
  kind?: string,
): Found {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return { defenders: [], actions: [], groups: [] };
  const actions = consentActions.filter((action) => namesMeasure(wanted, action, words));
  const whole = parseCode(typed.trim());
  const code = whole ?? wanted.map(parseCode).find((parsed) => parsed !== undefined);
  const defenders = knownCodes(view, words)
    .map((known) => ({ known, begun: known.code === code ? Infinity : begun(wanted, known.cover) }))
    .filter((each) => each.begun > 0)
    .sort((a, b) => b.begun - a.begun)
    .slice(0, MOST_DEFENDERS)
    .map(({ known }) => known);
  const groups = index.find(whole ?? typed, kind ? MOST_OF_CHOSEN : MOST_OF_KIND);
  return { defenders, actions, groups };
}

/** How many parts of a name were begun by a typed word of two letters or more. */
function begun(wanted: readonly string[], cover: string): number {
  return coverParts(cover).filter((part) => wanted.some((word) => word.length >= 2 && part.startsWith(word)))
    .length;
}

const parts = new Map<string, readonly string[]>();

/** Cover names are few and never change. */
function coverParts(cover: string): readonly string[] {
  const known = parts.get(cover) ?? wordsIn(cover);
  parts.set(cover, known);
  return known;
}

function namesMeasure(wanted: readonly string[], action: ConsentAction, words: Words): boolean {
  const name = `${plain(words.text(`consent.actions.${action}`))} ${plain(words.text(`shell.search.measures.${action}`))}`;
  const telling = name.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= TELLING_LETTERS);
  return wanted.some(
    (word) => word.length >= TELLING_LETTERS && telling.some((part) => part.startsWith(word)),
  );
}

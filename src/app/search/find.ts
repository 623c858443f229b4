/** Finds defenders, courts and entries in what is in memory, and hears a measure in what was typed. */

import { parseCode } from '../../domain/codes.ts';
import { type ConsentAction, consentActions } from '../../domain/consent/need.ts';
import type { Words } from '../../domain/fields/field.ts';
import type { Code, Day } from '../../domain/ids.ts';
import type { Entry, Person } from '../../domain/record-kind.ts';
import type { View } from '../../log/log.ts';
import { knownCodes } from '../pages/known-codes.ts';
import { allEntries, passes, plain } from '../table/filter.ts';

export interface Found {
  readonly defenders: readonly { readonly code: Code; readonly cover: string }[];
  /** Measures named beside the defender; empty when none was. */
  readonly actions: readonly ConsentAction[];
  readonly entries: readonly Entry[];
}

const MOST_DEFENDERS = 6;
const MOST_ENTRIES = 8;
/** Shorter words of a measure's name ("to", "in") say nothing. */
const TELLING_LETTERS = 4;

/**
 * What was typed may hold a cover name (or its beginning, or a code) and a measure, in any order. Words left over look
 * for entries.
 */
export function find(
  typed: string,
  view: View,
  words: Words,
  context: { readonly me: Person; readonly today: Day; readonly zone: string },
): Found {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return { defenders: [], actions: [], entries: [] };
  const actions = consentActions.filter((action) => namesMeasure(wanted, action, words));
  const code = parseCode(typed.trim()) ?? wanted.map(parseCode).find((parsed) => parsed !== undefined);
  const defenders = knownCodes(view, words)
    .filter((known) => known.code === code || begun(wanted, plain(known.cover)) > 0)
    .sort((a, b) => begun(wanted, plain(b.cover)) - begun(wanted, plain(a.cover)))
    .slice(0, MOST_DEFENDERS);
  const entries =
    actions.length > 0 && defenders.length > 0
      ? []
      : allEntries(view.entries, context.zone)
          .filter((entry) => passes(entry, { text: typed }, { ...context, words }))
          .slice(0, MOST_ENTRIES);
  return { defenders, actions, entries };
}

/** How many parts of a name were begun by a typed word of two letters or more. */
function begun(wanted: readonly string[], cover: string): number {
  return cover.split(/\s+/).filter((part) => wanted.some((word) => word.length >= 2 && part.startsWith(word)))
    .length;
}

function namesMeasure(wanted: readonly string[], action: ConsentAction, words: Words): boolean {
  const name = `${plain(words.text(`consent.actions.${action}`))} ${plain(words.text(`shell.search.measures.${action}`))}`;
  const telling = name.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= TELLING_LETTERS);
  return wanted.some(
    (word) => word.length >= TELLING_LETTERS && telling.some((part) => part.startsWith(word)),
  );
}

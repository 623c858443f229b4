/** Who the words of a list stood for when rows of it were stored before, told by what stands there: no name is kept for it. */

import type { Code } from '../domain/ids.ts';
import type { AnyKind, Entry } from '../domain/record-kind.ts';
import type { FileTable } from './find-table.ts';
import { type Matching, NOTHING } from './match-columns.ts';
import { sourceOf } from './plan-import.ts';
import { type Alias, wordsIn } from './read-value.ts';
import { folded } from './tidy.ts';

/** As much of a stored row as is asked here. */
export type RowBefore = Pick<Entry, 'record' | 'at' | 'createdAt'>;

/**
 * @param before what is stored of the list's rows, by source
 * @returns folded word to whom it stands for; a word that stood for two is left out, so that somebody is asked
 */
export function aliasesBefore(
  table: FileTable,
  kind: AnyKind,
  matching: Matching,
  before: ReadonlyMap<string, RowBefore>,
): ReadonlyMap<string, Alias> {
  const found = new Map<string, Alias | undefined>();
  for (const row of table.rows) {
    const stored = row.is === 'data' ? before.get(sourceOf(table, row)) : undefined;
    if (!stored) continue;
    for (const { place } of table.columns) {
      const field = matching[place] ?? NOTHING;
      const cell = row.cells[place] ?? '';
      const alias = cell === '' ? undefined : aliasIn(kind, field, cell, stored);
      if (!alias) continue;
      const word = folded(cell);
      const isOther = found.has(word) && JSON.stringify(found.get(word)) !== JSON.stringify(alias);
      found.set(word, isOther ? undefined : alias);
    }
  }
  return new Map([...found].flatMap(([word, alias]) => (alias ? [[word, alias] as const] : [])));
}

/**
 * Of these words those whose answer can be chosen: whoever was erased or removed meanwhile is asked about again, and so is
 * what only another kind knows.
 *
 * @param codes whom the page offers
 */
export function stillOffered(
  aliases: ReadonlyMap<string, Alias>,
  kind: AnyKind,
  codes: ReadonlySet<Code>,
): ReadonlyMap<string, Alias> {
  const instead = kind.insteadOfAbout ? kind.fields[kind.insteadOfAbout]?.settings.choices?.keys : undefined;
  return new Map(
    [...aliases].filter(([, alias]) => {
      if ('code' in alias) return codes.has(alias.code);
      return 'instead' in alias ? instead?.includes(alias.instead) === true : true;
    }),
  );
}

function aliasIn(kind: AnyKind, field: string, cell: string, stored: RowBefore): Alias | undefined {
  const { record } = stored;
  const value = record[field];
  switch (kind.fields[field]?.kind) {
    case 'defender': {
      if (typeof value === 'string') return { code: value as Code };
      const instead = kind.insteadOfAbout && field === 'about' ? record[kind.insteadOfAbout] : undefined;
      return typeof instead === 'string' ? { instead } : undefined;
    }
    case 'defenders':
      // Whoever was added by hand since may be somebody else than the one of whom the list spoke.
      return stored.at === stored.createdAt &&
        Array.isArray(value) &&
        value.length === 1 &&
        wordsIn(cell).length === 1
        ? { code: value[0] as Code }
        : undefined;
    default:
      return undefined;
  }
}

/** Who the words of a list stood for when rows of it were stored before, told by what stands there: no name is kept for it. */

import type { Code } from '../domain/ids.ts';
import type { AnyKind, AnyRecord } from '../domain/record-kind.ts';
import type { FileTable } from './find-table.ts';
import { type Matching, NOTHING } from './match-columns.ts';
import { sourceOf } from './plan-import.ts';
import { type Alias, wordsIn } from './read-value.ts';
import { folded } from './tidy.ts';

/**
 * @param before what is stored of the list's rows, by source
 * @returns folded word to whom it stands for; a word that stood for two is left out, so that somebody is asked
 */
export function aliasesBefore(
  table: FileTable,
  kind: AnyKind,
  matching: Matching,
  before: ReadonlyMap<string, AnyRecord>,
): ReadonlyMap<string, Alias> {
  const found = new Map<string, Alias | undefined>();
  for (const row of table.rows) {
    const record = row.is === 'data' ? before.get(sourceOf(table, row)) : undefined;
    if (!record) continue;
    for (const { place } of table.columns) {
      const field = matching[place] ?? NOTHING;
      const cell = row.cells[place] ?? '';
      const alias = cell === '' ? undefined : aliasIn(kind, field, cell, record);
      if (!alias) continue;
      const word = folded(cell);
      const isOther = found.has(word) && JSON.stringify(found.get(word)) !== JSON.stringify(alias);
      found.set(word, isOther ? undefined : alias);
    }
  }
  return new Map([...found].flatMap(([word, alias]) => (alias ? [[word, alias] as const] : [])));
}

function aliasIn(kind: AnyKind, field: string, cell: string, record: AnyRecord): Alias | undefined {
  const value = record[field];
  switch (kind.fields[field]?.kind) {
    case 'defender': {
      if (typeof value === 'string') return { code: value as Code };
      const instead = kind.insteadOfAbout && field === 'about' ? record[kind.insteadOfAbout] : undefined;
      return typeof instead === 'string' ? { instead } : undefined;
    }
    case 'defenders':
      return Array.isArray(value) && value.length === 1 && wordsIn(cell).length === 1
        ? { code: value[0] as Code }
        : undefined;
    default:
      return undefined;
  }
}

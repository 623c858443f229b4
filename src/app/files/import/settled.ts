/** What somebody settled about a list, and for which list and kind it holds: the answer to one question answers no other. Pure. */

import { sameValue } from '../../../domain/fields/field.ts';
import type { Code } from '../../../domain/ids.ts';
import type { AnyKind } from '../../../domain/record-kind.ts';
import { type DateOrder, hasOrder } from '../../../files/dates.ts';
import type { FileTable } from '../../../files/find-table.ts';
import type { Alias } from '../../../files/read-value.ts';

/** `order` is undefined until somebody chose or the list proves one. */
export interface Settled {
  readonly order: DateOrder | undefined;
  readonly aliases: ReadonlyMap<string, Alias>;
  /** Words set back to "not said", whoever they were known to stand for. */
  readonly unsaid: ReadonlySet<string>;
  readonly answers: ReadonlyMap<string, string>;
  /** Codes made here, by the word of the list for which they were made. */
  readonly made: ReadonlyMap<string, Code>;
  /** By field: the same answer for all rows. */
  readonly forAll: Readonly<Record<string, string>>;
}

export const nothingSettled: Settled = {
  order: undefined,
  aliases: new Map(),
  unsaid: new Set(),
  answers: new Map(),
  made: new Map(),
  forAll: {},
};

/** A list, and the file it was read from: another heading row, sheet, separator or encoding makes another list of the same file. */
export interface ReadList {
  readonly file: object;
  readonly table: FileTable;
}

/** What was said, and of what. */
export interface Said extends ReadList {
  readonly kind: AnyKind;
  readonly settled: Settled;
}

/**
 * Of what was said, what is the same question for this list and kind. Of one file everything is, however it is read; in which
 * order dates stand is asked again once it has others, an answer for all rows of each kind. In another file words mean the
 * same under the same headings alone: "the lawyer" of another office is somebody else.
 */
export function stillSaid(said: Said | undefined, list: ReadList | undefined, kind: AnyKind): Settled {
  if (!said || !list) return nothingSettled;
  const isSameFile = said.file === list.file;
  if (!isSameFile && !isSameForm(said.table, list.table)) return nothingSettled;
  return {
    ...said.settled,
    order: isSameFile && hasOnlyDatesOf(list.table, said.table) ? said.settled.order : undefined,
    forAll: isSameFile && said.kind === kind ? said.settled.forAll : {},
  };
}

/** Whether every date whose figures need an order stood in the list before. */
function hasOnlyDatesOf(now: FileTable, before: FileTable): boolean {
  if (now === before) return true;
  const known = datesIn(before);
  return [...datesIn(now)].every((date) => known.has(date));
}

function datesIn({ rows }: FileTable): ReadonlySet<string> {
  return new Set(rows.flatMap(({ cells, is }) => (is === 'data' ? cells.filter(hasOrder) : [])));
}

/** A list without any heading is like no other. */
function isSameForm(a: FileTable, b: FileTable): boolean {
  const [before, now] = [a, b].map(({ columns }) => columns.map(({ title }) => title));
  return before?.some((title) => title !== '') === true && sameValue(before, now);
}

/** With a word of the list that stands for somebody, or for nobody yet. */
export function withWho(said: Settled, word: string, alias: Alias | undefined): Settled {
  const aliases = new Map(said.aliases);
  const unsaid = new Set(said.unsaid);
  if (alias) {
    aliases.set(word, alias);
    unsaid.delete(word);
  } else {
    aliases.delete(word);
    unsaid.add(word);
  }
  return { ...said, aliases, unsaid };
}

/** Whom words stand for: what was said goes before what is known, and what was set back is asked. */
export function whoIsWho(said: Settled, known: ReadonlyMap<string, Alias>): ReadonlyMap<string, Alias> {
  return new Map([...[...known].filter(([word]) => !said.unsaid.has(word)), ...said.aliases]);
}

/** What a person settles once for all rows before the dry run: in which order dates stand, who is who, which answer a word means. */

import type { AnyKind } from '../domain/record-kind.ts';
import { type OrderEvidence, orderEvidence } from './dates.ts';
import type { FileTable } from './find-table.ts';
import { type Matching, NOTHING } from './match-columns.ts';
import { answerKey, type Reading, readerOf, readValue, wordsIn } from './read-value.ts';
import { folded } from './tidy.ts';

export interface UnknownWord {
  /** As the list first writes it. */
  readonly word: string;
  readonly folded: string;
  readonly rows: number;
}

export interface UnknownAnswer extends UnknownWord {
  readonly field: string;
  /** Where the answer is kept in `Reading.answers`. */
  readonly key: string;
  readonly choices: { readonly set: string; readonly keys: readonly string[] };
}

export interface OpenQuestions {
  readonly dates: OrderEvidence;
  readonly people: readonly UnknownWord[];
  readonly answers: readonly UnknownAnswer[];
}

/** Asked of the list as it is, whatever was settled already: the questions stay while they are being answered. */
export function openQuestions(
  table: FileTable,
  kind: AnyKind,
  matching: Matching,
  reading: Reading,
): OpenQuestions {
  const unsettled: Reading = { ...reading, aliases: new Map(), answers: new Map() };
  const dates: string[] = [];
  const people = new Map<string, UnknownWord>();
  const answers = new Map<string, UnknownAnswer>();
  for (const { place } of table.columns) {
    const target = matching[place] ?? NOTHING;
    const field = kind.fields[target];
    if (!field) continue;
    const { choices } = field.settings;
    const { isDated, isList } = readerOf(field) ?? {};
    for (const { cells, is } of table.rows) {
      const cell = cells[place] ?? '';
      if (is !== 'data' || cell === '') continue;
      if (isDated) {
        dates.push(cell);
        continue;
      }
      const read = readValue(cell, field, unsettled);
      if (!('fault' in read)) continue;
      for (const word of isList ? wordsIn(cell) : [cell]) {
        const again = readValue(word, field, unsettled);
        if (!('fault' in again)) continue;
        const said = folded(word);
        if (again.fault === 'who-unknown') count(people, said, { word, folded: said, rows: 1 });
        if (again.fault === 'answer-unknown' && choices) {
          const key = answerKey(choices.set, said);
          count(answers, key, { word, folded: said, rows: 1, field: target, key, choices });
        }
      }
    }
  }
  return {
    dates: orderEvidence(dates, reading.today),
    people: commonest(people),
    answers: commonest(answers),
  };
}

function count<W extends UnknownWord>(words: Map<string, W>, key: string, word: W): void {
  const known = words.get(key);
  words.set(key, known ? { ...known, rows: known.rows + 1 } : word);
}

function commonest<W extends UnknownWord>(words: ReadonlyMap<string, W>): readonly W[] {
  return [...words.values()].sort((a, b) => b.rows - a.rows || (a.folded < b.folded ? -1 : 1));
}

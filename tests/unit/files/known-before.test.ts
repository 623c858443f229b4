/** Who the words of a list are is told by the rows of it that are stored already; whoever stood for two is asked about. */

import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import type { FileTable } from '../../../src/files/find-table.ts';
import { aliasesBefore } from '../../../src/files/known-before.ts';
import type { Matching } from '../../../src/files/match-columns.ts';
import { sourceOf } from '../../../src/files/plan-import.ts';

const [heron, child] = ['9BGPNH00W', 'GSCP57DRW'];
const matching: Matching = { 0: 'day', 1: 'about', 2: 'named' };

function tableOf(rows: readonly (readonly [string, string, string])[]): FileTable {
  return {
    columns: ['Date', 'Qui', 'Avec'].map((title, place) => ({ place, title, examples: [] })),
    rows: rows.map((cells, number) => ({ number, is: 'data', cells })),
  } as unknown as FileTable;
}

/** The words found, of rows as they stand in the log by now; undefined: that row is not there. */
function found(rows: readonly (readonly [string, string, string, AnyRecord | undefined])[]) {
  const table = tableOf(rows.map(([day, who, others]) => [day, who, others] as const));
  const before = new Map(
    rows.flatMap(([, , , record], place) => {
      const row = table.rows[place];
      return record && row ? [[sourceOf(table, row), record] as const] : [];
    }),
  );
  return Object.fromEntries(aliasesBefore(table, kindOf('contact'), matching, before));
}

describe('L5: a list that comes again', () => {
  it.each<[string, Parameters<typeof found>[0], Readonly<Record<string, unknown>>]>([
    ['tells nothing the first time', [['1 Nov', 'The lawyer', '', undefined]], {}],
    [
      'tells who a word was',
      [
        ['1 Nov', 'The Lawyer', '', { about: heron }],
        ['2 Nov', 'the  lawyer', '', undefined],
      ],
      { 'the lawyer': { code: heron } },
    ],
    [
      'tells that it was no defender',
      [['1 Nov', 'Ministry', '', { otherParty: 'authority' }]],
      { ministry: { instead: 'authority' } },
    ],
    [
      'asks about a word that stood for two',
      [
        ['1 Nov', 'The lawyer', '', { about: heron }],
        ['2 Nov', 'The lawyer', '', { about: child }],
      ],
      {},
    ],
    [
      'tells of a cell with one other person, not of one with several',
      [
        ['1 Nov', '', 'the son', { named: [child] }],
        ['2 Nov', '', 'son, mother', { named: [child, heron] }],
      ],
      { 'the son': { code: child } },
    ],
    ['goes by who it is about now', [['1 Nov', 'The lawyer', '', {}]], {}],
  ])('%s', (_, rows, expected) => {
    expect(found(rows)).toEqual(expected);
  });
});

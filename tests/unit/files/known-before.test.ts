/** Who the words of a list are is told by the rows of it that are stored already; whoever stood for two is asked about. */

import { describe, expect, it } from 'vitest';
import { coversOf } from '../../../src/app/files/covers.ts';
import type { Code, Instant } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import type { FileTable } from '../../../src/files/find-table.ts';
import { aliasesBefore, type RowBefore, stillOffered } from '../../../src/files/known-before.ts';
import type { Matching } from '../../../src/files/match-columns.ts';
import { sourceOf } from '../../../src/files/plan-import.ts';
import type { Alias } from '../../../src/files/read-value.ts';

const [heron, child] = ['9BGPNH00W', 'GSCP57DRW'];
const matching: Matching = { 0: 'day', 1: 'about', 2: 'named' };

function tableOf(rows: readonly (readonly [string, string, string])[]): FileTable {
  return {
    columns: ['Date', 'Qui', 'Avec'].map((title, place) => ({ place, title, examples: [] })),
    rows: rows.map((cells, number) => ({ number, is: 'data', cells })),
  } as unknown as FileTable;
}

/** A stored row; `changed`: somebody changed it since. */
const stored = (record: AnyRecord, changed?: 'changed'): RowBefore => ({
  record,
  createdAt: '2026-11-01T09:00:00Z' as Instant,
  at: (changed ? '2026-11-02T09:00:00Z' : '2026-11-01T09:00:00Z') as Instant,
});

/** The words found, of rows as they stand in the log by now; undefined: that row is not there. */
function found(rows: readonly (readonly [string, string, string, AnyRecord | undefined, 'changed'?])[]) {
  const table = tableOf(rows.map(([day, who, others]) => [day, who, others] as const));
  const before = new Map(
    rows.flatMap(([, , , record, changed], place) => {
      const row = table.rows[place];
      return record && row ? [[sourceOf(table, row), stored(record, changed)] as const] : [];
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
    [
      'goes by who it is about now',
      [['1 Nov', 'The lawyer', '', { about: child }, 'changed']],
      {
        'the lawyer': { code: child },
      },
    ],
    ['tells nothing of a row that is about nobody now', [['1 Nov', 'The lawyer', '', {}]], {}],
    [
      'does not take whoever was added to a row later for the one of whom the list spoke',
      [['1 Nov', '', 'the driver', { named: [child] }, 'changed']],
      {},
    ],
  ])('%s', (_, rows, expected) => {
    expect(found(rows)).toEqual(expected);
  });
});

describe('L5: of what a word stood for, only what can be chosen now is kept', () => {
  const known: ReadonlySet<Code> = new Set([heron as Code]);
  it.each<[string, string, Alias, boolean]>([
    ['a defender who is known', 'contact', { code: heron as Code }, true],
    ['a defender who was erased or removed', 'contact', { code: child as Code }, false],
    ['no defender, where the kind has an answer for it', 'contact', { instead: 'journalist' }, true],
    ['an answer the kind does not have', 'contact', { instead: 'weather' }, false],
    ['no defender, in a kind that must be about one', 'hearing', { instead: 'journalist' }, false],
    ['nobody', 'hearing', { nobody: true }, true],
  ])('%s (%s)', (_, kind, alias, stays) => {
    expect(stillOffered(new Map([['the lawyer', alias]]), kindOf(kind), known).has('the lawyer')).toBe(stays);
  });
});

describe('L5: cover names in a list', () => {
  const entry = (about: string, under: readonly string[] = []) =>
    ({ record: { about }, under }) as unknown as Entry;
  it.each<[string, readonly Entry[], readonly (readonly [string, string])[]]>([
    [
      'stand for whoever has them',
      [entry(heron), entry(child)],
      [
        ['name 9', heron],
        ['name g', child],
      ],
    ],
    ['shared by two stand for neither', [entry(heron), entry('9AAAAAAA0')], []],
    ['stand for nobody who was made anonymous', [entry(heron, ['anonymised'])], []],
  ])('%s', (_, defenders, expected) => {
    const covers = coversOf(new Map([['defender', defenders]]), (code) => `Name ${code.charAt(0)}`);
    expect([...covers]).toEqual(expected);
  });
});

/** What was settled about one list answers the same question of another and no other; a word can be set back to "not said". */

import { describe, expect, it } from 'vitest';
import {
  nothingSettled,
  type Settled,
  stillSaid,
  whoIsWho,
  withWho,
} from '../../../src/app/files/import/settled.ts';
import type { Code } from '../../../src/domain/ids.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import type { FileTable } from '../../../src/files/find-table.ts';
import type { Alias } from '../../../src/files/read-value.ts';

const heron: Alias = { code: '9BGPNH00W' as Code };
const child: Alias = { code: 'GSCP57DRW' as Code };
const tableOf = (...titles: readonly string[]) =>
  ({
    titlesAt: 0,
    columns: titles.map((title, place) => ({ place, title, samples: [] })),
    rows: [],
  }) as FileTable;

const table = tableOf('Date', 'Who');
const kind = kindOf('contact');
const settled: Settled = {
  ...withWho(nothingSettled, 'the lawyer', heron),
  order: 'day-first',
  answers: new Map([['directions by us', 'by-mission']]),
  made: new Map([['the lawyer', '9BGPNH00W' as Code]]),
  forAll: { channel: 'phone' },
};
const file = {};
const said = { file, table, kind, settled };
const listOf = (of: FileTable, from: object = file) => ({ file: from, table: of });
const another = {};
const dated = (of: FileTable, ...dates: readonly string[]): FileTable => ({
  ...of,
  rows: dates.map((date, place) => ({ number: place + 2, cells: [date, 'the lawyer'], is: 'data' })),
});
const words = { aliases: settled.aliases, answers: settled.answers, made: settled.made };

describe('L5: an answer about a list', () => {
  it.each<[string, FileTable, string, object]>([
    ['holds for that list', table, 'contact', settled],
    [
      'for another kind leaves out what is said for all rows',
      table,
      'hearing',
      { ...words, order: 'day-first', forAll: {} },
    ],
    [
      'for the next list of the same form is what words mean',
      tableOf('Date', 'Who'),
      'contact',
      { ...words, order: undefined, forAll: {} },
    ],
    ['says nothing of a list with other headings', tableOf('Date', 'Name'), 'contact', nothingSettled],
    [
      'says nothing of a list with one heading more',
      tableOf('Date', 'Who', 'Where'),
      'contact',
      nothingSettled,
    ],
  ])('%s', (_, next, to, expected) => {
    expect(stillSaid(said, listOf(next, next === table ? file : another), kindOf(to))).toMatchObject(
      expected,
    );
  });

  it('says nothing of another list where neither has headings', () => {
    const bare = { ...said, table: tableOf('', '') };
    expect(stillSaid(bare, listOf(tableOf('', ''), another), kind)).toEqual(nothingSettled);
  });

  it.each<[string, FileTable, object]>([
    ['under another heading row', dated(tableOf('Jour', 'Qui', 'Lieu'), '01/02/2026'), settled],
    ['without a heading', dated(tableOf('', ''), '01/02/2026', '03/04/2026'), settled],
    ['with no dates', tableOf('Name'), settled],
    [
      'with other dates',
      dated(tableOf('Name'), '01/02/2026', '05/06/2026'),
      { ...settled, order: undefined },
    ],
    ['with another date that needs no order', dated(table, '01/02/2026', '2026-05-06'), settled],
  ])('holds for the same file %s', (_, next, expected) => {
    const before = { ...said, table: dated(table, '01/02/2026', '03/04/2026') };
    expect(stillSaid(before, listOf(next), kind)).toEqual(expected);
  });

  it('is there again when the kind is chosen back', () => {
    expect(stillSaid(said, listOf(table), kindOf('hearing')).forAll).toEqual({});
    expect(stillSaid(said, listOf(table), kind).forAll).toEqual({ channel: 'phone' });
  });
});

describe('L5: a word that was recognised', () => {
  const known = new Map([
    ['the lawyer', heron],
    ['the son', child],
  ]);
  const who = (after: Settled) => Object.fromEntries(whoIsWho(after, known));

  it('is asked again once it is set back, and no other', () => {
    expect(who(withWho(nothingSettled, 'the lawyer', undefined))).toEqual({ 'the son': child });
  });

  it('stands for somebody else where that is said, also after it was set back', () => {
    const back = withWho(nothingSettled, 'the lawyer', undefined);
    expect(who(withWho(back, 'the lawyer', child))).toEqual({ 'the lawyer': child, 'the son': child });
  });

  it('stands for nobody where that is said', () => {
    expect(who(withWho(nothingSettled, 'the lawyer', { nobody: true }))['the lawyer']).toEqual({
      nobody: true,
    });
  });

  it('of another list is not taken for what was said', () => {
    expect(who(stillSaid(said, listOf(tableOf('Name'), another), kind))).toEqual(Object.fromEntries(known));
  });
});

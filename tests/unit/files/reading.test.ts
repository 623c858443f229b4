/** Files as offices keep them: encodings, separators, titles, dates, answers; every case a row. */

import { describe, expect, it } from 'vitest';
import type { Code, Day } from '../../../src/domain/ids.ts';
import { kindOf, recordKinds } from '../../../src/domain/registry.ts';
import { orderEvidence, provenOrder, readClock, readDate } from '../../../src/files/dates.ts';
import { decode, guessEncoding } from '../../../src/files/encoding.ts';
import { findTitles, tableIn } from '../../../src/files/find-table.ts';
import { loadLabels } from '../../../src/files/labels.ts';
import { guessMatching, isImportable } from '../../../src/files/match-columns.ts';
import { guessShape, readCsv } from '../../../src/files/read-csv.ts';
import { openFile } from '../../../src/files/read-file.ts';
import { type Reading, readValue } from '../../../src/files/read-value.ts';
import { folded, isBlank, tidy } from '../../../src/files/tidy.ts';

const today = '2026-11-20' as Day;
const utf16 = (text: string, bom = true) => Buffer.from(`${bom ? '\uFEFF' : ''}${text}`, 'utf16le');
const swapped = (text: string) => Buffer.from(utf16(text)).swap16();

describe('encodings', () => {
  it.each([
    ['UTF-8 with its mark', Buffer.from('\uFEFFDéf;é', 'utf8'), 'utf-8'],
    ['UTF-8 without', Buffer.from('Déf;é', 'utf8'), 'utf-8'],
    ['plain ASCII', Buffer.from('Def;e', 'ascii'), 'utf-8'],
    ['Windows-1252', Buffer.from('Déf;é', 'latin1'), 'windows-1252'],
    ['UTF-16', utf16('Déf;é'), 'utf-16le'],
    ['UTF-16 without its mark', utf16('Date;Qui;Def', false), 'utf-16le'],
    ['UTF-16, big endian', swapped('Déf;é'), 'utf-16be'],
  ])('L5: %s is known', (_, bytes, encoding) => {
    expect(guessEncoding(bytes)).toBe(encoding);
    expect(decode(bytes, guessEncoding(bytes))).not.toMatch(/\uFEFF|\uFFFD|\0/);
  });
});

describe('separators and quotes', () => {
  it.each([
    ['semicolons', 'a;b;c\n1,5;2;3', ';', '"'],
    ['commas', 'a,b,c\n"x;y",2,3\n4,5,6', ',', '"'],
    ['tabs', 'a\tb\tc\n1;2\t3\t4', '\t', '"'],
    ['bars', 'a|b\nc, d|e\nf|g', '|', '"'],
    ['a first line that names it', 'sep=,\r\na;b,c\r\n', ',', '"'],
    ['single quotes', "a;b\n'x;y';'z'\n'1';'2'", ';', "'"],
    ['nothing to go by', 'one column\nonly', ';', '"'],
  ])('L5: %s', (_, text, separator, quote) => {
    expect(guessShape(text)).toEqual({ separator, quote });
  });

  it('L5: line breaks and quotes in cells stay in them, whatever ends the lines', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['a;b', `"one${end}two";"say ""x"""`, 'c;d', ''].join(end);
      const { grid, broken } = await readCsv(text, { separator: ';', quote: '"' });
      expect(grid).toEqual([
        ['a', 'b'],
        ['one\ntwo', 'say "x"'],
        ['c', 'd'],
      ]);
      expect([...broken]).toEqual([]);
    }
  });

  it('L5: a row whose quotes do not close is told apart, not swallowed', async () => {
    const { broken } = await readCsv('a;b\n1;"2\n3;4', { separator: ';', quote: '"' });
    expect([...broken]).toEqual([1]);
  });
});

describe('files that are no lists', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['blank', Buffer.from(' \n \n'), 'empty'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-workbook'],
    ['a broken workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4, 5]), 'damaged'],
    [
      'a picture',
      Buffer.from([
        0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 2, 88, 0, 0, 1, 94, 8, 2,
        0, 0, 0, 31, 130, 4, 9,
      ]),
      'not-a-table',
    ],
  ])('L5: %s is refused with a reason', async (_, bytes, fault) => {
    expect(await openFile(bytes)).toEqual({ fault });
  });
});

describe('dates', () => {
  it.each([
    ['2026-03-04', '2026-03-04'],
    ['2026/3/4', '2026-03-04'],
    ['20260304', '2026-03-04'],
    ['2026-03-04T10:00:00Z', '2026-03-04'],
    ['25/03/2026', '2026-03-25'],
    ['03/25/2026', '2026-03-25'],
    ['04.03.2026', '2026-03-04'],
    ['4-3-26', undefined],
    ['05/05/2026', '2026-05-05'],
    ['12 mars 2026', '2026-03-12'],
    ['lundi 12 mars 2026', '2026-03-12'],
    ['1er août 2026', '2026-08-01'],
    ['March 3rd, 2026', '2026-03-03'],
    ['12-Mar-26', '2026-03-12'],
    ['12 sept. 2026', '2026-09-12'],
    ['46085', '2026-03-04'],
    ['46085.5', '2026-03-04'],
    ['31/02/2026', undefined],
    ['32/13/2026', undefined],
    ['12 jui 2026', undefined],
    ['bientôt', undefined],
    ['12', undefined],
    ['', undefined],
  ])('L5: “%s” is %s', (cell, day) => {
    const read = readDate(cell, today)?.day;
    expect(typeof read === 'string' ? read : undefined).toBe(day);
  });

  it.each([
    ['12/03/2026 10:30', '10:30'],
    ['2026-03-12 9h05', '09:05'],
    ['12 mars 2026 à 14h', '14:00'],
    ['12/03/2026 2:15 pm', '14:15'],
    ['46085.4375', '10:30'],
    ['12/03/2026', undefined],
  ])('L5: “%s” is at %s', (cell, time) => {
    expect(readDate(cell, today)?.time).toBe(time);
  });

  it.each([
    ['10:00', '10:00'],
    ['9h30', '09:30'],
    ['9 am', '09:00'],
    ['0.4375', '10:30'],
    ['25:00', undefined],
    ['midi', undefined],
  ])('L5: the time “%s” is %s', (cell, time) => {
    expect(readClock(cell)).toBe(time);
  });

  it.each([
    ['one clear date proves the others', ['03/04/2026', '25/04/2026'], 'day-first'],
    ['the month may come first', ['03/04/2026', '04/25/2026'], 'month-first'],
    ['nothing proves it', ['03/04/2026', '05/06/2026', '2026-01-02'], undefined],
    ['both are proven', ['25/04/2026', '04/25/2026', '03/04/2026'], undefined],
  ])('L5: %s', (_, cells, order) => {
    expect(provenOrder(orderEvidence(cells, today))).toBe(order);
  });
});

describe('cells', () => {
  it('L5: no-break spaces, marks and invisible signs do not stay', () => {
    expect(tidy('\uFEFF\u00A0a\u202Fb\u200B \r\nc ')).toBe('a b \nc');
  });

  it.each(['', ' ', '\u00A0', '-', '—', '?', 'n/a', 'N.A.', 'néant'])('L5: “%s” says nothing', (cell) => {
    expect(isBlank(cell)).toBe(true);
  });

  it.each([
    ['yes-no', 'Oui', true],
    ['yes-no', ' O ', true],
    ['yes-no', 'x', true],
    ['yes-no', '✓', true],
    ['yes-no', 'NON', false],
    ['yes-no', '0', false],
    ['yes-no', 'n/a', undefined],
    ['number', '1\u202F234,5', 1234.5],
    ['number', '1,234.5', 1234.5],
    ['number', '1.234', 1234],
    ['number', '-7', -7],
    ['choice', 'Téléphone', 'phone'],
    ['choice', 'tél.', 'phone'],
    ['choice', 'PHONE', 'phone'],
    ['text', '=1+1', '=1+1'],
    ['text', 'a\nb', 'a b'],
  ] as const)('L5: %s “%s” is %s', async (field, cell, value) => {
    const labels = await loadLabels(kindOf('contact'));
    const reading: Reading = {
      today,
      zone: 'Asia/Tbilisi',
      order: undefined,
      labels,
      covers: new Map(),
      aliases: new Map(),
      answers: new Map(),
    };
    const fields = {
      'yes-no': kindOf('contact').fields.onlyThemStart,
      number: kindOf('trial-observation').fields.otherMissions,
      choice: kindOf('contact').fields.channel,
      text: kindOf('contact').fields.gist,
    };
    const chosen = fields[field];
    if (!chosen) throw new Error(`no field of kind ${field}`);
    expect(readValue(cell, chosen, reading)).toEqual({ value });
  });
});

describe('people', () => {
  const [heron, child] = ['9BGPNH00W' as Code, 'GSCP57DRW' as Code];
  const reading = async (): Promise<Reading> => ({
    today,
    zone: 'Asia/Tbilisi',
    order: undefined,
    labels: await loadLabels(kindOf('contact')),
    covers: new Map([['quiet heron', heron]]),
    aliases: new Map(
      [heron, '9BGP-NH00-W', 'Quiet Heron', 'The lawyer'].map((word) => [folded(word), { code: child }]),
    ),
    answers: new Map(),
  });

  it.each([
    ['a code says itself who it is, whatever an old row says by now', '9BGP-NH00-W', { value: heron }],
    ['so does the code as it is stored', heron, { value: heron }],
    ['so does a cover name', 'quiet heron', { value: heron }],
    ['another word is whoever it was settled to be', 'the  lawyer', { value: child }],
    ['a word nobody settled is asked about', 'The son', { fault: 'who-unknown', said: 'The son' }],
  ])('L5: %s', async (_, cell, expected) => {
    const { about, named } = kindOf('contact').fields;
    if (!about || !named) throw new Error('no fields of persons');
    expect(readValue(cell, about, await reading())).toEqual(expected);
    const several = 'value' in expected ? { value: [expected.value] } : expected;
    expect(readValue(cell, named, await reading())).toEqual(several);
  });
});

describe('tables', () => {
  const grid = [
    ['Contacts 2026'],
    [''],
    ['Date', 'Heure', 'Tribunal', 'Salle', 'Qui', 'Consentement écrit'],
    ['12/03/2026', '10h30', 'Oskel', '4', 'A.', 'oui'],
    ['', '', '', '', '', ''],
    ['Date', 'Heure', 'Tribunal', 'Salle', 'Qui', 'Consentement écrit'],
    ['Total', '', '', '', '2', ''],
  ];

  it('L5: titles are found below what stands above them; empty rows, totals and repeated titles are no data', () => {
    const titlesAt = findTitles(grid, today);
    expect(titlesAt).toBe(2);
    const table = tableIn({ grid, broken: new Set() }, titlesAt);
    expect(table.rows.map(({ number, is }) => [number, is])).toEqual([
      [4, 'data'],
      [5, 'empty'],
      [6, 'titles-again'],
      [7, 'total'],
    ]);
  });

  it('L5: columns are matched by name and content; a column about consent goes nowhere', async () => {
    const hearing = kindOf('hearing');
    const table = tableIn({ grid, broken: new Set() }, 2);
    expect(guessMatching(table.columns, hearing, await loadLabels(hearing), today)).toEqual({
      0: 'start',
      1: 'start:time',
      2: 'court',
      3: 'room',
      4: 'about',
      5: 'nothing',
    });
  });

  it('L5: contacts and hearings can be imported; whoever has a code of their own cannot', () => {
    const keys = recordKinds.filter(isImportable).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['contact', 'hearing', 'status-change']));
    expect(keys).not.toContain('defender');
    expect(keys).not.toContain('case');
  });
});

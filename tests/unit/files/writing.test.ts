/** What is written to files comes back as it was, and no cell ever runs. */

import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/ids.ts';
import { findTitles, tableIn } from '../../../src/files/find-table.ts';
import { gridOf, openFile } from '../../../src/files/read-file.ts';
import { plainCell, safeCell } from '../../../src/files/safe-cell.ts';
import { tidy } from '../../../src/files/tidy.ts';
import { directedRuns, toDocx } from '../../../src/files/write-brief.ts';
import { type TableToWrite, toCsv, toXlsx } from '../../../src/files/write-table.ts';

const today = '2026-11-20' as Day;
const table: TableToWrite = {
  head: [
    ['Mission', 'Embassy of Aldermark, Varosia'],
    ['Filter', '=none'],
  ],
  sheets: { table: 'Entries', head: 'About' },
  titles: ['Day', 'Cover name', 'What'],
  rows: [
    ['2026-11-18', 'Amber Heron', 'Asked for "someone"; at the hearing\nin Oskel'],
    ['2026-11-17', 'Été Été', '=HYPERLINK("http://x","y")'],
    ['2026-11-16', 'Quiet Owl', "'already quoted"],
    ['2026-11-15', 'Quiet Owl', "'=already quoted"],
    ['2026-11-14', 'Quiet Owl', '-5'],
    ['2026-11-13', 'constructor', 'valueOf'],
    ['2026-11-12', '__proto__', 'toString'],
  ],
};

async function readBack(file: Blob): Promise<readonly (readonly string[])[]> {
  const opened = await openFile(new Uint8Array(await file.arrayBuffer()));
  if ('fault' in opened) throw new Error(opened.fault);
  const read =
    opened.file.is === 'text'
      ? await gridOf(opened.file.bytes, opened.file.encoding, opened.file.shape)
      : { grid: opened.file.sheets[0]?.grid ?? [], broken: new Set<number>() };
  if ('fault' in read) throw new Error(read.fault);
  const found = tableIn(read, findTitles(read.grid, today));
  return [
    found.columns.map(({ title }) => title),
    ...found.rows.map(({ cells }) => found.columns.map(({ place }) => cells[place] ?? '')),
  ];
}

describe('cells that a spreadsheet would run', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    "'=1",
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "''=1",
    '\n=1',
    '"=1+1',
    '"+1',
    '"-1',
    '"@SUM(A1)',
    '" =1',
    '""=1',
    '\'"=1',
    '"\t=1',
    '＂=1',
    '＇=1',
    '"＝1',
    ' ＝1',
    '\u00A0=1',
    '\u3000＝1',
    '\uFEFF=1',
    '\u200B=1',
    '\u200E@SUM(A1)',
    '\t',
    '\r',
    '\n',
    '\r\n=1',
    '\0=1',
    '﹦1',
    '﹢1',
    '﹣1',
    '﹫x',
    '−1',
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
    '@import',
  ])('I9: %j is made text, and comes back', (cell) => {
    expect(safeCell(cell).startsWith("'")).toBe(true);
    expect(plainCell(safeCell(cell))).toBe(cell);
  });

  it.each(['Asked for "someone"', '"quoted"', "'quoted'", '5 - 3', 'a=b', 'nino@', '« 1 »', '', ' ', '„+“'])(
    'I9: %j stays as it is',
    (cell) => {
      expect(safeCell(cell)).toBe(cell);
      expect(plainCell(cell)).toBe(cell);
    },
  );

  it('I9: law: any text comes back from a safe cell as it was', () => {
    const risky = fc.array(
      fc.constantFrom("'", '"', '=', '+', '-', '@', ' ', '\t', 'a', '1', '\r', '＝', '＂'),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          risky.map((signs) => signs.join('')),
        ),
        (text) => {
          expect(plainCell(safeCell(text))).toBe(text);
          expect(safeCell(text)).not.toMatch(/^[\s"＂]*[=+\-@＝]/);
        },
      ),
    );
  });
});

describe('tables', () => {
  it.each([
    ['CSV with semicolons', () => toCsv(table, ';')],
    ['CSV with commas', () => toCsv(table, ',')],
    ['a workbook', () => toXlsx(table)],
  ])('I9: %s is read back cell for cell', async (_, write) => {
    expect(await readBack(await write())).toEqual([table.titles, ...table.rows]);
  });

  it('I9: law: whatever stands in the cells, CSV and workbook give it back', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((raw) => tidy(raw));
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        // Signs that no field lets in, and a workbook cannot hold.
        fc.pre(some.flat().every((text) => !/[\p{Cc}\uFFFE\uFFFF]/u.test(text)));
        const full = {
          ...table,
          rows: [...table.rows, ...some.map((row) => ['2026-11-01', ...row.slice(1)])],
        };
        const wanted = [full.titles, ...full.rows];
        expect(await readBack(await toCsv(full, ';'))).toEqual(wanted);
        expect(await readBack(await toXlsx(full))).toEqual(wanted);
      }),
      { numRuns: 25 },
    );
  });

  it('I9: a day in a workbook is a date, and what only looks like one is text; from right to left where that is asked', async () => {
    const rows = [
      ['2026-11-18', '2026-02-30', '1900-01-05'],
      ['2024-02-29', '9 Nov', ''],
    ];
    const parts = unzipSync(new Uint8Array(await (await toXlsx({ ...table, rows }, true)).arrayBuffer()));
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    // Days since the last of 1899, as spreadsheets count.
    const dates = [...xml.matchAll(/<c (?![^>]*t="s")[^>]*><v>(\d+)<\/v>/g)].map((found) => found[1]);
    expect(dates).toEqual(['46344', '45351']);
    expect(xml).toContain('rightToLeft="1"');
    expect(await readBack(await toXlsx({ ...table, rows }, true))).toEqual([table.titles, ...rows]);
  });

  it('I9: a workbook has no formula, no hidden column, and its second sheet says filter, day and rule', async () => {
    const parts = unzipSync(new Uint8Array(await (await toXlsx(table)).arrayBuffer()));
    const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(2);
    for (const name of sheets) {
      const xml = strFromU8(parts[name] ?? new Uint8Array());
      expect(xml).not.toMatch(/<f[ >]/);
      expect(xml).not.toMatch(/hidden="(1|true)"/);
    }
  });
});

describe('briefs', () => {
  it('M7: a Word file that holds every line, the rule above and below, and no name of a maker', async () => {
    const file = await toDocx(
      {
        title: 'Amber Heron',
        subtitle: 'Individual',
        parts: [{ heading: 'What happened', lines: ['18 Nov: Contact. Asked <us> & waited'] }],
        rule: 'Own mission, no export.',
        foot: 'Embassy of Aldermark · Ines Calder · 20 November 2026',
      },
      'en-GB',
    );
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const body = text('word/document.xml');
    for (const said of [
      'Amber Heron',
      'Individual',
      'What happened',
      'Asked &lt;us&gt; &amp; waited',
      'Own mission',
    ])
      expect(body).toContain(said);
    const foot = Object.keys(parts)
      .filter((name) => name.startsWith('word/footer'))
      .map(text)
      .join('');
    expect(foot).toContain('Own mission, no export.');
    expect(foot).toContain('20 November 2026');
    expect(text('docProps/core.xml')).not.toContain('Calder');
  });

  it('M5: in Arabic every paragraph of it runs from right to left, without signs that Word may show as boxes', async () => {
    const file = await toDocx(
      {
        title: 'Amber Heron',
        subtitle: 'فرد',
        parts: [{ heading: 'ما حدث', lines: ['\u200f\u2068Amber Heron\u2069: وافق'] }],
        rule: 'داخل البعثة فقط، دون تصدير.',
        foot: 'السبت، 21 نوفمبر 2026',
      },
      'ar-SA',
    );
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const written = Object.keys(parts).filter((name) => /^word\/(document|footer\d*)\.xml$/.test(name));
    const xml = written.map((name) => strFromU8(parts[name] ?? new Uint8Array())).join('');
    const count = (tag: RegExp) => xml.match(tag)?.length ?? 0;
    expect(count(/<w:bidi\/>/g)).toBe(count(/<w:p>/g));
    // Each run says which way it goes: the Latin cover name in title and line goes its own.
    expect(count(/<w:rtl\/>/g)).toBe(count(/<w:t[ >]/g) - 2);
    expect(count(/<w:t[^>]*>Amber Heron<\/w:t>/g)).toBe(2);
    expect(xml).not.toMatch(/[\u2066-\u2069]/);
    expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('w:bidi="ar-SA"');
  });
});

describe('M5: a line of an Arabic brief in runs of one direction', () => {
  it.each<[string, string, readonly (readonly [string, boolean])[]]>([
    ['Arabic alone', 'ما حدث.', [['ما حدث.', true]]],
    ['a title in Latin letters', 'Amber Heron · 7K2M-9QXR-4', [['Amber Heron · 7K2M-9QXR-4', false]]],
    [
      'a sentence of ours keeps its full stop at its end',
      'اتصال. Called to say that all is well.',
      [
        ['اتصال. ', true],
        ['Called to say that all is well.', false],
      ],
    ],
    [
      'signs between the two belong to the line',
      'Amber Heron: وافق (2026)',
      [
        ['Amber Heron', false],
        [': وافق (2026)', true],
      ],
    ],
    ['a word that a stroke lengthens is one word', 'خلال الـ 72 ساعة', [['خلال الـ 72 ساعة', true]]],
    [
      'an Arabic comma between two names belongs to the line',
      'Amber Heron، Quiet Owl',
      [
        ['Amber Heron', false],
        ['، ', true],
        ['Quiet Owl', false],
      ],
    ],
    [
      'brackets around the last word stand on both sides of it',
      'المنظمة (OSCE)',
      [
        ['المنظمة ', true],
        ['(OSCE)', false],
      ],
    ],
    [
      'brackets around words of another script go with them',
      'Organisation (OSCE) قالت.',
      [
        ['Organisation (OSCE)', false],
        [' قالت.', true],
      ],
    ],
    [
      'a bracket that opens before Arabic closes with the line',
      'المنظمة (بعثة OSCE)',
      [
        ['المنظمة (بعثة ', true],
        ['OSCE', false],
        [')', true],
      ],
    ],
    [
      'a bracket that Arabic closes opens with the line',
      'Organisation (OSCE هنا).',
      [
        ['Organisation', false],
        [' (', true],
        ['OSCE', false],
        [' هنا).', true],
      ],
    ],
    [
      'signs of quotation likewise',
      'قال «OSCE»: «نعم OSCE»',
      [
        ['قال ', true],
        ['«OSCE»', false],
        [': «نعم ', true],
        ['OSCE', false],
        ['»', true],
      ],
    ],
    ['figures and days alone follow the line', '27 نوفمبر، 10:00', [['27 نوفمبر، 10:00', true]]],
    ['nothing', '', []],
  ])('%s', (_, line, runs) => {
    expect(directedRuns(line, true).map(({ text, rightToLeft }) => [text, rightToLeft])).toEqual(runs);
    expect(directedRuns(line, false)).toEqual([{ text: line, rightToLeft: false }]);
  });

  it('law: no line loses a sign, and no run has half of a pair of brackets that its words brought', () => {
    const signs = fc.array(
      fc.constantFrom('A', 'b', 'ع', 'ـ', '(', ')', '[', ']', '«', '»', ' ', '.', '7', '،'),
      {
        maxLength: 14,
      },
    );
    fc.assert(
      fc.property(signs, (some) => {
        const line = some.join('');
        const runs = directedRuns(line, true);
        expect(runs.map(({ text }) => text).join('')).toBe(line);
        for (const { text, rightToLeft } of runs) {
          expect(text).not.toBe('');
          if (rightToLeft) expect(text).not.toMatch(/[Ab]/);
          else expect(/[عـ،]/.test(text) || halves(text)).toBe(false);
        }
      }),
    );
  });
});

/** Whether something is left once every pair of brackets, and all that is none, is taken out. */
function halves(text: string): boolean {
  let left = text.replace(/[^()[\]«»]/g, '');
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/\(\)|\[\]|«»/g, '');
  }
  return left !== '';
}

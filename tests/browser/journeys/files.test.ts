/** What comes into the log as a file and what leaves it: import, export, briefs, and what stays. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes, castEntry } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import type { Day } from '../../../src/domain/ids.ts';
import { findTitles, tableIn } from '../../../src/files/find-table.ts';
import { gridOf, openFile } from '../../../src/files/read-file.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { formPage } from '../../support/pages/form.ts';
import { showAddress, showEntry } from '../../support/pages/pages-in-view.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

let circle: Circle;
let ines: Tab;

beforeAll(async () => {
  circle = await openCircle();
  ines = await openTab(circle.rig, 'ines');
});

afterAll(async () => {
  await ines?.close();
  await circle?.close();
});

/** An office's list in Windows-1252: every date could be read in two ways, one word is nobody's, one answer unknown. */
const oldList = [
  'Suivi;;;;',
  'Date;Personne;Moyen;Remarques;Consentement',
  '03/04/2026;Le collectif;tél.;"Première rencontre ; au café avec Salma al-Wadi";oui',
  '05/06/2026;Le collectif;pigeon;Rien de neuf;non',
  '07/08/2026;Juriste N.;en personne;=HYPERLINK("http://x");?',
  ';;;;',
  '07/08/2026;Juriste N.;en personne;=HYPERLINK("http://x");?',
  '31/31/2026;Le collectif;tél.;Sans date;oui',
  'TOTAL;;;;4',
].join('\r\n');

function windows1252(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

async function fileOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

async function downloaded(tab: Tab, act: () => Promise<void>): Promise<Download> {
  const [file] = await Promise.all([tab.page.waitForEvent('download'), act()]);
  return file;
}

describe('an old list', () => {
  it('L5 J7: is read as it is, asks what it leaves open, says what becomes of every row, and is stored once', async () => {
    const known = coverName(castCodes.oskelDefender);
    await showAddress(ines, 'settings/import');
    const pick = async () => {
      const choosing = ines.page.waitForEvent('filechooser');
      await ines.main.getByRole('button', { name: /^Choose (a|another) file$/ }).click();
      await (await choosing).setFiles({
        name: 'suivi.csv',
        mimeType: 'text/csv',
        buffer: windows1252(oldList),
      });
      await ines.main.getByRole('heading', { name: '2. The columns' }).waitFor();
    };
    await pick();
    const picked = (name: string) => ines.main.getByRole('combobox', { name, exact: true });
    expect(await picked('Characters').inputValue()).toBe('windows-1252');
    expect(await picked('Between columns').inputValue()).toBe(';');
    expect(await picked('Row of titles').inputValue()).toBe('1');
    await ines.main.getByRole('cell', { name: 'Première rencontre ; au café' }).first().waitFor();
    expect(await picked('Date goes to').inputValue()).toBe('day');
    expect(await picked('Consentement goes to').inputValue()).toBe('nothing');
    await ines.main.getByText('Consent in an old list never counts as consent.').waitFor();

    const check = ines.main.getByRole('button', { name: 'Check all rows' });
    await check.click();
    await ines.main.getByRole('cell', { name: /“03\/04\/2026” could be read in two ways/ }).waitFor();
    await ines.main.getByRole('radio', { name: 'The day: 03/04 is 3 April' }).check();
    await picked('Le collectif is').selectOption({ label: 'New defender, code only' });
    const lawyer = picked('Juriste N. is');
    const option = lawyer.getByRole('option', { name: known });
    await lawyer.selectOption(await option.getAttribute('value'));
    await check.click();
    const lines = ines.main.getByRole('region', { name: 'Rows that will not be stored' }).getByRole('row');
    const said = await lines.allInnerTexts();
    expect(said.join('\n')).toContain('“pigeon” is not among our answers');
    expect(said.join('\n')).toContain('The same as row 5');
    expect(said.join('\n')).toContain('“31/31/2026” is no date');

    const report = await downloaded(ines, () =>
      ines.main.getByRole('button', { name: 'Download the report' }).click(),
    );
    expect(report.suggestedFilename()).toBe('rows-not-stored.csv');
    const text = (await fileOf(report)).toString('utf8');
    expect(text).toContain('"The same as row 5."');
    expect(text).toContain('"\'=HYPERLINK(""http://x"")"');

    const start = ines.main.getByRole('button', { name: 'Store 2 rows' });
    expect(await start.isDisabled()).toBe(true);
    await ines.main.getByRole('checkbox', { name: /^I looked at the columns/ }).check();
    await start.click();
    const named = ines.inside.getByRole('alertdialog', { name: 'A name stands in the text' });
    await named.getByText(/^Row 3, .*: Salma al-Wadi$/).waitFor();
    await named.getByRole('button', { name: 'Change the text' }).click();
    await named.waitFor({ state: 'detached' });
    expect(await ines.main.getByText(/^Finished/).count()).toBe(0);
    await start.click();
    await named.getByRole('button', { name: 'It may stand there' }).click();
    await ines.main.getByText('Finished: 2 of 2 rows').waitFor();
    const entries = await ines.entries();
    await entries.find('Première rencontre');
    const panel = await entries.open('Première rencontre ; au café');
    expect(await panel.value('Day')).toContain('3 Apr');
    expect(await panel.value('How')).toBe('Phone');
    await panel.close();

    await showAddress(ines, 'settings/import');
    await pick();
    await ines.main.getByRole('radio', { name: 'The day: 03/04 is 3 April' }).check();
    // Who they are is told by the rows that are stored: nobody is asked again, and no second defender is made.
    await lawyer.and(ines.main.locator(':has(option:checked:not([value=""]))')).waitFor();
    expect(await lawyer.inputValue()).toBe(await option.getAttribute('value'));
    expect(await picked('Le collectif is').inputValue()).toMatch(/^[0-9A-Z]{9}$/);
    await check.click();
    await ines.main.getByRole('checkbox', { name: /^I looked at the columns/ }).check();
    await ines.main.getByRole('button', { name: 'Store 2 rows' }).click();
    await named.getByRole('button', { name: 'It may stand there' }).click();
    await ines.main.getByText('Finished: 2 of 2 rows').waitFor();
    const there = ines.main.getByText('There already', { exact: true }).locator('..');
    expect(await there.innerText()).toMatch(/2/);
    await ines.entries();
    await entries.find('Première rencontre');
    await entries.row('Première rencontre').first().waitFor();
    expect(await entries.row('Première rencontre').count()).toBe(1);
  });
});

/** Texts of the paragraphs of a Word file. */
function paragraphs(docx: Buffer): readonly string[] {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, said]) => said).join(''),
  );
}

describe('what leaves the log', () => {
  const known = coverName(castCodes.oskelDefender);

  async function exportAs(form: RegExp): Promise<Buffer> {
    await ines.main.getByRole('button', { name: 'Files' }).click();
    await ines.inside.getByRole('menuitem', { name: 'Export these entries…' }).click();
    const dialog = ines.inside.getByRole('dialog', { name: 'Export entries' });
    await dialog.getByRole('radio', { name: form }).check();
    const file = await downloaded(ines, () =>
      dialog.getByRole('button', { name: /^Export \d+ entr/ }).click(),
    );
    await dialog.getByText('The journal says that you exported it.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(file.suggestedFilename()).toMatch(/^focal-point-\d{4}-\d{2}-\d{2}\.(csv|xlsx)$/);
    return fileOf(file);
  }

  it('I9 J11: the filtered list as CSV and as a workbook say the same, with filter, day and rule, and no formula runs', async () => {
    const entries = await ines.entries();
    await entries.find('HYPERLINK');
    await entries.row('HYPERLINK').waitFor();
    const csv = await exportAs(/^Text with separators/);
    const book = await exportAs(/^Excel workbook/);
    const text = csv.toString('utf8');
    expect(text).toContain('For the mission’s own use. Not for classified information.');
    expect(text).toContain('Holds “HYPERLINK”');
    const formulas = text.split('"').filter((cell) => /^[=+@\t-]/.test(cell));
    expect(formulas).toEqual([]);
    const sheet = strFromU8(unzipSync(book)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).not.toMatch(/hidden="(1|true)"/);
    const fromCsv = await readBack(csv);
    const fromBook = await readBack(book);
    expect(fromCsv).toEqual(fromBook);
    expect(fromCsv.flat()).toContain('=HYPERLINK("http://x")');
    expect(fromCsv[0]).toEqual(expect.arrayContaining(['Day', 'Cover name', 'Code']));
  });

  it('M7: a defender’s brief is one Word file with what happened, the next dates, the consent and the rule', async () => {
    await ines.defender(known);
    await ines.main.getByRole('button', { name: 'Brief…' }).click();
    const dialog = ines.inside.getByRole('dialog', { name: 'One-page brief' });
    await dialog.getByRole('listitem').first().waitFor();
    const shown = await dialog.getByRole('listitem').allInnerTexts();
    const file = await downloaded(ines, () =>
      dialog.getByRole('button', { name: 'Save as Word file' }).click(),
    );
    const said = paragraphs(await fileOf(file));
    expect(said[0]).toBe('For the mission’s own use. Not for classified information.');
    expect(said[1]).toContain(known);
    for (const heading of ['What happened', 'Where it stands', 'Next dates', 'What they agreed to'])
      expect(said).toContain(heading);
    expect(shown.length).toBeGreaterThan(5);
    const agreed = shown.filter((line) => line.startsWith(`${known}: `));
    expect(agreed.length).toBeGreaterThan(1);
    for (const line of agreed) expect(line).toMatch(/\. The defender, .* Until /);
    const review = shown.find((line) => line.startsWith('Next review of the risk: '))?.split(': ')[1];
    expect(shown).toContain(`Look at the risk again, due ${review}`);
    for (const line of shown) expect(said.map((each) => each.replace(/&quot;/g, '"'))).toContain(line.trim());
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  it('J11: what a defender agreed to has room across a sheet of A4, and nothing on it waits to be pressed', async () => {
    await ines.defender(known);
    const consent = ines.main.getByRole('table').first();
    await consent.waitFor();
    const before = ines.page.viewportSize() ?? A4;
    await ines.page.setViewportSize(A4);
    await ines.page.emulateMedia({ media: 'print' });
    const seen = await consent.evaluate((table) => ({
      words: table.querySelectorAll('td button').length,
      beyond: [...table.querySelectorAll('th, td, td span')].filter(
        (one) => one.getBoundingClientRect().right > innerWidth,
      ).length,
      pressed: [...document.querySelectorAll<HTMLElement>('main button')].filter(
        (one) => one.offsetParent !== null && !table.contains(one),
      ).length,
    }));
    await ines.page.emulateMedia({ media: null });
    await ines.page.setViewportSize(before);
    expect(seen.words).toBeGreaterThan(50);
    expect(seen).toMatchObject({ beyond: 0, pressed: 0 });
  });

  it('J11: an entry on paper says its days as dates, because a sheet is read on other days', async () => {
    await showEntry(ines, castEntry('journalist-hearing-4'));
    expect(await ines.main.innerText()).toMatch(/When\s+tomorrow/);
    expect((await paperOf(ines)).text).toMatch(/When\s+\w{3},? \d{1,2} \w+/);
  });

  it('J11: once marked “own mission, no export” nothing about them leaves: no brief, no copy, no file, no paper', async () => {
    await ines.defender(known);
    await ines.main.getByRole('button', { name: 'Change', exact: true }).click();
    const form = await formPage(ines.inside, 'Change defender');
    await form.unfold('For the file');
    await form.radio('Own mission, no export', 'Yes');
    await form.save();
    await ines.main.getByText('Own mission, no export.').first().waitFor();
    expect(await ines.main.getByRole('button', { name: 'Brief…' }).count()).toBe(0);
    const entries = await ines.entries();
    await entries.row(known).first().waitFor();
    await ines.main.getByRole('button', { name: 'Files' }).click();
    await ines.inside.getByRole('menuitem', { name: 'Export these entries…' }).click();
    const dialog = ines.inside.getByRole('dialog', { name: 'Export entries' });
    await dialog.getByText(/entries are left out: they name somebody marked/).waitFor();
    await dialog.getByRole('radio', { name: /^Text with separators/ }).check();
    const file = await downloaded(ines, () =>
      dialog.getByRole('button', { name: /^Export \d+ entries/ }).click(),
    );
    expect((await fileOf(file)).toString('utf8')).not.toContain(known);
    await dialog.getByRole('button', { name: 'Close' }).click();
    const printed = await paperOf(ines);
    expect(printed.rows).toBeGreaterThan(20);
    expect(printed.text).not.toContain(known);
  });
});

/** What margins of a centimetre leave of a sheet, at 96 pixels an inch. */
const A4 = { width: 718, height: 1047 };

/** What the page would show on paper. */
async function paperOf(tab: Tab): Promise<{ readonly rows: number; readonly text: string }> {
  const frame = await (await tab.page.locator('#tab iframe').elementHandle())?.contentFrame();
  await tab.page.emulateMedia({ media: 'print' });
  const seen = await frame?.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const rows = [...document.querySelectorAll<HTMLElement>('main [role="row"]')].filter(
      (row) => row.offsetParent !== null,
    );
    const said = { rows: rows.length, text: document.querySelector('main')?.innerText ?? '' };
    dispatchEvent(new Event('afterprint'));
    return said;
  });
  await tab.page.emulateMedia({ media: null });
  return seen ?? { rows: 0, text: '' };
}

/** Titles and rows as the import reads them. */
async function readBack(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const opened = await openFile(new Uint8Array(bytes));
  if ('fault' in opened) throw new Error(opened.fault);
  const { file } = opened;
  const read =
    file.is === 'text'
      ? await gridOf(file.bytes, file.encoding, file.shape)
      : { grid: file.sheets[0]?.grid ?? [], broken: new Set<number>() };
  if ('fault' in read) throw new Error(read.fault);
  const today = new Date().toISOString().slice(0, 10) as Day;
  const table = tableIn(read, findTitles(read.grid, today));
  return [
    table.columns.map(({ title }) => title),
    ...table.rows.map(({ cells }) => table.columns.map(({ place }) => cells[place] ?? '')),
  ];
}

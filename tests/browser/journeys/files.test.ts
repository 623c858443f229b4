/** What comes into the log as a file and what leaves it: import, export, briefs, and what stays. */
import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { showAddress } from '../../support/pages/pages-in-view.ts';
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
  '03/04/2026;Le collectif;tél.;"Première rencontre ; au café";oui',
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
  it('L5: is read as it is, asks what it leaves open, says what becomes of every row, and is stored once', async () => {
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
    await lawyer.selectOption(await option.getAttribute('value'));
    await picked('Le collectif is').selectOption('instead:ngo');
    await check.click();
    await ines.main.getByRole('checkbox', { name: /^I looked at the columns/ }).check();
    await ines.main.getByRole('button', { name: 'Store 2 rows' }).click();
    await ines.main.getByText('Finished: 2 of 2 rows').waitFor();
    const there = ines.main.getByText('There already', { exact: true }).locator('..');
    expect(await there.innerText()).toMatch(/2/);
    await ines.entries();
    await entries.find('Première rencontre');
    expect(await entries.row('Première rencontre').count()).toBe(1);
  });
});

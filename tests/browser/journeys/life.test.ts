/** What becomes of what is written down: removed and restored, held, made anonymous, given to whom it is about, handed on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { formPage } from '../../support/pages/form.ts';
import { decide, type SettingsPart, settingsPart } from '../../support/pages/life.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

let circle: Circle;
let ines: Tab;
let cover: string;

beforeAll(async () => {
  circle = await openCircle();
  ines = await openTab(circle.rig, 'ines');
  const made = await ines.newDefender();
  cover = made.cover;
  const form = await made.page.logContact();
  await form.write('In one line', 'Spoke of the bridge at Lower Brae');
  await form.save();
});

afterAll(async () => {
  await ines?.close();
  await circle?.close();
});

async function part(name: string): Promise<SettingsPart> {
  await ines.go('Settings');
  return settingsPart(ines.inside, name);
}

async function openContact() {
  const entries = await ines.entries();
  await entries.find('bridge at Lower Brae');
  return entries.open(cover);
}

describe('a mistaken entry', () => {
  it('L6: leaves the log with a reason, and a focal point brings it back', async () => {
    const { panel } = await openContact();
    await panel.getByRole('button', { name: 'Remove as a mistake' }).click();
    await decide(ines.inside, 'Remove this entry', 'Remove', { 'Why it is a mistake': 'Logged twice' });
    const entries = await ines.entries();
    await entries.find('bridge at Lower Brae');
    await expect.poll(() => entries.row('bridge at Lower Brae').count()).toBe(0);
    const { main } = await part('Removed entries');
    const row = main.getByRole('listitem').filter({ hasText: cover });
    expect(await row.innerText()).toContain('Logged twice');
    await row.getByRole('button', { name: /^Restore/ }).click();
    await main.getByText('The entry is back as it was.').waitFor();
    await openContact();
  });
});

describe('a legal hold', () => {
  it('J5: keeps an entry from being removed, and says where it can be ended', async () => {
    const { main } = await part('Keeping and deleting');
    await main.getByRole('button', { name: 'Place a hold' }).click();
    await decide(
      ines.inside,
      'Place a hold',
      'Place the hold',
      { 'Reason, without names': 'A complaint still refers to it' },
      async (dialog) => {
        await dialog.getByRole('combobox', { name: 'About' }).selectOption({ label: cover });
      },
    );
    await main.getByRole('listitem').filter({ hasText: cover }).filter({ hasText: 'Legal hold' }).waitFor();
    const { panel } = await openContact();
    await panel.getByRole('button', { name: 'Remove as a mistake' }).click();
    await decide(ines.inside, 'Remove this entry', 'Remove', { 'Why it is a mistake': 'Logged twice' });
    await panel.getByText('A legal hold stands. Nothing was removed.').waitFor();
    expect(await panel.getByText('Spoke of the bridge').count()).toBeGreaterThan(0);
  });
});

describe('what is kept too long', () => {
  it('J5: is shown with what stays and what goes, is made anonymous after a typed word, and is on the purge list', async () => {
    const { main } = await part('Keeping and deleting');
    await main.getByRole('textbox', { name: 'Months for Contacts' }).fill('3');
    await main.getByRole('button', { name: 'Save the periods' }).click();
    await main.getByText('The periods are saved.').waitFor();
    const again = await part('Keeping and deleting');
    const due = again.main
      .getByRole('list', { name: 'Due' })
      .getByRole('listitem')
      .filter({ hasText: 'Contact ·' });
    await due.first().getByRole('checkbox').check();
    const [first = ''] = (await due.first().innerText()).split('\n');
    const told = first.split(' · ')[2] ?? '';
    expect(told.length).toBeGreaterThan(8);
    await again.main.getByRole('button', { name: 'Make anonymous: 1' }).click();
    const dialog = ines.inside.getByRole('alertdialog', { name: 'Make anonymous: 1' });
    expect(await dialog.innerText()).toMatch(/Goes\s+In one line/);
    await decide(ines.inside, 'Make anonymous: 1', 'Make anonymous', {
      'Type anonymise to go on': 'anonymise',
    });
    await again.main.getByText('Made anonymous: 1.').waitFor();
    const entries = await ines.entries();
    await entries.find(told);
    await expect.poll(() => entries.row(told).count()).toBe(0);
    const purge = await part('For an owner to purge');
    const item = purge.main.getByRole('listitem').filter({ hasText: 'List Contacts' });
    await item.getByRole('button', { name: /^Tick as purged/ }).click();
    await item.getByText('Purged', { exact: true }).waitFor();
  });
});

describe('somebody who asks about their own data', () => {
  it('J6: gets everything on one sheet, others masked, once it is checked who asks', async () => {
    await ines.defender(cover);
    await ines.main.getByRole('button', { name: 'They ask about their own data' }).click();
    const form = await formPage(ines.inside, 'Log a request about own data');
    await form.radio('What they ask for', 'See what is written about them');
    await form.radio('Who asks', 'They themselves');
    await form.radio('How we know it is them', 'Known to us');
    await form.save();
    const { main } = await part('Requests about own data');
    await main.getByRole('button', { name: `Gather everything about ${cover}` }).click();
    await main.getByText('That you gathered this is in the journal.').waitFor();
    const written = main.getByRole('region', { name: 'What was written' });
    expect(await written.innerText()).toContain('Spoke of the bridge at Lower Brae');
  });
});

describe('somebody who leaves', () => {
  it('H6: hands what is theirs to a colleague in one step', async () => {
    const { main } = await part('Hand over a post');
    const sheet = main.getByRole('list', { name: 'Hand-over sheet' });
    await sheet
      .getByText(/Theirs to do/)
      .first()
      .waitFor();
    await main.getByRole('combobox', { name: 'Who takes over' }).selectOption({ index: 1 });
    await main.getByRole('button', { name: 'Hand over', exact: true }).click();
    await decide(ines.inside, 'Hand over', 'Hand over', {});
    await main.getByText(/^Handed over: [1-9]/).waitFor();
    await expect.poll(() => sheet.getByText(/Theirs to do/).count()).toBe(0);
  });
});

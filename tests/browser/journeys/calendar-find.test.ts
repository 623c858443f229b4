/** Dates and finding: the calendar by keyboard, how a date moved, a calendar file, search, filters that stay. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { parseCalendar, rawOf, textOf } from '../../support/ics.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { missionDay } from '../../support/pages/days.ts';
import { entryPanel } from '../../support/pages/entries.ts';
import { showAddress } from '../../support/pages/pages-in-view.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const known = coverName(castCodes.oskelDefender);

let circle: Circle;
let tab: Tab;

beforeAll(async () => {
  circle = await openCircle();
  tab = await openTab(circle.rig, 'ines');
});

afterAll(async () => {
  await tab?.close();
  await circle?.close();
});

const grid = () => tab.main.getByRole('grid', { name: 'Calendar' });
const press = (key: string) => tab.page.keyboard.press(key);
/** The day on which the keyboard stands. */
const dayInFocus = () =>
  tab.inside.locator(':focus').evaluate((cell) => cell.getAttribute('data-day') ?? cell.tagName);
const address = () => tab.inside.locator('html').evaluate(() => window.location.hash);

/** The frame alone begins anew, at its own address. */
async function reloaded(): Promise<void> {
  const frame = await (await tab.page.locator('#tab iframe').elementHandle())?.contentFrame();
  await Promise.all([frame?.waitForNavigation(), frame?.evaluate(() => window.location.reload())]);
  await tab.ready();
}
function spelt(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`));
}
function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

describe('M4: the calendar by keyboard', () => {
  it('one day is reached by Tab, and says that it is today', async () => {
    await tab.go('Calendar');
    const today = grid().locator('[aria-current="date"]');
    await today.focus();
    expect(await dayInFocus()).toBe(missionDay());
    expect(await today.innerText()).toContain('today');
    expect(await grid().locator('[role="gridcell"][tabindex="0"]').count()).toBe(1);
    expect(await grid().locator('a:not([tabindex="-1"])').count()).toBe(0);
  });

  it('arrows, Home, End and Page keys go where they say, over the edge of the month too', async () => {
    const day = missionDay();
    await press('ArrowRight');
    expect(await dayInFocus()).toBe(later(day, 1));
    await press('ArrowDown');
    expect(await dayInFocus()).toBe(later(day, 8));
    await press('ArrowUp');
    await press('ArrowLeft');
    expect(await dayInFocus()).toBe(day);
    await press('PageDown');
    const next = await dayInFocus();
    expect(next.slice(0, 7)).not.toBe(day.slice(0, 7));
    await press('Home');
    expect(new Date(`${await dayInFocus()}T00:00:00Z`).getUTCDay()).toBe(1);
    await press('End');
    expect(new Date(`${await dayInFocus()}T00:00:00Z`).getUTCDay()).toBe(0);
  });

  it('Enter opens what lies on a day, and a postponed hearing tells its whole chain', async () => {
    await tab.main.getByRole('button', { name: 'Today', exact: true }).click();
    await tab.main.getByRole('combobox', { name: 'Defender' }).selectOption(castCodes.oskelDefender);
    await tab.main.getByRole('button', { name: 'Appointments only' }).click();
    const postponed = tab.main.getByRole('link', { name: `${known} · Postponed hearing` });
    if ((await postponed.count()) === 0) await tab.main.getByRole('button', { name: 'Month before' }).click();
    await postponed.first().waitFor();
    const cell = grid().getByRole('gridcell').filter({ hasText: 'Postponed hearing' }).first();
    expect(await cell.innerText()).toMatch(/moved to/);
    await cell.focus();
    await press('Enter');
    const { panel } = await entryPanel(tab.inside);
    const chain = await panel
      .getByRole('region', { name: 'How this date moved' })
      .getByRole('listitem')
      .allInnerTexts();
    expect(chain).toHaveLength(6);
    expect(chain.join('\n')).toMatch(
      /The judge was ill[\s\S]*The prosecutor asked for time[\s\S]*The bench was not complete/,
    );
    expect(chain.filter((line) => line.includes('this entry'))).toHaveLength(1);
  });

  it('a week shows seven days, and its address leads back to it', async () => {
    await tab.go('Calendar');
    await tab.main.getByRole('button', { name: 'Week', exact: true }).click();
    expect(await grid().getByRole('gridcell').count()).toBe(7);
    await tab.main.getByRole('button', { name: 'Week after' }).click();
    const shown = await tab.main.getByRole('heading', { level: 2 }).innerText();
    const hash = await address();
    expect(hash).toMatch(/^#\/calendar\/cw[0-9a-z]+$/);
    await tab.go('Today');
    await showAddress(tab, hash.slice(2));
    await tab.main.getByRole('heading', { level: 2, name: shown }).waitFor();
    expect(await grid().getByRole('gridcell').first().innerText()).not.toContain('today');
    expect(
      await grid()
        .getByText(spelt(later(missionDay(), 7)))
        .count(),
    ).toBe(1);
  });
});

describe('J7: a calendar file', () => {
  async function saved(withPlace: boolean) {
    await tab.main.getByRole('button', { name: 'Calendar file…' }).click();
    const dialog = tab.inside.getByRole('dialog', { name: /calendar file/ });
    if (withPlace) await dialog.getByRole('checkbox', { name: 'With the place' }).check();
    const [download] = await Promise.all([
      tab.page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save the file' }).click(),
    ]);
    const path = await download.path();
    await dialog.getByText(/^Saved:/).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    return { name: download.suggestedFilename(), file: parseCalendar(readFileSync(path, 'utf8')) };
  }

  it('holds the dates in view by cover name, without court; the place only where ticked', async () => {
    await tab.go('Calendar');
    await tab.main.getByRole('button', { name: 'List', exact: true }).click();
    await tab.main.getByRole('combobox', { name: 'Defender' }).selectOption(castCodes.oskelDefender);
    const { name, file } = await saved(false);
    expect(name).toBe('focal-point.ics');
    expect(file.components.length).toBeGreaterThan(0);
    expect(file.components.some((event) => textOf(event, 'SUMMARY') === `${known} · Hearing`)).toBe(true);
    expect(JSON.stringify(file)).not.toMatch(/Court|LOCATION/);
    const again = (await saved(true)).file;
    expect(again.components.map((event) => rawOf(event, 'UID'))).toEqual(
      file.components.map((event) => rawOf(event, 'UID')),
    );
    expect(again.components.map((event) => textOf(event, 'LOCATION') ?? '').join()).toContain(
      'Oskel District Court',
    );
  });
});

describe('M8: finding', () => {
  it('Ctrl K finds by court and kind, by kind alone when chosen, and Enter opens the first', async () => {
    await tab.inside.locator('body').evaluate(() => window.focus());
    await press('Control+k');
    const dialog = tab.inside.getByRole('dialog', { name: /Find/ });
    await dialog.getByRole('textbox').fill('oskel distr');
    await dialog.getByRole('heading', { name: 'Hearings' }).waitFor();
    await dialog.getByRole('button', { name: /^Hearings \(\d+\)$/ }).click();
    await dialog.getByRole('heading', { name: 'Trial observations' }).waitFor({ state: 'detached' });
    await dialog.getByRole('textbox').focus();
    await press('Enter');
    const { panel } = await entryPanel(tab.inside);
    await panel.getByText('Oskel District Court').first().waitFor();
  });
});

describe('M8: filters of Entries', () => {
  it('stay in the address, which tells none of them, and come back after a reload', async () => {
    const entries = await tab.entries();
    await tab.main.getByRole('combobox', { name: 'Kind' }).selectOption('hearing');
    await tab.main.getByRole('combobox', { name: 'Step' }).selectOption('postponed');
    await tab.main.getByRole('combobox', { name: 'Defender' }).selectOption(castCodes.oskelDefender);
    const count = async () => tab.main.getByRole('status').filter({ hasText: /entr/ }).first().innerText();
    // Whoever opens the tab has the last month first; the list says so until the older entries are there.
    const allHere = () =>
      tab.main.getByRole('status').filter({ hasText: 'so far' }).waitFor({ state: 'detached' });
    await allHere();
    await expect.poll(count).toBe('3 entries');
    expect(await address()).not.toMatch(/hearing|postponed/i);
    await reloaded();
    await entries.grid.waitFor();
    await allHere();
    await expect.poll(count).toBe('3 entries');
    expect(await tab.main.getByRole('combobox', { name: 'Step' }).inputValue()).toBe('postponed');
  });

  it('get a name, are found under it after a reload, renamed and thrown away', async () => {
    const chips = tab.main.getByRole('list', { name: 'Saved filters' });
    await chips.getByRole('button', { name: 'Save this filter…' }).click();
    const naming = tab.inside.getByRole('dialog', { name: 'Name this filter' });
    await naming.getByRole('button', { name: 'Save', exact: true }).click();
    await naming.getByText('Give it a name.').waitFor();
    await naming.getByRole('textbox', { name: 'Name' }).fill('Put off in Oskel');
    await naming.getByRole('button', { name: 'Save', exact: true }).click();
    await chips.getByRole('button', { name: 'Put off in Oskel', exact: true, pressed: true }).waitFor();
    await tab.main.getByRole('button', { name: 'Clear filters' }).click();
    await reloaded();
    await chips.getByRole('button', { name: 'Put off in Oskel', exact: true }).click();
    expect(await tab.main.getByRole('combobox', { name: 'Step' }).inputValue()).toBe('postponed');
    await chips.getByRole('button', { name: 'Rename or delete Put off in Oskel' }).click();
    await tab.inside.getByRole('menuitem', { name: 'Delete…' }).click();
    await tab.inside.getByRole('button', { name: 'Delete the filter' }).click();
    await chips.getByRole('button', { name: 'Put off in Oskel', exact: true }).waitFor({ state: 'detached' });
  });
});

describe('M2: the timeline of a defender', () => {
  it('stands by month, and shows one kind alone', async () => {
    const { timeline } = await tab.defender(known);
    expect(await timeline.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(1);
    await timeline.getByRole('button', { name: /^Hearings \(6\)$/ }).click();
    await expect.poll(() => timeline.getByRole('listitem').count()).toBe(6);
    await timeline.getByRole('button', { name: /^Everything/ }).click();
    await timeline.getByRole('button', { name: /^Show \d+ older/ }).click();
    expect(await timeline.getByRole('listitem').count()).toBeGreaterThan(12);
  });
});

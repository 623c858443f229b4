/** Usable by everyone: by keyboard alone, with a screen reader, in every theme, on a phone, from right to left. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes, castEntry } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { hasNoFinding, inLooks, isForEveryone, pagesAreForEveryone } from '../../support/pages/everyone.ts';
import { findings } from '../../support/pages/findings.ts';
import { formPage } from '../../support/pages/form.ts';
import { type Hands, handsOn } from '../../support/pages/hands.ts';
import { looks } from '../../support/pages/looks.ts';
import { pagesInView, showAddress, showEntry } from '../../support/pages/pages-in-view.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const known = coverName(castCodes.oskelDefender);

let circle: Circle;

beforeAll(async () => {
  circle = await openCircle();
});

afterAll(() => circle?.close());

inLooks({ looks, person: 'ines', circle: () => circle }, (inLook) => {
  const { tab, look, it } = inLook;
  pagesAreForEveryone(pagesInView, inLook);

  it('an opened entry has none either', async () => {
    await showEntry(tab(), castEntry('oskel-observation-4'));
    await isForEveryone(tab(), look);
  });

  it('nor has an open form with its errors', async () => {
    const { inside, page } = tab();
    await showAddress(tab(), 'today');
    await inside.getByRole('button', { name: 'Log…', exact: true }).click();
    const form = await formPage(inside, 'Log a contact');
    await form.submit.click();
    await form.errors.waitFor();
    await hasNoFinding(tab(), look);
    await page.keyboard.press('Escape');
    await form.dialog.waitFor({ state: 'detached' });
  });

  it('nor have the dialogs of consent', async () => {
    const { inside, main } = tab();
    await showAddress(tab(), `defenders/${castCodes.oskelDefender}`);
    for (const button of ['Record consent', 'Record a withdrawal']) {
      await main.getByRole('button', { name: button, exact: true }).click();
      const dialog = inside.getByRole('alertdialog');
      await dialog.waitFor();
      await hasNoFinding(tab(), look);
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
  });
});

describe('M4 the check itself', () => {
  it('names a button without a name, and words too pale to be read', async () => {
    const tab = await openTab(circle.rig, 'ines');
    await tab.main.evaluate((main) => {
      const pale = document.createElement('p');
      pale.textContent = 'Too pale';
      pale.style.cssText = 'color: rgb(238 238 238); background: rgb(255 255 255)';
      main.prepend(pale, document.createElement('button'));
    });
    expect((await findings(tab)).map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['button-name', 'color-contrast']),
    );
    await tab.close();
  });
});

describe('M4 direction', () => {
  it('follows the language of Teams, also where we speak English for want of a translation', async () => {
    const tab = await openTab(circle.rig, 'ines', { lang: 'he-il' });
    const direction = (element: Element) => getComputedStyle(element).direction;
    expect(await tab.main.evaluate(direction)).toBe('rtl');
    const box = async (name: string) =>
      (await tab.inside.getByRole('link', { name, exact: true }).first().boundingBox())?.x ?? 0;
    expect(await box('Today')).toBeGreaterThan(await box('Settings'));
    const begins = (element: Element) => getComputedStyle(element).textAlign;
    expect(await tab.main.evaluate(begins)).toBe('right');
    expect(await (await tab.logContact()).dialog.evaluate(begins)).toBe('right');
    await tab.close();
  });
});

describe('M4 views of the calendar and the page around a search', () => {
  let tab: Tab;

  beforeAll(async () => {
    tab = await openTab(circle.rig, 'ines');
  });

  afterAll(() => tab?.close());

  it.each(['Month', 'Week', 'List'])('the view "%s" has no finding', async (view) => {
    await tab.go('Calendar');
    await tab.main.getByRole('button', { name: view, exact: true }).click();
    expect(await findings(tab)).toEqual([]);
  });

  it('an answered “May I?” has no finding', async () => {
    const dialog = await tab.search(`${known} trial`);
    await dialog.getByRole('region', { name: 'May I?' }).waitFor();
    expect(await findings(tab)).toEqual([]);
    await tab.page.keyboard.press('Escape');
  });
});

describe('M4 with the keyboard alone', () => {
  let tab: Tab;
  let hands: Hands;

  beforeAll(async () => {
    tab = await openTab(circle.rig, 'tomas');
    hands = handsOn(tab);
  });

  afterAll(() => tab?.close());

  it('a contact is logged from beginning to end', async () => {
    await tab.inside.locator('body').evaluate(() => window.focus());
    await tab.inside.getByRole('button', { name: 'Go to the content' }).focus();
    await hands.tabTo(/^Log…/);
    await tab.page.keyboard.press('Enter');
    const form = await formPage(tab.inside, 'Log a contact');
    await hands.tabTo(/^About/);
    await tab.page.keyboard.type(known.slice(0, 6));
    await tab.inside.getByRole('option').first().waitFor();
    await tab.page.keyboard.press('ArrowDown');
    await tab.page.keyboard.press('Enter');
    await hands.tabTo(/^In one line/);
    await tab.page.keyboard.type('Logged without touching the mouse');
    await tab.page.keyboard.press('Control+Enter');
    await form.dialog.waitFor({ state: 'detached' });
    const entries = await tab.entries();
    await entries.row(known, 'Logged without touching the mouse').waitFor();
  });

  it('an entry is opened with the arrow keys and Enter, and Esc gives the focus back to its row', async () => {
    const entries = await tab.entries();
    await entries.row(known).first().waitFor();
    await hands.tabTo(/^(Day|Columns)/);
    const onRow = () =>
      tab.inside.locator('body').evaluate(() => document.activeElement?.getAttribute('role') === 'row');
    for (let step = 0; step < 20 && !(await onRow()); step += 1) await tab.page.keyboard.press('Tab');
    await tab.page.keyboard.press('ArrowDown');
    await tab.page.keyboard.press('ArrowDown');
    const row = await hands.focused();
    await tab.page.keyboard.press('Enter');
    await tab.inside.getByRole('complementary', { name: 'Opened entry' }).waitFor();
    await tab.page.keyboard.press('Escape');
    await tab.inside.getByRole('complementary', { name: 'Opened entry' }).waitFor({ state: 'detached' });
    await expect.poll(() => hands.focused()).toBe(row);
  });

  it('Esc closes an untouched form and gives the focus back to the button that opened it', async () => {
    await tab.go('Today');
    await tab.inside.getByRole('button', { name: 'Log…', exact: true }).focus();
    await tab.page.keyboard.press('Enter');
    const form = await formPage(tab.inside, 'Log a contact');
    await tab.page.keyboard.press('Escape');
    await form.dialog.waitFor({ state: 'detached' });
    await expect.poll(() => hands.focused()).toMatch(/^Log…/);
  });
});

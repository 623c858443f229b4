/** Language, dates and theme follow Teams: French and Arabic are complete, and what changes in Teams changes at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes, castEntry } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import type { Language } from '../../../src/locales/languages.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { missionDay, written } from '../../support/pages/days.ts';
import { leaveSaved } from '../../support/pages/form.ts';
import { inTurn } from '../../support/pages/looks.ts';
import { pagesInView, showAddress, showEntry } from '../../support/pages/pages-in-view.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';
import { projectRoot } from '../../support/project-root.ts';

const known = coverName(castCodes.oskelDefender);

interface Texts {
  readonly [key: string]: string | Texts;
}

function leaves(texts: Texts, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : leaves(value, `${path}${key}.`),
  );
}

function textsOf(language: Language): ReadonlyMap<string, string> {
  const folder = join(projectRoot, 'src/locales', language);
  const parts = readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Texts,
  );
  return new Map(parts.flatMap((part) => leaves(part)));
}

const english = textsOf('en');

/** English texts that no page in another language may show: two words or more, fixed, and not the same there. */
function onlyEnglish(others: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set(
    [...english]
      .filter(([key, text]) => text.includes(' ') && !text.includes('{{') && others.get(key) !== text)
      .map(([, text]) => text),
  );
}
/** Every key begins with one of these, so a key without its text shows as such. */
const tops = [...new Set([...english.keys()].map((key) => key.split('.')[0]))];
const rawKey = new RegExp(`\\b(${tops.join('|')})\\.[a-z][A-Za-z-]*(\\.[A-Za-z0-9_-]+)+`);

/** Every piece of text on the page, and every name given to a part of it. */
async function said(tab: Tab): Promise<readonly string[]> {
  return tab.inside.locator('body').evaluate((body) => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node.textContent ?? '');
    for (const element of body.querySelectorAll('*'))
      for (const name of ['aria-label', 'placeholder', 'title', 'aria-description'])
        texts.push(element.getAttribute(name) ?? '');
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  });
}

function leftOver(texts: readonly string[], english: ReadonlySet<string>): readonly string[] {
  return texts.filter((text) => english.has(text) || rawKey.test(text));
}

/** The pages whose turn it is in this of three languages. */
function pagesDue(turn: number) {
  return pagesInView.flatMap((page, place) =>
    inTurn([0, 1, 2], place).includes(turn) ? [[page.name, page] as const] : [],
  );
}

let circle: Circle;

beforeAll(async () => {
  circle = await openCircle();
});

afterAll(() => circle?.close());

/** Pages and forms in turn: that each has its words in every language is proven without a browser. */
describe.each([
  { name: 'French', language: 'fr', teams: 'fr-fr', direction: 'ltr', refused: 'Refusé', turn: 0 },
  { name: 'Arabic', language: 'ar', teams: 'ar-sa', direction: 'rtl', refused: 'رُفض', turn: 1 },
] as const)('M5 $name', ({ name, language, teams, direction, refused, turn }) => {
  const texts = textsOf(language);
  const foreign = onlyEnglish(texts);
  let tab: Tab;

  beforeAll(async () => {
    tab = await openTab(circle.rig, 'ines', { lang: teams, untilReady: false });
    await tab.main.getByRole('listitem').first().waitFor();
  });

  afterAll(() => tab?.close());

  it.each(pagesDue(turn))(`%s is ${name} throughout`, async (_name, page) => {
    await page.show(tab);
    const shown = await said(tab);
    expect(shown.length).toBeGreaterThan(20);
    expect(leftOver(shown, foreign)).toEqual([]);
  });

  it('so is an opened entry', async () => {
    await showEntry(tab, castEntry('oskel-observation-4'));
    const shown = await said(tab);
    expect(shown).toContain(refused);
    expect(leftOver(shown, foreign)).toEqual([]);
  });

  it('marks the row of an opened entry where the row begins', async () => {
    await showAddress(tab, 'entries');
    await tab.main.getByRole('row').nth(1).click();
    const row = tab.main.getByRole('row', { selected: true });
    const shadow = await row.evaluate((element) => getComputedStyle(element).boxShadow);
    expect(shadow).toContain(direction === 'rtl' ? ' -3px 0px' : ' 3px 0px');
  });

  it('so is a form, with its consent and its errors', async () => {
    const words = (key: string) => texts.get(key) ?? key;
    await tab.inside.getByRole('button', { name: words('shell.logOther') }).click();
    await tab.inside.getByRole('menuitem').first().waitFor();
    const kinds = await tab.inside.getByRole('menuitem').allTextContents();
    expect(kinds.length).toBeGreaterThan(5);
    await tab.page.keyboard.press('Escape');
    for (const kind of kinds.filter((_, place) => inTurn([0, 1, 2, 3], place).includes(turn))) {
      await tab.inside.getByRole('button', { name: words('shell.logOther') }).click();
      await tab.inside.getByRole('menuitem', { name: kind, exact: true }).click();
      const form = tab.inside.getByRole('dialog', { name: kind });
      await form.waitFor();
      await form.getByRole('button', { name: words('forms.save') }).click();
      expect(leftOver(await said(tab), foreign), kind).toEqual([]);
      await tab.page.keyboard.press('Escape');
      await form.waitFor({ state: 'detached' });
    }
  });

  it('its pages say in which language they are, and run as it is written', async () => {
    expect(await tab.inside.locator('html').getAttribute('lang')).toBe(language);
    expect(await tab.main.evaluate((main) => getComputedStyle(main).direction)).toBe(direction);
  });

  it('writes days and times as it does, in digits that can be typed back', async () => {
    await showAddress(tab, 'calendar');
    const month = new Intl.DateTimeFormat(language, {
      month: 'long',
      year: 'numeric',
      numberingSystem: 'latn',
    }).format(new Date());
    await tab.main.getByRole('heading', { level: 2, name: new RegExp(month, 'i') }).waitFor();
    const monday = new Intl.DateTimeFormat(language, { weekday: 'short' }).format(Date.UTC(2026, 0, 5));
    await tab.main
      .getByRole('columnheader', { name: monday.slice(0, 3), exact: false })
      .first()
      .waitFor();
  });
});

describe('in English', () => {
  let tab: Tab;

  beforeAll(async () => {
    tab = await openTab(circle.rig, 'ines');
  });

  afterAll(() => tab?.close());

  it.each(pagesDue(2))('M5 %s shows no key in place of its text', async (_name, page) => {
    await page.show(tab);
    expect((await said(tab)).filter((text) => rawKey.test(text))).toEqual([]);
  });

  it('M5 another language can be picked in Settings, and takes effect at once', async () => {
    await tab.go('Settings');
    let label = english.get('settings.language.label') ?? '';
    for (const language of ['fr', 'ar', 'en'] as const) {
      const texts = textsOf(language);
      await tab.inside.getByRole('combobox', { name: label }).selectOption(language);
      await tab.inside
        .getByRole('link', { name: texts.get('shell.tabs.today') ?? '', exact: true })
        .first()
        .waitFor();
      label = texts.get('settings.language.label') ?? '';
    }
  });

  it('K5: follows the theme of Teams live, with what was typed still there', async () => {
    const form = await tab.logContact();
    await form.write('In one line', 'Typed before the lights went out');
    const background = () => form.dialog.evaluate((element) => getComputedStyle(element).backgroundColor);
    const seen = [await background()];
    await tab.page.getByText('Demo settings').click();
    for (const theme of ['dark', 'contrast', 'default']) {
      await tab.page.getByLabel('Theme').selectOption(theme);
      await expect.poll(background).not.toBe(seen.at(-1));
      seen.push(await background());
    }
    expect(seen.at(-1)).toBe(seen[0]);
    expect(new Set(seen).size).toBe(3);
    expect(await form.dialog.getByRole('textbox', { name: 'In one line' }).inputValue()).toBe(
      'Typed before the lights went out',
    );
    await form.cancel();
    await tab.inside.getByRole('button', { name: 'Drop changes' }).click();
    await form.dialog.waitFor({ state: 'detached' });
  });

  it('D2: the calendar stands on the court’s clock with mine beside it, sorted, and says in words where nobody observes', async () => {
    const form = await tab.log('Add a hearing');
    await form.pick('About', known);
    await form.moment('When', written(missionDay(3)), '10:00');
    await form.dialog.getByRole('button', { name: 'Change time zone' }).click();
    await form.pick('Time zone', 'Europe/Brussels');
    await form.write('Court', 'Court abroad');
    await form.save();
    await leaveSaved(tab.inside);
    await tab.go('Calendar');
    await tab.main.getByRole('button', { name: 'List', exact: true }).click();
    await tab.main.getByText('Court abroad').waitFor();
    const text = (await tab.main.textContent()) ?? '';
    expect(text).toMatch(/10:00[^:]*Court abroad(?!\d)/);
    expect(text).toMatch(/10:00[^:]*Oskel District Court · 40[78]:00 here/);
    expect(text).toContain('no observer yet');
    const headings = await tab.main.getByRole('heading', { level: 3 }).allTextContents();
    const order = headings.flatMap((heading) => {
      const found = /(\d{1,2}) (\w{3})/.exec(heading);
      return found ? [nearestYear(`${found[1]} ${found[2]}`)] : [];
    });
    expect(order.length).toBeGreaterThan(1);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });
});

/** A day without its year, as near to today as it can be; ms. */
function nearestYear(day: string): number {
  const now = Date.now();
  const year = new Date().getFullYear();
  const candidates = [year - 1, year, year + 1].map((each) => Date.parse(`${day} ${each} UTC`));
  return candidates.reduce((best, each) => (Math.abs(each - now) < Math.abs(best - now) ? each : best));
}

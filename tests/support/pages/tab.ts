/** Focal Point as a signed-in person meets it: the pages, the button that logs, the state of things. */
import type { Frame, Locator, Page } from 'playwright-core';
import type { OpenedTab, OpenOptions, Rig } from '../rig.ts';
import { type DefenderPage, defendersPage } from './defender.ts';
import { type EntriesPage, entriesPage } from './entries.ts';
import { type FormPage, formPage } from './form.ts';
import { type Inside, insideOf } from './inside.ts';
import { pressInWindow } from './teams-window.ts';

export type PageName = 'Today' | 'Entries' | 'Defenders' | 'Calendar' | 'Circle' | 'Settings';

export interface Tab {
  readonly page: Page;
  readonly inside: Inside;
  readonly main: Locator;
  /** The tab's own document, for calling into it. */
  frame(): Promise<Frame>;
  /** Ready: the first data are on screen. */
  ready(): Promise<void>;
  go(name: PageName): Promise<Locator>;
  entries(): Promise<EntriesPage>;
  defender(coverName: string): Promise<DefenderPage>;
  /** Makes somebody new, of whom only the code is known; answers with the cover name. */
  newDefender(): Promise<{ cover: string; page: DefenderPage }>;
  /** The large button. */
  logContact(): Promise<FormPage>;
  /** From the menu beside it, e.g. `Plan or log an observation`. */
  log(what: string): Promise<FormPage>;
  /** Today's duties, one text per line. */
  duties(): Promise<readonly string[]>;
  search(words: string): Promise<Locator>;
  reload(): Promise<void>;
  /** Teams takes the tab out of sight, which lets it keep what it must. */
  putAway(): Promise<void>;
  bringBack(): Promise<void>;
  close(): Promise<void>;
}

export interface PersonOptions extends OpenOptions {
  /** Somebody who ends on a start screen, or has a narrow window without tabs in view. */
  readonly untilReady?: boolean;
}

/** ms. Everything runs on this machine, several browsers at once: what takes longer will not come. */
const PATIENCE = 20_000;

/**
 * A person in a browser of their own, in Brussels, four hours west of the mission's clock or three. They asked their system
 * for less motion, unless the options say otherwise: what moves is drawn without a graphics card here, and waited for.
 */
export async function openTab(rig: Rig, person: string, options: PersonOptions = {}): Promise<Tab> {
  const { untilReady = true, ...rest } = options;
  const opened = await rig.open(person, {
    viewport: { width: 1280, height: 900 },
    timezoneId: 'Europe/Brussels',
    reducedMotion: 'reduce',
    ...rest,
  });
  opened.page.setDefaultTimeout(PATIENCE);
  await opened.frame();
  const tab = tabIn(opened);
  if (untilReady) await tab.ready();
  return tab;
}

function tabIn(opened: OpenedTab): Tab {
  const { page } = opened;
  const inside = insideOf(page);
  const main = () => inside.getByRole('main');

  async function ready(): Promise<void> {
    await inside.getByText('Up to date').first().waitFor({ state: 'attached' });
  }
  async function go(name: PageName): Promise<Locator> {
    await inside.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).click();
    await inside.getByRole('heading', { name, level: 1, exact: true }).waitFor();
    return main();
  }
  return {
    page,
    inside,
    get main() {
      return main();
    },
    frame: () => opened.frame(),
    ready,
    go,
    async entries() {
      await go('Entries');
      return entriesPage(inside);
    },
    async defender(coverName) {
      await go('Defenders');
      return defendersPage(inside).open(coverName);
    },
    async newDefender() {
      await go('Defenders');
      return defendersPage(inside).makeNew();
    },
    async logContact() {
      await inside.getByRole('banner').getByRole('button', { name: 'Log…', exact: true }).click();
      return formPage(inside, 'Log a contact');
    },
    async log(what) {
      await inside.getByRole('button', { name: 'Log something else' }).click();
      await inside.getByRole('menuitem', { name: what }).click();
      return formPage(inside, what);
    },
    async duties() {
      await go('Today');
      await main().getByRole('region').first().waitFor();
      return main().getByRole('listitem').allInnerTexts();
    },
    async search(words) {
      await inside.getByRole('button', { name: 'Find, or ask “May I?”' }).click();
      const dialog = inside.getByRole('dialog', { name: 'Find, or ask “May I?”' });
      await dialog.getByRole('textbox').fill(words);
      return dialog;
    },
    async reload() {
      await page.reload();
      await opened.frame();
      await ready();
    },
    async putAway() {
      await pressInWindow(page, 'suspend');
      await page.locator('#tab[data-state="suspended"]').waitFor({ state: 'attached' });
    },
    async bringBack() {
      await pressInWindow(page, 'suspend');
      await page.locator('#tab[data-state="success"]').waitFor();
    },
    close: () => opened.close(),
  };
}

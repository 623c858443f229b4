/** Every page a person can have before them, each a way to get there; for checks that must hold on all of them. */
import { settingsSections } from '../../../src/app/pages/settings/settings-sections.ts';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { textOf } from '../plain-words.ts';
import type { Tab } from './tab.ts';

export interface PageInView {
  readonly name: string;
  /** Brings the page up. */
  show(tab: Tab): Promise<void>;
}

const known = coverName(castCodes.oskelDefender);
const address = (path: string) => async (tab: Tab) => {
  await (await tab.frame()).evaluate((to) => {
    window.location.hash = to;
  }, `#/${path}`);
};
const settled = async (tab: Tab) => {
  await tab.main.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
};

/** By address, so that the same steps lead there in every language and width. */
export const pagesInView: readonly PageInView[] = [
  {
    name: 'Today',
    async show(tab) {
      await address('today')(tab);
      await tab.main.getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'Entries',
    async show(tab) {
      await address('entries')(tab);
      await tab.main.getByRole('grid').waitFor();
      await tab.main.getByRole('row').nth(5).waitFor();
    },
  },
  {
    name: 'Defenders',
    async show(tab) {
      await address('defenders')(tab);
      await tab.main.getByRole('link', { name: known }).waitFor();
    },
  },
  {
    name: 'a defender',
    async show(tab) {
      await address(`defenders/${castCodes.oskelDefender}`)(tab);
      await tab.main.getByRole('heading', { name: known, level: 1 }).waitFor();
      await tab.main.getByRole('table').or(tab.main.getByRole('list')).first().waitFor();
      await settled(tab);
    },
  },
  {
    name: 'Calendar',
    async show(tab) {
      await address('calendar')(tab);
      await tab.main.getByRole('heading', { level: 2 }).first().waitFor();
      await settled(tab);
    },
  },
  {
    name: 'Settings',
    async show(tab) {
      await address('settings')(tab);
      await tab.main.locator('[data-ability]').first().waitFor();
      await settled(tab);
    },
  },
  {
    name: 'the lists of the mission',
    async show(tab) {
      await address('settings/code-lists')(tab);
      await tab.main.locator('[data-code]').first().waitFor();
    },
  },
];

/** Every section of Settings, each known by its address alone; for somebody whom all of them are open to. */
export const settingsInView: readonly PageInView[] = settingsSections.map(({ key }) => ({
  name: `Settings: ${key}`,
  async show(tab) {
    await address(`settings/${key}`)(tab);
    await tab.main
      .getByRole('heading', { name: textOf('pages', 'en', `settings.sections.${key}`) ?? key, level: 1 })
      .waitFor();
    await settled(tab);
  },
}));

/** Brings up an entry of the demo by its own address. */
export async function showEntry(tab: Tab, entry: string): Promise<void> {
  await address(`entries/${entry}`)(tab);
  await tab.main.getByRole('term').first().waitFor();
}

export async function showAddress(tab: Tab, path: string): Promise<void> {
  await address(path)(tab);
}

/** The desk in the capital opens the tab: Today and Settings, and no case, however one tries to come to it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const known = castCodes.oskelDefender;

let circle: Circle;
let reader: Tab;

beforeAll(async () => {
  circle = await openCircle();
  const ines = await openTab(circle.rig, 'ines');
  await ines.go('Settings');
  const row = ines.main.getByRole('listitem').filter({ hasText: 'Tomas Rehn' });
  await row.getByRole('button', { name: 'Change Tomas Rehn' }).click();
  await row.getByRole('checkbox', { name: 'Deputy' }).uncheck();
  await row.getByRole('checkbox', { name: 'Capital desk' }).check();
  await row.getByRole('button', { name: 'Save' }).click();
  await ines.main.getByText('Saved: Tomas Rehn.').waitFor();
  await ines.close();
  reader = await openTab(circle.rig, 'tomas');
});

afterAll(async () => {
  await reader?.close();
  await circle?.close();
});

describe('J1 a capital reader', () => {
  it('J1 · is offered Today and Settings, no search and nothing to log', async () => {
    const tabs = reader.inside.getByRole('navigation', { name: 'Pages' }).getByRole('link');
    expect(await tabs.allInnerTexts()).toEqual(['Today', 'Settings']);
    expect(await reader.inside.getByRole('button', { name: /^(Log…|Find)/ }).count()).toBe(0);
    await reader.inside.getByText('The mission’s entries are not shared with your role.').waitFor();
    expect(await reader.inside.getByText(coverName(known)).count()).toBe(0);
  });

  it.each([['/entries'], ['/defenders'], [`/defenders/${known}`], ['/calendar']])(
    'J1 · typing %s by hand opens words and no case',
    async (address) => {
      await reader.inside.locator('html').evaluate((_, hash) => {
        window.location.hash = hash;
      }, address);
      await reader.main.getByRole('heading', { name: 'Not open to your role', level: 1 }).waitFor();
      expect(await reader.inside.getByText(coverName(known)).count()).toBe(0);
      await reader.main.getByRole('button', { name: 'Go to Today' }).click();
      await reader.inside.getByRole('heading', { name: 'Today', level: 1, exact: true }).waitFor();
      // What the circle needs arrives later than the page.
      expect(await reader.main.getByRole('region', { name: 'Needs us' }).count()).toBe(0);
    },
  );

  it('J1 · the key of search opens nothing', async () => {
    await reader.page.keyboard.press('Control+k');
    await reader.go('Settings');
    expect(await reader.inside.getByRole('dialog').count()).toBe(0);
  });
});

/** The circle's host changes something that another mission said: nobody acts on its word until somebody asked them. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPassphrase } from '../../../src/demo/people.ts';
import { brenlandTells, hostAlters, type Told } from '../../support/circle-desks.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { isForEveryone } from '../../support/pages/everyone.ts';
import { inTurn, looks } from '../../support/pages/looks.ts';
import { showAddress } from '../../support/pages/pages-in-view.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

let circle: Circle;
let told: Told;
let ines: Tab;

beforeAll(async () => {
  circle = await openCircle();
  told = await brenlandTells(circle.tenant);
  await hostAlters(circle.tenant, 'brenland');
  ines = await openTab(circle.rig, 'ines');
});

afterAll(async () => {
  await ines?.close();
  await circle?.close();
});

const entry = () => ines.main.locator(`[data-circle-entry="${told.hearing}"]`);
const alarm = () => ines.main.getByRole('alert').filter({ hasText: 'Embassy of Brenland' });

it('H3 · the hearing can be read, and says why nobody goes there yet', async () => {
  await ines.go('Circle');
  const needs = ines.main.getByRole('region', { name: 'Needs us' });
  await needs.getByText('Something from Embassy of Brenland was changed by somebody else.').waitFor();
  await showAddress(ines, `circle/${told.hearing}`);
  await entry().getByText('Court of Appeal').first().waitFor();
  await entry()
    .getByText('What Embassy of Brenland signed does not fit together. Call them before you go.')
    .waitFor();
  expect(await entry().getByRole('button', { name: 'We go' }).getAttribute('aria-disabled')).toBe('true');
});

it.each(inTurn(looks, 2))('M4 $name: the alarm is for everyone', async (look) => {
  const tab = await openTab(circle.rig, 'ines', { ...look.options, untilReady: false });
  try {
    await showAddress(tab, 'settings/verify');
    await tab.main.getByRole('alert').filter({ hasText: 'Embassy of Brenland' }).waitFor();
    await isForEveryone(tab, look);
  } finally {
    await tab.close();
  }
});

it('H3 · once somebody asked them, the alarm is cleared and we can go', async () => {
  await showAddress(ines, 'settings/verify');
  await alarm().getByRole('button', { name: 'We asked Embassy of Brenland' }).click();
  const dialog = ines.inside.getByRole('alertdialog', { name: 'Did Embassy of Brenland explain it?' });
  await dialog.getByRole('button', { name: 'We asked them' }).click();
  await ines.main.getByText('Noted that Embassy of Brenland explained it.').waitFor();
  await alarm().waitFor({ state: 'detached' });
  await showAddress(ines, `circle/${told.hearing}`);
  await entry().getByRole('button', { name: 'We go' }).click();
  const keys = ines.inside.getByRole('dialog', { name: 'Open your key' });
  await keys.getByLabel('Your six words').fill(demoPassphrase);
  await keys.getByRole('button', { name: 'Open my key' }).click();
  await entry().getByText('Our mission: leads, confirmed').first().waitFor();
});

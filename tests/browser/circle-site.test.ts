/** The circle's site in Settings: shut, set up by an owner from the app, and checked by a guest who changes nothing by it. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { circlePath, ministryOf } from '../../src/demo/people.ts';
import { setCirclePermissions } from '../../src/demo/world.ts';
import { circleLists } from '../../src/domain/circle/registry.ts';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';
import { isForEveryone } from '../support/pages/everyone.ts';
import { inTurn, looks } from '../support/pages/looks.ts';
import { openTab, type Tab } from '../support/pages/tab.ts';
import { openRig, type Rig } from '../support/rig.ts';
import { castOf } from '../support/set-up-mission.ts';

const host = ministryOf('secretariat');
const origin = 'https://login.microsoftonline.com';

let world: GraphWorld;
let rig: Rig;
let ines: Tab;

beforeAll(async () => {
  world = await openGraphWorld(['aldermark'], { origin, realTime: true });
  const dist = process.env.FOCAL_POINT_TAB;
  rig = await openRig({ tenant: world.tenant, ...(dist ? { dist } : {}) });
  ines = await openTab(rig, 'ines');
});

afterAll(async () => {
  await ines?.close();
  await rig?.close();
  world?.close();
});

async function circleSite(tab: Tab): Promise<void> {
  await tab.go('Settings');
  await tab.main.getByRole('link', { name: 'Circle site' }).click();
  await tab.main.getByRole('heading', { name: 'Circle site' }).waitFor();
}

/** Makes somebody a guest and an owner of the circle's site. */
function ownerOfCircle(key: string): void {
  const making = world.tenant.world;
  const site = making.site({
    tenant: host.tenantId,
    path: circlePath,
    name: 'Meren like-minded missions',
  }).id;
  const guest = making.guest({ user: castOf(key).id, host: host.tenantId }).id;
  making.member({ group: making.group({ site, name: 'Owners', level: 'fullControl' }).id, guest });
}

describe('K2 M4 · the circle’s site', () => {
  it('is told as not set up, while the mission’s own work goes on', async () => {
    await ines.main.getByRole('heading', { level: 2 }).first().waitFor();
    await circleSite(ines);
    await ines.main.getByText('The circle’s site is not set up.').waitFor();
    await ines.main.getByText('https://secretariat.sharepoint.com/sites/meren-like-minded').first().waitFor();
  });

  it('is not made by a guest, who reads who can', async () => {
    await ines.main.getByText('For an owner of this site').click();
    await ines.main.getByRole('button', { name: 'Make what is missing' }).click();
    await ines.page.locator('#sign-in button[value="yes"]').click();
    await ines.main.getByText('Only an owner of the circle’s site can make lists.').waitFor();
    for (const { list } of circleLists) await ines.main.getByText(list, { exact: false }).first().waitFor();
  });

  it('is made by an owner from the app, who reads what is left to do by hand', async () => {
    ownerOfCircle('tomas');
    const tomas = await openTab(rig, 'tomas');
    await circleSite(tomas);
    await tomas.main.getByText('For an owner of this site').click();
    await tomas.main.getByRole('button', { name: 'Make what is missing' }).click();
    await tomas.page.locator('#sign-in button[value="yes"]').click();
    await tomas.page.locator('#sign-in button[value="yes"]').click();
    await tomas.main.getByText('The lists are there.').waitFor();
    await tomas.main.getByText('The circle is open to you.').waitFor();
    await tomas.close();
    setCirclePermissions(world.tenant.world, circleLists);
  });

  it('opens to the guest on the next try and is found in order', async () => {
    await ines.main.getByRole('button', { name: 'Try again' }).click();
    await ines.page.locator('#sign-in button[value="yes"]').click();
    await ines.main.getByText('The circle is open to you.').waitFor();
    await ines.main.getByRole('button', { name: 'Check the site' }).click();
    await ines.main.getByText('Nothing wrong was found.', { exact: false }).waitFor();
    expect(await ines.main.locator('[data-list]').count()).toBe(circleLists.length);
    expect(await ines.main.locator('[data-state="wrong"]').count()).toBe(0);
  });

  it('lets nobody in who was not invited, and says whom to ask', async () => {
    const pavel = await openTab(rig, 'pavel');
    await circleSite(pavel);
    await pavel.main.getByText('The circle’s host has not let you in.').waitFor();
    expect(await pavel.main.getByRole('button', { name: 'Check the site' }).count()).toBe(0);
    await pavel.close();
  });

  it.each(inTurn(looks, 1))('M4 $name has no accessibility finding and nothing sticks out', async (look) => {
    const tab = await openTab(rig, 'ines', { ...look.options, untilReady: false });
    await tab.main.getByRole('heading', { level: 2 }).first().waitFor();
    const frame = await tab.page.frameLocator('#tab iframe').locator('html').elementHandle();
    await (await frame?.ownerFrame())?.evaluate(() => {
      location.hash = '#/settings/circle-site';
    });
    await tab.main.locator('section summary').click();
    await tab.main.locator('section button').first().click();
    await tab.main.locator('[data-list]').first().waitFor();
    await isForEveryone(tab, look);
    await tab.close();
  });
});

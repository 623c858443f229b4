/** Two missions in two tenants join a circle: keys set up start to finish, numbers compared in person, a head who changes. */

import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChance } from '../../../src/demo/seed/chance.ts';
import { setUpCircle } from '../../../src/demo/seed/set-up-circle.ts';
import { openStaff } from '../../../src/demo/seed/staff.ts';
import { type GraphWorld, openGraphWorld } from '../../support/graph-world.ts';
import { showAddress } from '../../support/pages/pages-in-view.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';
import { openRig, type Rig } from '../../support/rig.ts';
import { personOf } from '../../support/set-up-mission.ts';

let world: GraphWorld;
let rig: Rig;
const words = new Map<Tab, string>();

beforeAll(async () => {
  world = await openGraphWorld(['aldermark', 'brenland'], {
    origin: 'https://login.microsoftonline.com',
    realTime: true,
  });
  await setUpCircle(world.tenant, openStaff(world.tenant, openChance()), 'selim');
  const dist = process.env.FOCAL_POINT_TAB;
  rig = await openRig({ tenant: world.tenant, ...(dist ? { dist } : {}) });
});

afterAll(async () => {
  for (const tab of words.keys()) await tab.close();
  await rig?.close();
  world?.close();
});

/** The parts of a number, a code or six words, once they stand there. */
async function partsOf(inside: Locator, name: string): Promise<readonly string[]> {
  const list = inside.getByRole('list', { name });
  await list.waitFor();
  const parts = await list.getByRole('listitem').allInnerTexts();
  return parts.map((part) => part.replace(/^\d\n/, ''));
}

async function openKeys(who: string): Promise<Tab> {
  const tab = await openTab(rig, who);
  words.set(tab, '');
  await showAddress(tab, 'settings/keys');
  await tab.main.getByRole('heading', { name: 'Keys and verification' }).waitFor();
  return tab;
}

/** The step has the focus: the button that led to it is gone. */
async function onStep(tab: Tab, words: string): Promise<void> {
  await tab.main.getByText(words).and(tab.main.locator(':focus')).waitFor();
}

async function makeOwnKey(tab: Tab): Promise<void> {
  await tab.main.getByRole('button', { name: 'Show me six words' }).click();
  const six = (await partsOf(tab.main, 'Your six words'))
    .map((line) => line.replace(/^\d/, '').trim())
    .join(' ');
  expect(six.split(' ')).toHaveLength(6);
  await tab.main.getByRole('list', { name: 'Your six words' }).and(tab.main.locator(':focus')).waitFor();
  words.set(tab, six);
  await tab.main.getByRole('button', { name: 'I wrote them down' }).click();
  await tab.main.getByLabel('Type the six words').fill(six);
  await tab.main.getByRole('button', { name: 'Make my key' }).click();
  await tab.main.getByRole('button', { name: 'Make my key' }).waitFor({ state: 'detached' });
}

async function confirmSheet(tab: Tab): Promise<string> {
  const code = await partsOf(tab.main, 'Recovery code');
  expect(code).toHaveLength(9);
  await tab.main.getByLabel('Group 3').fill('0000');
  await tab.main.getByRole('button', { name: 'The sheet is in the safe' }).click();
  await tab.main.getByText('This is not what the sheet says.').first().waitFor();
  await tab.main.getByLabel('Group 3').fill(code[2] ?? '');
  await tab.main.getByLabel('Group 7').fill(code[6] ?? '');
  await tab.main.getByRole('button', { name: 'The sheet is in the safe' }).click();
  return code.join(' ');
}

async function setUpMission(
  focalPoint: string,
  headOfMission: string,
): Promise<{ focal: Tab; head: Tab; code: string }> {
  const focal = await openKeys(focalPoint);
  await focal.main.getByText('Step 1 of 4: Keys of the mission').waitFor();
  await focal.main.getByRole('button', { name: 'Make the keys' }).click();
  await onStep(focal, 'Step 1 of 4: Keys of the mission');
  const code = await confirmSheet(focal);
  await onStep(focal, 'Step 2 of 4: Your own key');
  await makeOwnKey(focal);
  await onStep(focal, 'Step 3 of 4: Your head of mission signs');
  const head = await openKeys(headOfMission);
  await makeOwnKey(head);
  await head.main.getByRole('button', { name: 'Sign these 4 keys' }).click();
  await head.main.getByText('Your key is open until').waitFor();
  await focal.main.getByRole('button', { name: 'Look again' }).click();
  await focal.main.getByText('Your key is open until').waitFor();
  await focal.main.getByText('keys are ready').waitFor();
  await focal.main.getByRole('link', { name: 'Compare numbers' }).waitFor();
  return { focal, head, code };
}

async function numberOf(tab: Tab): Promise<readonly string[]> {
  await showAddress(tab, 'settings/verify');
  return partsOf(tab.main, 'Our number');
}

describe('L4 M4 · a new mission', () => {
  let ours: Awaited<ReturnType<typeof setUpMission>>;
  let theirs: Awaited<ReturnType<typeof setUpMission>>;

  it('sets its keys up from nothing to ready, the head in one click', async () => {
    ours = await setUpMission('ines', 'greta');
    theirs = await setUpMission('joris', 'casimir');
  });

  it('is told that a number differs, and nothing is verified', async () => {
    await numberOf(ours.focal);
    await ours.focal.main.getByRole('button', { name: 'Compare the number of Embassy of Brenland' }).click();
    const dialog = ours.focal.inside.getByRole('dialog');
    await dialog.getByText('Something else').click();
    await dialog.getByText('The number of Embassy of Brenland differs.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Verified in person' }).count()).toBe(0);
    const number = await numberOf(theirs.focal);
    const wrong = number.join('').replace(/^\d/, (digit) => (digit === '9' ? '0' : '9'));
    await dialog.getByLabel('Or paste what their QR code says').fill(`FP1 brenland ${wrong}`);
    await dialog.getByRole('button', { name: 'Verified in person' }).click();
    await dialog.getByText('The number of Embassy of Brenland differs.').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await ours.focal.main.getByText('Not verified. Nothing can be sent').waitFor();
  });

  it('J8 · is verified in person by both sides', async () => {
    const theirNumber = await numberOf(theirs.focal);
    await ours.focal.main.getByRole('button', { name: 'Compare the number of Embassy of Brenland' }).click();
    const dialog = ours.focal.inside.getByRole('dialog');
    const shown = await partsOf(dialog, 'Number of Embassy of Brenland');
    expect(shown).toEqual(theirNumber);
    await dialog.getByText('The same, all twelve groups').click();
    await dialog.getByRole('button', { name: 'Verified in person' }).click();
    await ours.focal.main.getByText('Embassy of Brenland is verified.', { exact: false }).waitFor();

    const ourNumber = await numberOf(ours.focal);
    await theirs.focal.main
      .getByRole('button', { name: 'Compare the number of Embassy of Aldermark' })
      .click();
    const theirDialog = theirs.focal.inside.getByRole('dialog');
    await theirDialog
      .getByLabel('Or paste what their QR code says')
      .fill(`FP1 aldermark ${ourNumber.join('')}`);
    await theirDialog.getByRole('button', { name: 'Verified in person' }).click();
    await theirs.focal.main.getByText('Embassy of Aldermark is verified.', { exact: false }).waitFor();
    await showAddress(theirs.focal, 'settings/lock');
    await showAddress(theirs.focal, 'settings/verify');
    await theirs.focal.main.getByText('They verified you today', { exact: false }).waitFor();
  });

  it('M4 · is read in the same order where the page goes from right to left', async () => {
    const tab = await openTab(rig, 'ines', { lang: 'he-il', untilReady: false });
    words.set(tab, '');
    await tab.main.getByRole('heading', { level: 2 }).first().waitFor();
    await showAddress(tab, 'settings/verify');
    const groups = tab.main.getByRole('list', { name: 'Our number' }).getByRole('listitem');
    await groups.first().waitFor();
    const [first, second] = [await groups.nth(0).boundingBox(), await groups.nth(1).boundingBox()];
    expect(first?.x).toBeLessThan(second?.x ?? 0);
  });

  it('locks its key with the screen, and opens it with the words alone', async () => {
    const { focal } = ours;
    await showAddress(focal, 'settings/keys');
    await focal.main.getByText('Your key is open until').waitFor();
    for (let press = 0; press < 3; press += 1) await focal.page.keyboard.press('Escape');
    await focal.inside.getByRole('button', { name: 'Open' }).click();
    await focal.ready();
    await showAddress(focal, 'settings/keys');
    await focal.main.getByText('Your key is locked.', { exact: false }).waitFor();
    await focal.main.getByRole('button', { name: 'Open my key' }).click();
    const dialog = focal.inside.getByRole('dialog');
    await dialog.getByLabel('Your six words').fill('one two three four five six');
    await dialog.getByRole('button', { name: 'Open my key' }).click();
    await dialog.getByText('These words do not open your key.', { exact: false }).waitFor();
    await dialog.getByLabel('Your six words').fill(words.get(focal) ?? '');
    await dialog.getByRole('button', { name: 'Open my key' }).click();
    await focal.main.getByText('Your key is open until').waitFor();
  });

  it('takes new keys with a reason, and a new sheet that opens them all', async () => {
    const { focal, head, code } = ours;
    await focal.main.getByRole('button', { name: 'Make new keys' }).click();
    const dialog = focal.inside.getByRole('alertdialog');
    await dialog.getByText('Somebody may have got hold of them: today').click();
    await dialog.getByRole('button', { name: 'Make new keys' }).click();
    await focal.main.getByText('No sheet opens the newest keys.').waitFor();
    await focal.main.getByRole('button', { name: 'Make a new sheet' }).click();
    const later = await confirmSheet(focal);
    await focal.main.getByRole('button', { name: 'Try the sheet' }).click();
    const drill = focal.inside.getByRole('dialog');
    await drill.getByLabel('Recovery code').fill(code);
    await drill.getByRole('button', { name: 'Try it' }).click();
    await drill.getByText('This code belongs to another sheet.', { exact: false }).waitFor();
    await drill.getByLabel('Recovery code').fill(later);
    await drill.getByRole('button', { name: 'Try it' }).click();
    await focal.main.getByText('The sheet opens 4 keys.').waitFor();
    await showAddress(head, 'settings/lock');
    await showAddress(head, 'settings/keys');
    await head.main.getByRole('button', { name: 'Sign these 2 keys' }).click();
    await head.main.getByRole('button', { name: /^Sign/ }).waitFor({ state: 'detached' });
  });

  it('J8 · goes on trusting a mission whose head handed over', async () => {
    const { head } = theirs;
    const { log } = await world.open('joris');
    await log.savePeople(
      log.me.mission.people.map((person) =>
        person.objectId === personOf('anouk').objectId ? { ...person, roles: ['head-of-mission'] } : person,
      ),
    );
    const next = await openKeys('anouk');
    await makeOwnKey(next);
    await showAddress(head, 'settings/lock');
    await head.reload();
    await showAddress(head, 'settings/keys');
    await head.main.getByRole('button', { name: 'Hand over to Anouk Brandt' }).click();
    const unlock = head.inside.getByRole('dialog', { name: 'Open your key' });
    await unlock.getByLabel('Your six words').fill(words.get(head) ?? '');
    await unlock.getByRole('button', { name: 'Open my key' }).click();
    const dialog = head.inside.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await dialog.waitFor({ state: 'detached' });

    await showAddress(ours.focal, 'settings/lock');
    await showAddress(ours.focal, 'settings/verify');
    await ours.focal.main
      .getByText('Trusted: the head of mission you verified signed for the next one', { exact: false })
      .waitFor();
  });

  it('C9 L4 · tells the others who works there, and removes a mission in one action', async () => {
    const { focal } = ours;
    await showAddress(focal, 'settings/missions');
    await focal.main.getByRole('button', { name: 'Confirm and tell the circle' }).click();
    await focal.main.getByText('The other missions read this list, confirmed today.').waitFor();
    await focal.main.getByRole('button', { name: 'Remove Embassy of Brenland' }).click();
    const dialog = focal.inside.getByRole('alertdialog');
    await dialog.getByLabel('Type brenland to confirm').fill('brenland');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await focal.inside.getByText('Embassy of Brenland was removed').waitFor();
    await focal.inside.getByText('ask the owner of the circle', { exact: false }).waitFor();
    await focal.inside.getByRole('button', { name: 'Done' }).click();
    await focal.main.getByText('Removed: nothing more is sealed to it').waitFor();
  });
});

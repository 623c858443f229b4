/** A site that nobody set up yet, from its empty lists to the first contact of a new colleague, without a hand in SharePoint but the owner's. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ministryOf } from '../../src/demo/people.ts';
import { setListPermissions } from '../../src/demo/world.ts';
import { recordKinds } from '../../src/domain/registry.ts';
import { systemKinds } from '../../src/domain/system-kinds.ts';
import { openTab, type Tab } from '../support/pages/tab.ts';
import { openRig, type Rig } from '../support/rig.ts';

const kinds = [...recordKinds, ...systemKinds];

let rig: Rig;
let ines: Tab;
let tomas: Tab;

beforeAll(async () => {
  const dist = process.env.FOCAL_POINT_TAB;
  rig = await openRig(dist ? { dist } : {});
  ines = await openTab(rig, 'ines', { untilReady: false });
});

afterAll(async () => {
  await tomas?.close();
  await ines?.close();
  await rig?.close();
});

/** Somebody presses the button and agrees in the window of their organisation. */
async function createLists(tab: Tab): Promise<void> {
  await tab.inside.getByRole('button', { name: 'Create the lists' }).click();
  await tab.page.locator('#sign-in button[value="yes"]').click();
}

function rowOf(tab: Tab, name: string): Locator {
  return tab.main.getByRole('listitem').filter({ hasText: name });
}

describe('lists that are not there', () => {
  it('are refused to a person who may not create any, with what an owner does and where', async () => {
    await ines.inside.getByText('lists have not been created yet').waitFor();
    await createLists(ines);
    await ines.inside.getByText('SharePoint does not let you create lists in this site.').waitFor();
    const said = await ines.main.textContent();
    expect(said).toContain('https://aldermark.sharepoint.com/sites/aldermark-meren');
    for (const { list } of kinds.filter(({ versionless, apart }) => versionless || apart))
      expect(said).toContain(list);
  });

  it('are created by an owner, who reads what is left to do by hand', async () => {
    const owner = await openTab(rig, 'aldermark-owner', { untilReady: false });
    await createLists(owner);
    await owner.inside.getByText('The lists are there.').waitFor();
    await owner.inside.getByRole('heading', { name: 'What an owner sets in SharePoint' }).waitFor();
    await owner.close();
    setListPermissions(rig.tenant.world, ministryOf('aldermark'), kinds);
  });
});

describe('the mission', () => {
  it('is described by its focal point, whose mistakes are named where they are', async () => {
    await ines.inside.getByRole('button', { name: 'Try again' }).click();
    const form = ines.inside.getByRole('form', { name: 'Whose mission is this?' });
    await form.getByLabel('Short code').fill('Aldermark');
    await form.getByLabel('State it represents').fill('Aldermark');
    await form.getByLabel('Country where it is').fill('Varosia');
    await form.getByLabel('Time zone').selectOption('Asia/Tbilisi');
    const save = form.getByRole('button', { name: 'Open the mission’s book' });
    await save.click();
    await form.getByText('Write small letters, figures and hyphens only').waitFor();
    expect(await form.getByText('Fill this in.', { exact: true }).count()).toBe(1);
    await form.getByLabel('Name of the mission').fill('Embassy of Aldermark');
    await form.getByLabel('Short code').fill('aldermark');
    await save.click();
    await ines.ready();
    await ines.go('Settings');
    await rowOf(ines, 'Ines Calder').getByText('Focal point, Administrator').waitFor();
  });

  it('keeps its last focal point, and says why', async () => {
    const row = rowOf(ines, 'Ines Calder');
    await row.getByRole('button', { name: 'Change Ines Calder' }).click();
    await row.getByRole('checkbox', { name: 'Focal point' }).uncheck();
    await row.getByRole('checkbox', { name: 'Deputy' }).check();
    await row.getByRole('button', { name: 'Save' }).click();
    await ines.main.getByText('would be left without a focal point').waitFor();
    await row.getByRole('button', { name: 'Cancel' }).click();
    await row.getByText('Focal point, Administrator').waitFor();
  });
});

describe('a new colleague', () => {
  let cover: string;

  it('asks to be added, reads, and is told why there is nothing to log with', async () => {
    ({ cover } = await ines.newDefender());
    tomas = await openTab(rig, 'tomas', { untilReady: false });
    await tomas.inside.getByText('not listed in the mission yet').waitFor();
    await tomas.inside.getByRole('button', { name: 'Ask to be added' }).click();
    await tomas.ready();
    await tomas.inside.getByText('You have no role in this mission yet.').waitFor();
    await tomas.inside.getByText('Ask for a role: Ines Calder.').waitFor();
    await tomas.go('Defenders');
    await tomas.main.getByRole('link', { name: cover, exact: true }).waitFor();
    expect(await tomas.inside.getByRole('button', { name: 'Log…' }).count()).toBe(0);
    await tomas.go('Settings');
    await tomas.main.getByText('keep this list. Ask one of them').waitFor();
    expect(await tomas.main.getByRole('button', { name: /^Change / }).count()).toBe(0);
  });

  it('is given a role by the focal point, and logs a contact', async () => {
    await ines.reload();
    await ines.go('Settings');
    const row = rowOf(ines, 'Tomas Rehn');
    await row.getByText('Never confirmed').waitFor();
    await row.getByRole('button', { name: 'Confirm Tomas Rehn today' }).click();
    await row.getByText('Never confirmed').waitFor({ state: 'detached' });
    await row.getByRole('button', { name: 'Change Tomas Rehn' }).click();
    await row.getByRole('checkbox', { name: 'Deputy' }).check();
    await row.getByRole('button', { name: 'Save' }).click();
    await ines.main.getByText('Saved: Tomas Rehn.').waitFor();
    await tomas.reload();
    const form = await tomas.logContact();
    await form.pick('About', cover);
    await form.write('In one line', 'First call of the new deputy');
    await form.save();
    const page = await tomas.defender(cover);
    await page.timeline.getByRole('link', { name: 'First call of the new deputy' }).waitFor();
  });

  it('who may not write the list gives their line to the focal point, who adds them', async () => {
    const pavel = await openTab(rig, 'pavel', { untilReady: false });
    await pavel.inside.getByRole('button', { name: 'Ask to be added' }).click();
    await pavel.inside.getByText('SharePoint does not let you add yourself.').waitFor();
    const said = await pavel.inside.getByText('Your line: ').textContent();
    await ines.main.getByRole('button', { name: 'Add somebody' }).click();
    await ines.main.getByRole('textbox', { name: 'Their line' }).fill(said?.replace('Your line: ', '') ?? '');
    await ines.main.getByRole('button', { name: 'Add to the list' }).click();
    await rowOf(ines, 'Pavel Drost').waitFor();
    await pavel.inside.getByRole('button', { name: 'Try again' }).click();
    await pavel.ready();
    await pavel.close();
  });

  it('is taken off the list only after a question, and loses the role', async () => {
    await rowOf(ines, 'Tomas Rehn').getByRole('button', { name: 'Remove Tomas Rehn' }).click();
    const dialog = ines.inside.getByRole('alertdialog', { name: 'Take Tomas Rehn off the list?' });
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await rowOf(ines, 'Tomas Rehn').getByRole('button', { name: 'Remove Tomas Rehn' }).click();
    await dialog.getByRole('button', { name: 'Take off the list' }).click();
    await ines.main.getByText('Taken off the list: Tomas Rehn.').waitFor();
    await tomas.page.reload();
    await tomas.frame();
    await tomas.inside.getByText('not listed in the mission yet').waitFor();
  });
});

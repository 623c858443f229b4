/**
 * Two missions work one trial and one visa through the circle, each on their own screen and without loading anything again;
 * what was shared is taken back and deleted; and what all of it leaves for the administrator of the circle's host to see.
 */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../../src/demo/people.ts';
import { castCodes, castEntry } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { finderOfTexts } from '../../support/canaries.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { formPage } from '../../support/pages/form.ts';
import { showAddress, showEntry } from '../../support/pages/pages-in-view.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const { oskelDefender: her, coAccused: him } = castCodes;
const hearing = castEntry('oskel-hearing-6');
const court = 'Oskel District Court';
const asked = 'Two people and a child could leave on Friday';
const condition = 'With a letter from a town';

/** ms. Others are heard with the next beat, which may be longer than a page takes. */
const BEAT = { timeout: 45_000 };

let circle: Circle;
let ines: Tab;
let joris: Tab;

beforeAll(async () => {
  circle = await openCircle();
  [ines, joris] = await Promise.all([
    openTab(circle.rig, 'ines', { hurried: true }),
    openTab(circle.rig, 'joris', { hurried: true }),
  ]);
  await Promise.all([unlock(ines), unlock(joris)]);
});

afterAll(async () => {
  await ines?.close();
  await joris?.close();
  await circle?.close();
});

async function unlock(tab: Tab): Promise<void> {
  await showAddress(tab, 'settings/keys');
  await tab.main.getByRole('button', { name: 'Open my key' }).click();
  const form = tab.inside.getByRole('dialog', { name: 'Open your key' });
  await form.getByLabel('Your six words').fill(demoPassphrase);
  await form.getByRole('button', { name: 'Open my key' }).click();
  await tab.main.getByText('Your key is open until').waitFor(BEAT);
}

const part = (tab: Tab, name: string): Locator => tab.main.getByRole('region', { name, exact: true });

/** The hearing in Oskel among what the circle has ahead, as others shared it with this person or they with others. */
const inOskel = (tab: Tab): Locator =>
  part(tab, 'Hearings and visits').getByRole('listitem').filter({ hasText: court });

async function sharedWith(): Promise<Locator> {
  await showEntry(ines, hearing);
  const section = ines.inside.getByRole('region', { name: 'Shared with missions' });
  await section.getByRole('listitem').first().waitFor();
  return section;
}

async function openShare(): Promise<Locator> {
  await (await sharedWith()).getByRole('button', { name: 'Share with missions' }).click();
  return ines.inside.getByRole('alertdialog', { name: 'Share with missions' });
}

describe('a hearing in the circle', () => {
  it('H2 · is taken back by our own wish, and the other mission confirms that it deleted it', async () => {
    await joris.go('Circle');
    await inOskel(joris).waitFor();
    const shares = await sharedWith();
    await shares.getByRole('button', { name: 'Take back' }).click();
    await shares.getByRole('button', { name: 'Yes, take it back' }).click();
    await shares.getByText(/^Taken back from /).waitFor();
    const needed = part(joris, 'Needs us')
      .getByRole('listitem')
      .filter({ hasText: 'Embassy of Aldermark took back what it had shared' });
    await needed.waitFor(BEAT);
    await inOskel(joris).waitFor({ state: 'detached' });
    await needed.getByRole('button', { name: 'We deleted it' }).click();
    await shares.getByText(/^Embassy of Brenland: confirmed today that it is deleted$/).waitFor(BEAT);
    await shares.getByText(/^Delegation of the Western Union: asked to delete it today/).waitFor();
  });

  it('H1 J8 · goes to nobody whose key was not compared in person', async () => {
    const dialog = await openShare();
    const missions = dialog.getByRole('group', { name: 'With which missions?' });
    await missions.getByRole('checkbox', { name: 'Embassy of Estmark' }).check();
    await dialog.getByText('The key of a mission you named has not been verified.').waitFor();
    await dialog.getByRole('group', { name: 'Which parts?' }).getByRole('checkbox').first().check();
    await dialog.getByRole('button', { name: '30 days' }).click();
    const send = dialog.getByRole('button', { name: 'Share with 1 mission' });
    const before = writesNaming('estmark');
    await send.click();
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(writesNaming('estmark')).toBe(before);
  });

  it('H2 · is read by the mission it was shared with, who had the page open all along', async () => {
    const dialog = await openShare();
    const missions = dialog.getByRole('group', { name: 'With which missions?' });
    await missions.getByRole('checkbox', { name: 'Embassy of Brenland' }).check();
    const parts = dialog.getByRole('group', { name: 'Which parts?' });
    for (const name of ['When', 'Court', 'Room']) await parts.getByRole('checkbox', { name }).check();
    await dialog.getByRole('button', { name: '30 days' }).click();
    const inside = dialog.getByRole('region', { name: 'What the missions you name will read' });
    await inside.getByText(court).waitFor();
    const clear = dialog.getByRole('region', { name: /stands in clear/ });
    expect(await clear.innerText()).not.toContain('Oskel');
    await dialog.getByRole('button', { name: 'Share with 1 mission' }).click();
    await dialog.waitFor({ state: 'detached', ...BEAT });
    await ines.inside.getByText('Shared with Embassy of Brenland.').waitFor();
    const there = inOskel(joris);
    await there.getByText('no observer yet').first().waitFor(BEAT);
    await there.getByText('From: Embassy of Aldermark').waitFor();
  });

  it('D3 · is led by whoever says “We go”, and the other sees it', async () => {
    await ines.go('Circle');
    await inOskel(joris).getByRole('button', { name: 'We go' }).click();
    await inOskel(joris).getByText('leads', { exact: false }).first().waitFor(BEAT);
    const seen = inOskel(ines).getByRole('list', { name: 'Observers' });
    await seen.getByText(/Embassy of Brenland.*leads/).waitFor(BEAT);
  });
});

describe('a report from the court', () => {
  it('D5 · is proposed to the missions that watched with us, and opens to them part by part', async () => {
    // What came before stands there already; only the report will be new.
    await joris.go('Settings');
    await joris.go('Circle');
    await showEntry(ines, castEntry('oskel-observation-4'));
    const section = ines.inside.getByRole('region', { name: 'Shared with missions' });
    await section.getByRole('button', { name: 'Share with missions' }).click();
    const dialog = ines.inside.getByRole('alertdialog', { name: 'Share with missions' });
    await dialog.getByText(/^They go to it: .*Embassy of Brenland/).waitFor();
    await dialog.getByRole('button', { name: 'Name them' }).click();
    const parts = dialog.getByRole('group', { name: 'Which parts?' });
    for (const name of ['Access', 'Overall'])
      await parts.getByRole('checkbox', { name, exact: true }).check();
    await dialog.getByRole('button', { name: '30 days' }).click();
    await dialog.getByRole('button', { name: 'Share with 2 missions' }).click();
    await dialog.waitFor({ state: 'detached', ...BEAT });
    const shared = part(joris, 'Shared with us and by us');
    await shared.getByRole('button', { name: /^Show \d+ new row/ }).click(BEAT);
    await shared
      .getByRole('link', { name: /^Trial observation/ })
      .first()
      .click();
    const entry = joris.main.locator('[data-circle-entry]');
    await entry.getByRole('term').first().waitFor();
    expect(await entry.getByRole('term').allInnerTexts()).toEqual(['Access', 'Overall']);
    await joris.go('Circle');
  });
});

describe('a visa', () => {
  it('F5 · is asked for without a name, and answered on conditions', async () => {
    await ines.go('Circle');
    await ines.main.getByRole('button', { name: 'Ask other missions' }).click();
    const form = await formPage(ines.inside, 'Ask other missions');
    await form.radio('What do you ask for?', 'a visa');
    await form.tick('Which missions?', 'Embassy of Brenland');
    await form.dialog.getByRole('combobox', { name: 'About' }).selectOption({ label: coverName(him) });
    await form.dialog.getByRole('combobox', { name: 'How urgent' }).selectOption('72-h');
    await form.write('How many people', '3');
    await form.write('In a few words', asked);
    await form.dialog.getByRole('button', { name: 'Ask 1 mission' }).click();
    await form.dialog.waitFor({ state: 'detached', ...BEAT });
    const request = part(joris, 'Requests').getByRole('article').filter({ hasText: asked });
    await request.waitFor(BEAT);
    expect(await request.innerText()).toContain('within 72 hours · 3 people');
    await request.getByRole('button', { name: 'Answer' }).click();
    const answer = await formPage(joris.inside, 'Answer the request');
    await answer.radio('We say', 'yes, on conditions');
    await answer.write('On which conditions', condition);
    await answer.dialog.getByRole('button', { name: 'Send the answer' }).click();
    await answer.dialog.waitFor({ state: 'detached', ...BEAT });
    const ours = part(ines, 'Requests').getByRole('article').filter({ hasText: asked });
    await ours.getByText(`Embassy of Brenland: yes, on conditions · ${condition}`).waitFor(BEAT);
  });
});

describe('a withdrawal', () => {
  it('B9 · takes the hearing and the report from the other screen, and their deletion is confirmed', async () => {
    const page = await ines.defender(coverName(her));
    const dialog = await page.recordWithdrawal(coverName(her));
    await dialog.inTheirWords('Tell nobody any more');
    await dialog.withdraw();
    const needed = part(joris, 'Needs us')
      .getByRole('listitem')
      .filter({ hasText: 'Consent was withdrawn: delete what Embassy of Aldermark had shared' });
    const confirm = needed.getByRole('button', { name: 'We deleted it' });
    await confirm.nth(1).waitFor(BEAT);
    await inOskel(joris).waitFor({ state: 'detached' });
    await confirm.first().click();
    await confirm.nth(1).waitFor({ state: 'detached' });
    await confirm.click();
    await dialog.dialog
      .getByText(/^Embassy of Brenland, received .*: deleted today/)
      .last()
      .waitFor(BEAT);
    await dialog.close();
  });
});

describe('the administrator of the host', () => {
  it('J8 · sees every list and nobody, no place, no word and no code of a mission’s own', async () => {
    await ines.page.getByRole('button', { name: "What the host's administrator sees" }).click();
    const shown = ines.page.getByRole('region', { name: "What the host's administrator sees" });
    await shown.getByText('Read through Microsoft Graph', { exact: false }).waitFor(BEAT);
    const text = await shown.innerText();
    for (const list of ['Log', 'Acts', 'KeyCards', 'Missions', 'Journal'])
      expect(text).toMatch(new RegExp(`^${list}: [1-9]\\d* rows`, 'm'));
    expect(text).toContain('retracted');
    const secrets = [court, 'Oskel', asked, condition, 'letter', 'passport', 'university'];
    const codes = Object.values(castCodes).flatMap((code) => [code, coverName(code)]);
    expect(finderOfTexts([...secrets, ...codes])(text)).toEqual([]);
    await ines.page.getByRole('button', { name: "What the host's administrator sees" }).click();
    await shown.waitFor({ state: 'hidden' });
  });
});

/** What was sent to be written into the circle that names this mission. */
function writesNaming(mission: string): number {
  return circle.rig.requests.filter(
    ({ host, method, path, body = '' }) =>
      host === 'graph.microsoft.com' &&
      method !== 'GET' &&
      `${path} ${body}`.includes('meren-like-minded') &&
      body.includes(mission),
  ).length;
}

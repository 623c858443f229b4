/** The circle as a focal point meets it: what others shared and ask, on its page, on Today and in the calendar, usable by everyone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../../src/demo/people.ts';
import { brenlandTells, type Told } from '../../support/circle-desks.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { inLooks, isForEveryone } from '../../support/pages/everyone.ts';
import { sideways } from '../../support/pages/findings.ts';
import { looks } from '../../support/pages/looks.ts';
import { showAddress } from '../../support/pages/pages-in-view.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

let circle: Circle;
let told: Told;

beforeAll(async () => {
  circle = await openCircle();
  told = await brenlandTells(circle.tenant);
});

afterAll(() => circle?.close());

describe('what another mission shared', () => {
  let ines: Tab;

  beforeAll(async () => {
    ines = await openTab(circle.rig, 'ines');
  });

  afterAll(() => ines?.close());

  const needs = () => ines.main.getByRole('region', { name: 'Needs us' });

  it('D4: a hearing nobody goes to says so in words, with whose turn it would be', async () => {
    await ines.go('Circle');
    const row = needs().getByRole('listitem').filter({ hasText: 'Court of Appeal' });
    await row.getByText('Within seven days, no observer yet').waitFor();
    const hearings = ines.main.getByRole('region', { name: 'Hearings and visits' });
    const shown = await hearings.getByRole('listitem').filter({ hasText: 'Court of Appeal' }).innerText();
    expect(shown).toContain('no observer yet');
    expect(shown).toContain('From: Embassy of Brenland');
    expect(shown).toMatch(/Whose turn it would be: /);
  });

  it('J8: a locked key is asked for where something is signed, and nothing is sent without it', async () => {
    const row = needs().getByRole('listitem').filter({ hasText: 'Court of Appeal' });
    await row.getByRole('button', { name: 'We go' }).click();
    await ines.inside
      .getByRole('dialog', { name: 'Open your key' })
      .getByRole('button', { name: 'Cancel' })
      .click();
    await row.getByRole('button', { name: 'We go' }).waitFor();
    await row.getByText('Within seven days, no observer yet').waitFor();
  });

  it('F5: a request stands among what needs us, and opens with the least there is to know', async () => {
    await needs().getByText('Embassy of Brenland asks us for a visa · within 72 hours').waitFor();
    await showAddress(ines, `circle/${told.request}`);
    const request = ines.main.locator(`[data-request="${told.request}"]`);
    await request.getByText('within 72 hours · 3 people').waitFor();
    await request.getByText('No answer yet: Our mission').waitFor();
  });

  it('C9: whom to reach is listed for our mission and for every other, with the day it was confirmed', async () => {
    await showAddress(ines, 'settings/directory');
    await ines.main.getByRole('list', { name: 'People to reach' }).getByText('Ines Calder').waitFor();
    const others = ines.main.getByRole('region', { name: 'In the other missions' });
    const brenland = others.locator('[data-mission="brenland"]');
    await brenland.getByText('Joris Vael', { exact: false }).waitFor();
    await brenland.getByText(/Confirmed /).waitFor();
    expect(await others.locator('[data-mission="aldermark"]').count()).toBe(0);
    await ines.go('Circle');
  });

  it('H1: an opened entry shows the parts that were shared and no other', async () => {
    await showAddress(ines, `circle/${told.hearing}`);
    const entry = ines.main.locator(`[data-circle-entry="${told.hearing}"]`);
    await entry.getByRole('term').first().waitFor();
    expect(await entry.getByRole('term').allInnerTexts()).toEqual(['Day', 'When', 'Court']);
  });

  it('H4: a received code becomes one of ours only by a person, and back again', async () => {
    const link = ines.main.getByRole('combobox', { name: 'Is this one of yours?' });
    await link.selectOption({ index: 1 });
    const cover = (await link.locator('option:checked').innerText()).trim();
    await ines.main.getByRole('button', { name: 'Link', exact: true }).click();
    await ines.main.getByText(`You know this code as ${cover}.`).waitFor();
    await ines.main.getByRole('button', { name: 'Take the link back' }).click();
    await link.waitFor();
  });

  it('D2: the calendar shows it beside our own dates, and leads to it', async () => {
    const calendar = await ines.go('Calendar');
    await ines.main.getByRole('button', { name: 'List', exact: true }).click();
    await calendar.getByText('Shared by Embassy of Brenland').waitFor();
    await calendar.locator(`[data-entry="${told.hearing}"]`).getByRole('link').click();
    await ines.main.locator(`[data-circle-entry="${told.hearing}"]`).waitFor();
  });

  it('D4, F5: Today says how much the circle needs, without moving what stands there', async () => {
    await ines.go('Today');
    await ines.main.getByRole('link', { name: /^From the circle: \d+ things need us$/ }).waitFor();
    const rows = ines.main.getByRole('region', { name: 'Needs us' });
    await rows.getByText('Embassy of Brenland asks us for a visa · within 72 hours').waitFor();
  });

  it('H2: sharing names nobody by itself, shows both columns, and asks again for a whole group', async () => {
    const entries = await ines.entries();
    await entries.find('Oskel District Court');
    const { panel } = await entries.open('Hearing');
    await panel.getByRole('button', { name: 'Share with missions' }).click();
    const dialog = ines.inside.getByRole('alertdialog', { name: 'Share with missions' });
    const missions = dialog.getByRole('group', { name: 'With which missions?' });
    for (const box of await missions.getByRole('checkbox').all()) expect(await box.isChecked()).toBe(false);
    await dialog.getByRole('region', { name: 'What the missions you name will read' }).waitFor();
    const clear = dialog.getByRole('region', { name: /stands in clear/ });
    expect(await clear.getByRole('definition').first().innerText()).toBe('Trial');
    await missions.getByRole('button', { name: 'All missions…' }).click();
    const alert = missions.getByRole('alert');
    expect(await alert.innerText()).toMatch(/named: .*Embassy of Brenland/);
    expect(await alert.innerText()).toMatch(/Left out, .*Embassy of Estmark/);
    expect(await missions.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await alert.getByRole('button', { name: /^Name/ }).click();
    // Estmark's key was not compared yet: it stays out.
    expect(await missions.getByRole('checkbox', { checked: true }).count()).toBe(3);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('D3: "We go" opens the key and is said, and the hearing has its observer', async () => {
    await ines.go('Circle');
    const row = needs().getByRole('listitem').filter({ hasText: 'Court of Appeal' });
    await row.getByRole('button', { name: 'We go' }).click();
    const dialog = ines.inside.getByRole('dialog', { name: 'Open your key' });
    await dialog.getByLabel('Your six words').fill(demoPassphrase);
    await dialog.getByRole('button', { name: 'Open my key' }).click();
    const hearing = ines.main.locator(`[data-hearing="${told.hearing}"]`);
    await hearing.getByText('Our mission: leads, confirmed').waitFor();
    await row.waitFor({ state: 'detached' });
  });

  it('F5, H3: a request is declined with a reason, and waits for us no more', async () => {
    await showAddress(ines, `circle/${told.request}`);
    const request = ines.main.locator(`[data-request="${told.request}"]`);
    await request.getByRole('button', { name: 'Answer', exact: true }).click();
    const dialog = ines.inside.getByRole('dialog', { name: 'Answer the request' });
    await dialog.getByRole('radio', { name: 'no', exact: true }).check();
    await dialog.getByRole('button', { name: 'Send the answer' }).click();
    await dialog.getByText('Write the conditions, or why not.').waitFor();
    await dialog.getByRole('textbox', { name: 'Why not' }).fill('Our consulate is closed until Monday');
    await dialog.getByRole('button', { name: 'Send the answer' }).click();
    await request.getByText('Our mission: no · Our consulate is closed until Monday').waitFor();
  });

  it('H2: on paper the page of the circle says who the missions are, and nothing that they shared', async () => {
    await showAddress(ines, 'circle');
    await needs().waitFor();
    await ines.page.emulateMedia({ media: 'print' });
    await ines.main
      .getByText('What missions share is read on screen and not printed.', { exact: false })
      .waitFor();
    await ines.main.getByText('Helena Marsh', { exact: false }).waitFor();
    const onPaper = await ines.main.innerText();
    for (const shared of ['Court of Appeal', 'Oskel District Court', 'passport', 'asks us'])
      expect(onPaper).not.toContain(shared);
    expect(await sideways(ines)).toBeLessThanOrEqual(0);
    await ines.page.emulateMedia({ media: 'screen' });
  });

  it('H7: the agenda of the meeting is on one page, by code and cover name', async () => {
    await showAddress(ines, 'circle/agenda');
    const hearings = ines.main.getByRole('region', { name: 'Hearings and visits' });
    await hearings.getByText('Court of Appeal').waitFor();
    await ines.main
      .getByRole('region', { name: 'Missions not verified' })
      .getByText('Embassy of Estmark')
      .waitFor();
    expect(await ines.main.innerText()).not.toMatch(/\b(today|tomorrow|here)\b/);
  });

  it('K2: a host that answers no more is told with its age here and on Today, and trying again ends it', async () => {
    const said = 'The circle’s host has not let you in.';
    circle.tenant.faults.add({ kind: 'removedPermission', path: 'secretariat' });
    // Whoever looks at the keys asks the circle anew.
    await showAddress(ines, 'settings/keys');
    await ines.main.getByRole('heading', { name: 'Your own key' }).waitFor();
    await showAddress(ines, 'circle');
    await ines.main.getByText(said).waitFor();
    await ines.main.getByText('What you see is from', { exact: false }).waitFor();
    await needs().waitFor();
    await ines.go('Today');
    await ines.main.getByRole('link', { name: said }).click();
    circle.tenant.faults.clear();
    await ines.main.getByRole('button', { name: 'Try again' }).click();
    await ines.main.getByText(said).waitFor({ state: 'detached' });
  });
});

inLooks({ looks, person: 'ines', circle: () => circle }, ({ tab, look, it }) => {
  const pages = [
    ['the circle', () => 'circle', '[data-hearing]'],
    ['a shared hearing', () => `circle/${told.hearing}`, '[data-circle-entry]'],
    ['a request', () => `circle/${told.request}`, '[data-request]'],
    ['the agenda', () => 'circle/agenda', 'section li'],
    ['“Same person?”', () => 'circle/same-person', 'section[aria-labelledby="same-person"]'],
  ] as const;
  for (const [name, path, there] of pages)
    it(`${name} has no accessibility finding and nothing sticks out sideways`, async () => {
      await showAddress(tab(), path());
      await tab().main.locator(there).first().waitFor();
      await isForEveryone(tab(), look);
    });
});

/**
 * What only two screens show of missions that help each other: news that move nothing, a name that goes after the yes and no
 * sooner, a reserve that steps in, a word that was only heard, a touch without its content, the same person found blindly.
 */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../../src/demo/people.ts';
import { informedElements } from '../../../src/domain/consent/consent-file.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { addDays, type Code, type EntryId, type MissionCode } from '../../../src/domain/ids.ts';
import { type Canary, canaries } from '../../support/canaries.ts';
import { type Desk, openDesk, saveAt } from '../../support/circle-desks.ts';
import { agreed } from '../../support/log-world.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { consentDialog } from '../../support/pages/consent.ts';
import { formPage } from '../../support/pages/form.ts';
import { showAddress } from '../../support/pages/pages-in-view.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';
import { shareLooked } from '../../support/share-looked.ts';

const [named, another] = canaries;
const fullName = named?.fullName ?? '';
const born = '1986-03-09';
const silent = 'Embassy of Estmark';
const words = 'One person could leave on Friday';
/** ms. Others are heard with the next beat, which may be longer than a page takes. */
const BEAT = { timeout: 45_000 };

let circle: Circle;
let lucia: Desk;
let ines: Tab;
let joris: Tab;
/** The same person, as Aldermark and as Brenland know them. */
let ours: Code;
let theirs: Code;
/** Another whom both know. */
let oursToo: Code;
let theirsToo: Code;
let hearing: EntryId;

beforeAll(async () => {
  circle = await openCircle();
  await setTheScene();
  [ines, joris] = await Promise.all([
    openTab(circle.rig, 'ines', { hurried: true }),
    openTab(circle.rig, 'joris', { hurried: true }),
  ]);
  await Promise.all([showAddress(ines, 'circle'), showAddress(joris, 'circle')]);
});

afterAll(async () => {
  await ines?.close();
  await joris?.close();
  lucia?.close();
  await circle?.close();
});

async function setTheScene(): Promise<void> {
  const [aldermark, brenland] = [
    await openDesk(circle.tenant, 'ines'),
    await openDesk(circle.tenant, 'joris'),
  ];
  ours = await known(aldermark, named, ['brenland', 'corvia']);
  theirs = await known(brenland, named, ['aldermark']);
  oursToo = await known(aldermark, another, ['brenland']);
  theirsToo = await known(brenland, another, ['aldermark']);
  await saveAt(aldermark, 'visa-request', {
    ...{ about: ours, day: aldermark.log.today(), visaKind: 'schengen-uniform', urgency: '72-hours' },
    ...{ stage: 'asked', entries: 'multiple' },
    applicants: [{ id: 'a1', code: ours, role: 'defender', applies: 'own', document: 'seized' }],
  });
  await aldermark.circle.registry.add({
    ...{
      code: 'estmark' as MissionCode,
      name: silent,
      tenantId: 'none',
      connected: false,
      regions: ['east'],
    },
  });
  brenland.close();
  hearing = await sharedHearing(aldermark);
  aldermark.close();
  lucia = await openDesk(circle.tenant, 'lucia');
}

/** Somebody with a name, who agreed to be spoken about with these missions, without it. */
async function known(desk: Desk, who: Canary | undefined, missions: readonly string[]): Promise<Code> {
  const { fullName = '', alias = '' } = who ?? {};
  const about = desk.log.newCode();
  await saveAt(desk, 'defender', { about, unit: 'individual' });
  await desk.log.saveIdentity(about, { about, fullName, alias, birthDate: born });
  const audiences = missions.map((mission) => `mission:${mission}` as const);
  const actions = ['quiet-contact', 'visa', 'trial'] as const;
  await desk.log.recordConsent(
    agreed(about, {
      grants: actions.map((action) => ({ action, audiences, identity: 'none', categories: [] })),
      informed: informedElements,
      witness: 'read-back',
    }),
  );
  return about;
}

async function sharedHearing(desk: Desk): Promise<EntryId> {
  const today = desk.log.today();
  const source = await saveAt(desk, 'hearing', {
    about: ours,
    start: { day: addDays(today, 20), time: '10:00', zone: 'Asia/Tbilisi' },
    court: 'Court of Appeal',
    dateSource: 'lawyer',
  });
  const share = desk.log.newEntryId();
  const outcome = await shareLooked(desk.circle.sharing, {
    ...{ share, source, to: ['brenland', 'corvia'] as MissionCode[], parts: ['start', 'court'] },
    ...{ identity: 'none', categories: [], until: addDays(today, 30) },
  });
  if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
  return desk.circle.view().shares.find(({ entry }) => entry === share)?.record.row as EntryId;
}

/** The words of a locked key, where something asks for them. */
async function unlock(tab: Tab): Promise<void> {
  const form = tab.inside.getByRole('dialog', { name: 'Open your key' });
  await form.getByLabel('Your six words').fill(demoPassphrase);
  await form.getByRole('button', { name: 'Open my key' }).click();
  await form.waitFor({ state: 'detached' });
}

const part = (tab: Tab, name: string): Locator => tab.main.getByRole('region', { name, exact: true });
const request = (tab: Tab): Locator => part(tab, 'Requests').getByRole('article').filter({ hasText: words });
const row = (tab: Tab): Locator => tab.main.locator(`[data-hearing="${hearing}"]`);

async function lucias(says: 'yes' | 'no', place: 'lead' | 'reserve'): Promise<void> {
  await lucia.circle.refresh();
  const state = says === 'yes' ? 'confirmed' : 'declined';
  const entry = lucia.log.newEntryId();
  const outcome = await lucia.circle.sharing.answer({ entry, to: hearing, says, part: place, state });
  expect(outcome.outcome).toBe('done');
}

describe('a visa that another mission could give', () => {
  it('F5 · is asked for by code, and comes up on the other screen marked new while nothing under the pointer moves', async () => {
    const button = row(joris).getByRole('button', { name: 'We go' });
    await button.hover();
    const before = await button.boundingBox();
    await ines.main.getByRole('button', { name: 'Ask other missions' }).click();
    const form = await formPage(ines.inside, 'Ask other missions');
    await form.radio('What do you ask for?', 'a visa');
    await form.tick('Which missions?', 'Embassy of Brenland');
    await form.dialog.getByRole('combobox', { name: 'About' }).selectOption({ label: coverName(ours) });
    await form.write('How many people', '1');
    await form.write('In a few words', words);
    await form.dialog.getByRole('button', { name: 'Ask 1 mission' }).click();
    await unlock(ines);
    await form.dialog.waitFor({ state: 'detached', ...BEAT });
    const needed = part(joris, 'Needs us').getByRole('listitem').filter({ hasText: 'asks us for a visa' });
    await needed.getByText('New').waitFor(BEAT);
    await request(joris).getByText('New').waitFor();
    expect(await button.boundingBox()).toEqual(before);
    expect(await request(joris).innerText()).not.toContain(coverName(ours));
  });

  it('F5 · is answered on conditions, which the one who asked reads', async () => {
    await request(joris).getByRole('button', { name: 'Answer' }).click();
    const answer = await formPage(joris.inside, 'Answer the request');
    await answer.radio('We say', 'yes, on conditions');
    await answer.write('On which conditions', 'With a letter from a town');
    await answer.dialog.getByRole('button', { name: 'Send the answer' }).click();
    await unlock(joris);
    await answer.dialog.waitFor({ state: 'detached', ...BEAT });
    await request(ines)
      .getByText('Embassy of Brenland: yes, on conditions · With a letter from a town')
      .waitFor(BEAT);
  });

  it('F5 H1 · takes the name after the yes, once the defender agreed to it and somebody read what goes', async () => {
    await request(ines)
      .getByRole('button', { name: /^Share: Visa request/ })
      .click();
    const dialog = ines.inside.getByRole('alertdialog', { name: 'Share with missions' });
    const send = dialog.getByRole('button', { name: 'Share with 1 mission' });
    await dialog.getByRole('button', { name: 'Name them' }).click();
    const parts = dialog.getByRole('group', { name: 'Which parts?' });
    await parts.getByRole('checkbox', { name: 'What is asked for' }).check();
    await dialog.getByRole('radio', { name: 'by full name' }).check();
    await dialog.getByRole('button', { name: '30 days' }).click();
    await dialog.getByText(`${coverName(ours)} did not agree to be named this clearly`).waitFor();
    await dialog.getByRole('button', { name: 'Record consent' }).click();
    const consent = await consentDialog(ines.inside, coverName(ours));
    await consent.explainAll();
    await consent.record();
    const told = dialog.locator('[aria-live="polite"][tabindex="-1"]');
    await expect.poll(() => told.evaluate((region) => region === document.activeElement)).toBe(true);
    await send.click();
    await dialog.getByText('It was not sent: nobody has read it with the name yet.').waitFor();
    const show = dialog.getByRole('button', { name: 'Show it with the name' });
    expect(await show.evaluate((button) => button === document.activeElement)).toBe(true);
    await show.click();
    const read = dialog.getByRole('region', { name: 'What the missions you name will read' });
    expect(await read.evaluate((region) => region === document.activeElement)).toBe(true);
    await dialog.getByText(fullName.normalize('NFC')).waitFor();
    await send.click();
    await dialog.waitFor({ state: 'detached', ...BEAT });
  });

  it('F5 H1 · shows the name to whoever said yes', async () => {
    const shared = part(joris, 'Shared with us and by us');
    await shared.getByRole('button', { name: /^Show \d+ new row/ }).click(BEAT);
    await shared
      .getByRole('link', { name: /^Visa request/ })
      .first()
      .click();
    const entry = joris.main.locator('[data-circle-entry]');
    await entry.getByText(fullName.normalize('NFC')).waitFor();
    await showAddress(joris, 'circle');
  });
});

describe('a mission that is not connected', () => {
  it('H3 L4 · has its word entered by who heard it, how and when, and nobody takes it for a signature', async () => {
    await request(ines).getByRole('button', { name: 'Enter a reported answer' }).click();
    const form = await formPage(ines.inside, 'Enter a reported answer');
    await form.dialog.getByRole('combobox', { name: 'Whose word' }).selectOption({ label: silent });
    await form.write('Who told us', 'Second secretary');
    await form.radio('They say', 'yes');
    await form.dialog.getByRole('button', { name: 'Send the answer' }).click();
    await form.dialog.waitFor({ state: 'detached', ...BEAT });
    const said = (by: string) =>
      new RegExp(`${silent}: yes · reported by ${by}, not signed · Second secretary, by phone, `);
    await request(ines).getByText(said('our mission')).waitFor();
    await request(joris).getByText(said('Embassy of Aldermark')).waitFor(BEAT);
  });
});

describe('a hearing with a lead and a reserve', () => {
  it('D3 · calls the reserve when whoever was to lead cannot, and lets it step in', async () => {
    await lucias('yes', 'lead');
    await row(joris).getByText('Embassy of Corvia: leads, confirmed').waitFor(BEAT);
    await row(joris).getByRole('button', { name: 'We are the reserve' }).click();
    await row(joris).getByText('Our mission: reserve, confirmed').waitFor(BEAT);
    await lucias('no', 'lead');
    await row(joris).getByText('Embassy of Corvia: leads, cannot').waitFor(BEAT);
    const called = part(joris, 'Needs us')
      .getByRole('listitem')
      .filter({ hasText: 'Who was to go cannot: you are the reserve' });
    await called.getByRole('button', { name: 'We go' }).click();
    await row(joris).getByText('Our mission: leads, confirmed').waitFor(BEAT);
    await called.waitFor({ state: 'detached' });
  });
});

describe('being in touch', () => {
  it('C7 · is told by week and code, and nothing of what was said', async () => {
    await showAddress(ines, `defenders/${ours}`);
    await ines.main.getByRole('button', { name: 'Tell others that we were in touch' }).click();
    const form = await formPage(ines.inside, 'Tell that we were in touch');
    await form.tick('With which missions?', 'Embassy of Brenland');
    await form.dialog.getByRole('button', { name: 'Tell 1 mission' }).click();
    await form.dialog.waitFor({ state: 'detached', ...BEAT });
    const shared = part(joris, 'Shared with us and by us');
    await shared.getByRole('button', { name: /^Show \d+ new row/ }).click(BEAT);
    await shared.getByRole('link', { name: 'Was in touch' }).first().click();
    const entry = joris.main.locator('[data-circle-entry]');
    await entry.getByRole('heading', { level: 2 }).waitFor();
    expect(await entry.getByRole('term').count()).toBe(0);
  });
});

describe('“Same person?”', () => {
  const run = (tab: Tab) => part(tab, 'Same person?').locator('[data-run]').first();
  const match = (tab: Tab, code: Code) =>
    run(tab)
      .getByRole('listitem')
      .filter({ hasText: coverName(code) });
  const confirm = (tab: Tab, name: string) =>
    tab.inside.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();

  it('H4 · is begun by one mission, and waits for somebody of the other', async () => {
    await Promise.all([showAddress(ines, 'circle/same-person'), showAddress(joris, 'circle/same-person')]);
    await ines.main.getByRole('button', { name: 'Compare with Embassy of Brenland' }).click();
    await confirm(ines, 'Begin');
    await run(ines).getByText('It is the turn of Embassy of Brenland.').waitFor(BEAT);
    await run(joris).getByRole('button', { name: 'Take our turn' }).click(BEAT);
    await confirm(joris, 'Take our turn');
  });

  it('H4 · tells both that there is a possible match, neither a name, and when they may compare again', async () => {
    await run(ines).getByRole('button', { name: 'See the result' }).click(BEAT);
    await confirm(ines, 'See the result');
    await match(ines, ours).getByText('possible match').waitFor(BEAT);
    await run(joris).getByRole('button', { name: 'See the result' }).click(BEAT);
    await confirm(joris, 'See the result');
    await match(joris, theirs).getByText('possible match').waitFor(BEAT);
    for (const tab of [ines, joris]) expect(await tab.main.innerText()).not.toContain(fullName);
    await ines.main.getByText(/^Next possible /).waitFor();
  });

  it('H4 · is closed for good by one no, and the other mission learns that and no code', async () => {
    await match(joris, theirsToo).getByRole('button', { name: 'Do not agree' }).click();
    await confirm(joris, 'Do not agree');
    await match(joris, theirsToo).getByText('We said no. This is closed.').waitFor();
    await match(ines, oursToo).getByText('Embassy of Brenland said no. This is closed.').waitFor(BEAT);
    expect(await match(ines, oursToo).getByRole('button').count()).toBe(0);
  });

  it('H4 · is lifted only when both agree, and then gives a code and no name', async () => {
    for (const [tab, code] of [[ines, ours] as const, [joris, theirs] as const]) {
      await match(tab, code).getByRole('button', { name: 'Agree', exact: true }).click();
      await confirm(tab, 'Agree');
    }
    await match(joris, theirs)
      .getByText(/^Both agreed\. Embassy of Aldermark knows them as /)
      .waitFor(BEAT);
    await match(ines, ours)
      .getByText(/^Both agreed\. Embassy of Brenland knows them as /)
      .waitFor(BEAT);
  });
});

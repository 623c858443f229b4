/** A visit in detention, from the refused request to the reprisal check; sheets to print; who denied us access. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { missionDay, written } from '../../support/pages/days.ts';
import { entryPanel } from '../../support/pages/entries.ts';
import { nextForm } from '../../support/pages/form.ts';
import { showAddress } from '../../support/pages/pages-in-view.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

let circle: Circle;
let ines: Tab;
let cover: string;

beforeAll(async () => {
  circle = await openCircle();
  ines = await openTab(circle.rig, 'ines');
  ({ cover } = await ines.newDefender());
});

afterAll(async () => {
  await ines?.close();
  await circle?.close();
});

async function opened() {
  const entries = await ines.entries();
  await entries.find('Hill Prison');
  await entries.open('Detention visit', 'Hill Prison');
  return entryPanel(ines.inside);
}

describe('a visit in detention', () => {
  it('E1: is not asked for without consent, and is asked for once it is recorded', async () => {
    const form = await ines.log('Ask for or log a detention visit');
    await form.pick('About', cover);
    await form.choose('Kind of visit', 'Prison');
    await form.write('Name of the place', 'Hill Prison');
    await form.choose('Step', 'Asked');
    await form.unfold('Request');
    await form.day('Asked on', written(missionDay(-6)));
    await form.radio('Asked whom', 'Prison administration');
    await form.submit.click();
    const consent = await form.refusal.recordConsent(cover);
    await consent.answer('Officials, no publicity');
    await consent.explainAll();
    await consent.record();
    await form.submit.waitFor({ state: 'detached' });
  });

  it('E3: with staff in hearing nothing is asked that may only be said in private', async () => {
    const panel = await opened();
    // E1: how long it has waited by now.
    expect(await panel.value('Days waited')).toBe('6 · Waiting');
    const form = await panel.change('Detention visit');
    await form.choose('Step', 'Done');
    await form.day('Day of the visit', written(missionDay(-1)));
    await form.radio('How we could talk', 'In private');
    const part = form.dialog.getByRole('button', { name: /^Said in private/ });
    await part.waitFor();
    await form.radio('How we could talk', 'Staff could hear');
    await part.waitFor({ state: 'detached' });
    const seen = form.dialog.getByRole('checkbox', { name: /seen|saw/i });
    await seen.check();
    await form.save();
    const next = await nextForm(ines.inside, 'Ask for or log a detention visit');
    await next.cancel();
    const duties = await ines.duties();
    expect(duties.filter((line) => line.includes('3 days after our step')).length).toBeGreaterThan(0);
  });
});

describe('around a visit', () => {
  it('E2: refusals and silence are counted by authority', async () => {
    await showAddress(ines, 'settings/access-denied');
    const line = ines.main.getByRole('region', { name: 'Prison administration' });
    await line.getByText('Cancelled at the gate', { exact: true }).waitFor();
    await line.getByText('Investigation (1)').waitFor();
    // E1: and each request stands below, with its note, its answer and its wait.
    await line.getByText('Every request').click();
    const request = line.getByRole('listitem').filter({ hasText: 'Cancelled at the gate' });
    await request.getByText(/^Asked on .*Note verbale/).waitFor();
    await request.getByText(/^Days waited: 9 · Cancelled at the gate · Answered on/).waitFor();
  });

  it('E2: after how many days silence counts is set by the mission', async () => {
    await showAddress(ines, 'settings/days');
    const days = ines.main.getByRole('textbox', { name: 'A request to visit counts as not answered' });
    const save = ines.main.getByRole('button', { name: 'Save the days' });
    await days.fill('0');
    await save.click();
    await ines.main.getByText('Give whole days from 1 to 600.').waitFor();
    await days.fill('5');
    await save.click();
    await ines.main.getByText('The days are saved.').waitFor();
    await showAddress(ines, 'settings/access-denied');
    await ines.main.getByText('Silence counts as no reply after 5 days.').waitFor();
  });

  it('E3: a sheet to print holds the questions and no code', async () => {
    await showAddress(ines, 'settings/sheets');
    await ines.main.getByRole('radio', { name: 'Visit in detention' }).check();
    const sheet = ines.main.getByRole('region', { name: 'Visit in detention' });
    await sheet.getByText('Ask this only if nobody else can hear').waitFor();
    await sheet.getByText('Food and water (rule 22)').waitFor();
    expect(await sheet.innerText()).not.toContain(cover);
  });
});

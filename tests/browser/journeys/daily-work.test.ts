/** The day of a focal point: a contact with consent in the same save, a trial observed, all of it found again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { missionDay, written } from '../../support/pages/days.ts';
import { entryPanel } from '../../support/pages/entries.ts';
import { leaveSaved, nextForm } from '../../support/pages/form.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const known = coverName(castCodes.oskelDefender);
const gist = 'Wants somebody in the room, at the back, and no word to the press';

let circle: Circle;
let ines: Tab;
let cover: string;

beforeAll(async () => {
  circle = await openCircle();
  ines = await openTab(circle.rig, 'ines');
});

afterAll(async () => {
  await ines?.close();
  await circle?.close();
});

describe('a contact', () => {
  it('opens on a defender found by cover name, and fills in who and when', async () => {
    const page = await ines.defender(known);
    const form = await page.logContact();
    expect(await form.dialog.getByRole('combobox', { name: 'About' }).inputValue()).toBe(known);
    expect(await form.dialog.getByRole('combobox', { name: 'Day' }).inputValue()).toBe(written(missionDay()));
    await form.cancel();
  });

  it('M1: takes two required fields, an answer and its ticks, and saves what they asked of us with it', async () => {
    const made = await ines.newDefender();
    cover = made.cover;
    await made.page.consent('Observe the trial', 'this mission', /Not asked/).waitFor();
    const form = await made.page.logContact();
    expect(await form.required()).toEqual(['Day', 'In one line']);
    await form.write('In one line', gist);
    const consent = await form.consentOf(cover);
    await consent.answer('Officials, no publicity');
    expect(await consent.explainAll()).toBe(8);
    await consent.limits('Sit at the back, talk to nobody about me.');
    expect(await form.submit.textContent()).toBe('Save contact and consent');
    await form.save();
    const said = ines.inside.getByRole('status').filter({ hasText: `Saved: Contact · ${gist}` });
    await expect.poll(async () => (await said.boundingBox())?.width ?? 0).toBeGreaterThan(100);
    await made.page.timeline.getByRole('link', { name: gist }).waitFor();
    await made.page.consent('Observe the trial', 'this mission', /Given|Ends in \d+ days/).waitFor();
    await made.page.consent('Speak in public', 'the public', /Refused/).waitFor();
  });

  it('that lacks a field says which, and the line leads to it', async () => {
    const form = await ines.logContact();
    await form.submit.click();
    await form.errors.getByRole('button', { name: 'In one line' }).click();
    const line = form.dialog.getByRole('textbox', { name: 'In one line' });
    await line.and(form.dialog.locator(':focus')).waitFor();
    expect(await line.getAttribute('aria-invalid')).toBe('true');
    await form.cancel();
  });
});

describe('a trial', () => {
  const court = 'Lower Court of Meren';

  it('begins with a case, a proceeding in it and a hearing, each opened from the one before where it can be', async () => {
    const opened = await ines.log('Open a case');
    await opened.pick('Defenders', cover);
    await opened.write('In one line', 'Charged after a vigil');
    await opened.save();

    const proceeding = await ines.log('Add a proceeding');
    await proceeding.pick('About', cover);
    await proceeding.choose('Kind', 'Criminal');
    await proceeding.write('Court', court);
    await proceeding.unfold('Who');
    await proceeding.choose('Case', /Charged after a vigil/);
    await proceeding.save();

    const hearing = await ines.log('Add a hearing');
    await hearing.pick('About', cover);
    await hearing.choose('Proceeding', new RegExp(court));
    await hearing.moment('When', written(missionDay()), '10:00');
    await hearing.write('Court', court);
    await hearing.save();
  });

  it('D9: is observed as planned under the consent given, whose limits stand beside the button', async () => {
    const plan = await nextForm(ines.inside, 'Plan or log an observation');
    expect(await plan.dialog.getByRole('combobox', { name: 'Hearing' }).inputValue()).toContain(court);
    await plan.radio('Step', 'Planned');
    await plan.radio('Why we go', 'For this defender');
    const line = plan.dialog.getByRole('region', { name: 'Consent for this step' });
    await line.getByText('Sit at the back, talk to nobody about me.').waitFor();
    expect(await plan.submit.textContent()).toBe('Save as planned, under this consent');
    await plan.save();
  });

  it('D6: is reported with access and the fair-trial checklist, answered with the keys 1 to 5', async () => {
    const entries = await ines.entries();
    const planned = await entries.open('Trial observation', cover);
    const report = await planned.change('Trial observation');
    await report.radio('Step', 'Done');
    await report.choose('Access', 'Admitted in part');
    await report.unfold('In court');
    await report.choose('Ground given', 'Room was full');
    await report.unfold('Fair trial');
    const list = report.dialog.getByRole('group', { name: 'Fair trial', exact: true });
    await list.getByRole('radio').first().focus();
    for (const key of ['1', '2', '3', '4', '5', '1']) await ines.page.keyboard.press(key);
    await list.getByText('6 of 14 answered').waitFor();
    const answers = ['Respected', 'Concern', 'Violated', 'Not observed', 'Not applicable', 'Respected'];
    for (const [line, answer] of answers.entries()) {
      const answered = list
        .getByRole('radiogroup')
        .nth(line)
        .getByRole('radio', { name: answer, exact: true });
      expect(await answered.isChecked()).toBe(true);
    }
    await report.unfold('What comes next');
    await report.moment('Next hearing', written(missionDay(14)), '11:30');
    await report.save();
  });

  it('D8: offers the next hearing with everything known, asked again of whoever observed', async () => {
    const form = await nextForm(ines.inside, 'Add a hearing');
    expect(await form.dialog.getByRole('combobox', { name: 'Court' }).inputValue()).toBe(court);
    const when = form.dialog.getByRole('group', { name: 'When' });
    expect(await when.getByRole('combobox', { name: 'Day' }).inputValue()).toBe(written(missionDay(14)));
    expect(await when.getByRole('textbox', { name: 'Time' }).inputValue()).toBe('11:30');
    await form.save();
    await leaveSaved(ines.inside);
  });

  it('M2: stands in Entries with its consent, in the timeline, and on Today with what is owed now', async () => {
    const entries = await ines.entries();
    await entries.row('Trial observation', cover, 'Done', 'Consent').waitFor();
    const panel = await entries.open('Trial observation', cover);
    expect(await panel.value('Access')).toBe('Admitted in part');
    expect(await panel.value('Fair trial')).toContain('Respected: 2 · Concern: 1 · Violated: 1');
    await panel.close();
    const page = await ines.defender(cover);
    await page.timeline.getByRole('link', { name: 'Done · Admitted in part' }).waitFor();
    await page.timeline.getByRole('link', { name: gist }).waitFor();
    const duties = await ines.duties();
    const theirs = duties.filter((duty) => duty.includes(cover));
    expect(theirs.some((duty) => duty.includes('Tell them what came of our step'))).toBe(true);
  });

  it('leads from the link on a page to the entry it names', async () => {
    const page = await ines.defender(cover);
    await page.timeline.getByRole('link', { name: gist }).click();
    const panel = await entryPanel(ines.inside);
    expect(await panel.value('In one line')).toBe(gist);
  });
});

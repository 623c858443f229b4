/** The gate as people meet it: refused with a way on, the past recorded with a reason, a withdrawal that halts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { missionDay, written } from '../../support/pages/days.ts';
import { type FormPage, leaveSaved, nextForm } from '../../support/pages/form.ts';
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

/** A hearing so many days from today, and the observation it leads to. */
async function observationAt(days: number, court: string): Promise<FormPage> {
  const hearing = await ines.log('Add a hearing');
  await hearing.pick('About', cover);
  await hearing.moment('When', written(missionDay(days)), '10:00');
  await hearing.write('Court', court);
  await hearing.save();
  const form = await nextForm(ines.inside, 'Plan or log an observation');
  await form.radio('Why we go', 'For this defender');
  return form;
}

describe('planning without consent', () => {
  it('M3: is refused with exactly what is missing, keeps the form, and goes through once consent is recorded from there', async () => {
    const plan = await observationAt(9, 'Harbour Court');
    await plan.radio('Step', 'Planned');
    await plan.submit.click();
    const { notice } = plan.refusal;
    await notice.waitFor();
    expect(await notice.getByRole('listitem').allInnerTexts()).toEqual([
      `${cover} has not been asked. Ask, then record the answer.`,
    ]);
    for (const way of ['Record consent', 'We asked, no answer yet', 'Choose another measure'])
      await notice.getByRole('button', { name: way }).waitFor();
    expect(await plan.dialog.getByRole('radio', { name: 'Planned' }).isChecked()).toBe(true);
    expect(await plansOf('Harbour Court')).toEqual([]);

    const dialog = await plan.refusal.recordConsent(cover);
    await dialog.answer('Officials, no publicity');
    await dialog.explainAll();
    await dialog.record();
    await plan.submit.waitFor({ state: 'detached' });
    const entries = await ines.entries();
    await entries.row('Trial observation', cover, 'Planned', 'Consent').waitFor();
  });

  /** Rows of observations that the book holds for this defender; read with the form still open. */
  async function plansOf(_court: string): Promise<readonly string[]> {
    const rows = await ines.inside
      .getByRole('grid', { name: 'Entries', includeHidden: true })
      .getByRole('row', { includeHidden: true })
      .allInnerTexts();
    return rows.filter((row) => row.includes('Trial observation') && row.includes(cover));
  }

  it('B11: what was asked without an answer is noted and never counts as consent', async () => {
    const { cover: silent } = await ines.newDefender();
    const kept = cover;
    cover = silent;
    const plan = await observationAt(10, 'Harbour Court');
    await plan.radio('Step', 'Planned');
    await plan.submit.click();
    await plan.refusal.notice.getByRole('button', { name: 'We asked, no answer yet' }).click();
    await plan.refusal.notice.getByText('Noted that you asked. It never counts as consent.').waitFor();
    await plan.submit.click();
    await plan.refusal.notice.getByText(`${silent} was asked today`).waitFor();
    await plan.cancel();
    await ines.inside.getByRole('button', { name: 'Drop changes' }).click();
    const page = await ines.defender(silent);
    await page.consent('Observe the trial', 'this mission', 'Asked, no answer').waitFor();
    cover = kept;
  });
});

describe('what already happened', () => {
  it('M3: is never refused; without consent on record it asks why, and opens a duty to tell them', async () => {
    const { cover: unasked } = await ines.newDefender();
    const kept = cover;
    cover = unasked;
    const report = await observationAt(0, 'Hill Court');
    await report.radio('Step', 'Done');
    await report.choose('Access', 'Admitted');
    await report.submit.click();
    await report.mustSayWhy.waitFor();
    await report.mustSayWhy.getByRole('textbox').fill('The court list came an hour before');
    await report.mustSayWhy.getByRole('button', { name: 'Save with this reason' }).click();
    await report.submit.waitFor({ state: 'detached' });
    await leaveSaved(ines.inside);
    const entries = await ines.entries();
    await entries.row('Trial observation', unasked, 'None on record').waitFor();
    const duties = await ines.duties();
    expect(
      duties.some((duty) => duty.includes(unasked) && duty.includes('Done without consent on record')),
    ).toBe(true);
    cover = kept;
  });
});

describe('consent at a glance', () => {
  it('B10: says in each cell who gave it and in how many days it ends, and a cell opens the decision behind it', async () => {
    const page = await ines.defender(cover);
    const cell = page.consent(
      'Observe the trial',
      'the authorities of the host country',
      /(Given|Ends in \d+ days) the defender/,
    );
    await cell.click();
    await page.openedDecision.getByText('Agreed', { exact: false }).first().waitFor();
    expect(await page.openedDecision.textContent()).toContain('noted by Ines Calder');
  });

  it('B1 J7: a withdrawal halts what was planned, shows who had received what, and overwrites nothing', async () => {
    const page = await ines.defender(cover);
    const before = await page.allDecisions();
    const dialog = await page.recordWithdrawal(cover);
    await dialog.inTheirWords('Salma al-Wadi is to do nothing more');
    await dialog.dialog.getByRole('button', { name: 'Withdraw now' }).click();
    const named = ines.inside.getByRole('alertdialog', { name: 'A name stands in the text' });
    await named.getByText('In their own words: Salma al-Wadi').waitFor();
    await named.getByRole('button', { name: 'Change the text' }).click();
    await dialog.inTheirWords('Please do nothing more');
    await dialog.withdraw();
    await dialog.dialog.getByText('1 planned step halted').waitFor();
    await dialog.close();
    const after = await page.allDecisions();
    expect(after).toHaveLength(before.length + 1);
    expect(after.slice(1)).toEqual(before);
    expect(after[0]).toContain('Withdrawn');
    expect(after[0]).toContain('Please do nothing more');
    await page.consent('Observe the trial', 'this mission', 'Refused').waitFor();
    const entries = await ines.entries();
    await entries.row('Trial observation', cover, 'Planned', 'Halted').waitFor();
  });

  it('B1: after a withdrawal the next plan is refused again, with the day it was withdrawn', async () => {
    const plan = await observationAt(12, 'Harbour Court');
    await plan.radio('Step', 'Planned');
    await plan.submit.click();
    await plan.refusal.notice.getByText(`${cover} withdrew consent today`).waitFor();
    await plan.refusal.notice.getByRole('button', { name: 'Choose another measure' }).click();
    await plan.refusal.notice.waitFor({ state: 'detached' });
    await plan.cancel();
    await ines.inside.getByRole('button', { name: 'Drop changes' }).click();
  });
});

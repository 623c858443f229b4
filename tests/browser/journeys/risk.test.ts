/** A threat, the risk it makes, and what we owe because of it; where somebody is held; a case that closes and opens again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { missionDay, written } from '../../support/pages/days.ts';
import { type DefenderPage, defenderPage } from '../../support/pages/defender.ts';
import { entryPanel } from '../../support/pages/entries.ts';
import { formPage, nextForm } from '../../support/pages/form.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const journalist = coverName(castCodes.journalist);

let circle: Circle;
let ines: Tab;

beforeAll(async () => {
  circle = await openCircle();
  ines = await openTab(circle.rig, 'ines');
});

afterAll(async () => {
  await ines?.close();
  await circle?.close();
});

describe('a threat', () => {
  let page: DefenderPage;
  let cover: string;
  const risk = () => ines.main.getByRole('region', { name: 'Risk', exact: true });

  it('A8: is logged with what happened and whether a step of ours may have brought it', async () => {
    ({ cover, page } = await ines.newDefender());
    const form = await ines.log('Log a threat or attack');
    expect(await form.dialog.getByRole('combobox', { name: 'About' }).inputValue()).toBe(cover);
    await form.pick('What happened', 'Surveillance');
    await ines.page.keyboard.press('Escape');
    await form.radio('Did a step of ours bring it', 'Possibly');
    await form.dialog.getByText('Choose the step of ours if it is in the log').first().waitFor();
    await form.dialog.getByRole('checkbox', { name: /seen|saw/i }).check();
    await form.save();
  });

  it('A9: leads to an assessment, whose next review follows from the level and can be changed', async () => {
    const form = await nextForm(ines.inside, 'Assess the risk');
    const again = form.dialog.getByRole('combobox', { name: 'Look again on' });
    await form.radio('Risk', 'High');
    expect(await again.inputValue()).toBe(written(missionDay(30)));
    await form.radio('Risk', 'Critical');
    expect(await again.inputValue()).toBe(written(missionDay(14)));
    await form.day('Look again on', written(missionDay(1)));
    await form.radio('Risk', 'High');
    expect(await again.inputValue()).toBe(written(missionDay(1)));
    await form.write('Why this level, in one line', 'Followed on the way home');
    await form.unfold('Threats, vulnerabilities, capacities');
    await form.write('Threats', 'A car at the corner');
    await form.save();
    await risk().getByText('Followed on the way home').waitFor();
  });

  it('A8: makes us look at our own step again, ask for wishes, and review the risk', async () => {
    page = await defenderPage(ines.inside, cover);
    await page.duties.getByText('may come from a step of ours').waitFor();
    await page.duties.getByText('ask what we may do if they are arrested').waitFor();
    await page.duties.getByRole('button', { name: 'Review the risk' }).click();
    const form = await formPage(ines.inside, 'Assess the risk');
    await form.unfold('Threats, vulnerabilities, capacities');
    const threats = form.dialog.getByRole('textbox', { name: 'Threats', exact: true });
    expect(await threats.inputValue()).toBe('A car at the corner');
    await form.radio('Risk', 'Low');
    await form.save();
  });

  it('A9: the review is done, both assessments stay in view, and the latest one counts', async () => {
    await page.duties.getByText('Look at the risk again').waitFor({ state: 'detached' });
    await page.duties.getByText('ask what we may do if they are arrested').waitFor({ state: 'detached' });
    await risk().getByText('earlier').waitFor();
    const lines = await risk().getByRole('listitem').allInnerTexts();
    expect(lines.map((line) => line.split('\n')[0])).toEqual(['Low', 'High']);
    expect(lines[1]).toContain('earlier');
    const list = await ines.go('Defenders');
    const row = list.getByRole('listitem').filter({ hasText: cover });
    expect(await row.innerText()).toContain('Low');
  });
});

describe('somebody in detention', () => {
  it('E7: is listed with since when, where and the last news', async () => {
    const list = await ines.go('Defenders');
    await list.getByRole('button', { name: /^In detention \(\d+\)/ }).click();
    const row = list.getByRole('list', { name: 'In detention' }).getByRole('listitem');
    expect(await row.filter({ hasText: journalist }).innerText()).toContain('Meren Remand Centre No. 2');
    await row.getByRole('link', { name: journalist }).click();
  });

  it('E8: has a history of places; leaving one is one click, and the next place follows', async () => {
    const places = ines.main.getByRole('region', { name: 'Detention' });
    await places.getByRole('listitem').nth(1).waitFor();
    expect(await places.getByRole('listitem').count()).toBe(2);
    await places.getByRole('button', { name: /^Left Meren Remand Centre/ }).click();
    const form = await formPage(ines.inside, 'Change Place of detention');
    await form.day('There until', written(missionDay()));
    await form.save();
    const next = await nextForm(ines.inside, 'Log a place of detention');
    expect(await next.dialog.getByRole('combobox', { name: 'There since' }).inputValue()).toBe(
      written(missionDay()),
    );
    await next.write('Name of the place', 'Oskel Colony');
    await next.save();
    await places.getByRole('link', { name: 'Oskel Colony' }).waitFor();
    expect(await places.getByRole('listitem').count()).toBe(3);
  });
});

describe('a case', () => {
  it('A13: closes with a reason, what they said to it, and whether they were told', async () => {
    const entries = await ines.entries();
    await entries.find('strike');
    await entries.open('Case', 'strike');
    const panel = await entryPanel(ines.inside);
    const form = await panel.change('Case');
    await form.radio('State', 'Closed');
    await form.submit.click();
    await form.errors.getByRole('button', { name: 'Why closed' }).click();
    await form.day('Closed', written(missionDay()));
    await form.choose('Why closed', 'Safe elsewhere');
    await form.radio('What they said to it', 'Agreed');
    await form.radio('They were told', 'No');
    await form.save();
    await panel.panel.getByRole('term').filter({ hasText: 'Why closed' }).waitFor();
    expect(await panel.value('Why closed')).toBe('Safe elsewhere');
    const duties = await ines.duties();
    expect(duties.filter((line) => line.includes('Their case was closed'))).toHaveLength(1);
  });

  it('A10: opens again for a new risk, with what was done before in view', async () => {
    const entries = await ines.entries();
    await entries.find('strike');
    await entries.open('Case', 'strike');
    const panel = await entryPanel(ines.inside);
    await panel.panel.getByRole('button', { name: 'Reopen' }).click();
    const form = await formPage(ines.inside, 'Change Case');
    await form.submit.click();
    await form.errors.waitFor();
    await form.write('Why', 'Summoned once more');
    await form.save();
    await panel.panel.getByRole('term').filter({ hasText: 'Reopened' }).waitFor();
    expect(await panel.value('State')).toBe('Open');
    expect(await panel.value('Reopened')).toContain('Safe elsewhere');
    const before = panel.panel.getByRole('region', { name: 'In this case' });
    await before
      .getByRole('link', { name: /Meren City Court/ })
      .first()
      .waitFor();
    await panel.panel.getByRole('button', { name: 'Reopen' }).waitFor({ state: 'detached' });
  });
});

describe('figures', () => {
  it('B15: being counted is a question of its own, not ticked beforehand, and stands beside the consents', async () => {
    const made = await ines.newDefender();
    await ines.main.getByText('Statistics: no answer that counts today, so they are not counted.').waitFor();
    const consent = await made.page.recordConsent(made.cover);
    const tick = consent.dialog.getByRole('checkbox', {
      name: 'They also agree to be counted in statistics',
    });
    expect(await tick.isChecked()).toBe(false);
    await consent.answer('Quiet only');
    await consent.explainAll();
    await tick.check();
    await consent.record();
    await ines.main.getByText('Statistics: they agreed to be counted.').waitFor();
  });
});

/** A démarche from the wish to the kept promise: gate, head of mission on a phone, delivery, reply; and a list used at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { missionDay, written } from '../../support/pages/days.ts';
import { entryPanel } from '../../support/pages/entries.ts';
import { formPage, leaveSaved } from '../../support/pages/form.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const gist = 'Ask why the passport was kept';
const unionist = coverName(castCodes.unionist);

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

describe('a démarche', () => {
  it('G7: is refused at the gate until they agreed to it, with the risk judged before it goes to the head of mission', async () => {
    cover = (await ines.newDefender()).cover;
    const form = await ines.log('Plan or log a démarche');
    await form.pick('About', cover);
    await form.write('In one line', gist);
    await form.choose('Form', 'Verbal');
    await form.choose('Step', 'Put before the head of mission');
    await form.submit.click();
    await form.errors.getByRole('button', { name: /Reprisals against the defender/ }).click();
    await form.radio('Reprisals against the defender', 'Possible');
    await form.submit.click();
    const consent = await form.refusal.recordConsent(cover);
    await consent.answer('Officials, no publicity');
    await consent.explainAll();
    await consent.record();
    await form.dialog.waitFor({ state: 'detached' });
    const row = (await ines.entries()).row('Démarche', cover);
    await row.first().waitFor();
    await row.first().click();
    const { panel } = await entryPanel(ines.inside);
    await panel.getByText('This waits for the head of mission.').waitFor();
    expect(await panel.getByRole('button', { name: 'Agree', exact: true }).count()).toBe(0);
  });

  it('G7: is agreed by the head of mission on a phone in two clicks, in their name', async () => {
    const greta = await openTab(circle.rig, 'greta', {
      width: '320',
      viewport: { width: 360, height: 780 },
      untilReady: false,
    });
    const duty = greta.main.getByRole('listitem').filter({ hasText: `Decide: ${gist}` });
    await duty.getByRole('button', { name: 'Open', exact: true }).click();
    const agree = greta.inside.getByRole('button', { name: 'Agree', exact: true });
    await agree.waitFor();
    const box = await agree.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    const step = greta.inside.getByRole('region', { name: 'Decision of the head of mission' });
    expect(await step.getByRole('definition').first().textContent()).toBe(gist);
    const buttons = await greta.main.getByRole('article').getByRole('button').allInnerTexts();
    expect(buttons.filter((name) => name !== '').slice(0, 3)).toEqual(['Agree', 'Send back', 'Decline']);
    await agree.click();
    await greta.inside.getByText('Agreed, in your name and with today’s date.').waitFor();
    expect(await greta.inside.getByRole('definition').filter({ hasText: 'Greta Holm' }).count()).toBe(1);
    await greta.close();
  });

  it('G7: is sent back with a reason, which cannot be left out', async () => {
    const greta = await openTab(circle.rig, 'greta');
    await (await greta.entries()).open('Démarche', unionist, 'Ask for the written reasons');
    const { panel } = await entryPanel(greta.inside);
    await panel.getByRole('button', { name: 'Send back', exact: true }).click();
    await panel.getByRole('button', { name: 'Send back', exact: true }).click();
    await panel.getByText('Say why in one line.').waitFor();
    await panel.getByRole('textbox', { name: 'What should change?' }).fill('Ask the court, not the ministry');
    await panel.getByRole('button', { name: 'Send back', exact: true }).click();
    await panel.getByText('Sent back with your reason. It is a draft again.').waitFor();
    await panel.getByText('Ask the court, not the ministry').waitFor();
    await greta.close();
  });

  it('G7: is delivered, answered with a promise, and the promise is owed to us until somebody says it was kept', async () => {
    await ines.reload();
    const agreed = await (await ines.entries()).open('Démarche', cover, 'Agreed');
    const delivery = await agreed.change('Démarche');
    await delivery.choose('Step', 'Done, delivered or published');
    await delivery.unfold('Delivery');
    await delivery.choose('Level', 'Head of department');
    await delivery.unfold('Reply and promises');
    await delivery.choose('Reply', 'Promise');
    const promises = delivery.dialog.getByRole('group', { name: 'What they promised' });
    await promises.getByRole('button', { name: 'Add', exact: true }).click();
    await promises.getByRole('textbox', { name: 'Promise' }).fill('The passport goes back');
    await promises.getByRole('combobox', { name: 'Due' }).fill(written(missionDay(2)));
    await delivery.save();
    await leaveSaved(ines.inside);

    await ines.go('Today');
    const owed = ines.main
      .getByRole('listitem')
      .filter({ hasText: 'Promised to us: The passport goes back' });
    await owed.getByRole('button', { name: 'Say if kept' }).click();
    const answer = await formPage(ines.inside, 'Change Démarche');
    await answer.unfold('Reply and promises');
    await answer.radio('Kept', 'Kept');
    await answer.save();
    await leaveSaved(ines.inside);
    await owed.waitFor({ state: 'detached' });
  });
});

describe('lists of the mission', () => {
  it('L1: a court is added and offered in the next hearing at once; an own word for a measure stands in the catalogue', async () => {
    await ines.go('Settings');
    await ines.main.getByRole('link', { name: 'Lists of the mission' }).click();
    const courts = ines.main.getByRole('list', { name: 'Courts' });
    await courts.getByRole('listitem').first().waitFor();
    await ines.main.getByRole('button', { name: 'Add a line' }).click();
    await courts.getByRole('textbox', { name: 'Label, English' }).last().fill('Lower Brae Court');
    await ines.main.getByRole('button', { name: 'Save the list' }).click();
    await ines.main.getByText('The list is saved.').waitFor();

    const hearing = await ines.log('Add a hearing');
    const court = hearing.dialog.getByRole('combobox', { name: 'Court', exact: true });
    const offered = await court.evaluate((input) =>
      [...((input as HTMLInputElement).list?.options ?? [])].map(({ value }) => value),
    );
    expect(offered).toEqual([
      'Meren City Court',
      'Oskel District Court',
      'Court of Appeal',
      'Lower Brae Court',
    ]);
    await hearing.cancel();

    await ines.main.getByRole('combobox', { name: 'List' }).selectOption({ label: 'Own words for measures' });
    const measures = ines.main.getByRole('list', { name: 'Own words for measures' });
    const officeLine = measures.getByRole('listitem').filter({ hasText: 'Good offices' });
    await officeLine.getByRole('textbox', { name: 'Your label, English' }).fill('A word over tea');
    await ines.main.getByRole('button', { name: 'Save the list' }).click();
    await ines.main.getByText('The list is saved.').waitFor();
    await ines.main.getByRole('link', { name: 'All settings' }).click();
    await ines.main.getByRole('link', { name: 'Catalogue of measures' }).click();
    const line = ines.main.getByRole('listitem').filter({ hasText: 'Good offices' });
    await line.getByText('Your mission says: A word over tea').waitFor();
    await line.getByText('Consent: Speak to the authorities').waitFor();
  });

  it('L2: everybody reads first what they may do, and why', async () => {
    await ines.go('Settings');
    const mine = ines.main.getByRole('list', { name: 'What you may do' });
    const names = mine.getByRole('listitem').filter({ hasText: 'Show names' });
    expect(await names.innerText()).toMatch(/Yes\s+Show names\s+As Focal point\..*group that reads names/);
    const decide = mine.getByRole('listitem').filter({ hasText: 'Decide for the mission' });
    expect(await decide.innerText()).toMatch(/No\s+Decide for the mission.*\s+Only for: Head of mission\./);
  });
});

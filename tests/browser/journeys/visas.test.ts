/** A visa for one person: asked, given to the consular officer, refused there, told why, closed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { entryPanel } from '../../support/pages/entries.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';
import { deskFile, deskPanel, openAnswer } from '../../support/pages/visas.ts';

const cover = coverName(castCodes.unionist);
const other = coverName(castCodes.oskelDefender);

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

/** The request of this journey, opened in the list. */
async function openRequest() {
  const entries = await ines.entries();
  await entries.find('Schengen, limited territory');
  return entries.open(cover, 'Visa request');
}

describe('a visa request', () => {
  it('F1 F2: is logged with its applicant, whose own application needs no other consent', async () => {
    const form = await ines.log('Add a visa request');
    await form.pick('Who asks', cover);
    await form.choose('What is asked for', 'Schengen, limited territory');
    await form.radio('How urgent', 'Within 72 hours');
    await form.dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await form.pick('Who', cover);
    await form.radio('Part in the family', 'The defender');
    await form.radio('Whose application', 'They apply themselves');
    await form.choose('Travel document', 'Valid');
    await form.save();
    await openRequest();
  });

  it('F6: given to the consular officer, who sees this bundle and nothing else of any case', async () => {
    const desk = await deskPanel(ines.inside);
    await desk.panel.getByText('Our own target').waitFor();
    await desk.give();
    await desk.panel.getByText(/^Given to Pavel Drost/).waitFor();

    const before = circle.rig.requests.length;
    const pavel = await openTab(circle.rig, 'pavel');
    const file = deskFile(pavel.main, cover);
    await file.getByText('Give them an appointment').waitFor();
    expect(await pavel.inside.getByText(other).count()).toBe(0);
    expect(await pavel.inside.getByRole('button', { name: 'Log…' }).count()).toBe(0);
    expect(circle.rig.requests.length).toBeGreaterThan(before);

    const answer = await openAnswer(pavel.inside, file);
    await answer.stage('Decided');
    await answer.day('Lodged on', 'today');
    await answer.decide(cover, 'Refused', 'today');
    await answer.send();
    const grounds = answer.dialog.getByRole('group', { name: new RegExp(`^${cover}`) });
    await grounds.getByText('Choose the ground of each refusal').waitFor();
    const first = pavel.inside.getByRole('checkbox', { name: 'False or forged document' });
    await first.and(pavel.inside.locator(':focus')).waitFor();
    await answer.ground(cover, 'Intention to return in doubt');
    await answer.send();
    await answer.dialog.waitFor({ state: 'detached' });
    await pavel.main.getByText('Answered').first().waitFor();
    await pavel.close();
  });

  it('F6: the answer is taken over in one click', async () => {
    await ines.reload();
    await openRequest();
    const desk = await deskPanel(ines.inside);
    await desk.panel.getByText(/^Answered today/).waitFor();
    await desk.takeOver();
    const panel = await entryPanel(ines.inside);
    expect(await panel.value('How far it is')).toBe('Decided');
    expect(await panel.value('Applicants')).toContain('Intention to return in doubt');
  });

  it('F4: a refusal is not closed before they were told why; Today leads to it', async () => {
    await ines.go('Today');
    const duty = ines.main
      .getByRole('listitem')
      .filter({ hasText: cover })
      .filter({ hasText: 'tell them why' });
    await duty.getByRole('button', { name: 'Write down what was said' }).click();
    const dialog = ines.inside.getByRole('dialog', { name: 'Change Visa request' });
    await dialog.waitFor();
    const closed = dialog.getByRole('combobox', { name: 'Closed on', exact: true });
    await closed.fill('today');
    await closed.press('Tab');
    await dialog.getByRole('button', { name: /^Save/ }).click();
    await dialog.getByText('has not been told why').first().waitFor();

    const told = dialog.getByRole('combobox', { name: 'Told on', exact: true });
    await told.fill('today');
    await told.press('Tab');
    await dialog.getByRole('combobox', { name: 'How they were told' }).click();
    await ines.inside.getByRole('option', { name: 'In person', exact: true }).click();
    await dialog.getByRole('textbox', { name: 'In which language' }).fill('Varosian');
    await dialog
      .getByRole('group', { name: 'What else was offered' })
      .getByRole('checkbox', { name: 'Appeal', exact: true })
      .check();
    await dialog.getByRole('button', { name: /^Save/ }).click();
    await dialog.getByRole('button', { name: /^Save/ }).waitFor({ state: 'detached' });
    await duty.waitFor({ state: 'detached' });
  });
});

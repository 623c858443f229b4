/** Today: what is owed, done in as few clicks as practice asks, set aside, handed over; and a contact by keyboard alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { addDays } from '../../../src/domain/ids.ts';
import { openDesk, saveAt } from '../../support/circle-desks.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { consentDialog, consentParts } from '../../support/pages/consent.ts';
import { missionDay, written } from '../../support/pages/days.ts';
import { formPage, leaveSaved } from '../../support/pages/form.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';
import { personOf } from '../../support/set-up-mission.ts';

const known = coverName(castCodes.oskelDefender);

let circle: Circle;
let ines: Tab;

beforeAll(async () => {
  circle = await openCircle();
  ines = await openTab(circle.rig, 'ines');
  await ines.inside.getByText(/^Up to date, /).waitFor();
});

afterAll(async () => {
  await ines?.close();
  await circle?.close();
});

const group = (tab: Tab, name: string) => tab.main.getByRole('region', { name });
const rows = (tab: Tab, kind: string) => tab.main.locator(`li[data-duty="${kind}"]`);
const openMenu = async (tab: Tab, kind: string, item: string) => {
  await rows(tab, kind).first().getByRole('button', { name: 'More for this duty' }).click();
  await tab.inside.getByRole('menuitem', { name: item }).click();
};

/** Enters a hearing in so many days that nobody goes to. */
async function enterHearing(tab: Tab, days: number, court: string): Promise<void> {
  const form = await tab.log('Add a hearing');
  await form.pick('About', known);
  await form.moment('When', written(missionDay(days)), '10:00');
  await form.write('Court', court);
  await form.save();
  await leaveSaved(tab.inside);
}

describe('M2: a duty', () => {
  it('J7: is set aside with a reason that names nobody, waits under Later, and is brought back', async () => {
    await ines.go('Today');
    const row = rows(ines, 'follow-up').filter({ hasText: 'Send the list of what a parcel may hold' });
    await row.getByRole('button', { name: 'More for this duty' }).click();
    await ines.inside.getByRole('menuitem', { name: 'Set aside…' }).click();
    const dialog = ines.inside.getByRole('dialog', { name: 'Set this duty aside' });
    await dialog.getByRole('button', { name: 'Set aside' }).click();
    await dialog.getByText('Say why; colleagues read it.').waitFor();
    const why = dialog.getByRole('textbox', { name: 'Why' });
    await why.fill('Salma al-Wadi travels until then');
    await dialog.getByRole('button', { name: 'Set aside' }).click();
    const named = ines.inside.getByRole('alertdialog', { name: 'A name stands in the text' });
    await named.getByText('Salma al-Wadi', { exact: true }).waitFor();
    await named.getByRole('button', { name: 'Change the text' }).click();
    await why.fill('The lawyer travels until then');
    await dialog.getByRole('button', { name: 'Set aside' }).click();
    await dialog.waitFor({ state: 'detached' });
    await ines.main.locator('summary', { hasText: 'Later' }).click();
    await row.getByText(/Set aside until .*The lawyer travels until then/).waitFor();
    await row.getByRole('button', { name: 'More for this duty' }).click();
    await ines.inside.getByRole('menuitem', { name: 'Bring back' }).click();
    await group(ines, 'This week').locator('li').filter({ hasText: 'a parcel may hold' }).waitFor();
    expect(await row.getByText('Set aside until').count()).toBe(0);
  });

  it('M2: that could harm somebody today cannot be set aside, and the menu says why', async () => {
    await rows(ines, 'feedback').first().getByRole('button', { name: 'More for this duty' }).click();
    const item = ines.inside.getByRole('menuitem', { name: 'Set aside…' });
    expect(await item.getAttribute('aria-disabled')).toBe('true');
    await item.getByText('It could harm them if it waits').waitFor();
    await ines.page.keyboard.press('Escape');
  });

  it('M9, C4: is given to a colleague, who sees it among theirs', async () => {
    await openMenu(ines, 'feedback', 'Give to a colleague…');
    const dialog = ines.inside.getByRole('dialog', { name: 'Give this duty to a colleague' });
    await dialog.getByRole('combobox', { name: 'To whom' }).selectOption({ label: 'Tomas Rehn' });
    await dialog.getByRole('button', { name: 'Give it to them' }).click();
    await dialog.waitFor({ state: 'detached' });
    await rows(ines, 'feedback').filter({ hasText: 'Given to Tomas Rehn' }).waitFor();
    const tomas = await openTab(circle.rig, 'tomas');
    try {
      await tomas.inside.getByText(/^Up to date, /).waitFor();
      await tomas.go('Today');
      await tomas.main.getByRole('button', { name: 'Mine', exact: true }).click();
      await rows(tomas, 'feedback').filter({ hasText: 'Given to Tomas Rehn' }).waitFor();
      await tomas.main.getByRole('region', { name: 'Who has how much' }).getByText('Ines Calder').waitFor();
    } finally {
      await tomas.close();
    }
  });
});

describe('practice 12: ten seconds', () => {
  it('C6: asked, no answer: two clicks, and the duty stays with the day', async () => {
    await openMenu(ines, 'feedback', 'Asked, no answer');
    await rows(ines, 'feedback')
      .filter({ hasText: /Asked .*, no answer/ })
      .first()
      .waitFor();
  });

  it('C4: a promise is noted where duties stand, and owed by whoever noted it', async () => {
    await ines.main.getByRole('button', { name: 'Note a promise' }).click();
    const form = await formPage(ines.inside, 'Note a promise');
    await form.pick('About', known);
    await form.write('What', 'Call about the passport');
    await form.day('By when', written(missionDay(3)));
    await form.save();
    await rows(ines, 'follow-up')
      .filter({ hasText: 'Promised: Call about the passport (Ines Calder)' })
      .waitFor();
  });

  it('C4: another day of it needs a reason, and what it was stays on its page', async () => {
    const row = rows(ines, 'follow-up').filter({ hasText: 'Promised: Call about the passport' });
    await row.getByRole('button', { name: 'More for this duty' }).click();
    await ines.inside.getByRole('menuitem', { name: 'Open: Promise' }).click();
    await ines.main.getByRole('button', { name: 'Change', exact: true }).click();
    const form = await formPage(ines.inside, 'Change Promise');
    await form.day('By when', written(missionDay(4)));
    await form.submit.click();
    await form.errors.getByText(/Changes/).waitFor();
    await form.dialog.getByRole('group', { name: 'Row 1' }).getByLabel('Why').fill('The office is shut');
    await form.save();
    const changes = ines.main.locator('dd').filter({ hasText: 'The office is shut' });
    await changes.getByText('It had been: Call about the passport').waitFor();
    await ines.go('Today');
    await row.waitFor();
  });

  it('C6: told them: three steps', async () => {
    const before = await rows(ines, 'feedback').count();
    await rows(ines, 'feedback').first().getByRole('button', { name: 'Tell them' }).click();
    const dialog = ines.inside.getByRole('dialog', { name: 'Tell them' });
    await dialog.getByRole('combobox', { name: 'How they took it' }).selectOption({ label: 'Satisfied' });
    await dialog.getByRole('button', { name: 'Close the duty' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => rows(ines, 'feedback').count()).toBe(before - 1);
  });

  it('C6: could not be told: asks why, and on which day to look at it again', async () => {
    const before = await rows(ines, 'feedback').count();
    await rows(ines, 'feedback').first().getByRole('button', { name: 'Tell them' }).click();
    const dialog = ines.inside.getByRole('dialog', { name: 'Tell them' });
    await dialog.getByRole('combobox', { name: 'What came of it' }).selectOption('Could not be told');
    const close = dialog.getByRole('button', { name: 'Close the duty' });
    await close.click();
    await dialog.getByText('Say why they were not told.').waitFor();
    await dialog.getByText('Give a day that lies ahead.').waitFor();
    await dialog.getByRole('combobox', { name: 'Why not' }).selectOption('They cannot be reached safely');
    await dialog.getByLabel('Look at it again on').fill(missionDay(30));
    await close.click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => rows(ines, 'feedback').count()).toBe(before - 1);
  });

  it('E2: we go: one click takes the hearing off the list', async () => {
    await enterHearing(ines, 2, 'Court of Appeal, hall 9');
    await ines.go('Today');
    const row = group(ines, 'Act now')
      .locator('li[data-duty="hearing-without-observer"]')
      .filter({ hasText: 'Court of Appeal, hall 9' });
    await row.waitFor();
    await row.getByRole('button', { name: 'We go' }).click();
    await row.waitFor({ state: 'detached' });
  });

  it('E2: we cannot: one click, and somebody else is looked for', async () => {
    await enterHearing(ines, 2, 'Court of Appeal, hall 3');
    await ines.go('Today');
    const row = rows(ines, 'hearing-without-observer').filter({ hasText: 'Court of Appeal, hall 3' });
    await row.getByRole('button', { name: 'We cannot' }).click();
    await row.getByRole('button', { name: 'Find an observer' }).waitFor();
    expect(await row.getByRole('button', { name: 'We go' }).count()).toBe(0);
  });
});

describe('E2 M3: we go', () => {
  it('is refused by the gate while they say no, and goes through once they agree', async () => {
    const { cover, page } = await ines.newDefender();
    const no = await page.recordWithdrawal(cover);
    await no.inTheirWords('Nobody is to come');
    await no.withdraw();
    await no.close();
    const form = await ines.log('Add a hearing');
    await form.moment('When', written(missionDay(2)), '10:00');
    await form.write('Court', 'Court of Appeal, hall 5');
    await form.save();
    await leaveSaved(ines.inside);
    await ines.go('Today');
    const row = rows(ines, 'hearing-without-observer').filter({ hasText: 'Court of Appeal, hall 5' });
    await row.getByRole('button', { name: 'We go' }).click();
    const refused = ines.inside.getByRole('dialog', { name: 'Not yet: consent comes first' });
    await refused.getByText(cover).first().waitFor();
    await refused.getByRole('button', { name: 'Record consent' }).click();
    const consent = await consentDialog(ines.inside, cover);
    await consent.answer('Officials, no publicity');
    await consent.explainAll();
    await consent.record();
    await row.waitFor({ state: 'detached' });
  });
});

describe('B5 C6: when you next speak', () => {
  it('the tick that they were asked again brings the answer with it, and both are in the one save', async () => {
    await ines.go('Today');
    const asks = ines.main
      .locator('li[data-duty]')
      .filter({ hasText: /Ask again about consent|Consent ends on/ });
    await asks.first().waitFor();
    const about = await asks.first().getAttribute('data-about');
    const theirs = ines.main.locator(`[data-about="${about}"]`).and(asks);
    expect(await theirs.count()).toBeGreaterThan(0);
    await asks.first().getByRole('button', { name: 'Ask', exact: true }).click();
    const form = await formPage(ines.inside, 'Log a contact');
    await form.write('In one line', 'Asked again, nothing changed');
    const owed = form.dialog.getByRole('group', { name: 'When you next speak' });
    await owed
      .getByRole('checkbox', { name: /^Asked again: (Consent ends on|Ask again about consent)/ })
      .check();
    const answer = consentParts(form.dialog.getByRole('group', { name: /^Consent of/ }));
    expect(await answer.explainAll()).toBeGreaterThan(0);
    expect(await form.submit.textContent()).toBe('Save contact and consent');
    await form.save();
    await expect.poll(() => theirs.count()).toBe(0);
  });
});

describe('M1, M4: a contact from any page, by keyboard alone', () => {
  it('opens on its keys, is written, saved, and the focus comes back', async () => {
    await ines.go('Calendar');
    const link = ines.inside
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Calendar' });
    await link.focus();
    const { keyboard } = ines.page;
    await keyboard.press('Control+Shift+Enter');
    const form = await formPage(ines.inside, 'Log a contact');
    const about = form.dialog.getByRole('combobox', { name: 'About' });
    await form.dialog.locator(':focus').first().waitFor();
    await about.focus();
    await keyboard.type(known);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await form.dialog.getByRole('textbox', { name: 'In one line', exact: true }).focus();
    await keyboard.type('Called from the road, all well');
    await keyboard.press('Control+Enter');
    await form.submit.waitFor({ state: 'detached' });
    await link.and(ines.inside.locator(':focus')).waitFor();
  });
});

describe('M2: a long list', () => {
  it('shows fifty duties at a time; the next take the focus over from the button, and paper has them all', async () => {
    const desk = await openDesk(circle.tenant, 'tomas');
    const { log } = desk;
    const about = log.newCode();
    const due = addDays(log.today(), 1);
    const promised = Array.from({ length: 60 }, (_, each) => ({
      id: `p${each}`,
      what: `Promise ${each}`,
      owner: personOf('tomas'),
      due,
    }));
    await saveAt(desk, 'defender', { about, unit: 'individual' });
    await saveAt(desk, 'contact', {
      about,
      day: log.today(),
      gist: 'Came to the mission',
      promises: promised,
    });
    desk.close();
    const tomas = await openTab(circle.rig, 'tomas');
    const more = tomas.main.getByRole('button', { name: /^Show \d+ of \d+ more$/ });
    await more.waitFor();
    const list = group(tomas, 'This week').getByRole('list');
    expect(await list.getByRole('listitem').count()).toBe(50);
    await tomas.page.emulateMedia({ media: 'print' });
    await list.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await list.getByRole('listitem').count()).toBeGreaterThanOrEqual(60);
    await list.evaluate(() => dispatchEvent(new Event('afterprint')));
    await tomas.page.emulateMedia({ media: 'screen' });
    await more.click();
    await more.waitFor({ state: 'detached' });
    await list
      .locator('li')
      .nth(50)
      .getByRole('button')
      .first()
      .and(tomas.inside.locator(':focus'))
      .waitFor();
    await tomas.close();
  });
});

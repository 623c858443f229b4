/** By keyboard alone, from the log through the gate to the next step and the duty that closes: five kinds of work. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { missionDay, written } from '../../support/pages/days.ts';
import { formPage } from '../../support/pages/form.ts';
import { type Hands, handsOn } from '../../support/pages/hands.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const actor = 'Brae Valley Legal Desk';

let circle: Circle;
let ines: Tab;
let hands: Hands;
/** Whom the field visit was for. */
let visited: string;

beforeAll(async () => {
  circle = await openCircle();
  ines = await openTab(circle.rig, 'ines');
  hands = handsOn(ines);
});

afterAll(async () => {
  await ines?.close();
  await circle?.close();
});

/** What is owed to this defender, or about an entry of this journey, on Today. */
const duty = (kind: string, words: string) =>
  ines.main.locator(`li[data-duty="${kind}"]`).filter({ hasText: words });

async function toPage(name: 'Today' | 'Defenders'): Promise<void> {
  await hands.tabTo(name);
  await hands.press('Enter');
  await ines.inside.getByRole('heading', { name, level: 1, exact: true }).waitFor();
}

/** Presses the button of that row, reached by Tab. */
async function doIt(kind: string, words: string, step: string): Promise<void> {
  const button = await duty(kind, words).getByRole('button', { name: step, exact: true }).elementHandle();
  for (let stop = 0; stop < 200; stop += 1) {
    if (await button?.evaluate((element) => element === document.activeElement)) break;
    await hands.press('Tab');
  }
  await hands.press('Enter');
}

/** Somebody new, whose page stands open. */
async function somebodyNew(): Promise<string> {
  await toPage('Defenders');
  await hands.tabTo('New defender, code only');
  await hands.press('Enter');
  await ines.main.getByRole('region', { name: 'Timeline' }).waitFor();
  return (await ines.main.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

beforeEach(async () => {
  await ines.inside.locator('body').evaluate(() => window.focus());
});

describe('M4 by keyboard alone', () => {
  it('E8: a place of detention needs no consent; leaving it leads to the next place and the change of status', async () => {
    const cover = await somebodyNew();
    const form = await hands.log('Log a place of detention');
    await hands.write('Name of the place', 'Lower Brae Police Station');
    await hands.choose('Kind of place', 'Police station');
    await hands.write('There since', written(missionDay(-3)));
    await hands.save(form);

    const places = ines.main.getByRole('region', { name: 'Detention' });
    await places.getByRole('link', { name: /Lower Brae Police Station/ }).waitFor();
    await hands.tabTo(/^Left Lower Brae Police Station/);
    await hands.press('Enter');
    const left = await formPage(ines.inside, 'Change Place of detention');
    await hands.write('There until', written(missionDay()));
    await hands.save(left);
    await hands.tabTo('Log a change of status');
    await hands.press('Enter');
    const change = await formPage(ines.inside, 'Log a change of status');
    await hands.choose('Who says so', 'Lawyer');
    await hands.choose('Status', 'Released');
    await hands.save(change);
    await toPage('Defenders');
    await hands.tabTo(/^In detention/);
    await hands.press('Enter');
    const held = ines.main.getByRole('list', { name: 'In detention' });
    await held.getByRole('listitem').first().waitFor();
    expect(await held.getByText(cover).count()).toBe(0);
  });

  it('J6: an incident owes a note and a word to whom it concerns, and both are done', async () => {
    const cover = await somebodyNew();
    const gist = 'A notebook was left in a taxi';
    const form = await hands.log('Log an incident');
    await hands.write('In one line', gist);
    await hands.choose('What happened', 'Paper lost');
    await hands.save(form);
    await toPage('Today');
    await doIt('incident-untold', cover, 'Tell them');
    await hands.select('How they took it', 'Mixed');
    await hands.tabTo('Close the duty');
    await hands.press('Enter');
    await duty('incident-untold', cover).waitFor({ state: 'detached' });

    await doIt('incident-note-due', 'send the note', 'Open');
    const answer = await formPage(ines.inside, 'Change Incident');
    await hands.write('Note within 72 hours sent on', written(missionDay()));
    await hands.save(answer);
    await duty('incident-note-due', 'send the note').waitFor({ state: 'detached' });
  });

  it('J3: a request about own data is answered only once it is known who asks', async () => {
    const cover = await somebodyNew();
    const form = await hands.log('Log a request about own data');
    await hands.answer('What they ask for', 'Have it corrected');
    await hands.answer('Who asks', 'Their lawyer');
    await hands.save(form);
    await toPage('Today');
    await hands.tabTo(/^Later/);
    await hands.press('Enter');
    await doIt('subject-request-due', cover, 'Answer');
    const answer = await formPage(ines.inside, 'Change Request about own data');
    await hands.answer('Answer', 'Done');
    await hands.write('Answered on', written(missionDay()));
    await hands.press('ControlOrMeta+Enter');
    await answer.errors.waitFor();
    await hands.press('Enter');
    await hands.answer('How we know it is them', 'Through somebody we know');
    await hands.save(answer);
    await duty('subject-request-due', cover).waitFor({ state: 'detached' });
  });

  it('E10: a protection actor in doubt says how that is known, and warns whoever relies on it', async () => {
    const form = await hands.log('Add a protection actor');
    await hands.write('Organisation', actor);
    await hands.choose('Kind', 'Lawyers');
    await hands.tick('What they offer', 'Legal aid');
    await hands.answer('Independence', 'Independence in doubt');
    await form.dialog
      .getByText(/only source/)
      .first()
      .waitFor();
    await hands.press('ControlOrMeta+Enter');
    await form.errors.waitFor();
    await hands.unfold('How it was checked');
    await hands.write('Checked on', written(missionDay(-1)));
    await hands.write('Checked how', 'Asked two lawyers');
    await hands.tabTo('I saw this');
    await hands.press('Space');
    await hands.save(form);
  });

  it('E10 M3: a field visit is not announced without consent, and goes through once it is recorded', async () => {
    visited = await somebodyNew();
    const form = await hands.log('Plan or log a field visit');
    await hands.answer('Step', 'Announced');
    await hands.write('Where', 'Lower Brae');
    await hands.unfold('Where and announced to whom');
    await hands.answer('Announced to', 'Local authority');
    await hands.press('ControlOrMeta+Enter');
    await form.refusal.notice.waitFor();
    await hands.tabTo('Record consent');
    await hands.press('Enter');
    const consent = ines.inside.getByRole('alertdialog', { name: `Consent of ${visited}` });
    await consent.waitFor();
    await hands.answer('Asked us to', 'Officials, no publicity');
    await hands.tabTo(/^We explained/);
    const ticks = await consent
      .getByRole('group', { name: /^We explained/ })
      .getByRole('checkbox')
      .count();
    for (let tick = 0; tick < ticks; tick += 1) await hands.press('Space', 'Tab');
    await hands.unfold('What exactly');
    await hands.tabTo(/: the authorities of the host country$/);
    await hands.press('Space');
    await hands.tabTo('Record consent');
    await hands.press('Enter');
    await form.submit.waitFor({ state: 'detached' });
    await ines.main.getByRole('link', { name: /Lower Brae · Announced/ }).waitFor();
  });

  it('E10: after the visit what was promised there is owed until somebody says that it was kept', async () => {
    await hands.tabTo(/Lower Brae · Announced/);
    await hands.press('Enter');
    await ines.inside.getByRole('complementary', { name: 'Opened entry' }).waitFor();
    await hands.tabTo('Change');
    await hands.press('Enter');
    const done = await formPage(ines.inside, 'Change Field visit');
    await hands.answer('Step', 'Done');
    await hands.unfold('Afterwards');
    await hands.tabTo('Add');
    await hands.press('Enter');
    await hands.write('What', 'Send the list of lawyers');
    await hands.choose('Who', 'Tomas Rehn');
    await hands.write('By when', written(missionDay(2)));
    await hands.save(done);

    await toPage('Today');
    await duty('reprisal-check', visited).first().waitFor();
    await doIt('follow-up', 'Send the list of lawyers', 'More for this duty');
    await hands.item('Done…');
    await hands.select('What came of it', 'Promise kept');
    await hands.tabTo('Close the duty');
    await hands.press('Enter');
    await duty('follow-up', 'Send the list of lawyers').waitFor({ state: 'detached' });
  });
});

/** A form that already knows: whom the page is about, the day of a hearing that is picked, and one added on the way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { type FormPage, formPage } from '../../support/pages/form.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const known = coverName(castCodes.oskelDefender);

let circle: Circle;
let ines: Tab;
let observation: FormPage;

beforeAll(async () => {
  circle = await openCircle();
  ines = await openTab(circle.rig, 'ines');
  await ines.defender(known);
  observation = await ines.log('Plan or log an observation');
});

afterAll(async () => {
  await ines?.close();
  await circle?.close();
});

function heldBy(label: RegExp): Promise<string> {
  return observation.dialog.getByRole('combobox', { name: label }).inputValue();
}

describe('an observation begun on a defender’s page', () => {
  it('is about them', async () => {
    expect(await heldBy(/^About/)).toBe(known);
  });

  it('says whose a hearing is when it is somebody else’s, and takes its day over', async () => {
    await observation.dialog.getByRole('combobox', { name: /^Hearing/ }).click();
    const others = ines.inside.getByRole('group', { name: 'Others' }).getByRole('option');
    const offered = await others.first().innerText();
    const [who = '', day = ''] = offered.split(' · ');
    await others.first().click();
    await observation.dialog.getByText(`This one is about ${who}.`).waitFor();
    expect(await heldBy(/^Day/)).toContain(day);
  });

  it('takes a hearing added on the way at once, with its day, and offers nothing else', async () => {
    await observation.dialog.getByRole('button', { name: 'New: Hearing' }).click();
    const hearing = await formPage(ines.inside, 'Add a hearing');
    await hearing.moment('When', '3 Dec 2026', '10:00');
    await hearing.write('Court', 'Oskel Youth Court');
    await hearing.save();
    await expect.poll(() => heldBy(/^Hearing/)).toContain('Oskel Youth Court');
    expect(await heldBy(/^Day/)).toBe('3 Dec 2026');
    expect(await ines.inside.getByRole('dialog', { name: 'Saved' }).count()).toBe(0);
    expect(await observation.dialog.getByText(/^This one is about/).count()).toBe(0);
  });

  it('marks as needed what its step asks for', async () => {
    const before = await observation.required();
    await observation.radio('Step', 'Done');
    await expect.poll(async () => (await observation.required()).length).toBe(before.length + 1);
  });
});

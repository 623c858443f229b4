/** Leaving a form with words in it: the question takes the keyboard, and going on writing gives it back to the form. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

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

describe('leaving a form that has words in it', () => {
  it('M4: “Go on writing” by keyboard leads back to the line, and the form is there for screen readers again', async () => {
    const form = await ines.logContact();
    const line = form.dialog.getByRole('textbox', { name: 'In one line', exact: true });
    for (const _ of ['once', 'and once more']) {
      await line.pressSequentially('Still ');
      await ines.page.keyboard.press('Escape');
      const stay = ines.inside.getByRole('button', { name: 'Go on writing' });
      await stay.waitFor();
      await expect.poll(() => stay.evaluate((button) => button === document.activeElement)).toBe(true);
      await ines.page.keyboard.press('Enter');
      await stay.waitFor({ state: 'detached' });
      await expect.poll(() => line.evaluate((input) => input === document.activeElement)).toBe(true);
    }
    expect(await line.inputValue()).toBe('Still Still ');
    expect(await line.evaluate((input) => input.closest('[aria-hidden="true"], [inert]') === null)).toBe(
      true,
    );
    await ines.page.keyboard.press('Escape');
    await ines.inside.getByRole('button', { name: 'Drop changes' }).click();
    await form.dialog.waitFor({ state: 'detached' });
  });
});

/** J9: the screen clears at once and stays clear; nothing of the work is left in the page, and nothing typed is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const known = coverName(castCodes.oskelDefender);
const secret = 'Keeps the samples with her aunt';

let circle: Circle;
let ines: Tab;

beforeAll(async () => {
  circle = await openCircle();
  ines = await openTab(circle.rig, 'ines', { apart: true });
});

afterAll(async () => {
  await ines?.close();
  await circle?.close();
});

/** Everything that a script in the page could read there, address and title included. */
async function readable(tab: Tab): Promise<string> {
  return tab.inside
    .locator(':root')
    .evaluate(() => [document.body.outerHTML, document.title, location.hash].join('\n'));
}

async function hide(tab: Tab): Promise<void> {
  for (let press = 0; press < 3; press += 1) await tab.page.keyboard.press('Escape');
}

const openAgain = (tab: Tab) => tab.inside.getByRole('button', { name: 'Open again' });

describe('J9: Esc three times', () => {
  it('clears a page with an open form, keeps its words first, and opens on Today', async () => {
    const page = await ines.defender(known);
    const title = await ines.inside.locator(':root').evaluate(() => document.title);
    const form = await page.logContact();
    await form.write('In one line', secret);
    expect(await readable(ines)).toContain(known);
    await hide(ines);
    await openAgain(ines).waitFor();
    const left = await readable(ines);
    for (const word of [known, secret, castCodes.oskelDefender, 'Ines', 'Aldermark', 'defender', 'consent'])
      expect(left, word).not.toContain(word);
    expect(left).toContain('#/today');
    expect(await ines.inside.locator(':root').evaluate(() => document.title)).toBe(title);

    await openAgain(ines).click();
    const drafts = ines.main.getByRole('region', { name: 'Continue your draft' });
    await drafts.getByRole('listitem').filter({ hasText: known }).waitFor();
    await ines.ready();
  });

  it('two presses do nothing', async () => {
    await ines.page.keyboard.press('Escape');
    await ines.page.keyboard.press('Escape');
    expect(await openAgain(ines).count()).toBe(0);
    await ines.main.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  });
});

describe('J9: the lock', () => {
  it('is one click in the bar, and Enter opens it again', async () => {
    await ines.inside.getByRole('banner').getByRole('button', { name: 'Lock', exact: true }).click();
    await openAgain(ines).and(ines.inside.locator(':focus')).waitFor();
    await ines.page.keyboard.press('Enter');
    await ines.main.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  });

  it('is explained in Settings, with the minutes that this device keeps', async () => {
    const settings = await ines.go('Settings');
    await settings.getByRole('link', { name: 'Lock and shortcuts' }).click();
    await settings.getByText('Esc, Esc, Esc').waitFor();
    const minutes = settings.getByRole('combobox', { name: 'Clear the screen when nobody is here for' });
    expect(await minutes.inputValue()).toBe('10');
    await minutes.selectOption('2');
  });

  it('comes by itself when nobody is there', async () => {
    await ines.page.clock.install();
    await ines.reload();
    await ines.page.clock.fastForward('11:00');
    await openAgain(ines).waitFor();
    expect(await readable(ines)).not.toContain(known);
  });
});

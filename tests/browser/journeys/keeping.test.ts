/** Nothing typed is lost, and nothing typed lies where it should not: drafts, browser storage, addresses, restarts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes, castEntry } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { formPage } from '../../support/pages/form.ts';
import { pagesInView, showAddress, showEntry } from '../../support/pages/pages-in-view.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const known = coverName(castCodes.oskelDefender);
const secret = 'Water samples are kept at the old mill';

/** What the browser itself writes down when a connection breaks. */
const brokenOff = /net::ERR_/;

let circle: Circle;
let ines: Tab;

beforeAll(async () => {
  circle = await openCircle();
  ines = await openTab(circle.rig, 'ines', { expected: [brokenOff], soonAgain: true });
});

afterAll(async () => {
  circle.tenant.faults.clear();
  await ines?.close();
  await circle?.close();
});

describe('a draft', () => {
  it('M6: is kept in the mission’s book when the tab is put away, and waits on Today after a reload', async () => {
    const form = await (await ines.defender(known)).logContact();
    await form.write('In one line', secret);
    await ines.putAway();
    await ines.bringBack();
    await form.dialog.getByText(/^Draft kept in your mission's book/).waitFor();
    await ines.reload();
    await ines.go('Today');
    const drafts = ines.main.getByRole('region', { name: 'Continue your draft' });
    await drafts.getByRole('listitem').filter({ hasText: known }).waitFor();
    await drafts.getByRole('button', { name: 'Continue' }).click();
    const again = await formPage(ines.inside, 'Log a contact');
    const line = again.dialog.getByRole('textbox', { name: 'In one line', exact: true });
    expect(await line.inputValue()).toBe(secret);
  });

  it('M6: stays in the form when the network fails, says so in words, and is saved once it is back', async () => {
    const form = await formPage(ines.inside, 'Log a contact');
    const fault = circle.tenant.faults.add({ kind: 'lostRequest' });
    await form.submit.click();
    const notice = form.dialog.getByRole('alert').filter({ hasText: 'There is no connection' });
    await notice.waitFor({ timeout: 30_000 });
    const line = form.dialog.getByRole('textbox', { name: 'In one line', exact: true });
    expect(await line.inputValue()).toBe(secret);
    circle.tenant.faults.clear(fault);
    await notice.getByRole('button', { name: 'Try again' }).click();
    await form.submit.waitFor({ state: 'detached' });
    const entries = await ines.entries();
    await entries.find(secret);
    expect(await entries.row(secret).count()).toBe(1);
    await ines.go('Today');
    expect(await ines.main.getByRole('region', { name: 'Continue your draft' }).count()).toBe(0);
  });

  it('M6: is offered before a form with words in it closes, and can be dropped', async () => {
    const form = await ines.logContact();
    await form.write('In one line', 'Not to be kept');
    await form.cancel();
    await ines.inside
      .getByRole('alertdialog')
      .or(ines.inside.getByRole('dialog', { name: 'Close without saving?' }))
      .first()
      .waitFor();
    await ines.inside.getByRole('button', { name: 'Go on writing' }).click();
    expect(await form.dialog.getByRole('textbox', { name: 'In one line', exact: true }).inputValue()).toBe(
      'Not to be kept',
    );
    await form.cancel();
    await ines.inside.getByRole('button', { name: 'Drop changes' }).click();
    await form.dialog.waitFor({ state: 'detached' });
  });
});

describe('what lies outside the book', () => {
  it('J7: addresses hold a page and an opaque id, the title never changes, and no request carries what was typed or who it is', async () => {
    const frame = async () =>
      (await (await ines.page.locator('#tab iframe').elementHandle())?.contentFrame()) ?? undefined;
    const title = await (await frame())?.title();
    for (const page of pagesInView) {
      await page.show(ines);
      expect(await (await frame())?.title()).toBe(title);
      const url = new URL((await frame())?.url() ?? '');
      expect(url.search).toBe('');
      expect(url.hash).toMatch(/^#\/([a-z]+(\/[0-9A-Z]{9})?|settings\/[a-z-]+)$/);
    }
    await showEntry(ines, castEntry('oskel-observation-4'));
    expect(new URL((await frame())?.url() ?? '').hash).toMatch(/^#\/entries\/[0-9A-Z]{26}$/);
    const said = [secret, known, 'Tamara', 'Oskel', 'Cyan'].map((word) => word.toLowerCase());
    const asked = circle.rig.requests.map(({ path }) => decodeURIComponent(path).toLowerCase());
    expect(asked.filter((path) => said.some((word) => path.includes(word)))).toEqual([]);
  });

  it('J7: a shared link carries the opaque id alone', async () => {
    await showEntry(ines, castEntry('oskel-observation-4'));
    await ines.inside.getByRole('button', { name: 'Copy link' }).click();
    const link = ines.page
      .getByRole('dialog', { name: 'Link to this page' })
      .getByRole('textbox', { name: 'Link' });
    await link.waitFor();
    expect(decodeURIComponent(await link.inputValue())).toContain(
      `entries/${castEntry('oskel-observation-4')}`,
    );
    expect((await link.inputValue()).toLowerCase()).not.toMatch(/cyan|oskel|observ/);
    await ines.page.keyboard.press('Escape');
  });

  it('M6 J7: nothing of it in cookies, storage, databases or caches, even where the browser allows them', async () => {
    const tomas = await openTab(circle.rig, 'tomas', { thirdPartyStorage: 'allowed' });
    const form = await (await tomas.defender(known)).logContact();
    await form.write('In one line', secret);
    await tomas.putAway();
    await tomas.bringBack();
    await form.dialog.getByText(/^Draft kept/).waitFor();
    const handle = await tomas.page.locator('#tab iframe').elementHandle();
    const frame = await handle?.contentFrame();
    const kept = await frame?.evaluate(async () => {
      const read = (store: Storage) => Object.keys(store).map((key) => `${key}=${store.getItem(key)}`);
      const databases = (await indexedDB.databases()).map(({ name }) => `database ${name}`);
      return [
        ...read(localStorage),
        ...read(sessionStorage),
        ...databases,
        ...(await caches.keys()).map((name) => `cache ${name}`),
        document.cookie,
      ];
    });
    const cookies = (await tomas.page.context().cookies()).map(({ name, value }) => `${name}=${value}`);
    const all = [...(kept ?? ['nothing could be read']), ...cookies].join('\n').toLowerCase();
    for (const word of [secret, known, castCodes.oskelDefender, 'tamara', 'eyj'])
      expect(all).not.toContain(word.toLowerCase());
    expect(all).not.toContain('database');
    await tomas.close();
  });
});

describe('stopping and starting again', () => {
  it('shows everything as it was: the file alone holds the data', async () => {
    const again = await circle.restart();
    const tab = await openTab(again, 'tomas');
    const entries = await tab.entries();
    await entries.find(secret);
    await entries.row(secret).first().waitFor();
    await showAddress(tab, 'today');
    await tab.main.getByRole('listitem').first().waitFor();
    await tab.close();
  });
});

/** When things fail: each state is said in words with a way on, and nothing typed is lost. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeAddress } from '../../../src/demo/host/host-address.ts';
import { castCodes, castEntry } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import type { FaultRule } from '../../../src/local-tenant/faults/fault-box.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { missionDay, written } from '../../support/pages/days.ts';
import { entryPanel } from '../../support/pages/entries.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const known = coverName(castCodes.oskelDefender);

/** What the browser itself writes down when a connection breaks. */
const brokenOff = /net::ERR_/;

let circle: Circle;

beforeAll(async () => {
  circle = await openCircle();
});

afterEach(() => circle.tenant.faults.clear());
afterAll(() => circle?.close());

describe('a save that fails', () => {
  let tab: Tab;

  beforeAll(async () => {
    tab = await openTab(circle.rig, 'ines', { expected: [brokenOff], soonAgain: true });
  });

  afterAll(() => tab?.close());

  const cases: readonly (readonly [string, FaultRule, string])[] = [
    ['without a connection', { kind: 'lostRequest' }, 'There is no connection.'],
    [
      'while SharePoint is busy',
      // Writing alone: were everything turned away, nothing would be sent for half a minute (src/store/graph/patience.ts).
      { kind: 'throttled', retryAfter: 600, method: 'POST', path: '/lists/Contacts/' },
      'SharePoint is busy.',
    ],
    ['with a token that has expired', { kind: 'expiredToken' }, 'You are signed out.'],
    ['for want of permission', { kind: 'removedPermission' }, 'SharePoint does not let you do this.'],
  ];
  it.each(cases)(
    '%s says so, keeps the form, and goes through once it passes',
    async (name, fault, words) => {
      const form = await (await tab.defender(known)).logContact();
      const line = `Written ${name}`;
      await form.write('In one line', line);
      circle.tenant.faults.add(fault);
      await form.submit.click();
      const notice = form.dialog.getByRole('alert').filter({ hasText: words });
      await notice.waitFor({ timeout: 45_000 });
      expect(await form.dialog.getByRole('textbox', { name: 'In one line', exact: true }).inputValue()).toBe(
        line,
      );
      circle.tenant.faults.clear();
      await notice.getByRole('button', { name: 'Try again' }).click();
      await form.submit.waitFor({ state: 'detached', timeout: 45_000 });
      const entries = await tab.entries();
      await entries.find(line);
      expect(await entries.row(line).count()).toBe(1);
    },
    120_000,
  );
});

describe('a tab that cannot open', () => {
  let tab: Tab;

  afterAll(() => tab?.close());

  it('says that there is no connection, and opens on the next try', async () => {
    circle.tenant.faults.add({ kind: 'lostRequest' });
    tab = await openTab(circle.rig, 'ines', {
      untilReady: false,
      soonAgain: true,
      expected: [brokenOff],
    });
    await tab.inside.getByText('There is no connection.').waitFor({ timeout: 45_000 });
    circle.tenant.faults.clear();
    // A new version was put up meanwhile: of the one that is open the calendar of a day is gone.
    await tab.page.route('**/assets/LazyDatePicker-*.js', (asked) => asked.abort());
    await tab.inside.getByRole('button', { name: 'Try again' }).click();
    await tab.ready();
  });

  it('H2 · lets days be typed where their calendar can no longer be fetched, and the form keeps what it holds', async () => {
    const form = await tab.logContact();
    await form.write('In one line', 'Still here');
    const day = form.dialog.getByRole('textbox', { name: 'Day', exact: true });
    await day.fill('yesterday');
    await day.press('Tab');
    await expect.poll(() => day.inputValue()).toBe(written(missionDay(-1)));
    await day.fill('the day after');
    await form.submit.click();
    await form.errors.waitFor();
    expect(await day.inputValue()).toBe('the day after');
    expect(await form.dialog.getByRole('textbox', { name: 'In one line', exact: true }).inputValue()).toBe(
      'Still here',
    );
    await tab.close();
  });

  it.each([
    ['click', 'Please sign in.'],
    ['tenant', 'Teams signed you in at another organisation.'],
    ['consent', 'Your organisation has not approved this app yet.'],
    ['network', 'There is no connection to the sign-in service.'],
  ])('A4: when the host plays "%s" it says “%s” and offers a button', async (trouble, words) => {
    const tab = await openTab(circle.rig, 'ines', { trouble, untilReady: false });
    await tab.inside.getByText(words).waitFor({ timeout: 45_000 });
    await tab.inside.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await tab.inside.getByText(known).count()).toBe(0);
    await tab.close();
  });

  it('A4: when sign-in needs a click, the click opens the mission’s book', async () => {
    const tab = await openTab(circle.rig, 'ines', { trouble: 'click', untilReady: false });
    await tab.inside.getByRole('button', { name: 'Sign in' }).click();
    await tab.page.locator('#sign-in').getByRole('button', { name: 'Continue' }).click();
    await tab.ready();
    await tab.close();
  });
});

describe('a deep link', () => {
  let tab: Tab | undefined;

  afterAll(() => tab?.close());

  it('opens the entry of its opaque id, for a colleague too', async () => {
    const tab = await openTab(circle.rig, 'tomas', { sub: `entries/${castEntry('oskel-observation-4')}` });
    const panel = await entryPanel(tab.inside);
    expect(await panel.value('Access')).toBe('Refused');
    await tab.close();
  });

  it('to another mission’s entry shows that it is not here, and nothing else', async () => {
    const tab = await openTab(circle.rig, 'joris', { sub: `entries/${castEntry('oskel-observation-4')}` });
    await tab.inside.getByText('This entry is not here.').waitFor();
    await tab.close();
  });

  it.each(['nowhere/at/all', 'entries/../../x', 'defenders/NOTACODE1', '<script>alert(1)</script>'])(
    'that nobody gave out (%s) ends with a notice and a way on',
    async (sub) => {
      // The first comes with the tab, the others into an open one.
      if (tab) await follow(tab, sub);
      else tab = await openTab(circle.rig, 'ines', { sub });
      await tab.main.getByRole('heading', { level: 1, name: /Page not found|Defender not found/ }).waitFor();
      await tab.main.getByRole('button', { name: /^(Go to Today|All defenders)$/ }).click();
      await tab.main.getByRole('heading', { level: 1, name: /^(Today|Defenders)$/ }).waitFor();
    },
  );

  it('changed in Teams while the tab is away is followed when it comes back', async () => {
    tab ??= await openTab(circle.rig, 'ines');
    await follow(tab, `defenders/${castCodes.oskelDefender}`);
    await tab.main.getByRole('heading', { level: 1, name: known }).waitFor();
  });
});

/** Somebody opens a link to `sub` in Teams while the tab is away, and comes back to it. */
async function follow(tab: Tab, sub: string): Promise<void> {
  await tab.putAway();
  await tab.page.evaluate(
    (hash) => {
      window.location.hash = hash;
    },
    writeAddress({
      person: 'ines',
      sub,
      theme: 'default',
      lang: 'en-gb',
      width: 'full',
      place: 'personal',
      trouble: '',
    }),
  );
  await tab.bringBack();
}

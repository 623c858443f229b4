/** The tab's side of Teams, exercised in a real browser against the demo's host page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople, ministryOf } from '../../src/demo/people.ts';
import { type FixtureRig, inTab, openFixtureRig } from '../support/fixture-session.ts';
import { tabOrigin } from '../support/house.ts';
import { pressInWindow } from '../support/pages/teams-window.ts';
import type { Rig } from '../support/rig.ts';

const aldermark = ministryOf('aldermark').tenantId;
const ines = demoPeople.find((person) => person.key === 'ines');

let fixture: FixtureRig;
let rig: Rig;

beforeAll(async () => {
  fixture = await openFixtureRig();
  rig = fixture.rig;
});

afterAll(() => fixture?.close());

describe('what the tab learns from Teams', () => {
  it('person, tenant, language, zone, theme and deep link', () =>
    inTab(rig, 'ines', { sub: 'entry-17', lang: 'fr-fr', theme: 'dark' }, async ({ inside }) => {
      const place = await inside.evaluate(() => window.fixture?.host.place);
      expect(place).toMatchObject({
        inTeams: true,
        theme: 'dark',
        locale: 'fr-FR',
        timeZone: 'Asia/Tbilisi',
        tenantId: aldermark,
        userId: ines?.id,
        loginHint: 'ines.calder@aldermark.example',
        frame: 'content',
        subPageId: 'entry-17',
        hostName: 'Teams',
        isMobile: false,
      });
      expect(place).not.toHaveProperty('channel');
    }));

  it('a channel tab knows its channel and the tenant that owns it, and a phone is known as one', () =>
    inTab(rig, 'joris', { place: 'channel', width: '320' }, async ({ inside }) => {
      expect(await inside.evaluate(() => window.fixture?.host.place)).toMatchObject({
        isMobile: true,
        channel: {
          id: '19:brenland-human-rights@thread.tacv2',
          ownerTenantId: ministryOf('brenland').tenantId,
        },
      });
    }));

  it('a change of theme shows at once, without loading again', () =>
    inTab(rig, 'ines', {}, async ({ page, tab, inside }) => {
      await page.locator('#demo summary').first().click();
      for (const theme of ['contrast', 'dark']) {
        await page.locator('#theme').selectOption(theme);
        await tab.locator('#theme', { hasText: theme }).waitFor();
      }
      expect(await inside.evaluate(() => window.fixture?.themes)).toEqual(['contrast', 'dark']);
      expect(await inside.evaluate(() => window.fixture?.host.place.theme)).toBe('dark');
    }));

  it('diagnostics name versions, frame and the state of sign-in, and no user name', () =>
    inTab(rig, 'ines', {}, async ({ inside }) => {
      const facts = await inside.evaluate(() => window.fixture?.host.diagnostics());
      expect(facts).toMatchObject({ frame: 'content', 'nested sign-in': 'offered', host: 'Teams, web' });
      expect(facts?.['teams-js']).toMatch(/^2\./);
      expect(facts?.['msal-browser']).toMatch(/^5\./);
      expect(JSON.stringify(facts).toLowerCase()).not.toMatch(/ines|calder|@/);
    }));
});

describe('what Teams learns from the tab', () => {
  it('that the skeleton stands and that the app is useful', () =>
    inTab(rig, 'ines', {}, async ({ page }) => {
      await page.locator('#tab[data-state="success"]').waitFor();
      expect(await page.locator('#log').textContent()).toContain('appInitialization.appLoaded');
    }));

  it('why it failed, or has nothing to show', () =>
    inTab(rig, 'ines', {}, async ({ page, inside }) => {
      await inside.evaluate(() => window.fixture?.host.failure('auth', 'nobody is signed in'));
      await page.locator('#notice', { hasText: 'nobody is signed in' }).waitFor();
      await inside.evaluate(() => window.fixture?.host.expectedFailure('no site was set up'));
      await page.locator('#notice', { hasText: 'no site was set up' }).waitFor();
    }));

  it('a link to a page, which leads a colleague back to that page', () =>
    inTab(rig, 'ines', {}, async ({ page, inside }) => {
      await inside.evaluate(() => window.fixture?.host.shareLink('entry-9', 'Trial observation'));
      await page.locator('#share[open]').waitFor();
      const link = await page.locator('#share-link').inputValue();
      const colleague = await rig.openAlone(link);
      const frame = await (await colleague.page.waitForSelector('#tab iframe')).contentFrame();
      await frame?.waitForFunction(() => window.fixture !== undefined);
      expect(await frame?.evaluate(() => window.fixture?.host.place.subPageId)).toBe('entry-9');
      await colleague.close();
    }));

  it('an address to open outside, but never one that could run a script', () =>
    inTab(rig, 'ines', {}, async ({ page, inside }) => {
      const [opened] = await Promise.all([
        page.context().waitForEvent('page'),
        inside.evaluate(() => window.fixture?.host.openLink('https://elsewhere.example/guidelines')),
      ]);
      expect(new URL(opened.url() || 'about:blank').protocol).not.toBe('javascript:');
      await opened.close();
      const refused = await inside.evaluate(() =>
        window.fixture?.host.openLink('javascript:alert(1)').then(
          () => 'opened',
          (error: unknown) => String(error),
        ),
      );
      expect(refused).toContain('TypeError');
    }));

  it('that the keyboard goes back to the host', () =>
    inTab(rig, 'ines', {}, async ({ page, inside }) => {
      await inside.locator('#sign-in').focus();
      await inside.evaluate(() => window.fixture?.host.returnFocus());
      await page.locator('#person:focus').waitFor();
    }));

  it("that the phone's back button was dealt with, or not", () =>
    inTab(rig, 'ines', {}, async ({ page, inside }) => {
      await pressInWindow(page, 'back');
      await page.locator('#log li', { hasText: 'event backButtonPress' }).waitFor({ state: 'attached' });
      await inside.evaluate(() => {
        if (window.fixture) window.fixture.backHandled = false;
      });
      await pressInWindow(page, 'back');
      await page.locator('#log li', { hasText: 'navigateBack []' }).waitFor({ state: 'attached' });
      expect(await page.locator('#log li', { hasText: 'navigateBack []' }).count()).toBe(1);
    }));
});

describe('the life of a tab', () => {
  it('drafts are kept before it is put away, and it comes back to the page asked for', () =>
    inTab(rig, 'ines', {}, async ({ page, inside }) => {
      await pressInWindow(page, 'suspend');
      await page.locator('#tab[data-state="suspended"]').waitFor({ state: 'attached' });
      expect(await inside.evaluate(() => window.fixture?.suspended)).toEqual(['draft kept']);
      await page.evaluate(() => {
        window.location.hash = '#person=ines&theme=contrast&sub=entry-21';
      });
      await page.locator('html[data-theme="contrast"]').waitFor();
      await pressInWindow(page, 'suspend');
      await page.locator('#tab[data-state="success"]').waitFor();
      expect(await inside.evaluate(() => window.fixture?.resumed)).toEqual(['entry-21']);
      expect(await inside.evaluate(() => window.fixture?.host.place)).toMatchObject({
        subPageId: 'entry-21',
        theme: 'contrast',
      });
    }));

  it('its configuration can be saved only once something was chosen, and what was chosen last is saved', async () => {
    await inTab(rig, 'ines', { place: 'channel' }, async ({ page }) => {
      await pressInWindow(page, 'configure');
      const frame = await (await page.waitForSelector('#settings-frame iframe')).contentFrame();
      await frame?.waitForFunction(() => window.fixture !== undefined);
      expect(await frame?.evaluate(() => window.fixture?.host.place.frame)).toBe('settings');
      expect(await page.locator('#save').isDisabled()).toBe(true);
      await frame?.evaluate(() => {
        for (const name of ['entries', 'circle']) {
          window.fixture?.host.configureTab({
            entityId: name,
            contentUrl: `${location.origin}/aldermark/?tab=${name}`,
            websiteUrl: `${location.origin}/aldermark/`,
            displayName: `Focal Point, ${name}`,
          });
        }
      });
      await page.locator('#save:enabled').click();
      await page.locator('#notice', { hasText: `${tabOrigin}/aldermark/?tab=circle` }).waitFor();
    });
  });

  it('nothing but its settings page may configure it', () =>
    inTab(rig, 'ines', { place: 'channel' }, async ({ inside }) => {
      const outcome = await inside.evaluate(() => {
        const settings = { entityId: 'a', contentUrl: 'b', websiteUrl: 'c', displayName: 'd' };
        try {
          window.fixture?.host.configureTab(settings);
          return 'configured';
        } catch (error) {
          return String(error);
        }
      });
      expect(outcome).toContain('TypeError');
    }));
});

describe('where Teams is not', () => {
  it('a tab opened on its own knows at once that it is not in Teams, and signs nobody in', async () => {
    const alone = await rig.openAlone(`${tabOrigin}/aldermark/`);
    await alone.page.waitForFunction(() => window.fixture !== undefined);
    const seen = await alone.page.evaluate(async (tenant) => {
      const { fixture: own } = window;
      return {
        place: own?.host.place,
        openedIn: own?.openedIn,
        got: await own?.token(tenant, ['User.Read']),
      };
    }, aldermark);
    expect(seen.place).toMatchObject({ inTeams: false, frame: 'other', isMobile: false });
    expect(seen.got?.code).toBe('not-in-teams');
    expect(seen.openedIn).toBeLessThan(1000);
    await alone.close();
  });

  it('a host that never answers is given up after seven seconds, not after a minute', () =>
    inTab(rig, 'ines', { trouble: 'host-silent' }, async ({ inside, ask }) => {
      expect(await inside.evaluate(() => window.fixture?.host.place.inTeams)).toBe(false);
      const waited = (await inside.evaluate(() => window.fixture?.openedIn)) ?? 0;
      expect(waited).toBeGreaterThan(6_500);
      expect(waited).toBeLessThan(12_000);
      expect(await ask(aldermark)).toMatchObject({ code: 'not-in-teams' });
    }));

  it('a page of somebody else cannot show the tab', async () => {
    const blocked = /frame-ancestors|Framing/;
    const elsewhere = await rig.openAlone('https://elsewhere.example/', { expected: [blocked] });
    await elsewhere.page.waitForLoadState('load');
    const framed = () => elsewhere.page.frames().find((each) => each !== elsewhere.page.mainFrame());
    await expect.poll(() => framed()?.url()).toMatch(/^chrome-error:/);
    await elsewhere.close();
  });
});

describe('storage of the browser', () => {
  it('where it throws, a remembered comfort lasts until the page closes, and nothing breaks', () =>
    inTab(rig, 'ines', {}, async ({ inside }) => {
      expect(await inside.evaluate(() => window.fixture?.storage())).toBe('throws');
      await inside.evaluate(() => window.fixture?.remember('fr'));
      expect(await inside.evaluate(() => window.fixture?.remembered())).toBe('fr');
    }));

  it('where it works, a remembered comfort outlasts the page', () =>
    inTab(rig, 'ines', { thirdPartyStorage: 'allowed' }, async ({ page, inside, frame }) => {
      expect(await inside.evaluate(() => window.fixture?.storage())).toBe('works');
      await inside.evaluate(() => window.fixture?.remember('fr'));
      await page.reload();
      const again = await frame();
      await again.waitForFunction(() => window.fixture !== undefined);
      expect(await again.evaluate(() => window.fixture?.remembered())).toBe('fr');
    }));
});

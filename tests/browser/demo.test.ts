/** `npm start` as a person meets it: one address, a window that feels like Teams, data that outlast a restart. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages, themes, widths } from '../../src/demo/host/host-address.ts';
import { demoClientId, demoPeople, ministryOf } from '../../src/demo/people.ts';
import { calendarFrom } from '../../src/demo/seed/calendar.ts';
import { stories } from '../../src/demo/seed/stories.ts';
import { type DemoServer, openDemo } from '../../src/demo/server.ts';
import { circleLists } from '../../src/domain/circle/registry.ts';
import { axeFindings } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { watchConsole } from '../support/console-watch.ts';
import { buildFixtureTab } from '../support/fixture-build.ts';
import { projectRoot } from '../support/project-root.ts';
import { seededFile } from '../support/seeded.ts';

const ines = demoPeople.find((person) => person.key === 'ines');
const aldermark = ministryOf('aldermark').tenantId;

let fixture: Awaited<ReturnType<typeof buildFixtureTab>>;
let browser: TestBrowser;
let folder: string;
let port: number;
let demo: DemoServer;
const lines: string[] = [];

/** New data are the bare world: what its nine months hold is tested with the seed. */
function start(fresh = false): Promise<DemoServer> {
  const progress = (line: string) => lines.push(line);
  const fill = async () => undefined;
  return openDemo({ root: projectRoot, port, fresh, dev: false, folder, dist: fixture.dist, fill, progress });
}

beforeAll(async () => {
  fixture = await buildFixtureTab();
  folder = mkdtempSync(join(tmpdir(), 'focal-point-demo-'));
  // As somebody has them who started before.
  copyFileSync(await seededFile(), join(folder, 'tenant.sqlite'));
  port = await freePort();
  browser = await openBrowser('MAP * ~NOTFOUND, EXCLUDE localhost');
  demo = await start();
});

afterAll(async () => {
  await demo?.close();
  await browser?.close();
  fixture?.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('the one address', () => {
  it('shows the tab, signed in as the person chosen, and follows the switch to another', async () => {
    const context = await browser.context();
    const page = await context.newPage();
    const watch = watchConsole(page, []);
    await page.goto(demo.url);
    await page.locator('#tab[data-state="success"]').waitFor();
    const tab = page.frameLocator('#tab iframe');
    await tab.locator('#sign-in').click();
    await page.locator('#sign-in-name', { hasText: 'Ines Calder' }).waitFor();
    await page.locator('#sign-in button[value="yes"]').click();
    await tab.locator('#signed', { hasText: 'token' }).waitFor();
    await page.locator('#person').selectOption('joris');
    await page.locator('#where', { hasText: 'Embassy of Brenland' }).waitFor();
    await page.locator('#tab[data-state="success"]').waitFor();
    expect(page.frames().map((frame) => new URL(frame.url()).pathname)).toEqual(['/', '/app/brenland/']);
    expect(new URL(page.url()).hash).toBe('#person=joris');
    await context.close();
    watch.check();
  });

  it('serves the tab with the header block of production, and lets only itself and Microsoft frame it', async () => {
    const answer = await fetch(`${demo.url}app/aldermark/`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    expect(answer.headers.get('content-security-policy')).toMatch(/frame-ancestors https:[^;]* 'self';/);
  });

  it.each(['app/aldermark/../../package.json', 'app/aldermark/%2e%2e/%2e%2e/package.json', 'app/nowhere/'])(
    'gives nothing away at %s',
    async (path) => {
      const answer = await fetch(demo.url + path);
      expect(answer.ok).toBe(false);
      expect(await answer.text()).not.toContain('"dependencies"');
    },
  );

  it("J8 · shows what the host's administrator sees: the raw lists of the circle, and no name in them", async () => {
    const context = await browser.context({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const watch = watchConsole(page, []);
    await page.goto(demo.url);
    await page.locator('#tab[data-state="success"]').waitFor();
    const door = page.getByRole('button', { name: "What the host's administrator sees" });
    await door.click();
    await page.getByRole('heading', { name: 'Missions: 5 rows' }).waitFor();
    for (const { list } of circleLists)
      await page.getByRole('heading', { name: new RegExp(`^${list}: `) }).waitFor();
    const seen = await page.locator('#administrator-view').innerText();
    expect(seen).toContain('Embassy of Aldermark');
    const named = stories
      .flatMap((story) => story(calendarFrom(Date.now())))
      .flatMap(({ does }) => (does.act === 'name' ? [does.names.fullName] : []));
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(seen).not.toContain(name);
    expect(await axeFindings(page.mainFrame(), { except: '#tab' })).toEqual([]);
    await door.click();
    await page.locator('#tab[data-state="success"]').waitFor();
    expect(await page.locator('#administrator-view').isVisible()).toBe(false);
    await context.close();
    watch.check();
  });

  it('can be reached with the keyboard alone: person, place, settings, tab', async () => {
    const context = await browser.context();
    const page = await context.newPage();
    await page.goto(demo.url);
    await page.locator('#tab[data-state="success"]').waitFor();
    const reached: string[] = [];
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName || ''),
      );
    }
    expect(reached).toEqual(['person', 'administrator', 'BUTTON', 'BUTTON', 'SUMMARY', 'IFRAME']);
    await context.close();
  });

  it.each(themes.flatMap((theme) => widths.map((width) => [theme, width] as const)))(
    'has no accessibility finding and no sideways scrolling in theme %s at width %s',
    async (theme, width) => {
      const context = await browser.context({
        viewport: { width: width === 'full' ? 1280 : Number(width), height: 700 },
      });
      const page = await context.newPage();
      await page.goto(`${demo.url}#theme=${theme}&lang=${languages[0]}`);
      await page.locator('#tab[data-state="success"]').waitFor();
      await page.locator('#demo summary').first().click();
      expect(await axeFindings(page.mainFrame(), { except: '#tab' })).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      await context.close();
    },
  );
});

describe('a first day', () => {
  it('opens beside the nine months with nobody’s tokens, is begun by the first server alone, and ends with it', async () => {
    const page = await (await fetch(demo.url)).text();
    expect(page).toContain('href="demo/first-day"');
    const first = new URL((await followed(`${demo.url}demo/first-day`)) ?? '');
    expect(first.hash).toBe('#person=kaja&sub=settings/keys');
    expect((await fetch(`${first.origin}/app/estmark/config.json`, { headers: alone })).status).toBe(200);
    const token = await signIn();
    expect((await me(token)).status).toBe(200);
    expect((await me(token, `${first.origin}/`)).status).toBe(401);
    expect(await followed(`${first.origin}/demo/first-day`)).toBe(`${demo.url}demo/first-day`);
    await demo.close();
    await expect(fetch(first.origin, { headers: alone })).rejects.toThrow('fetch failed');
    demo = await start();
  });
});

describe('the data', () => {
  it('L3 · are there again after a restart, and gone after a fresh start', async () => {
    const before = await signIn();
    expect((await me(before)).status).toBe(200);
    await demo.close();
    demo = await start();
    expect((await me(before)).status).toBe(200);
    await demo.close();
    demo = await start(true);
    expect((await me(before)).status).toBe(401);
    expect((await me(await signIn())).status).toBe(200);
    expect(existsSync(join(folder, 'tenant.unfinished.sqlite'))).toBe(false);
  });

  it('are made once: a later start does not make them again', () => {
    expect(lines.filter((line) => line === 'seeding…')).toHaveLength(1);
  });

  it('a second start on the same port says that it is taken and what to do', async () => {
    await expect(start()).rejects.toThrow(`Port ${port} is taken.`);
  });
});

/** A connection of its own: a kept one would break at the restart. */
const alone = { Connection: 'close' };

async function signIn(): Promise<string> {
  const answer = await fetch(`${demo.url}${aldermark}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: alone,
    body: new URLSearchParams({
      grant_type: 'password',
      username: ines?.mail ?? '',
      password: 'local',
      client_id: demoClientId,
      scope: 'User.Read',
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

function me(token: string, at = demo.url): Promise<Response> {
  return fetch(`${at}graph/v1.0/me`, { headers: { ...alone, Authorization: `Bearer ${token}` } });
}

/** Where an address sends on to. */
async function followed(url: string): Promise<string | null> {
  return (await fetch(url, { headers: alone, redirect: 'manual' })).headers.get('location');
}

/** A port nobody listens on at the moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

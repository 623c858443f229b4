/**
 * The whole of Microsoft as far as the tab can tell, on this machine: Teams, Entra ID and Graph under their real names,
 * and the tab's own production build under its own. Nothing else can be reached.
 */
import type { BrowserContext, BrowserContextOptions, Frame, FrameLocator, Page } from 'playwright-core';
import { buildHostPage } from '../../src/demo/build.ts';
import { type HostState, readAddress, writeAddress } from '../../src/demo/host/host-address.ts';
import { hostSite, tabSite } from '../../src/demo/web.ts';
import { makeWorld } from '../../src/demo/world.ts';
import { type LocalTenant, openLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { type ConsoleWatch, watchConsole } from './console-watch.ts';
import { enterHouse, leaveHouse, tabOrigin, teamsOrigin } from './house.ts';
import { keepingAssets } from './kept-assets.ts';
import { watchLeaks } from './leaks.ts';
import type { RecordedRequest } from './loopback-hosts.ts';
import { projectRoot } from './project-root.ts';

export interface RigOptions {
  /** Default: the demo's world, empty of entries, in memory. */
  readonly tenant?: LocalTenant;
  /** The tab's build; default `dist`. */
  readonly dist?: string;
  /** Times are taken: the browser compiles as everybody's does. */
  readonly isMeasured?: boolean;
}

export interface OpenOptions extends BrowserContextOptions, Partial<Omit<HostState, 'person'>> {
  readonly thirdPartyStorage?: 'blocked' | 'allowed';
  /** Nobody takes this browser over: something of it is set by hand, as its clock. */
  readonly apart?: boolean;
  /** Console errors that belong to the case under test. */
  readonly expected?: readonly RegExp[];
  /** Others are asked for news ten times as often as by the clock, for tests of what several people do in turn. */
  readonly hurried?: boolean;
  /** The page never finds time for what is fetched ahead, so that only what it cannot do without is asked for, however slow the machine. */
  readonly neverIdle?: boolean;
  /** Whoever was turned away tries again after a tenth of the wait, for tests of what is said once trying has ended. */
  readonly soonAgain?: boolean;
}

/** Runs in the page. The pulse waits from 15 to 60 seconds (src/log/memory/pulse.ts); nothing else waits as long. */
function hurry(): void {
  const later = window.setTimeout;
  const sooner = (run: TimerHandler, ms = 0, ...given: unknown[]) =>
    later(run, ms > 13_000 && ms < 65_000 ? ms / 10 : ms, ...given);
  window.setTimeout = sooner as typeof later;
}

/** Runs in the page. How long the store waits between two tries is drawn between nothing and a limit (src/store/graph/patience.ts). */
function drawLow(): void {
  const draw = Math.random;
  Math.random = () => draw() / 10;
}

/** Runs in the page. What is fetched ahead waits for idle moments (src/app/later.ts); nothing that is shown does. */
function stayBusy(): void {
  window.requestIdleCallback = () => 0;
}

export interface OpenedTab {
  readonly page: Page;
  /** The tab inside Teams. */
  readonly tab: FrameLocator;
  /** The tab's frame, once it has navigated; for calling into it. */
  frame(): Promise<Frame>;
  readonly console: ConsoleWatch;
  /** Closes the person's pages. Rejects when the console showed an error nobody expected. */
  close(): Promise<void>;
}

export interface Rig {
  readonly tenant: LocalTenant;
  readonly browserName: string;
  /** What reached any host so far, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** A person (key of the cast) with the tab in Teams: in a browser of their own while it is open, which the next may take over. */
  open(person: string, options?: OpenOptions): Promise<OpenedTab>;
  /** Any page at top level, without Teams. */
  openAlone(url: string, options?: OpenOptions): Promise<{ page: Page; close(): Promise<void> }>;
  /** Rejects when a name was found where none belongs. */
  close(): Promise<void>;
}

/** The caller closes the rig; a tenant that was passed in stays open. */
export async function openRig(options: RigOptions = {}): Promise<Rig> {
  const tenant = options.tenant ?? demoTenant();
  const dir = await buildHostPage(projectRoot);
  const host = hostSite({ dir, tabs: `${tabOrigin}/`, tabOrigin });
  const site = tabSite({ dist: options.dist ?? `${projectRoot}dist` });
  host.all('/*', (context) => tenant.fetch(context.req.raw));
  const house = await enterHouse(options.isMeasured);
  const requests = house.hosts.play({
    'teams.microsoft.com': (request) => host.fetch(request),
    'tab.focal-point.example': keepingAssets((request) => site.fetch(request)),
    'login.microsoftonline.com': (request) => tenant.fetch(request),
    'graph.microsoft.com': (request) => tenant.fetch(below('/graph', request)),
    'elsewhere.example': () => framing(`${tabOrigin}/aldermark/`),
  });
  const { browser, closed } = house;
  const leaks = watchLeaks();
  const inUse = new Set<BrowserContext>();

  async function openPage(
    url: string,
    {
      thirdPartyStorage,
      expected,
      hurried,
      soonAgain,
      neverIdle,
      apart,
      viewport,
      reducedMotion,
      ...context
    }: OpenOptions,
    isShared = false,
  ) {
    const machine =
      isShared && !thirdPartyStorage && !apart
        ? JSON.stringify({ hurried, soonAgain, neverIdle, ...context })
        : undefined;
    const made = async () => {
      const fresh = await browser.context({
        ...context,
        ...(thirdPartyStorage ? { thirdPartyStorage } : {}),
      });
      if (hurried) await fresh.addInitScript(hurry);
      if (soonAgain) await fresh.addInitScript(drawLow);
      if (neverIdle) await fresh.addInitScript(stayBusy);
      // An empty page keeps the window: a window for every page costs a sixth of the time in which the tab opens.
      if (machine) await fresh.newPage();
      return fresh;
    };
    const opened = (machine ? closed.get(machine)?.pop() : undefined) ?? (await made());
    inUse.add(opened);
    const page = await opened.newPage();
    if (viewport) await page.setViewportSize(viewport);
    if (reducedMotion) await page.emulateMedia({ reducedMotion });
    const watch = watchConsole(page, expected ?? []);
    leaks.follow(page);
    await page.goto(url);
    let isClosed = false;
    opened.once('close', () => {
      isClosed = true;
      inUse.delete(opened);
    });
    const close = async () => {
      if (isClosed) return;
      isClosed = true;
      await leaks.look(opened);
      if (machine) {
        for (const each of opened.pages().slice(1)) await each.close();
        closed.set(machine, [...(closed.get(machine) ?? []), opened]);
        inUse.delete(opened);
      } else await browser.end(opened);
      watch.check();
    };
    return { page, console: watch, close };
  }

  return {
    tenant,
    browserName: browser.name,
    requests,
    async open(person, { sub, theme, lang, width, place, trouble, ...rest } = {}) {
      const given = { sub, theme, lang, width, place, trouble };
      const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const state = { ...readAddress('', ''), ...set, person } as HostState;
      const opened = await openPage(`${teamsOrigin}/${writeAddress(state)}`, rest, true);
      const element = opened.page.locator('#tab iframe');
      return {
        ...opened,
        tab: opened.page.frameLocator('#tab iframe'),
        async frame() {
          const handle = await element.elementHandle();
          const frame = await handle?.contentFrame();
          if (!frame) throw new Error('the tab has no frame');
          await frame.waitForURL(`${tabOrigin}/**`);
          return frame;
        },
      };
    },
    openAlone: (url, alone = {}) => openPage(url, alone),
    async close() {
      for (const left of [...inUse]) await browser.end(left);
      leaveHouse(house);
      try {
        leaks.check(tenant, requests);
      } finally {
        if (!options.tenant) tenant.close();
      }
    },
  };
}

function demoTenant(): LocalTenant {
  const tenant = openLocalTenant({ file: ':memory:', origin: 'https://login.microsoftonline.com' });
  makeWorld(tenant.world);
  return tenant;
}

/** The same request one folder deeper. */
function below(folder: string, request: Request): Request {
  const url = new URL(request.url);
  url.pathname = folder + url.pathname;
  return new Request(url, request);
}

function framing(url: string): Response {
  const html = `<!doctype html><title>Elsewhere</title><iframe src="${url}"></iframe>`;
  return new Response(html, { headers: { 'content-type': 'text/html' } });
}

/** Starts Chromium through playwright-core with our own arguments. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { findChromium } from './chromium.ts';

export interface TestBrowser {
  /** Which Chromium it is, for messages. */
  readonly name: string;
  /** A person's own browser: nothing is shared with the contexts opened before. */
  context(
    options?: BrowserContextOptions & { thirdPartyStorage?: 'blocked' | 'allowed' },
  ): Promise<BrowserContext>;
  /** Closes a person's browser, and with it what it kept. */
  end(context: BrowserContext): Promise<void>;
  /** Not once it has crashed or was closed. */
  isAlive(): boolean;
  close(): Promise<void>;
}

/**
 * Of one switch Chromium hears the last word only, so what playwright-core 1.65 turns off is said again (its
 * chromiumSwitches.ts). Ours come first: a window with an address bar loads pages of its own for the bar's suggestions, which
 * costs a second of processor time for each page that a test opens.
 */
const featuresOff = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints'],
  ...['NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
];

const args = [
  `--disable-features=${featuresOff.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--no-first-run',
];

/**
 * A page of a test lives for seconds: what V8's two last compilers would make faster is gone before they are done, and they
 * take an eighth of the time in which a tab opens.
 */
const shortLived = '--js-flags=--no-maglev,--no-opt';

/**
 * Runs in the page. The bundled Chromium is a headless shell, which has no setting that blocks the storage of embedded
 * pages; this stands in and fails as the real blocking does.
 */
function blockFramedStorage(): void {
  if (window.top === window.self) return;
  // A method, because tsx marks functions that get a name from a constant with a helper that the page does not have.
  const { refuse } = {
    refuse() {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  };
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { configurable: true, get: refuse });
  }
  IDBFactory.prototype.open = refuse;
}

/**
 * `resolverRules` decides which hosts exist. The certificate with the key `spki` is trusted as any other: of a host whose
 * certificate is merely put up with Chromium keeps nothing, and asks for every file again with every page. Whoever measures
 * (`isMeasured`) has V8 as everybody has it.
 */
export async function openBrowser(
  resolverRules: string,
  { spki, isMeasured = false }: { spki?: string; isMeasured?: boolean } = {},
): Promise<TestBrowser> {
  const { executablePath, env, source } = await findChromium();
  const launch = {
    executablePath,
    env,
    headless: true,
    args: [
      ...args,
      ...(isMeasured ? [] : [shortLived]),
      `--host-resolver-rules=${resolverRules}`,
      ...(spki ? [`--ignore-certificate-errors-spki-list=${spki}`] : []),
    ],
  };
  const browser = await chromium.launch(launch);
  /** The folder that each of them keeps things in. */
  const profiles = new Map<BrowserContext, string>();

  /** Only a profile can allow what private windows always block. */
  async function allowing(options: BrowserContextOptions): Promise<BrowserContext> {
    const profile = mkdtempSync(join(tmpdir(), 'focal-point-profile-'));
    mkdirSync(join(profile, 'Default'));
    const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
    writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
    const context = await chromium.launchPersistentContext(profile, { ...launch, ...options });
    profiles.set(context, profile);
    return context;
  }

  async function end(context: BrowserContext): Promise<void> {
    await context.close();
    const profile = profiles.get(context);
    profiles.delete(context);
    if (profile) rmSync(profile, { recursive: true, force: true });
  }

  return {
    name: `Chromium ${browser.version()} (${source})`,
    async context({ thirdPartyStorage = 'blocked', ...options } = {}) {
      if (thirdPartyStorage === 'allowed') return allowing(options);
      const context = await browser.newContext(options);
      if (source === 'bundled') await context.addInitScript(blockFramedStorage);
      return context;
    },
    end,
    isAlive: () => browser.isConnected(),
    async close() {
      for (const context of [...profiles.keys()]) await end(context);
      await browser.close();
    },
  };
}

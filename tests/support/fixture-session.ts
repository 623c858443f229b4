/** Opens the fixture tab for a person and reads what happened, for the tests of the Teams host. */
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import { buildFixtureTab } from './fixture-build.ts';
import type { TokenOutcome } from './fixture-tab/main.ts';
import { type OpenedTab, type OpenOptions, openRig, type Rig } from './rig.ts';

export interface FixtureRig {
  readonly rig: Rig;
  close(): Promise<void>;
}

/** A rig whose tab is the fixture. */
export async function openFixtureRig(): Promise<FixtureRig> {
  const { dist, remove } = await buildFixtureTab();
  const rig = await openRig({ dist });
  return {
    rig,
    async close() {
      await rig.close();
      remove();
    },
  };
}

export interface FixtureTab extends OpenedTab {
  /** The tab's frame, ready to be called. */
  readonly inside: Frame;
  /** Asks for a token in the tab. */
  ask(tenantId: string, options?: object): Promise<TokenOutcome | undefined>;
  /** What the host was asked for, oldest first. */
  tokenRequests(): Promise<TokenRequestSeen[]>;
}

export interface TokenRequestSeen {
  readonly method: string;
  readonly authority?: string;
  readonly scope?: string;
  readonly forceRefresh?: boolean;
}

export const scopes: readonly string[] = ['User.Read', 'Sites.Selected'];

/**
 * Opens, runs, closes. Fails when the content security policy was violated or the console showed an error that
 * `options.expected` does not name.
 */
export async function inTab(
  rig: Rig,
  person: string,
  options: OpenOptions,
  run: (tab: FixtureTab) => Promise<void>,
): Promise<void> {
  const opened = await rig.open(person, options);
  const inside = await opened.frame();
  await inside.waitForFunction(() => window.fixture !== undefined);
  await run({
    ...opened,
    inside,
    ask: (tenantId, how = {}) =>
      inside.evaluate(([tenant, wanted, given]) => window.fixture?.token(tenant, wanted, given), [
        tenantId,
        scopes,
        how,
      ] as const),
    async tokenRequests() {
      const lines = await opened.page.locator('#log li').allTextContents();
      return lines
        .filter((line) => line.includes('nestedAppAuth {'))
        .map((line) => JSON.parse(line.slice(line.indexOf('{'))) as TokenRequestSeen)
        .filter(({ method }) => method !== 'GetInitContext');
    },
  });
  const last = await opened.frame();
  expect(await last.evaluate(() => window.fixture?.violations)).toEqual([]);
  await opened.close();
}

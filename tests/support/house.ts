/**
 * A browser, and the hosts of the internet that it can reach. Starting one takes seconds, and who sits down next at the same
 * machine need not fetch and compile the tab anew: a house is handed on from one file of tests to the next.
 */
import type { BrowserContext } from 'playwright-core';
import { openBrowser, type TestBrowser } from './browser.ts';
import { type LoopbackHosts, openLoopbackHosts } from './loopback-hosts.ts';

export const teamsOrigin = 'https://teams.microsoft.com';
export const tabOrigin = 'https://tab.focal-point.example';

const hostNames = [
  ...['teams.microsoft.com', 'login.microsoftonline.com', 'graph.microsoft.com'],
  ...['tab.focal-point.example', 'elsewhere.example'],
];

export interface House {
  readonly browser: TestBrowser;
  readonly hosts: LoopbackHosts;
  /** Browsers whose pages were closed, by their settings. */
  readonly closed: Map<string, BrowserContext[]>;
}

/** They end with the process that made them. */
const free: House[] = [];

/** For the caller alone, until it is left. Whoever measures moves into one that nobody used before. */
export async function enterHouse(isMeasured = false): Promise<House> {
  for (let known = isMeasured ? undefined : free.pop(); known; known = free.pop()) {
    if (known.browser.isAlive()) return known;
    await known.hosts.close();
  }
  const hosts = await openLoopbackHosts(hostNames);
  const browser = await openBrowser(hosts.resolverRules, { spki: hosts.spki, isMeasured });
  return { browser, hosts, closed: new Map() };
}

/** Nobody answers there until somebody enters again. */
export function leaveHouse(house: House): void {
  house.hosts.play({});
  if (!free.includes(house)) free.push(house);
}

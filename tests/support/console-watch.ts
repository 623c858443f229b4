/** Collects what a page complains about, so that a test fails on any error nobody expected. */
import type { Page } from 'playwright-core';

export interface ConsoleWatch {
  /** Errors nobody expected, so far. */
  readonly errors: readonly string[];
  /** Throws an Error that lists them, when there are any. */
  check(): void;
}

/** teams-js asks this server for its list of hosts and does without when it cannot be reached, as here. */
const hostList = 'https://res.cdn.office.net/';

/** Answers of Graph and Entra other than success are part of what is tested; the browser reports each. */
const serverAnswer = /^Failed to load resource: the server responded with a status of/;

/** A browser looks for the icon of whatever it opens at top level; in Teams the app has no tab of the browser’s. */
const tabIcon = /\/favicon\.ico$/;

/** The host page asks for tokens by itself; somebody who is no guest of a circle's host is refused one. */
const refusedToken = /^https:\/\/teams\.microsoft\.com\/[0-9a-f-]{36}\/oauth2\/v2\.0\/token$/;

export function watchConsole(page: Page, expected: readonly RegExp[]): ConsoleWatch {
  const errors: string[] = [];
  const add = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) errors.push(text);
  };
  page.on('pageerror', (error) => add(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    if (url.startsWith(hostList) || tabIcon.test(url)) return;
    const isServer = url.startsWith('https://graph.microsoft.com/') || refusedToken.test(url);
    if (isServer && serverAnswer.test(message.text())) return;
    add(url ? `${message.text()} (${url})` : message.text());
  });
  return {
    errors,
    check() {
      if (errors.length > 0) throw new Error(`unexpected errors in the console:\n${errors.join('\n')}`);
    },
  };
}

/** Parts of the screen that arrive when they are needed, each together with its texts; whoever shows one says so in its own file. */

import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Part } from '../locales/languages.ts';
import { needPartsNow } from './words.tsx';

const waiting: (() => Promise<unknown>)[] = [];
let hasBegun = false;
let isFetching = false;

/** What is shown in its place meanwhile is the business of the nearest Suspense. */
export function later<P>(
  load: () => Promise<ComponentType<P>>,
  ...parts: readonly Part[]
): LazyExoticComponent<ComponentType<P>> {
  const fetch = (): Promise<readonly [ComponentType<P>, unknown]> =>
    Promise.all([load(), needPartsNow('records', ...parts)]);
  waiting.push(fetch);
  goOn();
  return lazy(() => fetch().then(([page]) => ({ default: page })));
}

/**
 * Fetches `first` and all parts while nobody waits, also those that are named only in what was fetched, so that a lost
 * connection later closes no door. Failures are tried again on use.
 */
export function fetchAhead(first: () => Promise<unknown>): void {
  waiting.unshift(first);
  hasBegun = true;
  goOn();
}

function goOn(): void {
  const fetch = hasBegun && !isFetching ? waiting.shift() : undefined;
  if (!fetch) return;
  isFetching = true;
  whenIdle(() => {
    void fetch()
      .catch(() => undefined)
      .then(() => {
        isFetching = false;
        goOn();
      });
  });
}

function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run);
  else setTimeout(run, 2_000);
}

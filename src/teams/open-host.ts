/** Finds out what shows the app: Microsoft Teams, or a plain browser window. */

import type { CloudName } from './clouds.ts';
import type { Host } from './host.ts';
import { outsideHost } from './outside-host.ts';
import { openTeamsHost } from './teams-host.ts';

export interface HostOptions {
  /** The app registration's client id. */
  readonly clientId: string;
  readonly cloud?: CloudName;
  /** How long Teams may take to answer before the page counts as outside Teams; ms. */
  readonly initialiseTimeoutMs?: number;
}

/**
 * Finds out what shows us and answers with that host. Never rejects: a window without Teams, and a parent that does not
 * answer in time, give a host whose `place.inTeams` is false and whose `token` rejects with `not-in-teams`.
 */
export async function openHost(options: HostOptions): Promise<Host> {
  const alone = window.parent === window.self && !('nativeInterface' in window);
  if (alone) return outsideHost('no parent window');
  try {
    return await openTeamsHost({
      clientId: options.clientId,
      cloud: options.cloud ?? 'global',
      initialiseTimeoutMs: options.initialiseTimeoutMs ?? 7_000,
    });
  } catch (error) {
    return outsideHost(error instanceof Error ? error.message : 'the host refused');
  }
}

/** A second circle beside the demo's, on the day on which a mission without keys joins; made anew in memory each time it is asked for. */

import { type LocalTenant, openLocalTenant } from '../local-tenant/local-tenant.ts';
import { serve } from '../local-tenant/serve.ts';
import { seed } from './seed/seed.ts';
import { beforeFirstKeys } from './seed/stories.ts';
import { makeWorld } from './world.ts';

/** What stands behind a port. */
export type Answer = (request: Request) => Response | Promise<Response>;

export interface FirstDay {
  /**
   * Address of the page where the newcomer's focal point makes the keys. Whoever asks while it is being made waits for the
   * same; whoever asks later ends what was there before. Rejects when it could not be made, and then nothing is left of it.
   */
  begin(): Promise<string>;
  close(): Promise<void>;
}

export interface FirstDayParts {
  /** Makes what answers at an origin from the circle behind it. */
  site(tenant: LocalTenant, origin: string): Answer;
  /** Tells the circle's story into an empty tenant, which answers at `origin` only afterwards. */
  fill(tenant: LocalTenant, origin: string): Promise<void>;
}

export function openFirstDay({ site, fill }: FirstDayParts): FirstDay {
  let standing: { close(): Promise<void> } | undefined;
  let coming: Promise<string> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other: what closes waits for what is being made. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  async function end(): Promise<void> {
    await standing?.close();
    standing = undefined;
  }

  async function begin(): Promise<string> {
    await end();
    let answer: Answer = () => new Response('Starting…', { status: 503 });
    // A port of its own is an origin of its own: nothing that a browser kept of one circle reaches another.
    const listening = await serve({ fetch: async (request) => answer(request) }, { port: 0 });
    const origin = `http://localhost:${new URL(listening.url).port}`;
    const tenant = openLocalTenant({ file: ':memory:', origin });
    standing = { close: () => listening.close().then(() => tenant.close()) };
    try {
      await fill(tenant, origin);
    } catch (error) {
      await end();
      throw error;
    }
    answer = site(tenant, origin);
    return `${origin}/#person=kaja&sub=settings/keys`;
  }

  return {
    begin: () => {
      coming ??= inTurn(begin).finally(() => {
        coming = undefined;
      });
      return coming;
    },
    close: () => inTurn(end),
  };
}

/** The day before the newcomer's keys. */
export async function fillFirstDay(tenant: LocalTenant): Promise<void> {
  makeWorld(tenant.world);
  await seed({ tenant, stories: beforeFirstKeys, progress: () => undefined });
}

/** Leads whoever asks to what `begin` made; where it fails they read what to do next, and the terminal tells why. */
export function leadTo(begin: () => Promise<string>, tell: (line: string) => void): Answer {
  return async () => {
    try {
      return new Response(null, { status: 302, headers: { Location: await begin() } });
    } catch (error) {
      tell(`the second circle could not be made: ${error instanceof Error ? error.stack : error}`);
      return new Response(
        'The second circle could not be made. The terminal says why. Go back and try again.',
        {
          status: 500,
          headers: { 'Content-Type': 'text/plain; charset=utf-8' },
        },
      );
    }
  };
}

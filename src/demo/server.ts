/** The demo on one machine and one port: host page, tab, and the local tenant behind them. */
import { join } from 'node:path';
import { Hono } from 'hono';
import type { LocalTenant } from '../local-tenant/local-tenant.ts';
import { serve } from '../local-tenant/serve.ts';
import { buildApp, buildHostPage } from './build.ts';
import { openData } from './data.ts';
import { type Answer, fillFirstDay, leadTo, openFirstDay } from './first-day.ts';
import { hostSite, tabSite } from './web.ts';

export interface DemoOptions {
  /** Folder of the project. */
  readonly root: string;
  readonly port: number;
  /** Throws all local data away first. */
  readonly fresh: boolean;
  /** Builds the app again whenever a source changes. */
  readonly dev: boolean;
  /** Where the data lie; default `.local` in the project. */
  readonly folder?: string;
  /** A build of the tab to serve as it is; without it the app is built into `dist` and served from there. */
  readonly dist?: string;
  /** What new data are filled with; default the circle's nine months, which take a while. */
  readonly fill?: (tenant: LocalTenant) => Promise<void>;
  /** Called with one line before each step that takes time. */
  progress(line: string): void;
}

export interface DemoServer {
  readonly url: string;
  /** Ends open connections and closes the database; a second call waits for the first. */
  close(): Promise<void>;
}

/** Rejects with an Error in plain words when the port is taken, and with the cause when a build or the seed fails. */
export async function openDemo(options: DemoOptions): Promise<DemoServer> {
  const { root, port, fresh, progress } = options;
  const origin = `http://localhost:${port}`;
  // The port comes first: nobody should wait for a seed only to learn that another demo is running.
  let answer: Answer = () => new Response('Starting…', { status: 503, headers: { 'Retry-After': '5' } });
  const listening = await listen(port, (request) => answer(request));
  try {
    progress('building…');
    if (!options.dist) await buildApp(root, options.dev);
    const dir = await buildHostPage(root);
    const tenant = await openData({
      folder: options.folder ?? join(root, '.local'),
      origin,
      fresh,
      progress,
      fill: options.fill,
    });
    const dist = options.dist ?? join(root, 'dist');
    const firstDay = openFirstDay({
      // Its own server ends when another first day begins, so that is asked of this one.
      site: (its, at) => {
        const begun = async () => `${origin}/demo/first-day`;
        return siteOf({ tenant: its, origin: at, dir, dist, firstDay: leadTo(begun, progress) });
      },
      fill: fillFirstDay,
    });
    answer = siteOf({ tenant, origin, dir, dist, firstDay: leadTo(firstDay.begin, progress) });
    let closing: Promise<void> | undefined;
    const close = () => {
      closing ??= Promise.all([listening.close(), firstDay.close()]).then(() => tenant.close());
      return closing;
    };
    return { url: `${origin}/`, close };
  } catch (error) {
    await listening.close();
    throw error;
  }
}

/** Everything at one origin: the host page, each ministry's tab, and the tenant behind them. */
function siteOf(parts: {
  readonly tenant: LocalTenant;
  readonly origin: string;
  readonly dir: string;
  readonly dist: string;
  readonly firstDay: Answer;
}): Answer {
  const { tenant, origin, dir, dist, firstDay } = parts;
  const app = new Hono();
  app.route('/app', tabSite({ dist, graph: `${origin}/graph`, frameAncestors: ["'self'"] }));
  app.get('/demo/first-day', (context) => firstDay(context.req.raw));
  app.route('/', hostSite({ dir, tabs: '/app/', tabOrigin: "'self'" }));
  app.all('/*', (context) => tenant.fetch(context.req.raw));
  // A connection that the tenant breaks off must look broken to the browser, too.
  app.onError((error) => {
    throw error;
  });
  return app.fetch;
}

/** Listens on this machine only. */
async function listen(port: number, answer: Answer): Promise<{ close(): Promise<void> }> {
  try {
    return await serve({ fetch: async (request) => answer(request) }, { port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Port ${port} is taken. Stop what runs there, or choose another: PORT=${port + 1} npm start`,
    );
  }
}

/** Serves the tab as a ministry would, and the host page around it; the demo and the browser tests share this. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { demoMinistries, ministryOf } from './people.ts';
import { rosterAt } from './roster.ts';
import { securityHeaders } from './security-headers.ts';
import { tabConfig } from './tab-config.ts';

const slugs = demoMinistries.map(({ slug }) => slug).join('|');

const noApp =
  'The app has not been built yet: there is no dist/index.html. Run "npm run build", or start the demo again, which builds it.';

/**
 * One build under `/<ministry>/`, each with its own `config.json`. `graph` and `frameAncestors` are the demo's
 * additions; without them answers are those of production.
 */
export function tabSite(options: { dist: string; graph?: string; frameAncestors?: readonly string[] }): Hono {
  const { dist, graph, frameAncestors = [] } = options;
  const headers = securityHeaders({ frameAncestors });
  const site = new Hono();
  site.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    const lasting = /\/assets\/[^/]+$/.test(context.req.path) && context.res.ok;
    context.header('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  site.get(`/:slug{${slugs}}`, (context) => context.redirect(`${context.req.path}/`));
  site.get(`/:slug{${slugs}}/config.json`, (context) =>
    context.json(tabConfig(ministryOf(context.req.param('slug')), graph)),
  );
  site.get(`/:slug{${slugs}}/*`, async (context, next) => {
    if (!existsSync(join(dist, 'index.html'))) return context.text(noApp, 503);
    const prefix = `/${context.req.param('slug')}/`;
    const below = (path: string) => path.slice(path.indexOf(prefix) + prefix.length - 1);
    return serveStatic({ root: dist, rewriteRequestPath: below })(context, next);
  });
  return site;
}

/** The host page from `dir`, and the list of people with tabs below `tabs` (an address that ends in a slash). */
export function hostSite({ dir, tabs, tabOrigin }: { dir: string; tabs: string; tabOrigin: string }): Hono {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    'img-src data:',
    "connect-src 'self'",
    `frame-src ${tabOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const site = new Hono();
  site.get('/demo/people.json', (context) => context.json(rosterAt(tabs)));
  // By path, not for everything: other sites may be mounted beside this one.
  for (const path of ['/', '/assets/*']) {
    site.use(path, async (context, next) => {
      await next();
      context.header('Content-Security-Policy', policy.join('; '));
      context.header('Cache-Control', 'no-cache');
    });
  }
  site.get('/', serveStatic({ root: dir, path: 'index.html' }));
  site.get('/assets/*', serveStatic({ root: dir }));
  return site;
}

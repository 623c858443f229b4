/** The local tenant: a Graph-compatible SharePoint and Entra for one machine, as one Request to Response function. */
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Clock, Core } from './core.ts';
import { openDatabase } from './database.ts';
import { keySet, signingKey } from './entra/keys.ts';
import { answerAuthorize } from './entra/sign-in-page.ts';
import { answerToken, resolveTenant, SignInError, signInErrorBody } from './entra/token-endpoint.ts';
import { tokenBook } from './entra/tokens.ts';
import { type Behaviour, type FaultRule, type Faults, faultBox } from './faults/fault-box.ts';
import { columnBook } from './graph/columns.ts';
import { graphEndpoint, NetworkFault } from './graph/endpoint.ts';
import { buildWorld, type World } from './world/world.ts';

export interface LocalTenantOptions {
  /** ':memory:' or a SQLite path; its folder is made. */
  file: string;
  /** Where the tenant says it lives; default http://localhost:5300. */
  origin?: string;
  /** Milliseconds since 1970; default Date.now. */
  clock?: () => number;
  /** Base of the links Graph hands out; default https://graph.microsoft.com/v1.0. */
  graphBase?: string;
}

export interface LocalTenant {
  /**
   * Answers /graph/v1.0/…, /{tenant}/oauth2/v2.0/{token,authorize}, /{tenant}/discovery/v2.0/keys,
   * /{tenant}/v2.0/.well-known/openid-configuration, /faults and /clock.
   * Where a browser would see the connection break, it rejects with TypeError 'fetch failed'.
   */
  fetch(request: Request): Promise<Response>;
  world: World;
  faults: Faults;
  clock: Clock;
  close(): void;
}

/** The headers Graph lets a browser read: neither Retry-After nor Date nor Location. */
const exposed = [
  'ETag',
  'Preference-Applied',
  'Content-Range',
  'request-id',
  'client-request-id',
  'ReadWriteConsistencyToken',
  'SdkVersion',
  'WWW-Authenticate',
  'x-ms-client-gcc-tenant',
];

function movableClock(real: () => number): Clock {
  let offset = 0;
  return {
    now: () => real() + offset,
    set(at) {
      offset = at === undefined ? 0 : at - real();
    },
  };
}

async function body(context: Context): Promise<Record<string, unknown>> {
  const text = await context.req.text();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function controls(app: Hono, core: Core): void {
  app.get('/faults', (context) =>
    context.json({ faults: core.faults.list(), behaviour: core.faults.behaviour() }),
  );
  app.post('/faults', async (context) => {
    const { behaviour, ...rule } = (await body(context)) as {
      behaviour?: Partial<Behaviour>;
    } & Partial<FaultRule>;
    if (behaviour !== undefined) core.faults.behave(behaviour);
    const id = rule.kind === undefined ? undefined : core.faults.add({ ...rule, kind: rule.kind });
    return context.json({ ...(id === undefined ? {} : { id }), behaviour: core.faults.behaviour() }, 201);
  });
  app.delete('/faults/:id?', (context) => {
    core.faults.clear(context.req.param('id'));
    return context.body(null, 204);
  });
  app.post('/clock', async (context) => {
    const { at, offsetMs } = (await body(context)) as { at?: number | string; offsetMs?: number };
    core.clock.set(undefined);
    if (offsetMs !== undefined) core.clock.set(core.clock.now() + offsetMs);
    else if (at !== undefined) core.clock.set(typeof at === 'number' ? at : Date.parse(at));
    return context.json({ now: core.clock.now() });
  });
}

function metadata(core: Core, tenant: string): object {
  const base = `${core.origin}/${tenant}`;
  return {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['none'],
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'oid',
      'ver',
    ],
    code_challenge_methods_supported: ['S256'],
    tenant_region_scope: 'EU',
    cloud_instance_name: new URL(core.origin).host,
    msgraph_host: 'graph.microsoft.com',
  };
}

/** Opens the tenant kept in `file`, or begins a new one there. */
export function openLocalTenant(options: LocalTenantOptions): LocalTenant {
  const db = openDatabase(options.file);
  const core: Core = {
    db,
    clock: movableClock(options.clock ?? Date.now),
    faults: faultBox(),
    origin: options.origin ?? 'http://localhost:5300',
    graphBase: options.graphBase ?? 'https://graph.microsoft.com/v1.0',
  };
  const key = signingKey(db, options.file === ':memory:');
  const tokens = tokenBook(core, key);
  const graph = graphEndpoint(core, columnBook(core), tokens);
  const app = new Hono();
  app.use(
    '*',
    cors({
      origin: '*',
      exposeHeaders: exposed,
      allowMethods: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
      maxAge: 3600,
    }),
  );
  app.all('/graph/v1.0/*', (context) => {
    const { pathname } = new URL(context.req.url);
    return graph.answer(context.req.raw, pathname.slice('/graph/v1.0'.length));
  });
  controls(app, core);
  app.post('/:tenant/oauth2/v2.0/token', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    context.header('cache-control', 'no-store');
    return context.json(answerToken(core, tokens, context.req.param('tenant'), form));
  });
  app.get('/:tenant/oauth2/v2.0/authorize', (context) =>
    answerAuthorize(core, context.req.param('tenant'), new URL(context.req.url)),
  );
  app.get('/:tenant/discovery/v2.0/keys', (context) => context.json(keySet(key)));
  app.get('/:tenant/v2.0/.well-known/openid-configuration', (context) =>
    context.json(metadata(core, resolveTenant(core, context.req.param('tenant')))),
  );
  app.notFound((context) => {
    const message = `The local tenant does not know ${context.req.method} ${new URL(context.req.url).pathname}`;
    return context.json({ error: { code: 'notImplemented', message } }, 501);
  });
  let closed = false;
  app.onError((error, context) => {
    if (error instanceof SignInError) return context.json(signInErrorBody(core, error), 400);
    if (error instanceof SyntaxError)
      return context.json({ error: { code: 'BadRequest', message: error.message } }, 400);
    if (error instanceof NetworkFault) throw error;
    // Whoever still asks after the end meets what a stopped server answers: nothing.
    if (closed) throw new NetworkFault('fetch failed');
    console.error(error);
    return context.json({ error: { code: 'generalException', message: 'The local tenant failed' } }, 500);
  });
  return {
    fetch: async (request) => {
      if (closed) throw new TypeError('fetch failed');
      return app.fetch(request);
    },
    world: buildWorld(core),
    faults: core.faults,
    clock: core.clock,
    close: () => {
      closed = true;
      db.close();
    },
  };
}

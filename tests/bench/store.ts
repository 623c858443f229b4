/** What reading through the store costs beside a plain fetch loop, and how many calls the first load takes. */

import { randomBytes } from 'node:crypto';
import { addDays, type Day, entryIdFrom } from '../../src/domain/ids.ts';
import type { AnyKind } from '../../src/domain/record-kind.ts';
import { contact, contactExample } from '../../src/domain/records/contact.ts';
import { kindOf, recordKinds } from '../../src/domain/registry.ts';
import { systemKinds } from '../../src/domain/system-kinds.ts';
import { openLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { serve } from '../../src/local-tenant/serve.ts';
import { encodeRow } from '../../src/store/encode.ts';
import { addressesOf, fieldsOf } from '../../src/store/graph/address.ts';
import { openGraphBook } from '../../src/store/graph/graph-book.ts';
import { rowsAPage } from '../../src/store/graph/pages.ts';
import { graphBase, graphFetch, type Transport } from '../../src/store/graph/transport.ts';

const clientId = '0c1f3a52-6f0e-4d3e-9c33-0d6a5a9f1a01';
const mail = 'owner@aldermark.example';
const today = '2026-11-20' as Day;

export interface StoreFigures {
  readonly items: number;
  /** Milliseconds, the best of the rounds. */
  readonly store: number;
  readonly plain: number;
  readonly ratio: number;
  /** The same with the pages already in memory: what our code alone costs beside JSON.parse. */
  readonly storeInMemory: number;
  readonly plainInMemory: number;
  /** First load of `lists` lists. */
  readonly coldStart: readonly {
    readonly lists: number;
    readonly calls: number;
    readonly roundTrips: number;
  }[];
}

/** Fills a list of a local tenant behind a real port with `items` contacts and measures. */
export async function measureStore(items = 20_000, rounds = 5): Promise<StoreFigures> {
  const kind: AnyKind = contact;
  const tenant = openLocalTenant({ file: ':memory:' });
  const server = await serve(tenant, { port: 0 });
  try {
    const { site, token } = await stage(tenant, server.url);
    const transport = graphFetch({ token: async () => token, rewrite: `${server.url}/graph` });
    const book = openGraphBook({ site, transport });
    const coldStart = [];
    for (const kinds of [recordKinds.slice(0, 6), [...recordKinds, ...systemKinds].slice(0, 16)])
      coldStart.push(await coldStartOf(transport, site, kinds));
    await book.provision([kind]);
    await fill(transport, site, kind, items);

    const first = `${graphBase}${addressesOf(site).items(kind)}?${fieldsOf(kind)}&$top=${rowsAPage}`;
    const kept = new Map<string, string>();
    const keeping: Transport = async (url, init) => {
      const response = await transport(url, init);
      kept.set(url, await response.clone().text());
      return response;
    };
    await plainLoop(keeping, first);
    const fromMemory: Transport = async (url) =>
      new Response(kept.get(url) ?? '{"value":[]}', { headers: { 'content-type': 'application/json' } });
    const still = openGraphBook({ site, transport: fromMemory });

    const read = async (from: typeof book) => {
      const page = await from.loadAll(kind);
      if (page.entries.length !== items) throw new Error(`read ${page.entries.length} of ${items}`);
    };
    const best = await bestOf(rounds, {
      plain: () => plainLoop(transport, first),
      store: () => read(book),
      plainInMemory: () => plainLoop(fromMemory, first),
      storeInMemory: () => read(still),
    });
    return { items, ...best, ratio: best.store / best.plain, coldStart };
  } finally {
    await server.close();
    tenant.close();
  }
}

async function plainLoop(transport: Transport, first: string): Promise<number> {
  let url: string | undefined = first;
  let count = 0;
  while (url !== undefined) {
    const response = await transport(url, { method: 'GET' });
    const page = JSON.parse(await response.text()) as { value: unknown[]; '@odata.nextLink'?: string };
    count += page.value.length;
    url = page['@odata.nextLink'];
  }
  return count;
}

/** The contenders take turns, so that a busy machine is unfair to none. */
async function bestOf<K extends string>(
  rounds: number,
  contenders: Readonly<Record<K, () => Promise<unknown>>>,
): Promise<Record<K, number>> {
  const names = Object.keys(contenders) as K[];
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<K, number>;
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) {
      const start = performance.now();
      await contenders[name]();
      best[name] = Math.min(best[name], performance.now() - start);
    }
  return best;
}

async function coldStartOf(
  transport: Transport,
  site: string,
  kinds: readonly AnyKind[],
): Promise<StoreFigures['coldStart'][number]> {
  let calls = 0;
  let inFlight = 0;
  let roundTrips = 0;
  const counting: Transport = async (url, init) => {
    calls += 1;
    if (inFlight === 0) roundTrips += 1;
    inFlight += 1;
    try {
      return await transport(url, init);
    } finally {
      inFlight -= 1;
    }
  };
  await openGraphBook({ site, transport }).provision(kinds);
  const book = openGraphBook({ site, transport: counting });
  await book.open(kinds, kinds[0] ?? kindOf('contact'), addDays(today, -30));
  return { lists: kinds.length, calls, roundTrips };
}

async function stage(
  tenant: ReturnType<typeof openLocalTenant>,
  url: string,
): Promise<{ site: string; token: string }> {
  const { world } = tenant;
  const home = world.tenant({ name: 'Aldermark', domain: 'aldermark.example' }).id;
  const owner = world.user({ tenant: home, name: 'Owner of the Aldermark site', mail }).id;
  world.app({ tenant: home, clientId, scopes: ['User.Read', 'Sites.Manage.All'] });
  const site = world.site({ tenant: home, path: '/sites/aldermark', name: 'Aldermark' });
  world.grant({ site: site.id, clientId, role: 'write' });
  world.member({
    group: world.group({ site: site.id, name: 'Owners', level: 'fullControl' }).id,
    user: owner,
  });
  const body = new URLSearchParams({
    grant_type: 'password',
    username: mail,
    password: 'local',
    client_id: clientId,
    scope: 'Sites.Manage.All',
  });
  const answer = await fetch(`${url}/${home}/oauth2/v2.0/token`, { method: 'POST', body });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return { site: site.webUrl.replace(/^https:\/\/([^/]+)/, '$1:'), token };
}

async function fill(transport: Transport, site: string, kind: AnyKind, items: number): Promise<void> {
  const by = { objectId: 'owner', tenantId: 'aldermark', name: 'Owner of the Aldermark site' };
  const url = addressesOf(site).items(kind);
  for (let from = 0; from < items; from += 20) {
    const requests = Array.from({ length: Math.min(20, items - from) }, (_, index) => {
      const entry = entryIdFrom(new Uint8Array(randomBytes(16)));
      const row = encodeRow({ kind, entry, record: contactExample, by, under: ['none'] });
      const fields = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
      return {
        id: String(index),
        method: 'POST',
        url,
        headers: { 'Content-Type': 'application/json' },
        body: { fields },
      };
    });
    const answer = await transport(`${graphBase}/$batch`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ requests }),
    });
    const { responses } = (await answer.json()) as { responses: { status: number; body: unknown }[] };
    const refused = responses.find((one) => one.status !== 201);
    if (refused) throw new Error(`a row was refused: ${JSON.stringify(refused.body)}`);
  }
}

/** Prints the figures; targets are 1.5 times the plain loop, two round trips and three calls. */
export async function benchStore(): Promise<void> {
  const figures = await measureStore();
  const ms = (value: number) => `${Math.round(value).toLocaleString('en')} ms`;
  console.log(
    `store: ${figures.items.toLocaleString('en')} items in ${ms(figures.store)}, plain fetch loop and JSON.parse ${ms(figures.plain)}: ${figures.ratio.toFixed(2)} × (target 1.5)`,
  );
  console.log(
    `store: the same from pages in memory ${ms(figures.storeInMemory)} against ${ms(figures.plainInMemory)}: ${(figures.storeInMemory / figures.plainInMemory).toFixed(2)} ×`,
  );
  for (const one of figures.coldStart)
    console.log(
      `store: cold start with ${one.lists} lists: ${one.roundTrips} round trips (target 2), ${one.calls} calls (target 3)`,
    );
}

if (process.argv[1]?.endsWith('bench/store.ts')) await benchStore();

/** Places on a local tenant in process: one tenant per test file, one site per place, time that passes only by waiting. */

import type { AnyKind, Person } from '../../../src/domain/record-kind.ts';
import type { FaultRule } from '../../../src/local-tenant/faults/fault-box.ts';
import { type LocalTenant, openLocalTenant } from '../../../src/local-tenant/local-tenant.ts';
import { openGraphBook } from '../../../src/store/graph/graph-book.ts';
import { type Limits, type Pace, usualLimits } from '../../../src/store/graph/patience.ts';
import { graphFetch, type Transport } from '../../../src/store/graph/transport.ts';
import type { Place } from './place.ts';
import { beat, visit } from './visit-kind.ts';

const clientId = '0c1f3a52-6f0e-4d3e-9c33-0d6a5a9f1a01';
const runtime = ['User.Read', 'Sites.Selected'];
const owning = ['User.Read', 'Sites.Manage.All'];

export interface LocalGround {
  readonly tenant: LocalTenant;
  /** A new site with an owner, a focal point and a deputy. */
  open(faults?: readonly FaultRule[], limits?: Limits): Promise<LocalPlace>;
  close(): void;
}

export interface LocalPlace extends Place {
  readonly site: string;
  /** Every request sent for the focal point's book, in order. */
  readonly sent: { readonly method: string; readonly url: string; readonly body: string }[];
  /** Milliseconds the books waited, in order. */
  readonly waits: number[];
  readonly transport: Transport;
  graph(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
}

/** Opens the tenant; its clock starts at 20 November 2026 and moves ten milliseconds with every look. */
export function localGround(): LocalGround {
  let now = Date.parse('2026-11-20T09:00:00Z');
  const tenant = openLocalTenant({
    file: ':memory:',
    clock: () => {
      now += 10;
      return now;
    },
  });
  const { world } = tenant;
  const { id: home } = world.tenant({ name: 'Aldermark', domain: 'aldermark.example' });
  world.app({ tenant: home, clientId, scopes: [...runtime, 'Sites.Manage.All'] });
  const people = {
    owner: person('Owner of the Aldermark site', 'owner@aldermark.example'),
    focalPoint: person('Focal point of Aldermark', 'focal.point@aldermark.example'),
    deputy: person('Deputy of Aldermark', 'deputy@aldermark.example'),
  };
  let sites = 0;

  function person(name: string, mail: string): Person & { mail: string } {
    return { objectId: world.user({ tenant: home, name, mail }).id, tenantId: home, name, mail };
  }

  async function token(mail: string, scopes: readonly string[]): Promise<string> {
    const body = new URLSearchParams({
      grant_type: 'password',
      username: mail,
      password: 'local',
      client_id: clientId,
      scope: scopes.join(' '),
    });
    const response = await tenant.fetch(
      new Request(`http://localhost/${home}/oauth2/v2.0/token`, { method: 'POST', body }),
    );
    const answer = (await response.json()) as { access_token?: string };
    if (answer.access_token === undefined) throw new Error('no token');
    return answer.access_token;
  }

  return {
    tenant,
    close: () => tenant.close(),
    async open(faults = [], limits = usualLimits) {
      sites += 1;
      tenant.faults.clear();
      const site = world.site({ tenant: home, path: `/sites/place-${sites}`, name: `Place ${sites}` });
      world.grant({ site: site.id, clientId, role: 'write' });
      const owners = world.group({ site: site.id, name: 'Owners', level: 'fullControl' }).id;
      const members = world.group({ site: site.id, name: 'Focal points', level: 'contribute' }).id;
      world.member({ group: owners, user: people.owner.objectId });
      for (const one of [people.focalPoint, people.deputy])
        world.member({ group: members, user: one.objectId });
      const address = site.webUrl.replace(/^https:\/\/([^/]+)/, '$1:');
      const tokens = {
        owner: await token(people.owner.mail, owning),
        focalPoint: await token(people.focalPoint.mail, runtime),
        deputy: await token(people.deputy.mail, runtime),
      };
      const sent: { method: string; url: string; body: string }[] = [];
      const waits: number[] = [];
      const pace: Pace = {
        now: () => now,
        random: seeded(sites),
        sleep: async (ms) => {
          waits.push(ms);
          now += ms;
        },
      };
      const over = (mine: string, noted: boolean): Transport =>
        graphFetch({
          token: async () => mine,
          rewrite: 'http://localhost/graph',
          fetch: async (url, init) => {
            const request = new Request(url, init);
            if (noted)
              sent.push({ method: request.method, url: request.url, body: await request.clone().text() });
            return tenant.fetch(request);
          },
        });
      const bookOf = (mine: string, noted: boolean) =>
        openGraphBook({
          site: address,
          transport: over(mine, noted),
          pace,
          limits,
        });
      async function graph(method: string, path: string, body?: unknown) {
        const response = await tenant.fetch(
          new Request(`http://localhost/graph/v1.0/sites/${site.id}${path}`, {
            method,
            headers: { authorization: `Bearer ${tokens.owner}`, 'content-type': 'application/json' },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          }),
        );
        const text = await response.text();
        return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
      }
      async function must(method: string, path: string, body?: unknown): Promise<unknown> {
        const kept = tenant.faults.list();
        tenant.faults.clear();
        const answer = await graph(method, path, body);
        for (const { id: _id, struck: _struck, ...rule } of kept) tenant.faults.add(rule);
        if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
        return answer.body;
      }
      const items = (kind: AnyKind) => `/lists/${encodeURIComponent(kind.list)}/items`;
      for (const fault of faults) tenant.faults.add(fault);
      return {
        book: bookOf(tokens.focalPoint, true),
        colleague: bookOf(tokens.deputy, false),
        owner: bookOf(tokens.owner, false),
        visit,
        beat,
        person: bare(people.focalPoint),
        colleaguePerson: bare(people.deputy),
        site: address,
        sent,
        waits,
        transport: over(tokens.focalPoint, false),
        graph,
        byHand: {
          edit: async (kind, id, columns) => {
            await must('PATCH', `${items(kind)}/${id}/fields`, columns);
          },
          add: async (kind, columns) => {
            const made = await must('POST', items(kind), { fields: columns });
            return (made as { id: string }).id;
          },
          dropColumn: async (kind, column) => {
            await must('DELETE', `/lists/${encodeURIComponent(kind.list)}/columns/${column}`);
          },
          forgetTokens: async () => {
            tenant.faults.add({ kind: 'resync', count: 1, path: 'delta\\?.*token=(?!latest)' });
          },
        },
        close: async () => tenant.faults.clear(),
      };
    },
  };
}

function bare({ objectId, tenantId, name }: Person): Person {
  return { objectId, tenantId, name };
}

/** Mulberry32: the same chances in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The cast's circle on a local tenant: its lists and rights as the host's administrator sets them, guests with the host's tokens. */

import { circlePath, demoClientId, ministryOf, siteAddress } from '../../src/demo/people.ts';
import { calendarFrom } from '../../src/demo/seed/calendar.ts';
import { openChance } from '../../src/demo/seed/chance.ts';
import { setUp } from '../../src/demo/seed/set-up.ts';
import { joinCircle, setUpCircle } from '../../src/demo/seed/set-up-circle.ts';
import { openStaff, type Staff } from '../../src/demo/seed/staff.ts';
import { makeWorld } from '../../src/demo/world.ts';
import { type LocalTenant, openLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import type { Book } from '../../src/store/book.ts';
import { castOf } from './set-up-mission.ts';

export interface CircleWorld {
  readonly tenant: LocalTenant;
  readonly staff: Staff;
  /** The book of their mission, set up when it is first asked for. */
  bookOf(who: string): Promise<Book>;
  /** Milliseconds of the server. */
  readonly time: { now: number };
  /** Path of the circle's site below v1.0. */
  readonly site: string;
  /** A token of the circle's host, or of the person's own ministry. @throws Error with the tenant's own words */
  token(who: string, options?: { readonly scopes?: string; readonly home?: true }): Promise<string>;
  /** What Graph itself answers to that person, whatever any app would ask. */
  graph(who: string, method: string, path: string, how?: Asked): Promise<Answered>;
  /** Every list of the circle's site as its host's administrator gets it through Graph. */
  raw(): Promise<readonly RawList[]>;
  close(): void;
}

export interface RawList {
  readonly name: string;
  /** Each with its fields and its earlier states. */
  readonly items: readonly RawItem[];
}

export interface RawItem {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly versions: readonly unknown[];
}

export interface Asked {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly scopes?: string;
  readonly home?: true;
}

export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Opens the world; `setUp: false` leaves the site without lists. */
export async function openCircleWorld(options: { readonly setUp?: false } = {}): Promise<CircleWorld> {
  const time = { now: Date.parse('2026-11-20T09:00:00Z') };
  const tenant = openLocalTenant({
    file: ':memory:',
    clock: () => {
      time.now += 10;
      return time.now;
    },
  });
  makeWorld(tenant.world);
  const staff = openStaff(tenant, openChance());
  const host = ministryOf('secretariat');
  if (options.setUp !== false) {
    await setUpCircle(tenant, staff, 'selim');
    for (const mission of ['aldermark', 'brenland', 'estmark']) await joinCircle(staff, 'selim', mission);
  }

  const ready = new Map<string, Promise<void>>();
  const bookOf: CircleWorld['bookOf'] = async (who) => {
    const { ministry } = castOf(who);
    const made = ready.get(ministry) ?? setUp(tenant, staff, `${ministry}-owner`, calendarFrom(time.now), 0);
    ready.set(ministry, made);
    await made;
    return staff.book(who);
  };

  const token: CircleWorld['token'] = async (who, { scopes = 'User.Read Sites.Selected', home } = {}) => {
    const { mail, ministry } = castOf(who);
    const { tenantId } = home ? ministryOf(ministry) : host;
    const response = await tenant.fetch(
      new Request(`http://localhost/${tenantId}/oauth2/v2.0/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'password',
          username: mail,
          password: 'local',
          client_id: demoClientId,
          scope: scopes,
        }),
      }),
    );
    const answer = (await response.json()) as { access_token?: string; error_description?: string };
    if (answer.access_token === undefined) throw new Error(answer.error_description);
    return answer.access_token;
  };

  const site = `/sites/${siteAddress(host, circlePath)}:`;

  const graph: CircleWorld['graph'] = async (who, method, path, { body, headers, ...asked } = {}) => {
    const response = await tenant.fetch(
      new Request(`http://localhost/graph/v1.0${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await token(who, asked)}`,
          'content-type': 'application/json',
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answered['body']) };
  };

  /** @throws Error where Graph refuses */
  async function values<T>(path: string): Promise<readonly T[]> {
    const all: T[] = [];
    for (let next: string | undefined = path; next !== undefined; ) {
      const { status, body } = await graph('selim', 'GET', next);
      if (status !== 200) throw new Error(`${next}: ${status}`);
      all.push(...(body.value as T[]));
      next = (body['@odata.nextLink'] as string | undefined)?.replace(/^.*\/v1\.0/, '');
    }
    return all;
  }

  return {
    tenant,
    staff,
    bookOf,
    time,
    site,
    token,
    graph,
    async raw() {
      const lists = await values<{ readonly displayName: string }>(`${site}/lists`);
      return Promise.all(
        lists.map(async ({ displayName: name }) => {
          const path = `${site}/lists/${encodeURIComponent(name)}/items`;
          const items = await values<Omit<RawItem, 'versions'>>(`${path}?$expand=fields&$top=200`);
          const withVersions = items.map(async (item) => ({
            ...item,
            versions: await values<unknown>(`${path}/${item.id}/versions`),
          }));
          return { name, items: await Promise.all(withVersions) };
        }),
      );
    },
    close() {
      staff.close();
      tenant.close();
    },
  };
}

/** A mission on the Graph book over a local tenant in process: people of the cast sign in by password, time passes only by waiting. */

import { createHash } from 'node:crypto';
import { demoClientId, ministryOf, siteAddress } from '../../src/demo/people.ts';
import { makeWorld } from '../../src/demo/world.ts';
import type { AnyKind, AnyRecord, Entry, Person } from '../../src/domain/record-kind.ts';
import { journal } from '../../src/domain/system/journal.ts';
import { seededRandom } from '../../src/local-tenant/faults/fault-box.ts';
import { type LocalTenant, openLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { keepBook } from '../../src/log/bookkeeping.ts';
import { serverClock } from '../../src/log/clock.ts';
import type { Environment } from '../../src/log/environment.ts';
import { openJournal } from '../../src/log/journal.ts';
import type { Log } from '../../src/log/log.ts';
import type { Book } from '../../src/store/book.ts';
import { openGraphBook } from '../../src/store/graph/graph-book.ts';
import { type Pace, usualLimits } from '../../src/store/graph/patience.ts';
import { graphFetch } from '../../src/store/graph/transport.ts';
import { openReadyLog } from './ready-log.ts';
import { castOf, personOf, setUpMission } from './set-up-mission.ts';

const scopes = ['User.Read', 'Sites.Selected'];
const owningScopes = ['User.Read', 'Sites.Manage.All'];
/** One HTTP call of a tab; times in milliseconds of this process. */
export interface Sent {
  readonly method: string;
  /** Path below v1.0, with its query. */
  readonly path: string;
  readonly body: string;
  /** Milliseconds of the server when it came. */
  readonly at: number;
  readonly came: number;
  /** Both undefined until it is answered, and where the connection broke. */
  answered: number | undefined;
  status: number | undefined;
}

/** What stands between a tab and the network. `send` passes the call on. */
export type Network = (request: Request, send: () => Promise<Response>) => Promise<Response>;

export interface TabOptions {
  /** How far this machine's clock is ahead. */
  readonly skewMs?: number;
  readonly network?: Network;
  /** Used for every call instead of one's own fresh token. */
  readonly token?: string;
  /** Slug of the ministry whose mission book is opened; default the person's own. */
  readonly mission?: string;
  /** Whether the machine learnt the server's time when it signed in; default true. */
  readonly hearsTime?: boolean;
  /** Stands between the log and its book. */
  readonly over?: (book: Book) => Book;
}

/** One person's open tab. */
export interface Tab {
  readonly log: Log;
  readonly book: Book;
  readonly person: Person;
  /** Every call so far, oldest first. */
  readonly sent: readonly Sent[];
}

export interface GraphWorld {
  readonly tenant: LocalTenant;
  /** Milliseconds of the server; may be moved forward. */
  readonly time: { now: number };
  person(key: string): Person;
  token(key: string, scopes?: readonly string[]): Promise<string>;
  /** Opens the tab and waits until the older entries have arrived too. */
  open(key: string, options?: TabOptions): Promise<Tab>;
  /** A book of the mission without a log; the options as for a tab. */
  book(key: string, options?: TabOptions): { readonly book: Book; readonly sent: readonly Sent[] };
  /** One call by the site's owner, past every rule of the app: a list edited by hand. */
  byHand(method: string, path: string, body?: unknown, mission?: string): Promise<unknown>;
  /** Adds the person to a group of their mission's site, or takes them out of it. */
  member(key: string, group: 'Members' | 'Identity readers', isIn: boolean): void;
  /** Faults in the journal chain of one person, empty when it holds. */
  journalFaults(key: string): Promise<readonly string[]>;
  close(): void;
}

export interface WorldOptions {
  /** Where the tenant says it lives. */
  readonly origin?: string;
  /** The clock starts now and runs as clocks do, for browsers that have their own. */
  readonly realTime?: true;
}

/** Opens the world with the lists of these missions set up; the clock starts at 20 November 2026, 09:00 UTC. */
export async function openGraphWorld(
  missions: readonly string[] = ['aldermark'],
  { origin, realTime }: WorldOptions = {},
): Promise<GraphWorld> {
  const time = { now: realTime ? Date.now() : Date.parse('2026-11-20T09:00:00Z') };
  const tenant = openLocalTenant({
    file: ':memory:',
    ...(origin ? { origin } : {}),
    clock: () => {
      time.now = realTime ? Date.now() : time.now + 10;
      return time.now;
    },
  });
  makeWorld(tenant.world);
  const { world } = tenant;
  const random = seededRandom(1);
  const bytes = (n: number) => Uint8Array.from({ length: n }, () => Math.floor(random() * 256));
  const pace: Pace = {
    now: () => time.now,
    random,
    sleep: async (ms) => {
      time.now += ms;
    },
  };
  const tokens = new Map<string, { readonly token: string; readonly until: number }>();

  async function token(key: string, asked: readonly string[] = scopes): Promise<string> {
    const known = tokens.get(`${key} ${asked.join(' ')}`);
    if (known && known.until > time.now) return known.token;
    const cast = castOf(key);
    const response = await tenant.fetch(
      new Request(`http://localhost/${ministryOf(cast.ministry).tenantId}/oauth2/v2.0/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'password',
          username: cast.mail,
          password: 'local',
          client_id: demoClientId,
          scope: asked.join(' '),
        }),
      }),
    );
    const answer = (await response.json()) as { access_token?: string; expires_in?: number };
    if (answer.access_token === undefined) throw new Error(`${key} could not sign in`);
    const until = time.now + ((answer.expires_in ?? 0) - 300) * 1000;
    tokens.set(`${key} ${asked.join(' ')}`, { token: answer.access_token, until });
    return answer.access_token;
  }

  function siteOf(slug: string): { readonly address: string; readonly id: string } {
    const owner = ministryOf(slug);
    if (!owner.mission) throw new TypeError(`${slug} has no mission`);
    const { path, name } = owner.mission;
    return {
      address: siteAddress(owner, path),
      id: world.site({ tenant: owner.tenantId, path, name }).id,
    };
  }

  function bookOf(key: string, options: TabOptions) {
    const sent: Sent[] = [];
    const through = options.network ?? ((_, send) => send());
    const transport = graphFetch({
      token: async () => options.token ?? token(key),
      rewrite: 'http://localhost/graph',
      fetch: async (url, init) => {
        const request = new Request(url, init);
        const { pathname, search } = new URL(request.url);
        const call: Sent = {
          method: request.method,
          path: pathname.slice('/graph/v1.0'.length) + search,
          body: await request.clone().text(),
          at: time.now,
          came: performance.now(),
          answered: undefined,
          status: undefined,
        };
        sent.push(call);
        const response = await through(request, () => tenant.fetch(request));
        call.answered = performance.now();
        call.status = response.status;
        return response;
      },
    });
    const { address } = siteOf(options.mission ?? castOf(key).ministry);
    return { book: openGraphBook({ site: address, transport, pace, limits: usualLimits }), sent };
  }

  function environment(skewMs: number): Environment {
    return {
      now: () => time.now + skewMs,
      random: bytes,
      digest: async (text) => new Uint8Array(createHash('sha256').update(text).digest()),
      // Nothing happens by itself: a test asks for the next beat.
      after: () => () => undefined,
      isVisible: () => true,
    };
  }

  async function byHand(method: string, path: string, body?: unknown, slug = 'aldermark'): Promise<unknown> {
    const response = await tenant.fetch(
      new Request(`http://localhost/graph/v1.0/sites/${siteOf(slug).id}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await token(`${slug}-owner`, owningScopes)}`,
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }

  for (const slug of missions) {
    const { address, id } = siteOf(slug);
    await setUpMission(tenant, slug, {
      address,
      site: id,
      token: await token(`${slug}-owner`, owningScopes),
      pace,
      random: bytes,
    });
  }

  return {
    tenant,
    time,
    person: personOf,
    token,
    byHand,
    book: (key, options = {}) => bookOf(key, options),
    async open(key, options = {}) {
      const { book, sent } = bookOf(key, options);
      // Only a token that was issued just now tells the time.
      tokens.delete(`${key} ${scopes.join(' ')}`);
      const held = options.token ?? (await token(key));
      const log = await openReadyLog({
        book: options.over?.(book) ?? book,
        person: personOf(key),
        environment: environment(options.skewMs ?? 0),
        ...(options.hearsTime === false ? {} : { issuedAt: issuedAt(held) }),
      });
      await olderArrived(log);
      return { log, book, person: personOf(key), sent };
    },
    member(key, name, isIn) {
      const { id } = siteOf(castOf(key).ministry);
      const group = world.group({ site: id, name, level: 'contribute' }).id;
      if (isIn) world.member({ group, user: castOf(key).id });
      else world.leave({ group, user: castOf(key).id });
    },
    async journalFaults(key) {
      const { book } = bookOf(key, {});
      const machine = environment(0);
      const clock = serverClock(machine.now);
      const books = keepBook(book, machine, clock, () => undefined);
      const author = personOf(key);
      const { entries } = await book.loadAll(journal);
      const own = entries.filter(({ record }) => (record.author as Person).objectId === author.objectId);
      return openJournal(book, books, machine, clock, author).verify(own);
    },
    close: () => tenant.close(),
  };
}

/** Address of a kind's list, or of one of its items, below the site. */
export function listPath(kind: AnyKind, item?: string): string {
  const list = `/lists/${encodeURIComponent(kind.list)}`;
  return item === undefined ? list : `${list}/items/${item}`;
}

/** What a form started from. */
export function baseOf({ id, version, record }: Entry): { id: string; version: string; record: AnyRecord } {
  return { id, version, record };
}

function olderArrived(log: Log): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (log.view().sync.older !== undefined) return;
      stop();
      resolve();
    };
    const stop = log.subscribe(look);
    look();
  });
}

/** Milliseconds at which a token was issued. */
function issuedAt(token: string): number {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    iat: number;
  };
  return claims.iat * 1000;
}

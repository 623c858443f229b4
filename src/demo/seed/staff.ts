/** The people of the cast at work: each signs in as themself and goes through the same door as the app. */

import type { Person } from '../../domain/record-kind.ts';
import type { LocalTenant } from '../../local-tenant/local-tenant.ts';
import { beginCircle, type ConfiguredCircle } from '../../log/circle/begin.ts';
import { browserEnvironment, type Environment } from '../../log/environment.ts';
import type { Log } from '../../log/log.ts';
import { openLog } from '../../log/open-log.ts';
import type { Book } from '../../store/book.ts';
import { openGraphBook } from '../../store/graph/graph-book.ts';
import { graphFetch, type Transport } from '../../store/graph/transport.ts';
import { circlePath, type DemoMinistry, demoClientId, ministryOf, siteAddress } from '../people.ts';
import { asPerson, castPerson } from './act.ts';
import { bytesFor, type Chance } from './chance.ts';

const working = ['User.Read', 'Sites.Selected'];
const owning = ['User.Read', 'Sites.Manage.All'];
/** A token is used for so long; it lives a little longer. */
const TOKEN_MS = 3_000_000;
/** Longer than the story: the first load brings everything. */
const ALL_DAYS = 400;

export interface Staff {
  readonly environment: Environment;
  /** That person's log, with everything that colleagues did until now. */
  log(who: string): Promise<Log>;
  /** The book of that person's mission; `owner` asks for the right to create lists. */
  book(who: string, owner?: boolean): Book;
  /** That person's way to the circle's site, with a token of its host. */
  circle(who: string, owner?: boolean): ConfiguredCircle;
  /** To be called after somebody wrote, so that colleagues look again. */
  wrote(who: string): void;
  close(): void;
}

export function openStaff(tenant: LocalTenant, chance: Chance): Staff {
  const environment: Environment = {
    ...browserEnvironment(),
    now: () => tenant.clock.now(),
    random: chance.random,
    // Nobody listens between two acts; who acts looks again first.
    after: () => () => undefined,
    isVisible: () => false,
  };
  const logs = new Map<string, Promise<Log>>();
  /** People whose log does not hold yet what a colleague wrote. */
  const behind = new Set<string>();

  function transport(who: string, scopes: readonly string[], ministry: DemoMinistry): Transport {
    let token: { readonly text: string; readonly at: number } | undefined;
    return graphFetch({
      rewrite: 'http://localhost/graph',
      fetch: (url, init) => tenant.fetch(new Request(url, init)),
      async token() {
        if (token && tenant.clock.now() - token.at < TOKEN_MS) return token.text;
        const at = tenant.clock.now();
        token = { text: await signIn(tenant, who, scopes, ministry.tenantId), at };
        return token.text;
      },
    });
  }

  function book(who: string, owner = false): Book {
    const ministry = ministryOf(castPerson(who).ministry);
    if (!ministry.mission) throw new TypeError(`${who} works in no mission`);
    return bookAt(ministry, ministry.mission.path, who, owner);
  }

  function bookAt(ministry: DemoMinistry, path: string, who: string, owner: boolean): Book {
    const pace = bytesFor(`pace ${who}`);
    return openGraphBook({
      site: siteAddress(ministry, path),
      transport: transport(who, owner ? owning : working, ministry),
      pace: {
        now: () => tenant.clock.now(),
        random: () => (pace(1)[0] ?? 0) / 256,
        sleep: async () => undefined,
      },
    });
  }

  function circle(who: string, owner = false): ConfiguredCircle {
    const host = ministryOf('secretariat');
    return beginCircle({
      id: siteAddress(host, circlePath),
      tenant: host.tenantId,
      book: bookAt(host, circlePath, who, owner),
      owners: async () => bookAt(host, circlePath, who, true),
      async signIn() {
        const { oid } = claimsOf(await signIn(tenant, who, working, host.tenantId));
        return { objectId: oid, tenantId: host.tenantId, name: castPerson(who).name };
      },
      now: () => tenant.clock.now(),
      days: ALL_DAYS,
    });
  }

  async function open(who: string): Promise<Log> {
    const person: Person = asPerson(who);
    const opened = await openLog({
      book: book(who),
      person,
      environment,
      days: ALL_DAYS,
      circles: [circle(who)],
    });
    await Promise.all([settled(opened), opened.ready()]);
    return opened;
  }

  return {
    environment,
    book,
    circle,
    async log(who) {
      const known = logs.get(who);
      const opening = known ?? open(who);
      if (!known) logs.set(who, opening);
      const opened = await opening;
      if (known && behind.has(who)) await opened.refresh();
      behind.delete(who);
      return opened;
    },
    wrote(who) {
      const { ministry } = castPerson(who);
      for (const colleague of logs.keys())
        if (colleague !== who && castPerson(colleague).ministry === ministry) behind.add(colleague);
    },
    close() {
      for (const opening of logs.values())
        opening.then(
          (opened) => opened.close(),
          () => undefined,
        );
    },
  };
}

/** Waits until older entries have arrived. */
function settled(log: Log): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (log.view().sync.older) return;
      stop();
      resolve();
    };
    const stop = log.subscribe(look);
    look();
  });
}

/** @throws Error with the tenant's own words when it refuses. */
async function signIn(
  tenant: LocalTenant,
  who: string,
  scopes: readonly string[],
  tenantId: string,
): Promise<string> {
  const person = castPerson(who);
  const body = new URLSearchParams({
    grant_type: 'password',
    username: person.mail,
    password: 'local',
    client_id: demoClientId,
    scope: scopes.join(' '),
  });
  const answer = await tenant.fetch(
    new Request(`http://localhost/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body }),
  );
  const { access_token: token, error_description: why } = (await answer.json()) as {
    access_token?: string;
    error_description?: string;
  };
  if (token === undefined) throw new Error(`${who} could not sign in: ${why ?? answer.status}`);
  return token;
}

function claimsOf(token: string): { readonly oid: string } {
  return JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'))) as {
    oid: string;
  };
}

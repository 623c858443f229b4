/** Building the world: tenants, people, apps, sites, grants and groups; saying the same thing twice changes nothing. */
import type { Level, Role } from '../access.ts';
import type { Core, PersonRow } from '../core.ts';
import { stableGuid } from '../identifiers.ts';
import { type OwnerHooks, ownerHooks } from './owner-hooks.ts';

export interface World extends OwnerHooks {
  /** `host` is the SharePoint host; by default the first label of the domain. */
  tenant(input: { name: string; domain: string; id?: string; host?: string }): { id: string; host: string };
  /** `mail` also is the user principal name. */
  user(input: { tenant: string; name: string; mail: string; id?: string }): { id: string; upn: string };
  /** The guest account of `user` (object id) in the tenant `host`, with an object id of its own. */
  guest(input: { user: string; host: string }): { id: string; upn: string };
  app(input: {
    tenant: string;
    clientId: string;
    name?: string;
    scopes?: string[];
    redirectUris?: string[];
  }): { clientId: string };
  /** Consent of `tenant` to delegated scopes of the app, given for everyone. */
  consent(input: { app: string; tenant: string; scopes: string[] }): void;
  withdrawConsent(input: { app: string; tenant: string; scopes: string[] }): void;
  /** `path` is server-relative; `utcOffset` the site's regional minutes east of UTC, default 0. */
  site(input: { tenant: string; path: string; name: string; utcOffset?: number }): {
    id: string;
    webUrl: string;
  };
  grant(input: { site: string; clientId: string; role: Role }): void;
  revoke(input: { site: string; clientId: string }): void;
  group(input: { site: string; name: string; level: Level }): { id: string };
  member(input: { group: string; user?: string; guest?: string }): void;
  leave(input: { group: string; user?: string; guest?: string }): void;
  /** Every row of the database as text, one line each, with versions and the recycle bin. */
  dump(): string;
}

/** The world of one database. Methods throw TypeError when they are told of something that does not exist. */
export function buildWorld(core: Core): World {
  const { db } = core;

  function must<Row>(what: string, key: string, row: Row | undefined): Row {
    if (row === undefined) throw new TypeError(`The local tenant knows no ${what} '${key}'`);
    return row;
  }
  function tenantDomain(id: string): string {
    return must('tenant', id, db.first<{ domain: string }>('SELECT domain FROM tenant WHERE id = ?', id))
      .domain;
  }
  function person(oid: string): PersonRow {
    return must('person', oid, db.first<PersonRow>('SELECT * FROM person WHERE oid = ?', oid));
  }

  function consent({ app, tenant, scopes }: { app: string; tenant: string; scopes: string[] }): void {
    must('app', app, db.first('SELECT 1 FROM app WHERE client_id = ?', app));
    tenantDomain(tenant);
    for (const scope of scopes) db.run('INSERT OR IGNORE INTO consent VALUES (?, ?, ?)', app, tenant, scope);
  }

  return {
    ...ownerHooks(core),
    tenant({ name, domain, id, host }) {
      const lower = domain.toLowerCase();
      db.run(
        'INSERT INTO tenant VALUES (?, ?, ?, ?) ON CONFLICT (domain) DO UPDATE SET name = excluded.name',
        id ?? stableGuid('tenant', lower),
        name,
        lower,
        host ?? `${lower.split('.')[0]}.sharepoint.com`,
      );
      return must(
        'tenant',
        lower,
        db.first<{ id: string; host: string }>('SELECT id, host FROM tenant WHERE domain = ?', lower),
      );
    },
    user({ tenant, name, mail, id }) {
      tenantDomain(tenant);
      const oid = id ?? stableGuid('user', tenant, mail.toLowerCase());
      db.run(
        `INSERT INTO person VALUES (?, ?, ?, ?, ?, 'Member', ?, ?) ON CONFLICT (tenant, upn) DO UPDATE SET name = excluded.name`,
        oid,
        tenant,
        name,
        mail,
        mail,
        tenant,
        oid,
      );
      const row = must(
        'person',
        mail,
        db.first<PersonRow>('SELECT * FROM person WHERE tenant = ? AND upn = ?', tenant, mail),
      );
      return { id: row.oid, upn: row.upn };
    },
    guest({ user, host }) {
      const home = person(user);
      const upn = `${home.mail.replace('@', '_')}#EXT#@${tenantDomain(host)}`;
      db.run(
        `INSERT INTO person VALUES (?, ?, ?, ?, ?, 'Guest', ?, ?) ON CONFLICT (tenant, upn) DO UPDATE SET name = excluded.name`,
        stableGuid('guest', host, home.oid),
        host,
        home.name,
        home.mail,
        upn,
        home.tenant,
        home.oid,
      );
      const row = must(
        'guest',
        upn,
        db.first<PersonRow>('SELECT * FROM person WHERE tenant = ? AND upn = ?', host, upn),
      );
      return { id: row.oid, upn: row.upn };
    },
    app({ tenant, clientId, name, scopes, redirectUris }) {
      tenantDomain(tenant);
      db.run(
        'INSERT INTO app VALUES (?, ?, ?, ?) ON CONFLICT (client_id) DO UPDATE SET name = excluded.name, redirects = excluded.redirects',
        clientId,
        name ?? 'Focal Point',
        tenant,
        JSON.stringify(redirectUris ?? []),
      );
      if (scopes !== undefined) consent({ app: clientId, tenant, scopes });
      return { clientId };
    },
    consent,
    withdrawConsent({ app, tenant, scopes }) {
      for (const scope of scopes) {
        db.run('DELETE FROM consent WHERE client_id = ? AND tenant = ? AND scope = ?', app, tenant, scope);
      }
    },
    site({ tenant, path, name, utcOffset }) {
      const { host } = must(
        'tenant',
        tenant,
        db.first<{ host: string }>('SELECT host FROM tenant WHERE id = ?', tenant),
      );
      const clean = `/${path.replace(/^\/+|\/+$/g, '')}`;
      const id = `${host},${stableGuid('site', host, clean)},${stableGuid('web', host, clean)}`;
      db.run(
        'INSERT INTO site VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (host, path) DO UPDATE SET name = excluded.name',
        id,
        tenant,
        host,
        clean,
        name,
        core.clock.now(),
        utcOffset ?? 0,
      );
      return { id, webUrl: `https://${host}${clean}` };
    },
    grant({ site, clientId, role }) {
      must('site', site, db.first('SELECT 1 FROM site WHERE id = ?', site));
      db.run(
        'INSERT INTO site_grant VALUES (?, ?, ?) ON CONFLICT (site, client_id) DO UPDATE SET role = excluded.role',
        site,
        clientId,
        role,
      );
    },
    revoke({ site, clientId }) {
      db.run('DELETE FROM site_grant WHERE site = ? AND client_id = ?', site, clientId);
    },
    group({ site, name, level }) {
      must('site', site, db.first('SELECT 1 FROM site WHERE id = ?', site));
      const id = stableGuid('group', site, name);
      db.run(
        'INSERT INTO sp_group VALUES (?, ?, ?, ?) ON CONFLICT (site, name) DO UPDATE SET level = excluded.level',
        id,
        site,
        name,
        level,
      );
      return { id };
    },
    member({ group, user, guest }) {
      must('group', group, db.first('SELECT 1 FROM sp_group WHERE id = ?', group));
      db.run('INSERT OR IGNORE INTO membership VALUES (?, ?)', group, person(user ?? guest ?? '').oid);
    },
    leave({ group, user, guest }) {
      db.run('DELETE FROM membership WHERE group_id = ? AND oid = ?', group, user ?? guest ?? '');
    },
    dump() {
      const tables = db.all<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
      );
      return tables
        .filter((table) => table.name !== 'setting')
        .flatMap((table) =>
          db
            .all<object>(`SELECT * FROM "${table.name}"`)
            .map((row) => `${table.name} ${JSON.stringify(row)}`),
        )
        .join('\n');
    },
  };
}

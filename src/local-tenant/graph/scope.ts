/** Finding the site and list a request is about, and refusing those its caller may not touch. */
import { appRights, both, listRights, type Right, siteRights, siteScopes } from '../access.ts';
import type { Core, ListRow, SiteRow } from '../core.ts';
import type { Column, Columns } from './columns.ts';
import { accessDenied, type Caller, type Conditions, type GraphRequest, itemNotFound } from './reply.ts';

/** One request with everything known about it. */
export interface Call {
  core: Core;
  columns: Columns;
  request: GraphRequest;
  caller: Caller;
  conditions: Conditions;
}

export interface SiteScope extends Call {
  site: SiteRow;
  /** What app and person may do on the site together. */
  rights: Set<Right>;
  app: Set<Right>;
  person: Set<Right>;
}

export interface ListScope extends SiteScope {
  list: ListRow;
  fields: Column[];
}

/** The row id of a person in the site's User Information List; the row appears with the first visit. */
export function siteUserId(core: Core, site: string, oid: string): number {
  const found = core.db.first<{ id: number }>(
    'SELECT id FROM site_user WHERE site = ? AND oid = ?',
    site,
    oid,
  );
  if (found !== undefined) return found.id;
  const row = core.db.first<{ id: number }>(
    'INSERT INTO site_user SELECT ?1, coalesce(max(id), 5) + 1, ?2 FROM site_user WHERE site = ?1 RETURNING id',
    site,
    oid,
  );
  return row?.id ?? 0;
}

/** Opens a site for the caller. 404 where there is none, 403 where tenant, scope, grant or membership is missing. */
export function openSite(call: Call, find: { id: string } | { host: string; path: string }): SiteScope {
  const { core, caller } = call;
  const { db } = core;
  if (!caller.scopes.some((scope) => siteScopes.includes(scope))) throw accessDenied();
  const site =
    'id' in find
      ? db.first<SiteRow>('SELECT * FROM site WHERE id = ?', find.id)
      : db.first<SiteRow>(
          'SELECT * FROM site WHERE lower(host) = lower(?) AND lower(path) = lower(?)',
          find.host,
          find.path,
        );
  if (site === undefined) throw itemNotFound('Requested site could not be found');
  if (site.tenant !== caller.person.tenant) throw accessDenied();
  const app = appRights(core, site, caller.clientId, caller.scopes);
  const person = siteRights(core, site, caller.person.oid);
  const rights = both(app, person);
  if (!rights.has('view')) throw accessDenied();
  siteUserId(core, site.id, caller.person.oid);
  return { ...call, site, rights, app, person };
}

/** The list as this caller sees it, or undefined where it does not exist for them. */
export function visibleList(scope: SiteScope, list: ListRow): ListScope | undefined {
  const person = listRights(scope.core, scope.site, list, scope.caller.person.oid);
  const rights = both(scope.app, person);
  if (!rights.has('view')) return undefined;
  return { ...scope, person, rights, list, fields: scope.columns.of(list.id) };
}

/** Opens a list by id or display name. 404 where it does not exist for the caller. */
export function openList(scope: SiteScope, name: string): ListScope {
  const list = scope.core.db.first<ListRow>(
    'SELECT * FROM list WHERE site = ?1 AND (id = lower(?2) OR lower(display_name) = lower(?2))',
    scope.site.id,
    name,
  );
  const found = list === undefined ? undefined : visibleList(scope, list);
  if (found === undefined) throw itemNotFound('The specified list was not found');
  return found;
}

/** Refuses a request whose caller lacks `right`. */
export function need(scope: SiteScope, right: Right): void {
  if (!scope.rights.has(right)) throw accessDenied();
}

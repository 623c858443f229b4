/** Who may do what: the right of an app's grant intersected with the right of the person in SharePoint. */
import type { Core, ListRow, SiteRow } from './core.ts';

export type Right = 'view' | 'versions' | 'add' | 'edit' | 'delete' | 'manage' | 'own';
export type Level = 'read' | 'append' | 'contribute' | 'edit' | 'fullControl';
export type Role = 'read' | 'write' | 'owner' | 'fullcontrol';

const all: Right[] = ['view', 'versions', 'add', 'edit', 'delete', 'manage', 'own'];

const levels: Record<Level, Right[]> = {
  read: ['view', 'versions'],
  append: ['view', 'versions', 'add'],
  contribute: ['view', 'versions', 'add', 'edit'],
  edit: ['view', 'versions', 'add', 'edit', 'delete', 'manage'],
  fullControl: all,
};

const writing: Right[] = ['view', 'versions', 'add', 'edit', 'delete'];

const roles: Record<Role, Right[]> = {
  read: ['view', 'versions'],
  write: writing,
  owner: all,
  fullcontrol: all,
};

/** Graph scopes that open a site without a grant to the app. */
const broadScopes: Record<string, Right[]> = {
  'Sites.Read.All': ['view', 'versions'],
  'Sites.ReadWrite.All': writing,
  'Sites.Manage.All': [...writing, 'manage'],
  'Sites.FullControl.All': all,
};

export const siteScopes = ['Sites.Selected', ...Object.keys(broadScopes)];

/** What the app may do on the site with these scopes. */
export function appRights(core: Core, site: SiteRow, clientId: string, scopes: string[]): Set<Right> {
  const rights = new Set<Right>();
  for (const scope of scopes) for (const right of broadScopes[scope] ?? []) rights.add(right);
  if (scopes.includes('Sites.Selected')) {
    const grant = core.db.first<{ role: Role }>(
      'SELECT role FROM site_grant WHERE site = ? AND client_id = ?',
      site.id,
      clientId,
    );
    if (grant !== undefined) for (const right of roles[grant.role]) rights.add(right);
  }
  return rights;
}

function union(rows: { level: Level }[]): Set<Right> {
  return new Set(rows.flatMap((row) => levels[row.level] ?? []));
}

/** What the person may do on the site by the groups they are in. */
export function siteRights(core: Core, site: SiteRow, oid: string): Set<Right> {
  return union(
    core.db.all<{ level: Level }>(
      'SELECT g.level FROM sp_group g JOIN membership m ON m.group_id = g.id WHERE g.site = ? AND m.oid = ?',
      site.id,
      oid,
    ),
  );
}

/** What the person may do in the list: its own permissions where inheritance is broken, else those of the site. */
export function listRights(core: Core, site: SiteRow, list: ListRow, oid: string): Set<Right> {
  if (list.own_permissions === 0) return siteRights(core, site, oid);
  return union(
    core.db.all<{ level: Level }>(
      'SELECT p.level FROM list_permission p JOIN membership m ON m.group_id = p.group_id WHERE p.list = ? AND m.oid = ?',
      list.id,
      oid,
    ),
  );
}

/** The rights in both sets. */
export function both(left: Set<Right>, right: Set<Right>): Set<Right> {
  return new Set([...left].filter((each) => right.has(each)));
}

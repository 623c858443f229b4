/** The tables of the local tenant: everything it knows lives in these rows and nowhere else. */

export const schema = `
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS tenant (id TEXT PRIMARY KEY, name TEXT NOT NULL, domain TEXT NOT NULL UNIQUE, host TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS person (
  oid TEXT PRIMARY KEY, tenant TEXT NOT NULL, name TEXT NOT NULL, mail TEXT NOT NULL, upn TEXT NOT NULL,
  kind TEXT NOT NULL, home_tenant TEXT NOT NULL, home_oid TEXT NOT NULL, UNIQUE (tenant, upn));
CREATE TABLE IF NOT EXISTS app (client_id TEXT PRIMARY KEY, name TEXT NOT NULL, home_tenant TEXT NOT NULL, redirects TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS consent (client_id TEXT NOT NULL, tenant TEXT NOT NULL, scope TEXT NOT NULL, PRIMARY KEY (client_id, tenant, scope));
CREATE TABLE IF NOT EXISTS authorization (code TEXT PRIMARY KEY, body TEXT NOT NULL, expires INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS refresh (token TEXT PRIMARY KEY, client_id TEXT NOT NULL, oid TEXT NOT NULL, expires INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS site (
  id TEXT PRIMARY KEY, tenant TEXT NOT NULL, host TEXT NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL,
  created INTEGER NOT NULL, utc_offset INTEGER NOT NULL, UNIQUE (host, path));
CREATE TABLE IF NOT EXISTS site_grant (site TEXT NOT NULL, client_id TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (site, client_id));
CREATE TABLE IF NOT EXISTS sp_group (id TEXT PRIMARY KEY, site TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL, UNIQUE (site, name));
CREATE TABLE IF NOT EXISTS membership (group_id TEXT NOT NULL, oid TEXT NOT NULL, PRIMARY KEY (group_id, oid));
CREATE TABLE IF NOT EXISTS site_user (site TEXT NOT NULL, id INTEGER NOT NULL, oid TEXT NOT NULL, PRIMARY KEY (site, id), UNIQUE (site, oid));
CREATE TABLE IF NOT EXISTS list (
  id TEXT PRIMARY KEY, site TEXT NOT NULL, name TEXT NOT NULL, display_name TEXT NOT NULL, description TEXT NOT NULL,
  created INTEGER NOT NULL, modified INTEGER NOT NULL, author TEXT NOT NULL, author_app TEXT NOT NULL,
  versioning INTEGER NOT NULL, own_permissions INTEGER NOT NULL, last_item INTEGER NOT NULL, seq INTEGER NOT NULL,
  n INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS list_by_site ON list (site);
CREATE TABLE IF NOT EXISTS list_permission (list TEXT NOT NULL, group_id TEXT NOT NULL, level TEXT NOT NULL, PRIMARY KEY (list, group_id));
CREATE TABLE IF NOT EXISTS list_column (
  id TEXT PRIMARY KEY, list TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL, definition TEXT NOT NULL, UNIQUE (list, name));
CREATE TABLE IF NOT EXISTS item (
  list TEXT NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, n INTEGER NOT NULL, version INTEGER NOT NULL, fields TEXT NOT NULL,
  created INTEGER NOT NULL, modified INTEGER NOT NULL, author TEXT NOT NULL, author_app TEXT NOT NULL, editor TEXT NOT NULL,
  editor_app TEXT NOT NULL, seq INTEGER NOT NULL, before TEXT, PRIMARY KEY (list, id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS item_by_seq ON item (list, seq);
CREATE TABLE IF NOT EXISTS version (
  list TEXT NOT NULL, item INTEGER NOT NULL, n INTEGER NOT NULL, fields TEXT NOT NULL, modified INTEGER NOT NULL,
  editor TEXT NOT NULL, editor_app TEXT NOT NULL, PRIMARY KEY (list, item, n)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cell (list TEXT NOT NULL, col TEXT NOT NULL, item INTEGER NOT NULL, key, PRIMARY KEY (list, col, item)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS cell_by_key ON cell (list, col, key, item);
CREATE TABLE IF NOT EXISTS tombstone (list TEXT NOT NULL, item INTEGER NOT NULL, seq INTEGER NOT NULL, modified INTEGER NOT NULL, PRIMARY KEY (list, item)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tombstone_by_seq ON tombstone (list, seq);
CREATE TABLE IF NOT EXISTS recycled (list TEXT NOT NULL, item INTEGER NOT NULL, deleted INTEGER NOT NULL, oid TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (list, item));
CREATE TABLE IF NOT EXISTS event (
  id TEXT PRIMARY KEY, oid TEXT NOT NULL, transaction_id TEXT NOT NULL, created INTEGER NOT NULL, body TEXT NOT NULL,
  UNIQUE (oid, transaction_id));
`;

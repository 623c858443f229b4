/** Addresses of one site below v1.0, with every name and literal quoted for where it stands. */

import type { AnyKind } from '../../domain/record-kind.ts';
import { layoutOf } from '../columns.ts';

export interface Addresses {
  readonly site: string;
  readonly lists: string;
  list(kind: AnyKind): string;
  columns(kind: AnyKind): string;
  items(kind: AnyKind): string;
  item(kind: AnyKind, id: string): string;
}

/** Addresses of the site at `host:/path`, or of the site with the id `host,guid,guid`. Throws TypeError for anything else. */
export function addressesOf(site: string): Addresses {
  const root = rootOf(site);
  const lists = root.includes(':') ? `${root}:/lists` : `${root}/lists`;
  const list = (kind: AnyKind) => `${lists}/${encodeURIComponent(kind.list)}`;
  return {
    site: root,
    lists,
    list,
    columns: (kind) => `${list(kind)}/columns`,
    items: (kind) => `${list(kind)}/items`,
    item: (kind, id) => `${list(kind)}/items/${encodeURIComponent(id)}`,
  };
}

function rootOf(site: string): string {
  if (/^[a-z0-9.-]+(,[0-9a-f-]{36}){2}$/i.test(site)) return `/sites/${site}`;
  const [, host, path] = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+):\/([^/].*)$/i.exec(site) ?? [];
  if (host === undefined || path === undefined) throw new TypeError('a site is written host:/path');
  return `/sites/${host}:/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** Text as a literal of a $filter, encoded for a query: quotes doubled, nothing left that could end it early. */
export function literal(text: string): string {
  return encodeURIComponent(`'${text.replaceAll("'", "''")}'`);
}

/** A condition on one column, e.g. `condition('fp_live', 'ge', '2026-10-21')`. */
export function condition(column: string, comparison: 'eq' | 'ge' | 'lt', value: string): string {
  return `fields/${column}%20${comparison}%20${literal(value)}`;
}

/**
 * The `$expand` that brings the columns of a kind and nothing else. A kind with migrations gets every column of its
 * list, because its older entries may lie in retired ones.
 */
export function fieldsOf(kind: AnyKind, missing: readonly string[] = []): string {
  if (kind.migrations) return '$expand=fields';
  const names = layoutOf(kind)
    .columns.map((column) => column.name)
    .filter((name) => !missing.includes(name));
  return `$expand=fields($select=${names.join(',')})`;
}

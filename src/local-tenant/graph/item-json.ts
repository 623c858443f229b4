/** Items as Graph writes them: identities, eTags, links, and fields where asked for. */
import { type ItemRow, instant, type PersonRow } from '../core.ts';
import type { Column } from './columns.ts';
import { fieldsJson, type StoredFields } from './fields.ts';
import type { Expansion } from './options.ts';
import { type ListScope, siteUserId } from './scope.ts';

/** The eTag of a row; its quotes are part of the value. */
export function eTagOf(row: { guid: string; n: number }): string {
  return `"${row.guid},${row.n}"`;
}

export interface ItemWriter {
  identity(oid: string, clientId: string): Record<string, unknown>;
  userId(oid: string): number;
  fields(row: ItemRow, select: string[] | undefined, content?: string): Record<string, unknown>;
  /** A listItem; `fields` where the expansion is given. */
  item(row: ItemRow, expansion: Expansion | undefined): Record<string, unknown>;
  parent: { id: string; siteId: string };
}

/** Writes the items of one request; names and numbers of people are looked up once. */
export function itemWriter(scope: ListScope): ItemWriter {
  const { core, site, list } = scope;
  const identities = new Map<string, Record<string, unknown>>();
  const userIds = new Map<string, number>();
  const parent = { id: list.id, siteId: site.id };

  function identity(oid: string, clientId: string): Record<string, unknown> {
    const key = `${oid} ${clientId}`;
    let found = identities.get(key);
    if (found === undefined) {
      const person = core.db.first<PersonRow>('SELECT * FROM person WHERE oid = ?', oid);
      const app = core.db.first<{ name: string }>('SELECT name FROM app WHERE client_id = ?', clientId);
      const user = {
        ...(person === undefined ? {} : { email: person.mail }),
        ...(scope.conditions.missingUserId ? {} : { id: oid }),
        displayName: person?.name ?? '',
      };
      found = {
        ...(app === undefined ? {} : { application: { id: clientId, displayName: app.name } }),
        user,
      };
      identities.set(key, found);
    }
    return found;
  }
  function userId(oid: string): number {
    let found = userIds.get(oid);
    if (found === undefined) {
      found = siteUserId(core, site.id, oid);
      userIds.set(oid, found);
    }
    return found;
  }
  function display(column: Column, id: number) {
    if (column.facet === 'personOrGroup') {
      const row = core.db.first<{ name: string; mail: string }>(
        'SELECT p.name, p.mail FROM site_user u JOIN person p ON p.oid = u.oid WHERE u.site = ? AND u.id = ?',
        site.id,
        id,
      );
      return { LookupId: id, LookupValue: row?.name ?? '', Email: row?.mail ?? '' };
    }
    const target = core.db.first<{ fields: string }>(
      'SELECT fields FROM item WHERE list = ? AND id = ?',
      String(column.settings.listId),
      id,
    );
    const value =
      target && (JSON.parse(target.fields) as StoredFields)[String(column.settings.columnName ?? 'Title')];
    return { LookupId: id, LookupValue: String(value ?? '') };
  }
  function fields(row: ItemRow, select: string[] | undefined, content = row.fields) {
    const reader = { columns: scope.fields, eTag: eTagOf(row), userId, display };
    return fieldsJson(reader, row, JSON.parse(content) as StoredFields, select);
  }
  return {
    identity,
    userId,
    fields,
    parent,
    item(row, expansion) {
      return {
        '@odata.etag': eTagOf(row),
        createdDateTime: instant(row.created),
        eTag: eTagOf(row),
        id: String(row.id),
        lastModifiedDateTime: instant(row.modified),
        webUrl: `https://${site.host}${site.path}/Lists/${encodeURIComponent(list.name)}/${row.id}_.000`,
        createdBy: identity(row.author, row.author_app),
        lastModifiedBy: identity(row.editor, row.editor_app),
        parentReference: parent,
        contentType: { id: '0x0100', name: 'Item' },
        ...(expansion === undefined ? {} : { fields: fields(row, expansion.select) }),
      };
    },
  };
}

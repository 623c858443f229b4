/** The versions of an item, newest first, and restoring one as a new version. */
import { instant } from '../core.ts';
import type { StoredFields } from './fields.ts';
import { itemWriter } from './item-json.ts';
import { changeItem, itemRow } from './items.ts';
import { expansions, onlyOptions, selection } from './options.ts';
import { type GraphReply, itemNotFound } from './reply.ts';
import { type ListScope, need } from './scope.ts';

interface VersionRow {
  n: number;
  fields: string;
  modified: number;
  editor: string;
  editor_app: string;
}

function versionRow(scope: ListScope, item: number, version: string): VersionRow {
  const row = scope.core.db.first<VersionRow>(
    'SELECT * FROM version WHERE list = ? AND item = ? AND n = ?',
    scope.list.id,
    item,
    /^\d+\.0$/.test(version) ? Number.parseInt(version, 10) : -1,
  );
  if (row === undefined) throw itemNotFound('The specified version was not found');
  return row;
}

function fieldsOf(
  scope: ListScope,
  item: string,
  version: VersionRow,
  select: string[] | undefined,
): Record<string, unknown> {
  const current = itemRow(scope, item);
  const then = {
    ...current,
    version: version.n,
    modified: version.modified,
    editor: version.editor,
    fields: version.fields,
  };
  return itemWriter(scope).fields(then, select);
}

/** GET items/{id}/versions. */
export function listVersions(scope: ListScope, item: string): GraphReply {
  need(scope, 'versions');
  onlyOptions(scope.request, ['expand', 'top']);
  const expansion = expansions(scope.request, ['fields']).get('fields');
  const rows = scope.core.db.all<VersionRow>(
    'SELECT * FROM version WHERE list = ? AND item = ? ORDER BY n DESC',
    scope.list.id,
    itemRow(scope, item).id,
  );
  return { status: 200, body: { value: rows.map((row) => versionJson(scope, item, row, expansion)) } };
}

function versionJson(
  scope: ListScope,
  item: string,
  row: VersionRow,
  expansion: { select: string[] | undefined } | undefined,
): Record<string, unknown> {
  return {
    id: `${row.n}.0`,
    lastModifiedDateTime: instant(row.modified),
    lastModifiedBy: itemWriter(scope).identity(row.editor, row.editor_app),
    ...(expansion === undefined ? {} : { fields: fieldsOf(scope, item, row, expansion.select) }),
  };
}

/** GET items/{id}/versions/{v}, and its fields alone. */
export function getVersion(
  scope: ListScope,
  item: string,
  version: string,
  part: 'version' | 'fields',
): GraphReply {
  need(scope, 'versions');
  onlyOptions(scope.request, part === 'version' ? ['expand'] : ['select']);
  const row = versionRow(scope, itemRow(scope, item).id, version);
  if (part === 'fields') return { status: 200, body: fieldsOf(scope, item, row, selection(scope.request)) };
  return {
    status: 200,
    body: versionJson(scope, item, row, expansions(scope.request, ['fields']).get('fields')),
  };
}

/** POST items/{id}/versions/{v}/restoreVersion. */
export function restoreVersion(scope: ListScope, item: string, version: string): GraphReply {
  need(scope, 'edit');
  onlyOptions(scope.request, []);
  const row = versionRow(scope, itemRow(scope, item).id, version);
  changeItem(scope, item, { content: JSON.parse(row.fields) as StoredFields });
  return { status: 204 };
}

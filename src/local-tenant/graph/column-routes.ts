/** Columns of a list over HTTP: read, add, change, remove, with indexes and uniqueness kept true. */
import type { ItemRow } from '../core.ts';
import { type Column, checkIndex, columnFrom, columnJson, mostIndexes } from './columns.ts';
import { keyIn, type StoredFields } from './fields.ts';
import { onlyOptions, selected, selection } from './options.ts';
import { pageOf } from './paging.ts';
import { type GraphReply, invalidRequest, itemNotFound, notImplemented, objectBody } from './reply.ts';
import { type ListScope, need, siteUserId } from './scope.ts';

function columnById(scope: ListScope, id: string): Column {
  const column = scope.fields.find((each) => each.id === id || each.name === id);
  if (column === undefined) throw itemNotFound('The specified column was not found');
  return column;
}

function index(scope: ListScope, column: Column): void {
  const { db } = scope.core;
  db.run('DELETE FROM cell WHERE list = ? AND col = ?', scope.list.id, column.name);
  if (!column.indexed) return;
  for (const row of db.all<ItemRow>('SELECT * FROM item WHERE list = ?', scope.list.id)) {
    const key = keyIn(column, row, JSON.parse(row.fields) as StoredFields, (oid) =>
      siteUserId(scope.core, scope.site.id, oid),
    );
    db.run('INSERT INTO cell VALUES (?, ?, ?, ?)', row.list, column.name, row.id, key);
  }
  const twice = db.first(
    'SELECT 1 FROM cell WHERE list = ? AND col = ? AND key IS NOT NULL GROUP BY key HAVING count(*) > 1',
    scope.list.id,
    column.name,
  );
  if (column.unique && twice !== undefined) {
    throw invalidRequest(
      `The field '${column.name}' holds duplicate values, so unique values cannot be enforced.`,
    );
  }
}

/** GET columns: hidden ones only where `hidden` is selected. */
export function listColumns(scope: ListScope): GraphReply {
  onlyOptions(scope.request, ['select', 'top', 'skiptoken']);
  const names = selection(scope.request);
  const columns = scope.fields.filter((column) => !column.hidden || names?.includes('hidden') === true);
  const { rows, link } = pageOf(scope, columns);
  return {
    status: 200,
    body: { ...link, value: rows.map((column) => selected(columnJson(column), names, ['id'])) },
  };
}

/** GET columns/{c}. */
export function getColumn(scope: ListScope, id: string): GraphReply {
  onlyOptions(scope.request, ['select']);
  return { status: 200, body: selected(columnJson(columnById(scope, id)), selection(scope.request), ['id']) };
}

/** POST columns. A defaultValue is dropped without a word, as Graph does. */
export function addColumn(scope: ListScope): GraphReply {
  onlyOptions(scope.request, []);
  need(scope, 'manage');
  const column = columnFrom(objectBody(scope.request.body));
  scope.core.db.atomically(() => {
    scope.columns.add(scope.list.id, column);
    index(scope, column);
  });
  return { status: 201, body: columnJson(column) };
}

const changeable = [
  'displayName',
  'description',
  'indexed',
  'enforceUniqueValues',
  'required',
  'hidden',
  'text',
  'choice',
  'number',
];

/** PATCH columns/{c}: labels, index, uniqueness, and the settings inside its own facet. */
export function patchColumn(scope: ListScope, id: string): GraphReply {
  onlyOptions(scope.request, []);
  need(scope, 'manage');
  const column = columnById(scope, id);
  const body = objectBody(scope.request.body);
  const facet = column.facet === 'note' ? 'text' : column.facet === 'multiChoice' ? 'choice' : column.facet;
  for (const name of Object.keys(body)) {
    if (!changeable.includes(name))
      throw invalidRequest(`The property '${name}' of a column cannot be changed.`);
    if (['text', 'choice', 'number'].includes(name) && name !== facet)
      throw invalidRequest('The type of a column cannot be changed.');
  }
  const settings = { ...column.settings, ...(body[facet] as Record<string, unknown> | undefined) };
  if (column.facet === 'text' && settings.allowMultipleLines === true)
    throw notImplemented('turning a line of text into a note');
  const next: Column = {
    ...column,
    settings,
    displayName: typeof body.displayName === 'string' ? body.displayName : column.displayName,
    description: typeof body.description === 'string' ? body.description : column.description,
    indexed: typeof body.indexed === 'boolean' ? body.indexed : column.indexed,
    unique: typeof body.enforceUniqueValues === 'boolean' ? body.enforceUniqueValues : column.unique,
    required: typeof body.required === 'boolean' ? body.required : column.required,
    hidden: typeof body.hidden === 'boolean' ? body.hidden : column.hidden,
  };
  checkIndex(next);
  if (
    next.indexed &&
    !column.indexed &&
    scope.fields.filter((each) => each.indexed && !each.builtIn).length >= mostIndexes
  ) {
    throw invalidRequest(`The list already has ${mostIndexes} indexed columns.`);
  }
  scope.core.db.atomically(() => {
    if (next.indexed !== column.indexed || next.unique !== column.unique) index(scope, next);
    scope.columns.replace(scope.list.id, next);
  });
  return { status: 200, body: columnJson(next) };
}

/** DELETE columns/{c}: the column goes, and its values with it. */
export function deleteColumn(scope: ListScope, id: string): GraphReply {
  onlyOptions(scope.request, []);
  need(scope, 'manage');
  const column = columnById(scope, id);
  if (column.builtIn) throw invalidRequest(`The column '${column.name}' cannot be deleted.`);
  const { db } = scope.core;
  db.atomically(() => {
    const path = `$."${column.name}"`;
    db.run('UPDATE item SET fields = json_remove(fields, ?) WHERE list = ?', path, scope.list.id);
    db.run('UPDATE version SET fields = json_remove(fields, ?) WHERE list = ?', path, scope.list.id);
    db.run('DELETE FROM cell WHERE list = ? AND col = ?', scope.list.id, column.name);
    scope.columns.remove(scope.list.id, column);
  });
  return { status: 204 };
}

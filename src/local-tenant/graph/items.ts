/** Writing and reading single items: create, change, delete to the recycle bin, with eTags and server stamps. */
import { randomUUID } from 'node:crypto';
import { type ItemRow, instant } from '../core.ts';
import type { Cell } from '../database.ts';
import { cellKey, type FieldContext, keyIn, merged, readWrite, type StoredFields } from './fields.ts';
import { eTagOf, itemWriter } from './item-json.ts';
import { expansions, onlyOptions, selected, selection } from './options.ts';
import { GraphError, type GraphReply, invalidRequest, itemNotFound, objectBody } from './reply.ts';
import { type ListScope, need, siteUserId } from './scope.ts';

/** The row of an item. Throws 404. */
export function itemRow(scope: ListScope, id: string): ItemRow {
  const row = /^\d{1,9}$/.test(id)
    ? scope.core.db.first<ItemRow>('SELECT * FROM item WHERE list = ? AND id = ?', scope.list.id, Number(id))
    : undefined;
  if (row === undefined) throw itemNotFound('The specified item was not found');
  return row;
}

/** Refuses with 412 when If-Match names another state of the item. */
function checkMatch(scope: ListScope, row: ItemRow): void {
  const wanted = scope.request.header('if-match');
  if (wanted === undefined || wanted.trim() === '*') return;
  const bare = wanted.trim().replace(/^W\//, '').replaceAll('"', '');
  if (bare !== eTagOf(row).replaceAll('"', '')) {
    throw new GraphError(412, 'resourceModified', "ETag does not match current item's value");
  }
}

function fieldContext(scope: ListScope): FieldContext {
  const { core, site } = scope;
  return {
    columns: scope.fields,
    lenientChoice: core.faults.behaviour().choice === 'lenient',
    utcOffset: site.utc_offset,
    lookupExists(column, id) {
      const found =
        column.facet === 'personOrGroup'
          ? core.db.first('SELECT 1 FROM site_user WHERE site = ? AND id = ?', site.id, id)
          : core.db.first('SELECT 1 FROM item WHERE list = ? AND id = ?', String(column.settings.listId), id);
      return found !== undefined;
    },
  };
}

function uniqueViolation(scope: ListScope, name: string): GraphError {
  const text = `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [${name}].`;
  const shape = scope.core.faults.behaviour().unique;
  if (shape === 'conflict') return new GraphError(409, 'nameAlreadyExists', text);
  if (shape === 'badRequest') return new GraphError(400, 'invalidRequest', text);
  return new GraphError(500, 'generalException', text);
}

function checkUnique(scope: ListScope, item: number, changes: StoredFields): void {
  for (const column of scope.fields.filter((each) => each.unique)) {
    const key = cellKey(changes[column.name]);
    if (key === null) continue;
    const other = scope.core.db.first(
      'SELECT 1 FROM cell WHERE list = ? AND col = ? AND key = ? AND item <> ? LIMIT 1',
      scope.list.id,
      column.name,
      key,
      item,
    );
    if (other !== undefined) throw uniqueViolation(scope, column.name);
  }
}

/** Keeps the keys of the indexed columns of a row. */
export function writeCells(scope: ListScope, row: ItemRow, fields: StoredFields): void {
  for (const column of scope.fields) {
    if (!column.indexed || column.name === 'ID') continue;
    const key = keyIn(column, row, fields, (oid) => siteUserId(scope.core, scope.site.id, oid));
    scope.core.db.run('INSERT OR REPLACE INTO cell VALUES (?, ?, ?, ?)', row.list, column.name, row.id, key);
  }
}

function writeRow(scope: ListScope, row: ItemRow, fields: StoredFields): void {
  const { db } = scope.core;
  const values: Cell[] = [
    row.list,
    row.id,
    row.guid,
    row.n,
    row.version,
    row.fields,
    row.created,
    row.modified,
    row.author,
    row.author_app,
    row.editor,
    row.editor_app,
    row.seq,
    row.before,
  ];
  db.run('INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', ...values);
  db.run(
    'INSERT OR REPLACE INTO version VALUES (?, ?, ?, ?, ?, ?, ?)',
    row.list,
    row.id,
    row.version,
    row.fields,
    row.modified,
    row.editor,
    row.editor_app,
  );
  writeCells(scope, row, fields);
}

function stamp(scope: ListScope): { at: number; oid: string; app: string } {
  const { core, caller, conditions } = scope;
  return {
    at: core.clock.now() + conditions.skew,
    oid: conditions.stampAs ?? caller.person.oid,
    app: caller.clientId,
  };
}

function nextSeq(scope: ListScope, items: number, at: number): { seq: number; last_item: number } {
  const row = scope.core.db.first<{ seq: number; last_item: number }>(
    'UPDATE list SET seq = seq + 1, last_item = last_item + ?, modified = ? WHERE id = ? RETURNING seq, last_item',
    items,
    at,
    scope.list.id,
  );
  return row ?? { seq: 0, last_item: 0 };
}

/** POST items. */
export function createItem(scope: ListScope): GraphReply {
  onlyOptions(scope.request, []);
  need(scope, 'add');
  const body = objectBody(scope.request.body);
  for (const name of Object.keys(body)) {
    if (!['fields', 'contentType', '@odata.type'].includes(name))
      throw invalidRequest(`The property '${name}' cannot be written.`);
  }
  const fields = merged(
    {},
    readWrite(fieldContext(scope), body.fields === undefined ? {} : objectBody(body.fields)),
  );
  const row = scope.core.db.atomically(() => {
    checkUnique(scope, 0, fields);
    const { at, oid, app } = stamp(scope);
    const { seq, last_item } = nextSeq(scope, 1, at);
    const made: ItemRow = {
      list: scope.list.id,
      id: last_item,
      guid: randomUUID(),
      n: 1,
      version: 1,
      fields: JSON.stringify(fields),
      created: at,
      modified: at,
      author: oid,
      author_app: app,
      editor: oid,
      editor_app: app,
      seq,
      before: null,
    };
    writeRow(scope, made, fields);
    return made;
  });
  const context = `${scope.core.graphBase}/$metadata#sites('${encodeURIComponent(scope.site.id)}')/lists('${scope.list.id}')/items/$entity`;
  return {
    status: 201,
    body: {
      '@odata.context': context,
      ...itemWriter(scope).item(row, { name: 'fields', select: undefined }),
    },
  };
}

/** Writes a new state of the item: one more version, one more eTag. `content` replaces all fields, else `changes` are merged. */
export function changeItem(
  scope: ListScope,
  id: string,
  change: { changes: StoredFields } | { content: StoredFields },
): ItemRow {
  const { core } = scope;
  return core.db.atomically(() => {
    const row = itemRow(scope, id);
    checkMatch(scope, row);
    const before = JSON.parse(row.fields) as StoredFields;
    const fields = 'content' in change ? change.content : merged(before, change.changes);
    checkUnique(scope, row.id, 'content' in change ? fields : change.changes);
    const { at, oid, app } = stamp(scope);
    const { seq } = nextSeq(scope, 0, at);
    const delay = core.faults.list().find((each) => each.kind === 'delayedVisibility')?.ms;
    const hidden = delay !== undefined && row.modified > at - delay && row.before !== null;
    const next: ItemRow = {
      ...row,
      n: row.n + 1,
      version: scope.list.versioning === 1 ? row.version + 1 : row.version,
      fields: JSON.stringify(fields),
      modified: at,
      editor: oid,
      editor_app: app,
      seq,
      before: delay === undefined ? null : hidden ? row.before : row.fields,
    };
    writeRow(scope, next, fields);
    return next;
  });
}

/** PATCH items/{id} and PATCH items/{id}/fields. */
export function patchItem(scope: ListScope, id: string, part: 'item' | 'fields'): GraphReply {
  onlyOptions(scope.request, []);
  need(scope, 'edit');
  const body = objectBody(scope.request.body);
  if (part === 'item') {
    for (const name of Object.keys(body)) {
      if (!['fields', 'contentType'].includes(name))
        throw invalidRequest(`The property '${name}' cannot be written.`);
    }
  }
  const written = part === 'fields' ? body : body.fields === undefined ? {} : objectBody(body.fields);
  itemRow(scope, id);
  const row = changeItem(scope, id, { changes: readWrite(fieldContext(scope), written) });
  const writer = itemWriter(scope);
  return {
    status: 200,
    body:
      part === 'fields'
        ? writer.fields(row, undefined)
        : writer.item(row, { name: 'fields', select: undefined }),
  };
}

/** GET items/{id}. */
export function getItem(scope: ListScope, id: string): GraphReply {
  onlyOptions(scope.request, ['select', 'expand']);
  const expansion = expansions(scope.request, ['fields']).get('fields');
  const row = itemRow(scope, id);
  return {
    status: 200,
    body: selected(
      itemWriter(scope).item(row, expansion),
      selection(scope.request),
      expansion ? ['id', 'fields'] : ['id'],
    ),
  };
}

/** GET items/{id}/fields. */
export function getFields(scope: ListScope, id: string): GraphReply {
  onlyOptions(scope.request, ['select']);
  return { status: 200, body: itemWriter(scope).fields(itemRow(scope, id), selection(scope.request)) };
}

/** DELETE items/{id}: the item and its versions go to the recycle bin. */
export function deleteItem(scope: ListScope, id: string): GraphReply {
  onlyOptions(scope.request, []);
  need(scope, 'delete');
  const { db } = scope.core;
  db.atomically(() => {
    const row = itemRow(scope, id);
    checkMatch(scope, row);
    const versions = db.all<object>('SELECT * FROM version WHERE list = ? AND item = ?', row.list, row.id);
    const { at, oid } = stamp(scope);
    const { seq } = nextSeq(scope, 0, at);
    const content = JSON.stringify({ ...row, deletedAt: instant(at), versions });
    db.run('INSERT INTO recycled VALUES (?, ?, ?, ?, ?)', row.list, row.id, at, oid, content);
    db.run('INSERT INTO tombstone VALUES (?, ?, ?, ?)', row.list, row.id, seq, at);
    db.run('DELETE FROM item WHERE list = ? AND id = ?', row.list, row.id);
    db.run('DELETE FROM version WHERE list = ? AND item = ?', row.list, row.id);
    db.run('DELETE FROM cell WHERE list = ? AND item = ?', row.list, row.id);
  });
  return { status: 204 };
}

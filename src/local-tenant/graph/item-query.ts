/** GET items: filters by index, the view threshold, order, pages and their opaque links. */
import type { ItemRow } from '../core.ts';
import type { Cell } from '../database.ts';
import type { Column } from './columns.ts';
import { keyIn, literalKey, type StoredFields } from './fields.ts';
import { type Key, matches } from './filter.ts';
import { itemWriter } from './item-json.ts';
import { expansions, onlyOptions, option, pageSize, selected, selection } from './options.ts';
import { checkIndexed, columnOf, type Predicate, planFilter, preferUnindexed } from './predicate.ts';
import { badRequest, GraphError, type GraphReply, type GraphRequest } from './reply.ts';
import type { ListScope } from './scope.ts';
import { siteUserId } from './scope.ts';

interface Order {
  column: Column;
  down: boolean;
}

interface Position {
  id: number;
  /** Rows before this one in an ordered answer. */
  passed: number;
}

function overThreshold(scope: ListScope): GraphError {
  if (scope.core.faults.behaviour().threshold === 'throttled') {
    return new GraphError(
      429,
      'TooManyRequests',
      'The request is unprocessable because it uses too many resources',
    );
  }
  return new GraphError(
    422,
    'notSupported',
    'The request is unprocessable because it uses too many resources',
  );
}

function readPosition(text: string | undefined): Position {
  if (text === undefined) return { id: 0, passed: 0 };
  const match = /^Paged=TRUE&p_ID=(\d+)(?:&p_Passed=(\d+))?$/.exec(Buffer.from(text, 'base64url').toString());
  if (match === null) throw badRequest('The $skiptoken is not valid.');
  return { id: Number(match[1]), passed: Number(match[2] ?? 0) };
}

function writePosition(position: Position): string {
  const passed = position.passed > 0 ? `&p_Passed=${position.passed}` : '';
  return Buffer.from(`Paged=TRUE&p_ID=${position.id}${passed}`).toString('base64url');
}

/** The link to the next page: the same request with another token. */
export function linkTo(
  base: string,
  request: GraphRequest,
  path: string,
  token: Record<string, string>,
): string {
  const pairs = [...request.query].filter(
    ([name]) => !['skiptoken', 'token'].includes(name.replace(/^\$/, '')),
  );
  const query = [...pairs, ...Object.entries(token)].map(
    ([name, value]) =>
      `${name.startsWith('$') ? '$' : ''}${encodeURIComponent(name.replace(/^\$/, ''))}=${encodeURIComponent(value)}`,
  );
  return `${base}${path}?${query.join('&')}`;
}

/** A row as filters see it: writes of the last `delay` milliseconds have not arrived. */
function seenBy(row: ItemRow, cutoff: number): ItemRow | undefined {
  if (row.modified <= cutoff) return row;
  if (row.created > cutoff || row.before === null) return row.created > cutoff ? undefined : row;
  return { ...row, fields: row.before };
}

function candidates(
  scope: ListScope,
  predicate: Predicate | undefined,
  from: number,
  limit: number,
): ItemRow[] {
  const { db } = scope.core;
  const driver = predicate?.driver;
  if (driver === undefined) {
    return db.all<ItemRow>(
      'SELECT * FROM item WHERE list = ? AND id > ? ORDER BY id LIMIT ?',
      scope.list.id,
      from,
      limit,
    );
  }
  if (driver.column.name === 'ID') {
    const sql = driver.sql.replaceAll('item', 'id');
    return db.all<ItemRow>(
      `SELECT * FROM item WHERE list = ? AND ${sql} AND id > ? ORDER BY id LIMIT ?`,
      scope.list.id,
      ...driver.values,
      from,
      limit,
    );
  }
  return db.all<ItemRow>(
    `SELECT i.* FROM item i JOIN (SELECT item FROM cell WHERE list = ? AND col = ? AND ${driver.sql}) c ON c.item = i.id
     WHERE i.list = ? AND i.id > ? ORDER BY i.id LIMIT ?`,
    scope.list.id,
    driver.column.name,
    ...driver.values,
    scope.list.id,
    from,
    limit,
  );
}

/** How many rows a query touches, counted no further than one above the threshold. */
function touched(scope: ListScope, predicate: Predicate, most: number): number {
  const { db } = scope.core;
  const driver = predicate.driver;
  let sql = 'SELECT 1 FROM item WHERE list = ?';
  let values: Cell[] = [scope.list.id];
  if (driver !== undefined && driver.column.name === 'ID') {
    sql += ` AND ${driver.sql.replaceAll('item', 'id')}`;
    values = [scope.list.id, ...driver.values];
  } else if (driver !== undefined) {
    sql = `SELECT 1 FROM cell WHERE list = ? AND col = ? AND ${driver.sql}`;
    values = [scope.list.id, driver.column.name, ...driver.values];
  }
  return (
    db.first<{ rows: number }>(`SELECT count(*) AS rows FROM (${sql} LIMIT ?)`, ...values, most + 1)?.rows ??
    0
  );
}

function readOrder(scope: ListScope, honoured: boolean): Order | undefined {
  const text = option(scope.request, 'orderby');
  if (text === undefined) return undefined;
  const match = /^(\S+)(?:\s+(asc|desc))?$/.exec(text.trim());
  if (match?.[1] === undefined || !match[1].startsWith('fields/')) throw badRequest('Invalid orderby clause');
  const column = columnOf(scope.fields, match[1]);
  checkIndexed(column, honoured);
  return { column, down: match[2] === 'desc' };
}

function compare(left: Key, right: Key): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  return left < right ? -1 : 1;
}

function restOf(
  scope: ListScope,
  predicate: Predicate | undefined,
  rows: ItemRow[],
  cutoff: number,
  late: boolean,
): ItemRow[] {
  if (!late && predicate?.rest === undefined) return rows;
  const userId = (oid: string) => siteUserId(scope.core, scope.site.id, oid);
  return rows.flatMap((row) => {
    const seen = seenBy(row, cutoff);
    if (seen === undefined) return [];
    if (predicate?.rest === undefined) return [seen];
    const fields = JSON.parse(seen.fields) as StoredFields;
    const holds = matches(
      predicate.rest,
      (path) => keyIn(columnOf(scope.fields, path), seen, fields, userId),
      (path, literal) => literalKey(columnOf(scope.fields, path), literal),
    );
    return holds ? [seen] : [];
  });
}

function sortRows(scope: ListScope, rows: ItemRow[], order: Order): ItemRow[] {
  const userId = (oid: string) => siteUserId(scope.core, scope.site.id, oid);
  const keyed = rows.map((row) => ({
    row,
    key: keyIn(order.column, row, JSON.parse(row.fields) as StoredFields, userId),
  }));
  const sign = order.down ? -1 : 1;
  return keyed.sort((a, b) => sign * (compare(a.key, b.key) || a.row.id - b.row.id)).map((each) => each.row);
}

function orderedByIndex(scope: ListScope, order: Order, passed: number, limit: number): ItemRow[] {
  const direction = order.down ? 'DESC' : 'ASC';
  return scope.core.db.all<ItemRow>(
    `SELECT i.* FROM (SELECT item, key FROM cell WHERE list = ? AND col = ? ORDER BY key ${direction}, item ${direction} LIMIT ? OFFSET ?) c
     JOIN item i ON i.list = ? AND i.id = c.item ORDER BY c.key ${direction}, c.item ${direction}`,
    scope.list.id,
    order.column.name,
    limit,
    passed,
    scope.list.id,
  );
}

function page(
  scope: ListScope,
  predicate: Predicate | undefined,
  order: Order | undefined,
  position: Position,
  limit: number,
): ItemRow[] {
  const late = predicate !== undefined && scope.conditions.delay > 0;
  const cutoff = scope.core.clock.now() - scope.conditions.delay;
  const most = scope.core.faults.behaviour().thresholdRows;
  if (predicate !== undefined && touched(scope, predicate, most) > most) throw overThreshold(scope);
  if (order === undefined) {
    if (!late && predicate?.rest === undefined) return candidates(scope, predicate, position.id, limit);
    return restOf(scope, predicate, candidates(scope, predicate, position.id, most + 1), cutoff, late).slice(
      0,
      limit,
    );
  }
  if (predicate === undefined && order.column.indexed && order.column.name !== 'ID') {
    return orderedByIndex(scope, order, position.passed, limit);
  }
  if (
    touched(scope, predicate ?? { driver: undefined, rest: undefined }, most) > most &&
    order.column.name !== 'ID'
  ) {
    throw overThreshold(scope);
  }
  const rows = restOf(scope, predicate, candidates(scope, predicate, 0, 1_000_000), cutoff, late);
  return sortRows(scope, rows, order).slice(position.passed, position.passed + limit);
}

/** GET items. */
export function listItems(scope: ListScope): GraphReply {
  const { request, core } = scope;
  onlyOptions(
    request,
    ['filter', 'expand', 'select', 'top', 'orderby', 'skiptoken'],
    ['count', 'search', 'skip'],
  );
  const expansion = expansions(request, ['fields']).get('fields');
  const honoured = (request.header('prefer') ?? '').includes(preferUnindexed);
  const text = option(request, 'filter');
  const predicate = text === undefined ? undefined : planFilter(text, scope.fields, honoured);
  const order = readOrder(scope, honoured);
  const position = readPosition(option(request, 'skiptoken'));
  const size = Math.min(pageSize(request, 200, 5000), scope.conditions.shortPages ?? 5000);
  const found = page(scope, predicate, order, position, size + 1);
  const rows = found.slice(0, size);
  const writer = itemWriter(scope);
  const names = selection(request);
  const value = rows.map((row) =>
    selected(writer.item(row, expansion), names, expansion ? ['id', 'fields'] : ['id']),
  );
  const next: Position = {
    id: rows.at(-1)?.id ?? position.id,
    passed: order === undefined ? 0 : position.passed + rows.length,
  };
  const more = found.length > size;
  return {
    status: 200,
    body: {
      '@odata.context': `${core.graphBase}/$metadata#sites('${encodeURIComponent(scope.site.id)}')/lists('${scope.list.id}')/items`,
      ...(more
        ? {
            '@odata.nextLink': linkTo(core.graphBase, request, request.path, {
              $skiptoken: writePosition(next),
            }),
          }
        : {}),
      value,
    },
  };
}

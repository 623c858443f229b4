/** A filter checked against the columns of a list and split into what an index answers and what rows must be read for. */
import type { Cell } from '../database.ts';
import type { Column } from './columns.ts';
import { literalKey } from './fields.ts';
import { type Filter, FilterSyntaxError, parseFilter, testsOf } from './filter.ts';
import { GraphError, invalidFilter, invalidRequest } from './reply.ts';

export const preferUnindexed = 'HonorNonIndexedQueriesWarningMayFailRandomly';

export interface Predicate {
  /** The indexed column that narrows the rows, with its condition on `key`. */
  driver: { column: Column; sql: string; values: Cell[] } | undefined;
  /** What remains to be tested row by row. */
  rest: Filter | undefined;
}

/** The column a path of a filter or order names. Throws GraphError. */
export function columnOf(columns: Column[], path: string): Column {
  if (!path.startsWith('fields/')) throw invalidFilter();
  const name = path.slice(7);
  const wanted = name === 'id' ? 'ID' : name;
  const column = columns.find(
    (each) =>
      each.name === wanted ||
      ((each.facet === 'personOrGroup' || each.facet === 'lookup') && `${each.name}LookupId` === wanted),
  );
  if (column === undefined) throw invalidRequest(`Field '${name}' is not recognized`);
  return column;
}

/** The refusal of a field without an index, in Graph's own words. */
export function unindexed(name: string): GraphError {
  return invalidRequest(
    `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: ${preferUnindexed}' header to allow this, but be warned that such queries may fail on large lists.`,
  );
}

/** Refuses an unindexed column unless the caller accepted the risk. */
export function checkIndexed(column: Column, honoured: boolean): void {
  if (!column.indexed && !honoured) throw unindexed(column.name);
}

const operators = { eq: 'IS', ne: 'IS NOT', lt: '<', gt: '>', le: '<=', ge: '>=' } as const;

function toSql(filter: Filter, column: Column): { sql: string; values: Cell[] } {
  if (filter.kind === 'test') {
    const key = literalKey(column, filter.literal);
    const subject = column.name === 'ID' ? 'item' : 'key';
    if (filter.comparison !== 'startswith')
      return { sql: `${subject} ${operators[filter.comparison]} ?`, values: [key] };
    const text = String(key);
    return {
      sql: `(typeof(${subject}) = 'text' AND substr(${subject}, 1, length(?)) = ?)`,
      values: [text, text],
    };
  }
  if (filter.kind === 'not') {
    const inner = toSql(filter.of, column);
    return { sql: `NOT coalesce(${inner.sql}, 0)`, values: inner.values };
  }
  const left = toSql(filter.left, column);
  const right = toSql(filter.right, column);
  return {
    sql: `(${left.sql} ${filter.kind.toUpperCase()} ${right.sql})`,
    values: [...left.values, ...right.values],
  };
}

function conjuncts(filter: Filter): Filter[] {
  return filter.kind === 'and' ? [...conjuncts(filter.left), ...conjuncts(filter.right)] : [filter];
}

function conjunction(filters: Filter[]): Filter | undefined {
  return filters.reduce<Filter | undefined>(
    (left, right) => (left === undefined ? right : { kind: 'and', left, right }),
    undefined,
  );
}

/** Reads and plans a $filter. Throws GraphError as Graph would refuse it. */
export function planFilter(text: string, columns: Column[], honoured: boolean): Predicate {
  let filter: Filter;
  try {
    filter = parseFilter(text);
  } catch (error) {
    if (error instanceof FilterSyntaxError) throw invalidFilter();
    throw error;
  }
  const tests = testsOf(filter);
  const used = new Map<string, Column>();
  for (const test of tests) {
    const column = columnOf(columns, test.path);
    literalKey(column, test.literal);
    checkIndexed(column, honoured);
    used.set(column.name, column);
  }
  if (used.size > 1 && !honoured) {
    throw new GraphError(
      400,
      'invalidRequest',
      `Only one indexed field can be filtered at a time, not ${[...used.keys()].join(', ')}.`,
    );
  }
  const parts = conjuncts(filter);
  for (const column of used.values()) {
    if (!column.indexed) continue;
    const own = (part: Filter) => testsOf(part).every((test) => columnOf(columns, test.path) === column);
    const driving = conjunction(parts.filter(own));
    if (driving === undefined) continue;
    return {
      driver: { column, ...toSql(driving, column) },
      rest: conjunction(parts.filter((part) => !own(part))),
    };
  }
  return { driver: undefined, rest: filter };
}

/** GET items/delta: the latest state of what changed since a token, deletions as tombstones. */
import type { ItemRow } from '../core.ts';
import { itemWriter } from './item-json.ts';
import { linkTo } from './item-query.ts';
import { expansions, onlyOptions, option, pageSize, selected, selection } from './options.ts';
import { GraphError, type GraphReply, invalidRequest } from './reply.ts';
import type { ListScope } from './scope.ts';

interface Token {
  list: string;
  /** Everything up to this sequence number was told. */
  seq: number;
  /** Deletions up to this sequence number are older than the enumeration and are not told. */
  silent: number;
  issued: number;
}

interface Change {
  seq: number;
  modified: number;
  row?: ItemRow;
  deleted?: number;
}

const tokenLife = 30 * 24 * 3600 * 1000;

function resync(scope: ListScope, path: string, code: string): GraphError {
  return new GraphError(
    410,
    code,
    "Resync required. Replace any local items with the server's version (including deletes) if you're sure that the service was up to date with your local changes when you last sync'd.",
    {
      location: `${scope.core.graphBase}${path}`,
    },
  );
}

function readToken(scope: ListScope, text: string, path: string): Token {
  let token: Token;
  try {
    token = JSON.parse(Buffer.from(text, 'base64url').toString()) as Token;
  } catch {
    throw invalidRequest('The delta token is not valid.');
  }
  if (typeof token?.seq !== 'number' || token.list !== scope.list.id)
    throw invalidRequest('The delta token is not valid.');
  if (token.seq > scope.list.seq || scope.core.clock.now() - token.issued > tokenLife) {
    throw resync(scope, path, 'resyncChangesApplyDifferences');
  }
  return token;
}

function changesAfter(scope: ListScope, token: Token, limit: number): Change[] {
  const { db } = scope.core;
  const rows = db.all<ItemRow>(
    'SELECT * FROM item WHERE list = ? AND seq > ? ORDER BY seq LIMIT ?',
    scope.list.id,
    token.seq,
    limit,
  );
  const gone = db.all<{ item: number; seq: number; modified: number }>(
    'SELECT item, seq, modified FROM tombstone WHERE list = ? AND seq > ? ORDER BY seq LIMIT ?',
    scope.list.id,
    Math.max(token.seq, token.silent),
    limit,
  );
  const changes: Change[] = [
    ...rows.map((row) => ({ seq: row.seq, modified: row.modified, row })),
    ...gone.map(({ item, seq, modified }) => ({ seq, modified, deleted: item })),
  ];
  const cutoff = scope.core.clock.now() - scope.conditions.delay;
  const sorted = changes.sort((a, b) => a.seq - b.seq);
  const hidden = scope.conditions.delay > 0 ? sorted.findIndex((each) => each.modified > cutoff) : -1;
  return (hidden === -1 ? sorted : sorted.slice(0, hidden)).slice(0, limit);
}

function changeJson(
  scope: ListScope,
  change: Change,
  writer: ReturnType<typeof itemWriter>,
): Record<string, unknown> {
  if (change.row === undefined) {
    return {
      id: String(change.deleted),
      parentReference: { siteId: scope.site.id },
      contentType: { id: '0x0100', name: 'Item' },
      deleted: { state: 'deleted' },
    };
  }
  const expansion = expansions(scope.request, ['fields']).get('fields');
  const { lastModifiedBy: _, ...json } = writer.item(change.row, expansion);
  return selected(json, selection(scope.request), expansion ? ['id', 'fields'] : ['id']);
}

/** GET items/delta and items/delta(token='…'); `given` is the token inside the parentheses. */
export function itemsDelta(scope: ListScope, path: string, given: string | undefined): GraphReply {
  const { core, request, list } = scope;
  onlyOptions(request, ['token', 'select', 'expand', 'top', 'skiptoken']);
  expansions(request, ['fields']);
  const size = Math.min(pageSize(request, 200, 5000), scope.conditions.shortPages ?? 5000);
  const text = given ?? option(request, 'token') ?? option(request, 'skiptoken');
  if (text !== undefined && text !== 'latest' && scope.conditions.resync !== undefined)
    throw resync(scope, path, scope.conditions.resync);
  const issued = core.clock.now();
  const link = (token: Token) =>
    linkTo(core.graphBase, request, path, {
      token: Buffer.from(JSON.stringify(token)).toString('base64url'),
    });
  const context = `${core.graphBase}/$metadata#Collection(microsoft.graph.listItem)`;
  if (text === 'latest') {
    const token = { list: list.id, seq: list.seq, silent: 0, issued };
    return { status: 200, body: { '@odata.context': context, '@odata.deltaLink': link(token), value: [] } };
  }
  const token =
    text === undefined ? { list: list.id, seq: 0, silent: list.seq, issued } : readToken(scope, text, path);
  const found = changesAfter(scope, token, size + 1);
  const told = found.slice(0, size);
  const writer = itemWriter(scope);
  const value = told.map((change) => changeJson(scope, change, writer));
  const first = value[0];
  if (scope.conditions.duplicateDelta && first !== undefined) value.push(first);
  const seq = told.at(-1)?.seq ?? token.seq;
  const more = found.length > size;
  const next = { list: list.id, seq, silent: token.silent, issued };
  return {
    status: 200,
    body: { '@odata.context': context, [more ? '@odata.nextLink' : '@odata.deltaLink']: link(next), value },
  };
}

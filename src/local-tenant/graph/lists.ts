/** Lists of a site: found, created, renamed; the hidden User Information List read-only beside them. */
import { randomUUID } from 'node:crypto';
import { instant, type ListRow } from '../core.ts';
import { builtInColumns, columnFrom, columnJson } from './columns.ts';
import { type Filter, FilterSyntaxError, keyOf, matches, parseFilter, testsOf } from './filter.ts';
import { itemWriter } from './item-json.ts';
import { expansions, onlyOptions, option, selected, selection } from './options.ts';
import { expandedPage, pageOf } from './paging.ts';
import {
  accessDenied,
  badRequest,
  GraphError,
  type GraphReply,
  invalidFilter,
  invalidRequest,
  objectBody,
} from './reply.ts';
import { type ListScope, need, type SiteScope, visibleList } from './scope.ts';
import { userListJson, userListName } from './user-list.ts';

/** A list as Graph writes it. */
export function listJson(
  scope: ListScope,
  withColumns: string[] | true | undefined,
): Record<string, unknown> {
  const { list, site } = scope;
  const eTag = `"${list.id},${list.n}"`;
  const author =
    list.author === ''
      ? { user: { displayName: 'System Account' } }
      : itemWriter(scope).identity(list.author, list.author_app);
  const columns = scope.fields.filter((column) => !column.hidden).map(columnJson);
  return {
    '@odata.etag': eTag,
    createdDateTime: instant(list.created),
    description: list.description,
    eTag,
    id: list.id,
    lastModifiedDateTime: instant(list.modified),
    name: list.name,
    webUrl: `https://${site.host}${site.path}/Lists/${encodeURIComponent(list.name)}`,
    displayName: list.display_name,
    createdBy: author,
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: false, template: 'genericList' },
    ...(withColumns === undefined
      ? {}
      : expandedPage(
          scope,
          'columns',
          withColumns === true ? columns : columns.map((column) => selected(column, withColumns, ['id'])),
          `/sites/${site.id}/lists/${list.id}/columns`,
          withColumns,
        )),
  };
}

function readListFilter(text: string | undefined): Filter | undefined {
  if (text === undefined) return undefined;
  try {
    const filter = parseFilter(text);
    if (testsOf(filter).some((test) => test.path !== 'displayName')) throw invalidFilter();
    return filter;
  } catch (error) {
    if (error instanceof FilterSyntaxError) throw invalidFilter();
    throw error;
  }
}

/** GET lists: only those the caller may see, page by page. */
export function listLists(scope: SiteScope): GraphReply {
  onlyOptions(scope.request, ['filter', 'select', 'expand', 'top', 'skiptoken']);
  const filter = readListFilter(option(scope.request, 'filter'));
  const expansion = expansions(scope.request, ['columns']).get('columns');
  const names = selection(scope.request);
  const rows = scope.core.db.all<ListRow>(
    'SELECT * FROM list WHERE site = ? ORDER BY display_name',
    scope.site.id,
  );
  const value = rows
    .filter((row) => filter === undefined || matches(filter, () => keyOf(row.display_name)))
    .flatMap((row) => visibleList(scope, row) ?? [])
    .map((each) =>
      selected(
        listJson(each, expansion && (expansion.select ?? true)),
        names,
        expansion ? ['id', 'columns', 'columns@odata.nextLink'] : ['id'],
      ),
    );
  const asked =
    names?.includes('system') === true ||
    (filter !== undefined && matches(filter, () => keyOf(userListName)));
  if (asked && scope.person.has('own')) value.push(selected(userListJson(scope), names, ['id']));
  const page = pageOf(scope, value);
  return {
    status: 200,
    body: { '@odata.context': `${scope.core.graphBase}/$metadata#lists`, ...page.link, value: page.rows },
  };
}

/** GET lists/{l}. */
export function getList(scope: ListScope): GraphReply {
  onlyOptions(scope.request, ['select', 'expand']);
  const expansion = expansions(scope.request, ['columns']).get('columns');
  const json = listJson(scope, expansion && (expansion.select ?? true));
  return {
    status: 200,
    body: selected(
      json,
      selection(scope.request),
      expansion ? ['id', 'columns', 'columns@odata.nextLink'] : ['id'],
    ),
  };
}

/** POST lists: with its columns, all or nothing. */
export function createList(scope: SiteScope): GraphReply {
  onlyOptions(scope.request, []);
  need(scope, 'manage');
  const { core, site, caller } = scope;
  const body = objectBody(scope.request.body);
  if (body.name !== undefined) {
    throw invalidRequest(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    );
  }
  const { displayName } = body;
  if (typeof displayName !== 'string' || displayName.trim() === '' || displayName.length > 255) {
    throw invalidRequest('One of the provided arguments is not acceptable.');
  }
  const template = (body.list as { template?: unknown } | undefined)?.template ?? 'genericList';
  if (template !== 'genericList') throw invalidRequest('One of the provided arguments is not acceptable.');
  const wanted = Array.isArray(body.columns) ? body.columns.map((each) => columnFrom(objectBody(each))) : [];
  const id = randomUUID();
  const now = core.clock.now();
  core.db.atomically(() => {
    const taken = core.db.first(
      'SELECT 1 FROM list WHERE site = ? AND lower(display_name) = lower(?)',
      site.id,
      displayName,
    );
    if (taken !== undefined)
      throw new GraphError(
        409,
        'nameAlreadyExists',
        `A list with the name '${displayName}' already exists on the site.`,
      );
    core.db.run(
      'INSERT INTO list VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 0, 0, 1)',
      id,
      site.id,
      displayName.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || 'List',
      displayName,
      typeof body.description === 'string' ? body.description : '',
      now,
      now,
      caller.person.oid,
      caller.clientId,
    );
    for (const column of [...builtInColumns(id), ...wanted]) scope.columns.add(id, column);
  });
  const made = core.db.first<ListRow>('SELECT * FROM list WHERE id = ?', id);
  const opened = made === undefined ? undefined : visibleList(scope, made);
  if (opened === undefined) throw accessDenied();
  return { status: 201, body: listJson(opened, undefined) };
}

/** PATCH lists/{l}: display name and description. */
export function patchList(scope: ListScope): GraphReply {
  onlyOptions(scope.request, []);
  need(scope, 'manage');
  const body = objectBody(scope.request.body);
  for (const name of Object.keys(body)) {
    if (!['displayName', 'description'].includes(name))
      throw invalidRequest(`The property '${name}' cannot be written.`);
  }
  const displayName = body.displayName ?? scope.list.display_name;
  const description = body.description ?? scope.list.description;
  if (typeof displayName !== 'string' || displayName.trim() === '' || typeof description !== 'string') {
    throw badRequest('One of the provided arguments is not acceptable.');
  }
  scope.core.db.run(
    'UPDATE list SET display_name = ?, description = ?, n = n + 1, modified = ? WHERE id = ?',
    displayName,
    description,
    scope.core.clock.now(),
    scope.list.id,
  );
  const list = { ...scope.list, display_name: displayName, description, n: scope.list.n + 1 };
  return { status: 200, body: listJson({ ...scope, list }, undefined) };
}

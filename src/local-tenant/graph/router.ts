/** From method and path to the answer; a path the local tenant does not know is a 501 that names it. */
import { instant } from '../core.ts';
import { addColumn, deleteColumn, getColumn, listColumns, patchColumn } from './column-routes.ts';
import { itemsDelta } from './delta.ts';
import { getMe, getUser, listUsers } from './directory.ts';
import { createEvent, listEvents } from './events.ts';
import { listItems } from './item-query.ts';
import { createItem, deleteItem, getFields, getItem, patchItem } from './items.ts';
import { createList, getList, listLists, patchList } from './lists.ts';
import { onlyOptions, selected, selection } from './options.ts';
import { badRequest, type GraphReply, notImplemented } from './reply.ts';
import { type Call, type ListScope, openList, openSite, type SiteScope } from './scope.ts';
import { listSiteUsers, userListId, userListName } from './user-list.ts';
import { getVersion, listVersions, restoreVersion } from './versions.ts';

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest('The path is not valid.');
  }
}

function unknown(call: Call): never {
  throw notImplemented(`${call.request.method} ${call.request.path}`);
}

function getSite(scope: SiteScope): GraphReply {
  onlyOptions(scope.request, ['select']);
  const { site } = scope;
  const json = {
    '@odata.context': `${scope.core.graphBase}/$metadata#sites/$entity`,
    createdDateTime: instant(site.created),
    description: '',
    id: site.id,
    lastModifiedDateTime: instant(site.created),
    name: site.path.split('/').at(-1) ?? '',
    webUrl: `https://${site.host}${site.path}`,
    displayName: site.name,
    root: {},
    siteCollection: { hostname: site.host },
  };
  return { status: 200, body: selected(json, selection(scope.request), ['id']) };
}

function versionRoutes(scope: ListScope, item: string, [version, verb, more]: string[]): GraphReply {
  const { method } = scope.request;
  if (version === undefined) return method === 'GET' ? listVersions(scope, item) : unknown(scope);
  if (more !== undefined) return unknown(scope);
  if (method === 'GET' && verb === undefined) return getVersion(scope, item, version, 'version');
  if (method === 'GET' && verb === 'fields') return getVersion(scope, item, version, 'fields');
  if (method === 'POST' && verb === 'restoreVersion') return restoreVersion(scope, item, version);
  return unknown(scope);
}

function itemRoutes(scope: ListScope, [item, part, ...more]: string[]): GraphReply {
  const { method, path } = scope.request;
  if (item === undefined) {
    if (method === 'GET') return listItems(scope);
    return method === 'POST' ? createItem(scope) : unknown(scope);
  }
  const delta = /^delta(?:\((?:token='([^']*)')?\))?$/.exec(item);
  if (delta !== null && part === undefined) {
    return method === 'GET' ? itemsDelta(scope, path.replace(/[^/]+$/, 'delta'), delta[1]) : unknown(scope);
  }
  if (part === 'versions') return versionRoutes(scope, item, more);
  if (more.length > 0) return unknown(scope);
  if (part === 'fields') {
    if (method === 'GET') return getFields(scope, item);
    return method === 'PATCH' ? patchItem(scope, item, 'fields') : unknown(scope);
  }
  if (part !== undefined) return unknown(scope);
  if (method === 'GET') return getItem(scope, item);
  if (method === 'PATCH') return patchItem(scope, item, 'item');
  return method === 'DELETE' ? deleteItem(scope, item) : unknown(scope);
}

function columnRoutes(scope: ListScope, [column, more]: string[]): GraphReply {
  const { method } = scope.request;
  if (more !== undefined) return unknown(scope);
  if (column === undefined) {
    if (method === 'GET') return listColumns(scope);
    return method === 'POST' ? addColumn(scope) : unknown(scope);
  }
  if (method === 'GET') return getColumn(scope, column);
  if (method === 'PATCH') return patchColumn(scope, column);
  return method === 'DELETE' ? deleteColumn(scope, column) : unknown(scope);
}

function listRoutes(scope: SiteScope, [list, part, ...more]: string[]): GraphReply {
  const { method } = scope.request;
  if (list === undefined) {
    if (method === 'GET') return listLists(scope);
    return method === 'POST' ? createList(scope) : unknown(scope);
  }
  if (list === userListName || list === userListId(scope.site.id)) {
    return method === 'GET' && part === 'items' && more.length === 0 ? listSiteUsers(scope) : unknown(scope);
  }
  const opened = openList(scope, list);
  if (part === 'items') return itemRoutes(opened, more);
  if (part === 'columns') return columnRoutes(opened, more);
  if (part !== undefined) return unknown(scope);
  if (method === 'GET') return getList(opened);
  return method === 'PATCH' ? patchList(opened) : unknown(scope);
}

/** Answers one request of an authenticated caller. Throws GraphError. */
export function route(call: Call): GraphReply {
  const { method, path } = call.request;
  const byPath = /^\/sites\/([^/:]+):(\/.*?)(?::(\/.*)?)?$/.exec(path);
  const segments = (byPath === null ? path : (byPath[3] ?? ''))
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
  if (byPath !== null) {
    const scope = openSite(call, { host: decoded(byPath[1] ?? ''), path: decoded(byPath[2] ?? '') });
    return siteRoutes(scope, segments);
  }
  const [root, id, ...rest] = segments;
  if (root === 'me' && id === undefined && method === 'GET') return getMe(call);
  if (root === 'me' && id === 'events' && rest.length === 0) {
    if (method === 'GET') return listEvents(call);
    return method === 'POST' ? createEvent(call) : unknown(call);
  }
  if (root === 'users' && rest.length === 0 && method === 'GET')
    return id === undefined ? listUsers(call) : getUser(call, id);
  if (root === 'sites' && id !== undefined && id.includes(','))
    return siteRoutes(openSite(call, { id }), rest);
  return unknown(call);
}

function siteRoutes(scope: SiteScope, [part, ...more]: string[]): GraphReply {
  if (part === undefined) return scope.request.method === 'GET' ? getSite(scope) : unknown(scope);
  return part === 'lists' ? listRoutes(scope, more) : unknown(scope);
}

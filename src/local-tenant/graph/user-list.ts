/** The hidden User Information List of a site: its people with their LookupIds, read-only and for owners. */
import { instant } from '../core.ts';
import { stableGuid } from '../identifiers.ts';
import { FilterSyntaxError, keyOf, matches, parseFilter } from './filter.ts';
import { expansions, onlyOptions, option, selected } from './options.ts';
import { preferUnindexed, unindexed } from './predicate.ts';
import { accessDenied, type GraphReply, invalidFilter } from './reply.ts';
import type { SiteScope } from './scope.ts';

export const userListName = 'User Information List';

/** The id of the list on a site. */
export function userListId(site: string): string {
  return stableGuid('user-information-list', site);
}

/** The list as it appears among others where somebody asks for it. */
export function userListJson(scope: SiteScope): Record<string, unknown> {
  return {
    createdDateTime: instant(scope.site.created),
    description: '',
    id: userListId(scope.site.id),
    lastModifiedDateTime: instant(scope.site.created),
    name: 'users',
    displayName: userListName,
    parentReference: { siteId: scope.site.id },
    list: { contentTypesEnabled: true, hidden: true, template: 'userInformation' },
    system: {},
  };
}

/** GET lists/User Information List/items. A filter needs the caller's acceptance: nothing in it is indexed. */
export function listSiteUsers(scope: SiteScope): GraphReply {
  const { request, core } = scope;
  onlyOptions(request, ['expand', 'filter']);
  if (!scope.person.has('own')) throw accessDenied();
  const rows = core.db.all<{ id: number; name: string; mail: string; upn: string }>(
    'SELECT u.id, p.name, p.mail, p.upn FROM site_user u JOIN person p ON p.oid = u.oid WHERE u.site = ? ORDER BY u.id',
    scope.site.id,
  );
  const expansion = expansions(request, ['fields']).get('fields');
  const passes = passing(
    option(request, 'filter'),
    (request.header('prefer') ?? '').includes(preferUnindexed),
  );
  const value = rows
    .map((row) => ({
      id: String(row.id),
      Title: row.name,
      EMail: row.mail,
      UserName: row.upn,
      Name: `i:0#.f|membership|${row.upn.toLowerCase()}`,
    }))
    .filter(passes)
    .map((fields) => ({
      id: fields.id,
      ...(expansion === undefined ? {} : { fields: selected(fields, expansion.select) }),
    }));
  return { status: 200, body: { value } };
}

function passing(text: string | undefined, honoured: boolean): (fields: Record<string, string>) => boolean {
  if (text === undefined) return () => true;
  if (!honoured) throw unindexed(/fields\/(\w+)/.exec(text)?.[1] ?? '');
  try {
    const filter = parseFilter(text);
    return (fields) => matches(filter, (path) => keyOf(fields[path.replace('fields/', '')] ?? null));
  } catch (error) {
    if (error instanceof FilterSyntaxError) throw invalidFilter();
    throw error;
  }
}

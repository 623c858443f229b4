/** Pages of what fits into one answer as a rule: lists and columns, a few at a time where `$top` or short pages say so. */
import { linkTo } from './item-query.ts';
import { option, pageSize } from './options.ts';
import { badRequest, type GraphRequest } from './reply.ts';
import type { SiteScope } from './scope.ts';

const most = 5000;

function passed(text: string | undefined): number {
  if (text === undefined) return 0;
  const match = /^Paged=TRUE&p_Passed=(\d+)$/.exec(Buffer.from(text, 'base64url').toString());
  if (match === null) throw badRequest('The $skiptoken is not valid.');
  return Number(match[1]);
}

/** The link to what comes after the first `count` of a collection at `path`. */
function linkAfter(scope: SiteScope, request: GraphRequest, path: string, count: number): string {
  const $skiptoken = Buffer.from(`Paged=TRUE&p_Passed=${count}`).toString('base64url');
  return linkTo(scope.core.graphBase, request, path, { $skiptoken });
}

/** The rows of the page that is asked for, with the link to the next one. */
export function pageOf<T>(scope: SiteScope, all: readonly T[]): { rows: T[]; link: Record<string, string> } {
  const { request } = scope;
  const start = passed(option(request, 'skiptoken'));
  const end = start + Math.min(pageSize(request, most, most), scope.conditions.shortPages ?? most);
  const link = all.length > end ? { '@odata.nextLink': linkAfter(scope, request, request.path, end) } : {};
  return { rows: all.slice(start, end), link };
}

/** What an expansion brings of a collection that lies at `path`: its first page and the link to the rest. */
export function expandedPage<T>(
  scope: SiteScope,
  name: string,
  all: readonly T[],
  path: string,
  select: string[] | true,
): Record<string, unknown> {
  const end = scope.conditions.shortPages ?? most;
  if (all.length <= end) return { [name]: all };
  const query = new URLSearchParams(select === true ? {} : { $select: select.join(',') });
  const link = linkAfter(scope, { ...scope.request, query }, path, end);
  return { [name]: all.slice(0, end), [`${name}@odata.nextLink`]: link };
}

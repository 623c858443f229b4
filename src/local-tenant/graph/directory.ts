/** People of the directory: oneself, others by id, and search, which guests are refused. */
import type { PersonRow } from '../core.ts';
import { FilterSyntaxError, keyOf, matches, parseFilter } from './filter.ts';
import { onlyOptions, option, pageSize, selected, selection } from './options.ts';
import { badRequest, GraphError, type GraphReply, invalidFilter } from './reply.ts';
import type { Call } from './scope.ts';

const refused = () =>
  new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');

function userJson(person: PersonRow, restricted: boolean): Record<string, unknown> {
  const open = {
    displayName: person.name,
    mail: person.mail,
    userPrincipalName: person.upn,
    userType: person.kind,
    id: person.oid,
  };
  if (restricted) return open;
  const words = person.name.split(' ');
  return {
    businessPhones: [],
    ...open,
    givenName: words.slice(0, -1).join(' '),
    surname: words.at(-1) ?? '',
  };
}

function needScope(call: Call, ...scopes: string[]): void {
  if (!scopes.some((scope) => call.caller.scopes.includes(scope))) throw refused();
}

/** GET /me. */
export function getMe(call: Call): GraphReply {
  needScope(call, 'User.Read', 'User.ReadBasic.All', 'User.Read.All');
  onlyOptions(call.request, ['select']);
  const json = {
    '@odata.context': `${call.core.graphBase}/$metadata#users/$entity`,
    ...userJson(call.caller.person, false),
  };
  return { status: 200, body: selected(json, selection(call.request)) };
}

/** GET /users/{id or principal name}: oneself, or another person of the same tenant. */
export function getUser(call: Call, id: string): GraphReply {
  const { caller, core } = call;
  onlyOptions(call.request, ['select']);
  const self = id.toLowerCase() === caller.person.upn.toLowerCase() || id === caller.person.oid;
  if (self) needScope(call, 'User.Read', 'User.ReadBasic.All', 'User.Read.All');
  else needScope(call, 'User.ReadBasic.All', 'User.Read.All');
  const person = core.db.first<PersonRow>(
    'SELECT * FROM person WHERE tenant = ?1 AND (oid = lower(?2) OR lower(upn) = lower(?2))',
    caller.person.tenant,
    id,
  );
  if (person === undefined) {
    throw new GraphError(
      404,
      'Request_ResourceNotFound',
      `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    );
  }
  const restricted = caller.person.kind === 'Guest' && !self;
  return { status: 200, body: selected(userJson(person, restricted), selection(call.request)) };
}

/** GET /users: for members only. */
export function listUsers(call: Call): GraphReply {
  const { caller, core, request } = call;
  onlyOptions(request, ['search', 'filter', 'select', 'top', 'orderby', 'count']);
  needScope(call, 'User.ReadBasic.All', 'User.Read.All');
  if (caller.person.kind === 'Guest') throw refused();
  const search = option(request, 'search');
  if (search !== undefined && request.header('consistencylevel')?.toLowerCase() !== 'eventual') {
    throw badRequest(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const term =
    search === undefined ? undefined : /^"(displayName|mail|userPrincipalName):(.*)"$/.exec(search);
  if (search !== undefined && !term) throw badRequest('Syntax error: the $search clause is not valid.');
  const words = term?.[2]?.toLowerCase() ?? '';
  const people = core.db.all<PersonRow>(
    'SELECT * FROM person WHERE tenant = ? ORDER BY name',
    caller.person.tenant,
  );
  const value = people
    .map((person) => userJson(person, false))
    .filter(
      (json) =>
        search === undefined ||
        String(json[term?.[1] ?? ''])
          .toLowerCase()
          .split(/[\s@._-]+/)
          .some((word) => word.startsWith(words)) ||
        String(json[term?.[1] ?? ''])
          .toLowerCase()
          .startsWith(words),
    )
    .filter(passing(option(request, 'filter')))
    .slice(0, pageSize(request, 100, 999))
    .map((json) => selected(json, selection(request)));
  return { status: 200, body: { '@odata.context': `${core.graphBase}/$metadata#users`, value } };
}

function passing(text: string | undefined): (json: Record<string, unknown>) => boolean {
  if (text === undefined) return () => true;
  try {
    const filter = parseFilter(text);
    return (json) =>
      matches(filter, (path) => keyOf(typeof json[path] === 'string' ? String(json[path]) : null));
  } catch (error) {
    if (error instanceof FilterSyntaxError) throw invalidFilter();
    throw error;
  }
}

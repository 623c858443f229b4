/** The sign-in page: the people of a tenant as plain links, each leading back to the app with a one-time code. */
import type { Core, PersonRow } from '../core.ts';
import {
  checkApp,
  grantedScopes,
  keepCode,
  type PendingCode,
  resolveTenant,
  SignInError,
} from './token-endpoint.ts';

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function back(query: URLSearchParams, answer: Record<string, string>): Response {
  const target = new URL(query.get('redirect_uri') ?? '');
  const state = query.get('state');
  const pairs = new URLSearchParams({ ...answer, ...(state === null ? {} : { state }) });
  if ((query.get('response_mode') ?? 'query') === 'fragment') target.hash = pairs.toString();
  else for (const [name, value] of pairs) target.searchParams.set(name, value);
  return new Response(null, { status: 302, headers: { location: target.toString() } });
}

function page(query: URLSearchParams, path: string, people: PersonRow[], tenantName: string): Response {
  const links = people.map((person) => {
    const next = new URLSearchParams(query);
    next.set('pick', person.oid);
    return `<li><a href="${escaped(`${path}?${next}`)}">${escaped(person.name)}</a> <small>${escaped(person.mail)}</small></li>`;
  });
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title><h1>Sign in to ${escaped(tenantName)}</h1><ul>${links.join('')}</ul></html>`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html;charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-store',
    },
  });
}

/** Answers GET /{tenant}/oauth2/v2.0/authorize. Throws SignInError where nothing can be sent back to the app. */
export function answerAuthorize(core: Core, segment: string, url: URL): Response {
  const query = url.searchParams;
  const tenant = resolveTenant(core, segment);
  const clientId = query.get('client_id') ?? '';
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!URL.canParse(redirectUri))
    throw new SignInError(900971, 'invalid_request', 'No reply address provided.');
  checkApp(core, clientId, redirectUri);
  const challenge = query.get('code_challenge') ?? '';
  if (query.get('code_challenge_method') !== 'S256' || challenge === '') {
    return back(query, {
      error: 'invalid_request',
      error_description: 'AADSTS9002325: Proof Key for Code Exchange is required.',
    });
  }
  const people = core.db.all<PersonRow>('SELECT * FROM person WHERE tenant = ? ORDER BY name', tenant);
  const hint =
    query.get('pick') ?? (query.get('prompt') === 'select_account' ? null : query.get('login_hint'));
  const person = people.find((each) => hint !== null && [each.oid, each.upn, each.mail].includes(hint));
  if (person === undefined) {
    if (query.get('prompt') === 'none') {
      return back(query, {
        error: 'login_required',
        error_description: 'AADSTS50058: No user is signed in.',
      });
    }
    const row = core.db.first<{ name: string }>('SELECT name FROM tenant WHERE id = ?', tenant);
    return page(query, url.pathname, people, row?.name ?? segment);
  }
  const scope = query.get('scope') ?? '';
  try {
    grantedScopes(core, clientId, tenant, scope);
  } catch (error) {
    if (!(error instanceof SignInError)) throw error;
    return back(query, { error: 'consent_required', error_description: error.message });
  }
  const nonce = query.get('nonce');
  const pending: PendingCode = { oid: person.oid, tenant, clientId, redirectUri, scope, challenge };
  const clientInfo = Buffer.from(JSON.stringify({ uid: person.home_oid, utid: person.home_tenant })).toString(
    'base64url',
  );
  return back(query, {
    code: keepCode(core, nonce === null ? pending : { ...pending, nonce }),
    client_info: clientInfo,
  });
}

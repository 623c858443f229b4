/** The token endpoint: password (for tools), authorization_code with PKCE, and refresh_token; errors carry Entra's numbers. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Core, PersonRow } from '../core.ts';
import type { TokenBook } from './tokens.ts';

const refreshLife = 90 * 24 * 3600 * 1000;
const codeLife = 600_000;
const openScopes = new Set(['openid', 'profile', 'offline_access', 'email']);

export class SignInError extends Error {
  readonly number: number;
  readonly code: string;
  readonly suberror: string | undefined;
  constructor(number: number, code: string, message: string, suberror?: string) {
    super(`AADSTS${number}: ${message}`);
    this.number = number;
    this.code = code;
    this.suberror = suberror;
  }
}

/** What is remembered between the sign-in page and the redemption of its code. */
export interface PendingCode {
  oid: string;
  tenant: string;
  clientId: string;
  redirectUri: string;
  scope: string;
  challenge: string;
  nonce?: string;
}

/** The tenant id for a path segment that is an id or a domain. */
export function resolveTenant(core: Core, segment: string): string {
  const row = core.db.first<{ id: string }>(
    'SELECT id FROM tenant WHERE id = ? OR domain = ?',
    segment.toLowerCase(),
    segment.toLowerCase(),
  );
  if (row === undefined) throw new SignInError(90002, 'invalid_request', `Tenant '${segment}' not found.`);
  return row.id;
}

/** Refuses an application this tenant does not know, and a redirect it did not register. */
export function checkApp(core: Core, clientId: string, redirectUri?: string): void {
  const app = core.db.first<{ redirects: string }>('SELECT redirects FROM app WHERE client_id = ?', clientId);
  if (app === undefined) {
    throw new SignInError(
      700016,
      'unauthorized_client',
      `Application with identifier '${clientId}' was not found.`,
    );
  }
  const registered = JSON.parse(app.redirects) as string[];
  if (redirectUri !== undefined && registered.length > 0 && !registered.includes(redirectUri)) {
    throw new SignInError(
      50011,
      'invalid_request',
      `The redirect URI '${redirectUri}' is not registered for the application.`,
    );
  }
}

/** Keeps a code for ten minutes; it can be redeemed once. */
export function keepCode(core: Core, pending: PendingCode): string {
  const code = randomBytes(32).toString('base64url');
  core.db.run(
    'INSERT INTO authorization VALUES (?, ?, ?)',
    code,
    JSON.stringify(pending),
    core.clock.now() + codeLife,
  );
  return code;
}

/** Graph scopes asked for, checked against what the tenant consented to. Throws AADSTS65001 for any other. */
export function grantedScopes(core: Core, clientId: string, tenant: string, asked: string): string[] {
  const consented = core.db
    .all<{ scope: string }>(
      'SELECT scope FROM consent WHERE client_id = ? AND tenant = ? ORDER BY scope',
      clientId,
      tenant,
    )
    .map((row) => row.scope);
  const granted = new Set<string>();
  for (const word of asked.split(' ').filter((each) => each !== '')) {
    if (openScopes.has(word)) continue;
    const scope = word.replace(/^https:\/\/graph\.microsoft\.com\//, '');
    if (scope === '.default') {
      for (const each of consented) granted.add(each);
      continue;
    }
    const match = consented.find((each) => each.toLowerCase() === scope.toLowerCase());
    if (match === undefined) {
      throw new SignInError(
        65001,
        'invalid_grant',
        `The user or administrator has not consented to use the application with ID '${clientId}'. Send an interactive authorization request for this user and resource.`,
        'consent_required',
      );
    }
    granted.add(match);
  }
  if (granted.size === 0 && consented.length === 0) {
    throw new SignInError(
      65001,
      'invalid_grant',
      'The application has no consent in this tenant.',
      'consent_required',
    );
  }
  return [...granted];
}

function findPerson(core: Core, tenant: string, name: string): PersonRow | undefined {
  return core.db.first<PersonRow>(
    'SELECT * FROM person WHERE tenant = ?1 AND (lower(upn) = lower(?2) OR lower(mail) = lower(?2) OR oid = ?2)',
    tenant,
    name,
  );
}

function personForPassword(core: Core, tenant: string, form: URLSearchParams): PersonRow {
  const person = findPerson(core, tenant, form.get('username') ?? '');
  if (person === undefined) {
    throw new SignInError(50034, 'invalid_grant', 'The user account does not exist in the directory.');
  }
  if (form.get('password') !== 'local') {
    throw new SignInError(
      50126,
      'invalid_grant',
      'Error validating credentials due to invalid username or password.',
    );
  }
  return person;
}

function pendingFor(core: Core, tenant: string, clientId: string, form: URLSearchParams): PendingCode {
  const row = core.db.first<{ body: string; expires: number }>(
    'DELETE FROM authorization WHERE code = ? RETURNING body, expires',
    form.get('code') ?? '',
  );
  if (row === undefined || row.expires < core.clock.now()) {
    throw new SignInError(
      70008,
      'invalid_grant',
      'The provided authorization code has expired or was already redeemed.',
    );
  }
  const pending = JSON.parse(row.body) as PendingCode;
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (pending.challenge !== challenge) {
    throw new SignInError(
      50148,
      'invalid_grant',
      'The code_verifier does not match the code_challenge supplied in the authorization request.',
    );
  }
  if (
    pending.clientId !== clientId ||
    pending.tenant !== tenant ||
    pending.redirectUri !== form.get('redirect_uri')
  ) {
    throw new SignInError(
      50011,
      'invalid_grant',
      'The code was issued to another client, tenant or redirect URI.',
    );
  }
  return pending;
}

function personForRefresh(core: Core, tenant: string, clientId: string, form: URLSearchParams): PersonRow {
  const row = core.db.first<{ client_id: string; oid: string; expires: number }>(
    'SELECT client_id, oid, expires FROM refresh WHERE token = ?',
    form.get('refresh_token') ?? '',
  );
  if (row === undefined || row.client_id !== clientId || row.expires < core.clock.now()) {
    throw new SignInError(70008, 'invalid_grant', 'The refresh token has expired or is invalid.');
  }
  const person = core.db.first<PersonRow>(
    'SELECT there.* FROM person here JOIN person there ON there.home_oid = here.home_oid WHERE here.oid = ? AND there.tenant = ?',
    row.oid,
    tenant,
  );
  if (person === undefined) {
    throw new SignInError(
      50020,
      'invalid_grant',
      'User account from identity provider does not exist in tenant.',
    );
  }
  return person;
}

/** Answers one token request for the tenant named in the path. Throws SignInError. */
export function answerToken(core: Core, tokens: TokenBook, segment: string, form: URLSearchParams): object {
  const tenant = resolveTenant(core, segment);
  const clientId = form.get('client_id') ?? '';
  checkApp(core, clientId);
  const grant = form.get('grant_type');
  let scope = form.get('scope') ?? '';
  let nonce: string | undefined;
  let person: PersonRow | undefined;
  if (grant === 'password') {
    person = personForPassword(core, tenant, form);
  } else if (grant === 'authorization_code') {
    const pending = pendingFor(core, tenant, clientId, form);
    person = findPerson(core, tenant, pending.oid);
    nonce = pending.nonce;
    if (scope === '') scope = pending.scope;
  } else if (grant === 'refresh_token') {
    person = personForRefresh(core, tenant, clientId, form);
  } else {
    throw new SignInError(
      70003,
      'unsupported_grant_type',
      `The app requested an unsupported grant type '${grant}'.`,
    );
  }
  if (person === undefined)
    throw new SignInError(50034, 'invalid_grant', 'The user account does not exist in the directory.');
  const scopes = grantedScopes(core, clientId, tenant, scope);
  const { token, expiresIn } = tokens.access(person, clientId, scopes);
  const refresh = randomBytes(32).toString('base64url');
  core.db.run(
    'INSERT INTO refresh VALUES (?, ?, ?, ?)',
    refresh,
    clientId,
    person.oid,
    core.clock.now() + refreshLife,
  );
  const clientInfo = { uid: person.home_oid, utid: person.home_tenant };
  return {
    token_type: 'Bearer',
    scope: scopes.map((each) => `https://graph.microsoft.com/${each}`).join(' '),
    expires_in: expiresIn,
    ext_expires_in: expiresIn,
    access_token: token,
    refresh_token: refresh,
    id_token: tokens.id(person, clientId, nonce),
    client_info: Buffer.from(JSON.stringify(clientInfo)).toString('base64url'),
  };
}

/** The body of a refused token request. */
export function signInErrorBody(core: Core, error: SignInError): object {
  return {
    error: error.code,
    error_description: error.message,
    error_codes: [error.number],
    timestamp: `${new Date(core.clock.now()).toISOString().slice(0, 19).replace('T', ' ')}Z`,
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
    ...(error.suberror === undefined ? {} : { suberror: error.suberror }),
  };
}

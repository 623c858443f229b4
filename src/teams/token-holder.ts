/** Holds tokens per tenant and scopes, in memory only, and never hands out one of another tenant. */
import type { AccessToken, TokenOptions } from './host.ts';
import { SignInError } from './sign-in-error.ts';
import { readClaims } from './token-claims.ts';

/** One answer of the host. `tenantId` is what the host says beside the token. */
export interface IssuedToken {
  readonly token: string;
  readonly tenantId: string;
  readonly homeAccountId?: string;
  readonly name?: string;
  readonly correlationId?: string;
}

export interface TokenRequest {
  readonly tenantId: string;
  readonly scopes: readonly string[];
  readonly interactive: boolean;
  readonly forceRefresh: boolean;
}

/** Asks the host for a token; rejects with a {@link SignInError}. */
export type TokenSource = (request: TokenRequest) => Promise<IssuedToken>;

/** A token is renewed this long before its end, so that none ends on its way to the server. */
const renewBeforeMs = 5 * 60_000;

interface Held {
  readonly access: AccessToken;
  readonly from: number;
  readonly until: number;
}

/**
 * Answers with a function that gives a token of exactly the tenant asked for. `now` is the local clock in ms; it only
 * measures how long a token has been held, so a clock that is wrong by a day changes nothing.
 */
export function openTokenHolder(source: TokenSource, now: () => number) {
  const held = new Map<string, Held>();
  const asking = new Map<string, Promise<AccessToken>>();

  async function ask(request: TokenRequest, key: string): Promise<AccessToken> {
    const before = now();
    let issued = await source(request);
    let access = accept(issued, request.tenantId);
    if (!access) {
      // The host's cache may hold another tenant's token under our request: once more, past every cache.
      issued = await source({ ...request, interactive: false, forceRefresh: true });
      access = accept(issued, request.tenantId);
    }
    if (!access) {
      held.delete(key);
      const options = issued.correlationId ? { correlationId: issued.correlationId } : {};
      throw new SignInError('wrong-tenant', 'the host gave a token of another tenant twice', options);
    }
    const lifetime = access.issuedAt === undefined ? 0 : access.expiresAt - access.issuedAt;
    held.set(key, {
      access: withoutIssuedAt(access),
      from: before,
      until: before + lifetime - renewBeforeMs,
    });
    return access;
  }

  /** Rejects with a {@link SignInError}; several callers who ask for the same at the same time share one request. */
  return function token(
    tenantId: string,
    scopes: readonly string[],
    options: TokenOptions = {},
  ): Promise<AccessToken> {
    const key = `${tenantId.toLowerCase()} ${[...scopes].sort().join(' ')}`;
    const interactive = options.interactive ?? false;
    const forceRefresh = options.forceRefresh ?? false;
    if (!interactive && !forceRefresh) {
      const found = held.get(key);
      if (found && now() >= found.from && now() < found.until) return Promise.resolve(found.access);
    }
    const way = `${key} ${interactive} ${forceRefresh}`;
    const running = asking.get(way);
    if (running) return running;
    const asked = ask({ tenantId, scopes, interactive, forceRefresh }, key).finally(() => asking.delete(way));
    asking.set(way, asked);
    return asked;
  };
}

/** The token as we hand it out, or undefined when either the host or the token itself names another tenant. */
function accept(issued: IssuedToken, tenantId: string): AccessToken | undefined {
  const claims = readClaims(issued.token);
  const wanted = tenantId.toLowerCase();
  if (!claims || claims.tenantId.toLowerCase() !== wanted || issued.tenantId.toLowerCase() !== wanted)
    return undefined;
  return {
    token: issued.token,
    tenantId: claims.tenantId,
    objectId: claims.objectId,
    ...(issued.homeAccountId ? { homeAccountId: issued.homeAccountId } : {}),
    name: issued.name || claims.name || '',
    expiresAt: claims.expiresAt,
    ...(claims.issuedAt === undefined ? {} : { issuedAt: claims.issuedAt }),
  };
}

/** `issuedAt` tells the caller the server's time; from a held token it would tell the past. */
function withoutIssuedAt({ issuedAt: _, ...access }: AccessToken): AccessToken {
  return access;
}

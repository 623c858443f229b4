/** Signs in through Teams (nested app authentication) with an explicit authority and explicit scopes on every call. */
import {
  type AuthenticationResult,
  CacheLookupPolicy,
  createNestablePublicClientApplication,
  type IPublicClientApplication,
  PublicClientApplication,
} from '@azure/msal-browser';
import { nestedAppAuth } from '@microsoft/teams-js';
import { authorityOf, type CloudName, clouds } from './clouds.ts';
import { asSignInError } from './msal-errors.ts';
import { SignInError } from './sign-in-error.ts';
import { within } from './time-limit.ts';
import type { IssuedToken, TokenSource } from './token-holder.ts';

/** A host that says nothing for this long will not answer any more. */
const silentTimeoutMs = 30_000;

/**
 * A source of tokens from the host. The connection to the host's bridge is made on the first request and kept; when it
 * fails, the next request tries again. Call after teams-js has been initialised.
 */
export function openNestedSignIn(clientId: string, cloud: CloudName): TokenSource {
  let connecting: Promise<IPublicClientApplication> | undefined;

  function connected(): Promise<IPublicClientApplication> {
    connecting ??= connect(clientId, cloud).catch((error: unknown) => {
      connecting = undefined;
      throw error;
    });
    return connecting;
  }

  return async function ask({ tenantId, scopes, interactive, forceRefresh }): Promise<IssuedToken> {
    const request = { authority: authorityOf(cloud, tenantId), scopes: explicit(scopes) };
    try {
      const client = await connected();
      if (interactive) return issued(await client.acquireTokenPopup(request));
      // msal's cache does not look at the tenant asked for, so it is skipped; tokens are held per tenant by the caller.
      const silent = { ...request, forceRefresh, cacheLookupPolicy: CacheLookupPolicy.Skip };
      const answer = client.acquireTokenSilent(silent);
      return issued(await within(answer, silentTimeoutMs, unanswered));
    } catch (error) {
      throw asSignInError(error);
    }
  };
}

/** Whether Teams offers this way of signing in here; for diagnostics. */
export function nestedSignInState(): string {
  if (!nestedAppAuth.isNAAChannelRecommended()) return 'not offered by this host';
  return 'nestedAppAuthBridge' in window ? 'offered' : 'offered, but its bridge is missing';
}

async function connect(clientId: string, cloud: CloudName): Promise<IPublicClientApplication> {
  const state = nestedSignInState();
  if (state !== 'offered') throw new SignInError('unavailable', state);
  let nested = false;
  const client = createNestablePublicClientApplication(
    {
      auth: { clientId, authority: `${clouds[cloud].login}/organizations` },
      cache: { cacheLocation: 'memoryStorage' },
    },
    undefined,
    // msal calls this only when the bridge answered; otherwise it falls back to sign-in by hidden frames, which we have not.
    (configuration, controller) => {
      nested = true;
      return new PublicClientApplication(configuration, controller);
    },
  );
  try {
    const made = await within(client, silentTimeoutMs, unanswered);
    if (nested) return made;
  } catch (error) {
    if (nested || error instanceof SignInError) throw error;
  }
  throw new SignInError('unavailable', "the host's bridge did not answer");
}

function unanswered(): SignInError {
  return new SignInError('unavailable', `no answer within ${silentTimeoutMs / 1000} s`);
}

function explicit(scopes: readonly string[]): string[] {
  if (scopes.length === 0 || scopes.some((scope) => scope.endsWith('.default'))) {
    throw new TypeError('scopes are named one by one, never as .default');
  }
  return [...scopes];
}

function issued(result: AuthenticationResult): IssuedToken {
  return {
    token: result.accessToken,
    tenantId: result.tenantId,
    homeAccountId: result.account.homeAccountId,
    ...(result.account.name ? { name: result.account.name } : {}),
    correlationId: result.correlationId,
  };
}

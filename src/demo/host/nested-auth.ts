/** The host's side of nested app authentication: answers a tab's requests with tokens from the local tenant. */
import type { Signed } from './roster.ts';
import type { BridgeError, Trouble } from './troubles.ts';

interface TokenParams {
  readonly clientId: string;
  readonly scope: string;
  readonly authority?: string;
  readonly forceRefresh?: boolean;
}

interface BridgeRequest {
  readonly messageType: 'NestedAppAuthRequest';
  readonly method: string;
  readonly requestId: string;
  readonly tokenParams?: TokenParams;
}

interface TokenAnswer {
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
  /** base64url of `{ uid, utid }`: the person's home object and tenant ids. */
  readonly client_info: string;
}

export interface NestedAuthOptions {
  signed(): Signed;
  trouble(): Trouble;
  /** Another tenant in which the person is known, or one of somebody else. */
  otherTenant(): Signed;
  /** Shows the sign-in window; false when the person closes it. */
  confirm(scopes: readonly string[]): Promise<boolean>;
}

/** Answers one envelope (JSON text) with another; undefined means that no answer will come. */
export type NestedAuth = (envelope: string) => Promise<string | undefined>;

const environment = 'login.windows.net';

class BridgeFailure extends Error {
  readonly bridge: BridgeError;
  constructor(bridge: BridgeError) {
    super(bridge.status);
    this.bridge = bridge;
  }
}

export function openNestedAuth(options: NestedAuthOptions): NestedAuth {
  let wrongGiven = false;

  async function token(method: string, params: TokenParams): Promise<object> {
    const trouble = options.trouble();
    const popup = method === 'GetTokenPopup';
    if (trouble.error && (trouble.always || !popup)) throw new BridgeFailure(trouble.error);
    if (popup && !(await options.confirm(params.scope.split(' '))))
      throw new BridgeFailure({ status: 'USER_CANCEL' });
    const wrong = trouble.wrongTenant === 'always' || (trouble.wrongTenant === 'once' && !wrongGiven);
    wrongGiven = wrong;
    const { person, ministry } = wrong ? options.otherTenant() : options.signed();
    const asked = params.authority && new URL(params.authority).pathname.split('/')[1];
    const tenantId = wrong || !asked ? ministry.tenantId : asked;
    const answer = await askTenant(tenantId, person.mail, params);
    const { uid, utid } = JSON.parse(decode(answer.client_info)) as { uid: string; utid: string };
    const { oid } = JSON.parse(decode(answer.access_token.split('.')[1] ?? '')) as { oid: string };
    return {
      token: {
        access_token: answer.access_token,
        id_token: answer.id_token,
        expires_in: answer.expires_in,
        scope: params.scope,
        properties: null,
        authority: `https://login.microsoftonline.com/${tenantId}`,
      },
      account: {
        homeAccountId: `${uid}.${utid}`,
        environment,
        tenantId,
        username: person.mail,
        localAccountId: oid,
        name: person.name,
      },
    };
  }

  function initContext(): object {
    const { person, ministry } = options.signed();
    return {
      initContext: {
        sdkName: 'demo-host',
        sdkVersion: '1.0.0',
        capabilities: { queryAccount: false },
        accountContext: {
          homeAccountId: `${person.id}.${ministry.tenantId}`,
          environment,
          tenantId: ministry.tenantId,
        },
      },
    };
  }

  return async function answer(envelope) {
    const request = JSON.parse(envelope) as BridgeRequest;
    if (options.trouble().silent === 'bridge') return undefined;
    const reply = { messageType: 'NestedAppAuthResponse', requestId: request.requestId };
    try {
      if (request.method === 'GetInitContext')
        return JSON.stringify({ ...reply, success: true, ...initContext() });
      if (!request.tokenParams)
        throw new BridgeFailure({ status: 'PERSISTENT_ERROR', code: 'invalid_request' });
      const given = await token(request.method, request.tokenParams);
      return JSON.stringify({ ...reply, success: true, ...given });
    } catch (error) {
      const bridge = error instanceof BridgeFailure ? error.bridge : { status: 'NO_NETWORK' };
      return JSON.stringify({ ...reply, success: false, error: bridge });
    }
  };
}

async function askTenant(tenantId: string, mail: string, params: TokenParams): Promise<TokenAnswer> {
  const answer = await fetch(`/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      username: mail,
      password: 'local',
      client_id: params.clientId,
      scope: `${params.scope} openid profile offline_access`,
    }),
  });
  const body: unknown = await answer.json();
  if (answer.ok) return body as TokenAnswer;
  const refused = body as { error?: string; suberror?: string; error_description?: string };
  throw new BridgeFailure({
    status: 'PERSISTENT_ERROR',
    ...(refused.error ? { code: refused.error } : {}),
    ...(refused.suberror ? { subError: refused.suberror } : {}),
    ...(refused.error_description ? { description: refused.error_description } : {}),
  });
}

function decode(base64url: string): string {
  const bytes = Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0),
  );
  return new TextDecoder().decode(bytes);
}

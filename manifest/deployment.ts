/** Reads from the environment where the app is served and under which ids it is registered, or says what is wrong. */

export interface Deployment {
  /** Id of the app in the Teams catalogue, lower-case GUID. */
  readonly appId: string;
  /** Id of the Entra app registration, lower-case GUID. */
  readonly clientId: string;
  /** Host name that serves the app, lower case, without scheme, port or path. */
  readonly domain: string;
  /** `major.minor.patch`. */
  readonly version: string;
}

export type DeploymentResult =
  | { readonly ok: true; readonly deployment: Deployment }
  | { readonly ok: false; readonly problems: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const NIL_GUID = '00000000-0000-0000-0000-000000000000';
const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;
// Whoever serves the code can read everything, so an address that a tunnel company answers for is refused.
const TUNNELS = ['ngrok.io', 'ngrok.app', 'ngrok-free.app', 'devtunnels.ms', 'trycloudflare.com', 'loca.lt'];

/** True for a lower-case GUID that is not all zeros. */
export function isRegisteredId(text: string): boolean {
  return GUID.test(text) && text !== NIL_GUID;
}

function idProblem(name: string, text: string, meaning: string): string | undefined {
  if (isRegisteredId(text)) return undefined;
  const found = text === '' ? 'is not set' : `is not a GUID that can be registered: "${text}"`;
  return `${name} ${found}. Set it to ${meaning}, e.g. 3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b.`;
}

function domainProblem(text: string): string | undefined {
  const remedy = 'Set it to the host name that serves the app, e.g. focalpoint.mfa.aldermark.example.';
  if (text === '') return `FOCAL_POINT_DOMAIN is not set. ${remedy}`;
  if (/[/:]/.test(text)) {
    return `FOCAL_POINT_DOMAIN has a scheme, port or path: "${text}". ${remedy}`;
  }
  if (text.includes('*')) return `FOCAL_POINT_DOMAIN has a wildcard: "${text}". ${remedy}`;
  if (!HOST.test(text)) {
    return `FOCAL_POINT_DOMAIN is not a host name in plain letters (an accented name in its xn-- form): "${text}". ${remedy}`;
  }
  const tunnel = TUNNELS.find((name) => text === name || text.endsWith(`.${name}`));
  if (tunnel !== undefined) {
    return `FOCAL_POINT_DOMAIN is an address of the tunnel ${tunnel}: "${text}". ${remedy}`;
  }
  return undefined;
}

/**
 * FOCAL_POINT_CLIENT_ID, FOCAL_POINT_DOMAIN and, if given, FOCAL_POINT_APP_ID to a deployment of `version`; every
 * problem is reported at once, as a sentence that names the variable and the remedy. The app id is the client id unless
 * given: it then stays the same from package to package, and a test and a live registration never collide in one tenant.
 */
export function readDeployment(environment: Environment, version: string): DeploymentResult {
  const read = (name: string): string => (environment[name] ?? '').trim().toLowerCase();
  const clientId = read('FOCAL_POINT_CLIENT_ID');
  const domain = read('FOCAL_POINT_DOMAIN');
  const givenAppId = read('FOCAL_POINT_APP_ID');
  const problems = [
    idProblem('FOCAL_POINT_CLIENT_ID', clientId, 'the application (client) id of the Entra app registration'),
    domainProblem(domain),
    givenAppId === ''
      ? undefined
      : idProblem(
          'FOCAL_POINT_APP_ID',
          givenAppId,
          'the id of the app in the Teams catalogue, or leave it out',
        ),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, deployment: { appId: givenAppId || clientId, clientId, domain, version } };
}

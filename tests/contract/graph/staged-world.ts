/** A small staged world on a local tenant: two tenants, three people and a guest, two sites, one app. */
import { type LocalTenant, openLocalTenant } from '../../../src/local-tenant/local-tenant.ts';
import { type Client, clientOf, moved } from './client.ts';

export const clientId = '0c1f3a52-6f0e-4d3e-9c33-0d6a5a9f1a01';
export const everyScope = ['User.Read', 'User.ReadBasic.All', 'Sites.Selected', 'Sites.Manage.All'];
export const runtimeScopes = ['User.Read', 'Sites.Selected'];

export interface StagedWorld {
  tenant: LocalTenant;
  aldermark: string;
  secretariat: string;
  site: string;
  circleSite: string;
  owner: string;
  focalPoint: string;
  outsider: string;
  guest: string;
  groups: { owners: string; focalPoints: string; circle: string };
}

export const mails = {
  owner: 'owner@aldermark.example',
  focalPoint: 'focal.point@aldermark.example',
  outsider: 'outsider@aldermark.example',
};

/** Builds the world in `file`; a second call on the same file finds the same world. */
export function stageWorld(file = ':memory:', clock?: () => number): StagedWorld {
  const tenant = openLocalTenant(clock === undefined ? { file } : { file, clock });
  const { world } = tenant;
  const aldermark = world.tenant({ name: 'Aldermark', domain: 'aldermark.example' }).id;
  const secretariat = world.tenant({
    name: 'Meren Diplomatic Secretariat',
    domain: 'secretariat.example',
  }).id;
  const owner = world.user({ tenant: aldermark, name: 'Odile Owner', mail: mails.owner }).id;
  const focalPoint = world.user({ tenant: aldermark, name: 'Fia Focal', mail: mails.focalPoint }).id;
  const outsider = world.user({ tenant: aldermark, name: 'Otto Outsider', mail: mails.outsider }).id;
  const guest = world.guest({ user: focalPoint, host: secretariat }).id;
  world.app({ tenant: aldermark, clientId, scopes: everyScope });
  world.consent({ app: clientId, tenant: secretariat, scopes: everyScope });
  const site = world.site({ tenant: aldermark, path: '/sites/aldermark', name: 'Aldermark' }).id;
  const circleSite = world.site({ tenant: secretariat, path: '/sites/meren', name: 'Meren circle' }).id;
  for (const each of [site, circleSite]) world.grant({ site: each, clientId, role: 'write' });
  const owners = world.group({ site, name: 'Owners', level: 'fullControl' }).id;
  const focalPoints = world.group({ site, name: 'Focal points', level: 'contribute' }).id;
  const circle = world.group({ site: circleSite, name: 'Circle', level: 'contribute' }).id;
  world.member({ group: owners, user: owner });
  world.member({ group: focalPoints, user: focalPoint });
  world.member({ group: circle, guest });
  return {
    tenant,
    aldermark,
    secretariat,
    site,
    circleSite,
    owner,
    focalPoint,
    outsider,
    guest,
    groups: { owners, focalPoints, circle },
  };
}

/** A token by password, as tools get one. Throws when it is refused. */
export async function tokenOf(
  tenant: LocalTenant,
  tenantId: string,
  username: string,
  scopes: string[],
): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'password',
    username,
    password: 'local',
    client_id: clientId,
    scope: scopes.join(' '),
  });
  const response = await tenant.fetch(
    new Request(`http://localhost/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body }),
  );
  const answer = (await response.json()) as { access_token?: string; error_description?: string };
  if (answer.access_token === undefined) throw new Error(answer.error_description ?? 'no token');
  return answer.access_token;
}

/** Graph of a staged world in process, asked with this token. */
export function graphOf(staged: StagedWorld, token: string | undefined): Client {
  return clientOf(async (request) => staged.tenant.fetch(await moved(request, 'http://localhost')), token);
}

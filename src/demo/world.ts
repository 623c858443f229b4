/** Makes the demo's world in a local tenant: tenants, people, guests, the app's consent, sites, groups and site grants. */
import type { World } from '../local-tenant/world/world.ts';
import {
  circlePath,
  type DemoMinistry,
  type DemoPerson,
  type DemoRole,
  demoClientId,
  demoMinistries,
  demoPeople,
  demoScopes,
  ministryOf,
} from './people.ts';

/** Varosia is four hours east of UTC. */
const utcOffset = 240;

type Level = Parameters<World['group']>[0]['level'];

/** Groups of a mission's site: name, level, and the roles in it. */
const missionGroups: readonly (readonly [string, Level, readonly DemoRole[]])[] = [
  ['Members', 'contribute', ['focal-point', 'deputy', 'head-of-mission', 'charge']],
  ['Identity readers', 'contribute', ['focal-point', 'deputy']],
  ['Consular', 'contribute', ['consular-officer']],
  ['Owners', 'fullControl', ['site-owner']],
];

/** Rights in lists that are not simply the members': by key of the kind, group and level. */
const listRights: Readonly<Record<string, readonly (readonly [string, Level])[]>> = {
  identity: [
    ['Identity readers', 'contribute'],
    ['Owners', 'fullControl'],
  ],
  'consular-file': [
    ['Members', 'contribute'],
    ['Consular', 'contribute'],
    ['Owners', 'fullControl'],
  ],
  mission: [
    ['Members', 'contribute'],
    ['Consular', 'read'],
    ['Owners', 'fullControl'],
  ],
};
const usualRights: readonly (readonly [string, Level])[] = [
  ['Members', 'contribute'],
  ['Owners', 'fullControl'],
];

const circleName = 'Meren like-minded missions';
const circleRoles: readonly DemoRole[] = ['focal-point', 'deputy', 'head-of-mission', 'charge'];

/** Doing it again on a file that has it all changes nothing. */
export function makeWorld(world: World): void {
  for (const ministry of demoMinistries) {
    world.tenant({
      name: ministry.name,
      domain: ministry.domain,
      id: ministry.tenantId,
      host: ministry.host,
    });
  }
  for (const person of demoPeople) {
    const { tenantId } = ministryOf(person.ministry);
    world.user({ tenant: tenantId, name: person.name, mail: person.mail, id: person.id });
  }
  for (const { tenantId } of demoMinistries) {
    world.app({ tenant: tenantId, clientId: demoClientId });
    world.consent({ app: demoClientId, tenant: tenantId, scopes: [...demoScopes] });
  }
  for (const ministry of demoMinistries) {
    if (ministry.mission) makeMission(world, ministry, ministry.mission.path, ministry.mission.name);
    if (ministry.capitalPath) makeCapital(world, ministry, ministry.capitalPath);
  }
  makeCircle(world);
}

/**
 * What the owner of a mission's site sets by hand once its lists are there: who may do what in each, and versioning off
 * where old states must not be kept. Throws TypeError when a list is missing.
 */
export function setListPermissions(
  world: World,
  ministry: DemoMinistry,
  kinds: readonly { readonly key: string; readonly list: string; readonly versionless?: true }[],
): void {
  if (!ministry.mission) throw new TypeError(`${ministry.name} has no mission`);
  const { path, name } = ministry.mission;
  const site = world.site({ tenant: ministry.tenantId, path, name }).id;
  const groups = new Map(
    missionGroups.map(([group, level]) => [group, world.group({ site, name: group, level }).id]),
  );
  for (const { key, list, versionless } of kinds) {
    const entries = (listRights[key] ?? usualRights).flatMap(([name, level]) => {
      const group = groups.get(name);
      return group ? [{ group, level }] : [];
    });
    world.listPermissions({ site, list, entries });
    if (versionless) world.versioning({ site, list, enabled: false });
  }
}

/**
 * What the owner of the circle's site sets by hand: members add to the lists that are only ever added to, change their
 * rows in the others, and delete nothing anywhere. Throws TypeError when a list is missing.
 */
export function setCirclePermissions(
  world: World,
  kinds: readonly { readonly list: string; readonly appendOnly?: true; readonly versionless?: true }[],
): void {
  const site = circleSite(world);
  const owners = world.group({ site, name: 'Owners', level: 'fullControl' }).id;
  const members = world.group({ site, name: 'Members', level: 'contribute' }).id;
  for (const { list, appendOnly, versionless } of kinds) {
    world.listPermissions({
      site,
      list,
      entries: [
        { group: members, level: appendOnly ? 'append' : 'contribute' },
        { group: owners, level: 'fullControl' },
      ],
    });
    if (versionless) world.versioning({ site, list, enabled: false });
  }
}

function circleSite(world: World): string {
  return openSite(world, ministryOf('secretariat'), circlePath, circleName);
}

function makeMission(world: World, ministry: DemoMinistry, path: string, name: string): void {
  const site = openSite(world, ministry, path, name);
  for (const [group, level, roles] of missionGroups) {
    addGroup(world, site, group, level, colleagues(ministry, roles));
  }
}

function makeCapital(world: World, ministry: DemoMinistry, path: string): void {
  const site = openSite(world, ministry, path, `${ministry.name}, human rights desk`);
  addGroup(world, site, 'Members', 'contribute', colleagues(ministry, ['capital-desk', 'head-of-mission']));
  addGroup(world, site, 'Owners', 'fullControl', colleagues(ministry, ['site-owner']));
}

function makeCircle(world: World): void {
  const host = ministryOf('secretariat');
  const site = circleSite(world);
  addGroup(world, site, 'Owners', 'fullControl', colleagues(host, ['circle-administrator']));
  const members = world.group({ site, name: 'Members', level: 'contribute' });
  for (const person of demoPeople) {
    if (person.ministry === host.slug || !circleRoles.includes(person.role)) continue;
    const guest = world.guest({ user: person.id, host: host.tenantId });
    world.member({ group: members.id, guest: guest.id });
  }
}

function openSite(world: World, ministry: DemoMinistry, path: string, name: string): string {
  const site = world.site({ tenant: ministry.tenantId, path, name, utcOffset });
  world.grant({ site: site.id, clientId: demoClientId, role: 'write' });
  return site.id;
}

function addGroup(
  world: World,
  site: string,
  name: string,
  level: Level,
  people: readonly DemoPerson[],
): void {
  const group = world.group({ site, name, level });
  for (const person of people) world.member({ group: group.id, user: person.id });
}

function colleagues({ slug }: DemoMinistry, roles: readonly DemoRole[]): DemoPerson[] {
  return demoPeople.filter((person) => person.ministry === slug && roles.includes(person.role));
}

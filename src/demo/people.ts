/** The invented cast of the demo: ministries with their tenants and sites, and the people in them; ids never change. */

export type DemoRole =
  | 'focal-point'
  | 'deputy'
  | 'head-of-mission'
  | 'charge'
  | 'consular-officer'
  | 'capital-desk'
  | 'site-owner'
  | 'circle-administrator';

export interface DemoMission {
  /** Code of the mission in the circle. */
  readonly code: string;
  readonly name: string;
  /** Server-relative path of its site. */
  readonly path: string;
}

/** One tenant: a state's ministry, or the neutral secretariat that hosts the circle. */
export interface DemoMinistry {
  /** Part of the tab's address: every ministry serves its own build with its own configuration. */
  readonly slug: string;
  readonly name: string;
  readonly tenantId: string;
  readonly domain: string;
  /** SharePoint host of the tenant. */
  readonly host: string;
  readonly mission?: DemoMission;
  readonly capitalPath?: string;
}

export interface DemoPerson {
  /** Short name for addresses, such as `?person=ines`. */
  readonly key: string;
  /** Entra object id in the home tenant. */
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  /** Slug of the ministry. */
  readonly ministry: string;
  readonly role: DemoRole;
}

/** The app registration that every tenant consented to. */
export const demoClientId = 'f0ca1a00-5eed-4000-8000-0000000000a9';

/** What the app asks for on behalf of people, and what owners ask for while they set a site up. */
export const demoScopes: readonly string[] = [
  'User.Read',
  'Sites.Selected',
  'Sites.Manage.All',
  'Calendars.ReadWrite',
];

/** Everybody's signing key opens with these six words: in the demo only. */
export const demoPassphrase = 'amateur canal lemon meadow quarter violin';

export const circlePath = '/sites/meren-like-minded';

export const demoMinistries: readonly DemoMinistry[] = [
  ministry(
    'aldermark',
    'Ministry of Foreign Affairs of Aldermark',
    1,
    'Embassy of Aldermark',
    '/sites/human-rights-desk',
  ),
  ministry('brenland', 'Ministry of Foreign Affairs of Brenland', 2, 'Embassy of Brenland'),
  ministry('corvia', 'Ministry of Foreign Affairs of Corvia', 3, 'Embassy of Corvia'),
  ministry('western-union', 'External Service of the Western Union', 4, 'Delegation of the Western Union'),
  ministry('estmark', 'Ministry of Foreign Affairs of Estmark', 5, 'Embassy of Estmark'),
  ministry('secretariat', 'Meren Diplomatic Secretariat', 9),
];

export const demoPeople: readonly DemoPerson[] = [
  person('ines', 'Ines Calder', 'aldermark', 'focal-point', 11),
  person('tomas', 'Tomas Rehn', 'aldermark', 'deputy', 12),
  person('greta', 'Greta Holm', 'aldermark', 'head-of-mission', 13),
  person('pavel', 'Pavel Drost', 'aldermark', 'consular-officer', 14),
  person('mira', 'Mira Sund', 'aldermark', 'capital-desk', 15),
  person('aldermark-owner', 'Olof Kent', 'aldermark', 'site-owner', 19),
  person('joris', 'Joris Vael', 'brenland', 'focal-point', 21),
  person('anouk', 'Anouk Brandt', 'brenland', 'deputy', 22),
  person('casimir', 'Casimir Roth', 'brenland', 'head-of-mission', 23),
  person('brenland-owner', 'Petra Lohm', 'brenland', 'site-owner', 29),
  person('lucia', 'Lucia Ferro', 'corvia', 'focal-point', 31),
  person('dario', 'Dario Benetti', 'corvia', 'head-of-mission', 32),
  person('nadia', 'Nadia Orsini', 'corvia', 'charge', 33),
  person('corvia-owner', 'Elio Vanto', 'corvia', 'site-owner', 39),
  person('helena', 'Helena Marsh', 'western-union', 'focal-point', 41),
  person('anton', 'Anton Weyer', 'western-union', 'head-of-mission', 42),
  person('western-union-owner', 'Ruth Aster', 'western-union', 'site-owner', 49),
  person('kaja', 'Kaja Tamm', 'estmark', 'focal-point', 51),
  person('rein', 'Rein Oras', 'estmark', 'head-of-mission', 52),
  person('estmark-owner', 'Liis Kerm', 'estmark', 'site-owner', 59),
  person('selim', 'Selim Arkan', 'secretariat', 'circle-administrator', 91),
];

const roleNames: Readonly<Record<DemoRole, string>> = {
  'focal-point': 'focal point',
  deputy: 'deputy focal point',
  'head-of-mission': 'head of mission',
  charge: "chargé d'affaires",
  'consular-officer': 'consular officer',
  'capital-desk': 'human rights desk, capital',
  'site-owner': 'site owner, sets lists up',
  'circle-administrator': "the circle's host",
};

/** What a person does, in words for the switcher. */
export function roleName({ role, ministry: slug }: DemoPerson): string {
  return role === 'head-of-mission' && slug === 'western-union' ? 'head of delegation' : roleNames[role];
}

/** The ministry of that slug. Throws a TypeError when there is none. */
export function ministryOf(slug: string): DemoMinistry {
  const found = demoMinistries.find((each) => each.slug === slug);
  if (!found) throw new TypeError(`no ministry '${slug}' in the cast`);
  return found;
}

/** A site as the app's configuration writes it: `host:/sites/path`. */
export function siteAddress(owner: DemoMinistry, path: string): string {
  return `${owner.host}:${path}`;
}

function ministry(
  slug: string,
  name: string,
  n: number,
  mission?: string,
  capitalPath?: string,
): DemoMinistry {
  return {
    slug,
    name,
    tenantId: `7e4a${String(n).padStart(4, '0')}-7e4a-4000-8000-7e4a7e4a7e4a`,
    domain: `${slug}.example`,
    host: `${slug}.sharepoint.com`,
    ...(mission ? { mission: { code: slug, name: mission, path: `/sites/${slug}-meren` } } : {}),
    ...(capitalPath ? { capitalPath } : {}),
  };
}

function person(key: string, name: string, slug: string, role: DemoRole, n: number): DemoPerson {
  const mail = `${name.toLowerCase().replaceAll(' ', '.')}@${slug}.example`;
  return {
    key,
    id: `9e0b1e00-0000-4000-8000-${String(n).padStart(12, '0')}`,
    name,
    mail,
    ministry: slug,
    role,
  };
}

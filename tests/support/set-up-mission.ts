/** Makes a mission of the cast ready, in a local tenant or in memory: its lists, who may read names, the item that lists its people. */

import { type DemoPerson, demoPeople, ministryOf } from '../../src/demo/people.ts';
import { type Cleared, clearNone } from '../../src/domain/consent/clear.ts';
import { entryIdFrom } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/missions.ts';
import type { Person } from '../../src/domain/record-kind.ts';
import { recordKinds } from '../../src/domain/registry.ts';
import { identity } from '../../src/domain/system/identity.ts';
import { mission } from '../../src/domain/system/mission.ts';
import { systemKinds } from '../../src/domain/system-kinds.ts';
import type { LocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { openGraphBook } from '../../src/store/graph/graph-book.ts';
import type { Pace } from '../../src/store/graph/patience.ts';
import { graphFetch } from '../../src/store/graph/transport.ts';
import { type MemoryBook, openMemoryBook } from '../../src/store/memory.ts';

const rolesOfCast: Readonly<Partial<Record<DemoPerson['role'], readonly Role[]>>> = {
  'focal-point': ['focal-point'],
  deputy: ['deputy'],
  'head-of-mission': ['head-of-mission'],
  'consular-officer': ['consular'],
};

/** Throws TypeError for a key that nobody in the cast has. */
export function castOf(key: string): DemoPerson {
  const found = demoPeople.find((each) => each.key === key);
  if (!found) throw new TypeError(`nobody in the cast is called '${key}'`);
  return found;
}

/** The same person as records name them. */
export function personOf(key: string): Person {
  const { id, name, ministry } = castOf(key);
  return { objectId: id, tenantId: ministryOf(ministry).tenantId, name };
}

/** @param how the site by address and id, and its owner's token with the right to make lists */
export async function setUpMission(
  tenant: LocalTenant,
  slug: string,
  how: {
    readonly address: string;
    readonly site: string;
    readonly token: string;
    readonly pace: Pace;
    readonly random: (n: number) => Uint8Array;
  },
): Promise<void> {
  const book = openGraphBook({
    site: how.address,
    pace: how.pace,
    transport: graphFetch({
      token: async () => how.token,
      rewrite: 'http://localhost/graph',
      fetch: (url, init) => tenant.fetch(new Request(url, init)),
    }),
  });
  await book.provision([...recordKinds, ...systemKinds]);
  const { world } = tenant;
  const readers = world.group({ site: how.site, name: 'Identity readers', level: 'contribute' }).id;
  const entries = [{ group: readers, level: 'contribute' as const }];
  world.listPermissions({ site: how.site, list: identity.list, entries });
  const people = demoPeople.flatMap(({ key, ministry, role }) => {
    const roles = rolesOfCast[role];
    return ministry === slug && roles ? [{ ...personOf(key), roles }] : [];
  });
  await book.add(missionItem(slug, people, personOf(`${slug}-owner`), how.random(16)));
}

/** The book of a mission in memory, with these people in their roles. */
export async function missionInMemory(
  slug: string,
  people: readonly (Person & { readonly roles: readonly Role[] })[],
  now: () => number,
): Promise<MemoryBook> {
  const book = openMemoryBook({ now, name: slug });
  await book.provision([...recordKinds, ...systemKinds]);
  const [by] = people;
  if (!by) throw new TypeError(`nobody works at ${slug}`);
  const { objectId, tenantId, name } = by;
  await book.add(missionItem(slug, people, { objectId, tenantId, name }, new Uint8Array(16)));
  return book;
}

function missionItem(slug: string, people: readonly Person[], by: Person, random: Uint8Array): Cleared {
  const name = ministryOf(slug).mission?.name;
  const record = {
    code: slug,
    name,
    state: name,
    hostCountry: 'Varosia',
    kind: 'embassy',
    zone: 'Asia/Tbilisi',
    people,
  };
  return clearNone({ kind: mission, entry: entryIdFrom(random), record, by });
}

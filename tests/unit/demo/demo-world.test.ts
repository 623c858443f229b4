/** The demo's people, sites, configuration and headers fit together. */
import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../../src/config.ts';
import { readAddress, writeAddress } from '../../../src/demo/host/host-address.ts';
import { demoMinistries, demoPeople, ministryOf } from '../../../src/demo/people.ts';
import { rosterAt } from '../../../src/demo/roster.ts';
import { securityHeaders } from '../../../src/demo/security-headers.ts';
import { tabConfig } from '../../../src/demo/tab-config.ts';
import { makeWorld } from '../../../src/demo/world.ts';
import { openLocalTenant } from '../../../src/local-tenant/local-tenant.ts';

describe('the cast', () => {
  it('has five missions, two of them with two focal points, each with a head, one consular officer, one capital desk', () => {
    const missions = demoMinistries.filter(({ mission }) => mission);
    const heads = (slug: string, ...roles: string[]) =>
      demoPeople.filter((person) => person.ministry === slug && roles.includes(person.role)).length;
    expect(missions).toHaveLength(5);
    expect(missions.map(({ slug }) => heads(slug, 'head-of-mission'))).toEqual([1, 1, 1, 1, 1]);
    expect(missions.filter(({ slug }) => heads(slug, 'focal-point', 'deputy') === 2)).toHaveLength(2);
    expect(demoPeople.filter(({ role }) => role === 'consular-officer')).toHaveLength(1);
    expect(demoPeople.filter(({ role }) => role === 'capital-desk')).toHaveLength(1);
  });

  it('gives nobody the id, key or address of another', () => {
    for (const part of ['id', 'key', 'mail'] as const) {
      expect(new Set(demoPeople.map((person) => person[part])).size).toBe(demoPeople.length);
    }
    expect(new Set(demoMinistries.map(({ tenantId }) => tenantId)).size).toBe(demoMinistries.length);
  });

  it("stands in the host page's list under its mission, with the address of its ministry's tab", () => {
    const roster = rosterAt('/app/');
    expect(roster.people.find(({ key }) => key === 'anton')).toMatchObject({ role: 'head of delegation' });
    expect(roster.ministries.find(({ slug }) => slug === 'corvia')).toMatchObject({
      group: 'Embassy of Corvia',
      tab: '/app/corvia/',
    });
  });
});

describe('the world', () => {
  it('made twice is the same as made once', () => {
    const tenant = openLocalTenant({ file: ':memory:', clock: () => 0 });
    makeWorld(tenant.world);
    const once = tenant.world.dump();
    makeWorld(tenant.world);
    expect(tenant.world.dump()).toBe(once);
    expect(once).toContain('aldermark-meren');
    tenant.close();
  });
});

describe('the configuration of every ministry', () => {
  it.each(demoMinistries.map((ministry) => [ministry.slug, ministry] as const))(
    '%s is one the app accepts',
    (_, ministry) => {
      expect(checkConfig(tabConfig(ministry, 'http://localhost:5300/graph'))).toMatchObject({
        tenantId: ministry.tenantId,
      });
      expect(checkConfig(tabConfig(ministry))).not.toHaveProperty('graph');
    },
  );

  it('names the mission of that ministry and no other', () => {
    expect(tabConfig(ministryOf('brenland')).missions).toEqual([
      { tenant: ministryOf('brenland').tenantId, site: 'brenland.sharepoint.com:/sites/brenland-meren' },
    ]);
  });
});

describe('the header block', () => {
  const policy = (input: Parameters<typeof securityHeaders>[0]) =>
    securityHeaders(input)['Content-Security-Policy']?.split('; ') ?? [];

  it("allows no inline script or style, no eval, and no frame but Microsoft's", () => {
    expect(policy({}).join(' ')).not.toMatch(/unsafe-|frame-ancestors[^;]*'self'|\bhttp:/);
    expect(policy({})).toContain("default-src 'none'");
    expect(policy({})).toContain("require-trusted-types-for 'script'");
  });

  it('takes further hosts and servers only where they are given', () => {
    const find = (lines: string[], name: string) => lines.find((line) => line.startsWith(name));
    const own = policy({ frameAncestors: ["'self'"], connect: ['https://graph.microsoft.us'] });
    expect(find(own, 'frame-ancestors')).toMatch(/ 'self'$/);
    expect(find(own, 'connect-src')).toMatch(/ https:\/\/graph\.microsoft\.us$/);
    expect(find(policy({}), 'connect-src')).not.toContain('microsoft.us');
  });
});

describe("the host page's address", () => {
  it.each([
    ['?person=joris&sub=entry-1', '', { person: 'joris', sub: 'entry-1' }],
    ['?person=joris', '#person=kaja', { person: 'kaja' }],
    [
      '',
      '#theme=glass&lang=xx&width=9&place=nowhere',
      { theme: 'default', lang: 'en-gb', width: 'full', place: 'personal' },
    ],
    ['', '#sub=a%26b%3Dc%23d', { sub: 'a&b=c#d' }],
  ])('%s%s is read, and written back the same', (search, hash, expected) => {
    const state = readAddress(search, hash);
    expect(state).toMatchObject(expected);
    expect(readAddress('', writeAddress(state))).toEqual(state);
  });
});

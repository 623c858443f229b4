/** The search for canaries finds what it should, in all its clothes, and nothing in text that has none. */
import { afterAll, describe, expect, it } from 'vitest';
import { ministryOf } from '../../src/demo/people.ts';
import { makeWorld } from '../../src/demo/world.ts';
import { openLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { canaries, finderOf } from '../support/canaries.ts';
import { watchLeaks } from '../support/leaks.ts';

const [first] = canaries;
const finder = finderOf(canaries.flatMap(({ fullName, alias }) => [fullName, alias]));

describe('canaries', () => {
  it('are two hundred different people in twelve scripts', () => {
    expect(new Set(canaries.map(({ fullName }) => fullName)).size).toBe(200);
    expect(new Set(canaries.map(({ code }) => code)).size).toBe(200);
  });

  it.each(canaries.map((canary) => [canary.fullName, canary] as const))('%s is found', (_, { fullName }) => {
    const [word = ''] = fullName.split(' ');
    expect(finder(`about ${word}.`)).not.toEqual([]);
    expect(finder(`{"x":"${word.normalize('NFD').toUpperCase()}"}`)).not.toEqual([]);
  });

  const word = first?.fullName.split(' ')[0] ?? '';
  const around = [word, `ab${word}`, `abc${word}`, `abcd${word}yz`];
  const cases: readonly (readonly [string, string])[] = [
    ['raw', word],
    ['in lower case', word.toLowerCase()],
    ['percent-encoded', encodeURIComponent(word)],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(word))],
    [
      'in JSON escapes',
      [...word].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    ],
    ...around.map((each) => [`base64 of ${each}`, Buffer.from(each).toString('base64')] as const),
    ...around.map((each) => [`base64url of ${each}`, Buffer.from(each).toString('base64url')] as const),
    ...around.map(
      (each) => [`base64 of UTF-16 of ${each}`, Buffer.from(each, 'utf16le').toString('base64')] as const,
    ),
    ['hex', Buffer.from(word).toString('hex')],
  ];
  it.each(cases)('is found %s', (_, text) => {
    expect(finder(`xyz${text}xyz`)).not.toEqual([]);
  });

  it('is not found where there is none', () => {
    expect(finder('Focal Point 7K2M9QXR4 eyJhbGciOiJFUzI1NiJ9 Amber Heron სასამართლო'.repeat(50))).toEqual(
      [],
    );
  });
});

describe('a journey that leaks', () => {
  const tenant = openLocalTenant({ file: ':memory:', origin: 'https://login.microsoftonline.com' });
  makeWorld(tenant.world);
  afterAll(() => tenant.close());
  const name = canaries[17]?.fullName ?? '';
  const request = {
    host: 'graph.microsoft.com',
    method: 'POST',
    status: 200,
    headers: {},
    came: 0,
    answered: 1,
  };
  const batch = (url: string) =>
    JSON.stringify({ requests: [{ id: '1', url, body: { fields: { fp_note: name } } }] });
  const cases: readonly (readonly [string, boolean, { readonly path: string; readonly body?: string }])[] = [
    [
      'writes a name into its list of identities',
      false,
      { path: '/v1.0/sites/x/lists/Identities/items', body: name },
    ],
    ['writes a name into another list', true, { path: '/v1.0/sites/x/lists/Contacts/items', body: name }],
    ['asks for a name in an address', true, { path: `/v1.0/sites/x?$search=${encodeURIComponent(name)}` }],
    [
      'asks the list of identities for a name',
      true,
      { path: `/v1.0/sites/x/lists/Identities/items?$filter=${name}` },
    ],
    [
      'writes identities in a batch',
      false,
      { path: '/v1.0/$batch', body: batch('/sites/x/lists/Identities/items') },
    ],
    [
      'writes a name elsewhere in a batch',
      true,
      { path: '/v1.0/$batch', body: batch('/sites/x/lists/Log/items') },
    ],
  ];
  it.each(cases)('%s: found %s', (_, isLeak, asked) => {
    const check = () => watchLeaks().check(tenant, [{ ...request, ...asked }]);
    if (isLeak) expect(check).toThrow(/names where none belong/);
    else expect(check).not.toThrow();
  });

  it("J8: is found in the host's database", () => {
    const host = ministryOf('secretariat');
    const site = tenant.world.site({ tenant: host.tenantId, path: '/sites/leaky', name });
    expect(() => watchLeaks().check(tenant, [])).toThrow(/the host's database/);
    expect(site.id).toContain(host.host);
  });
});

/** Addresses hold a page and an opaque id, nothing that tells anything about anyone. */

import { describe, expect, it } from 'vitest';
import { linkOf, parseRoute, pathOf, type Route } from '../../../src/app/shell/routes.ts';
import { nextRegion } from '../../../src/app/shell/use-regions.ts';
import { type Filter, statusKeys } from '../../../src/app/table/filter.ts';
import { filterFromAddress, filterToAddress, signOf } from '../../../src/app/table/filter-address.ts';
import { codeFrom } from '../../../src/domain/codes.ts';
import type { MissionCode } from '../../../src/domain/ids.ts';
import { recordKinds } from '../../../src/domain/registry.ts';

const entry = '01HZX3K8Q2W7V5R4T9N6M1C0BC';

describe('addresses', () => {
  it.each<[string, Route]>([
    ['Today', { page: 'today' }],
    ['an entry', { page: 'entries', id: entry }],
    ['a filtered list', { page: 'entries', filter: 'f-k0-p1-m' }],
    ['an entry in a filtered list', { page: 'entries', filter: 'f-m', id: entry }],
    ['a defender', { page: 'defenders', id: '7K2M9QXR4' }],
  ])('%s has an address that leads back to it', (_, route) => {
    expect(parseRoute(pathOf(route))).toEqual(route);
    expect(parseRoute(linkOf(route))).toEqual(route);
  });

  it.each([
    ['an unknown page', '/people/7K2M9QXR4'],
    ['an id where a page has none', '/today/7K2M9QXR4'],
    ['two ids', `/entries/${entry}/${entry}`],
    ['too many parts', `/entries/f-m/${entry}/x`],
    ['markup', '/entries/<script>'],
    ['a way out', '/entries/..%2F..'],
    ['a filter of another page', '/defenders/f-m'],
    ['nothing', '/'],
  ])('%s is no address of ours', (_, path) => {
    expect(parseRoute(path)).toBeUndefined();
  });

  it('J7 a filter in the address names no kind, no court and not what was typed', () => {
    const filter: Filter = {
      kind: 'trial-observation',
      period: '90',
      mine: true,
      text: 'Oskel District Court',
    };
    const address = filterToAddress(filter) ?? '';
    expect(address).toMatch(/^f-k[0-9a-z]+-p1-m$/);
    expect(filterFromAddress(address)).toEqual({ kind: 'trial-observation', period: '90', mine: true });
  });

  it.each(recordKinds.map((kind) => kind.key))(
    'a list of %s alone is found again from its address',
    (kind) => {
      const filter: Filter = { kind, defender: codeFrom(Uint8Array.of(1, 2, 3, 4, 5)) };
      const address = filterToAddress(filter) ?? '';
      expect(parseRoute(`/entries/${address}`)).toEqual({ page: 'entries', filter: address });
      expect(filterFromAddress(address)).toEqual(filter);
    },
  );

  it.each([
    ['a kind that is gone', 'f-kzz'],
    ['a status without a kind', 'f-s1a2b3'],
    ['a state that is none', 'f-o7'],
    ['a mission nobody names', 'f-b1a2b3'],
    ['a period that is none', 'f-p9'],
    ['a code that is none', 'f-dAAAAAAAAA'],
    ['nonsense', 'f-x-y'],
    ['nothing', undefined],
  ])('%s in an address filters nothing', (_, address) => {
    expect(filterFromAddress(address)).toEqual({});
  });
});

describe('J7: every filter', () => {
  it('is found again from its address, which tells none of it', () => {
    const filter: Filter = {
      kind: 'hearing',
      status: 'postponed',
      state: 'done',
      period: '365',
      mine: true,
      mission: 'western-union' as MissionCode,
      defender: codeFrom(Uint8Array.of(1, 2, 3, 4, 5)),
    };
    const address = filterToAddress(filter) ?? '';
    expect(parseRoute(`/entries/${address}`)).toEqual({ page: 'entries', filter: address });
    expect(address).not.toMatch(/hearing|postponed|done|western|union/);
    const missions = ['brenland', 'western-union'] as MissionCode[];
    expect(filterFromAddress(address, missions)).toEqual(filter);
    expect(filterFromAddress(address)).not.toHaveProperty('mission');
  });

  it('signs of kinds, and of the statuses of one kind, are never the same', () => {
    const signs = recordKinds.map(({ key }) => signOf(key));
    expect(new Set(signs).size).toBe(signs.length);
    for (const { key } of recordKinds) {
      const ofStatus = statusKeys(key).map(signOf);
      expect(new Set(ofStatus).size, key).toBe(ofStatus.length);
    }
  });
});

describe('F6', () => {
  it.each([
    ['from nowhere to the first part', -1, 1, 0],
    ['backwards from nowhere to the last part', -1, -1, 2],
    ['on to the next part', 0, 1, 1],
    ['after the last part back to Teams', 2, 1, undefined],
    ['before the first part back to Teams', 0, -1, undefined],
  ] as const)('M4 goes %s', (_, current, step, next) => {
    expect(nextRegion(current, 3, step)).toBe(next);
  });
});

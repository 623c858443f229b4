/** Which kinds each role writes, and who logs anything at all. */

import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/domain/missions.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { mayLog, mayWrite } from '../../../src/domain/roles.ts';

const every = recordKinds.map(({ key }) => key);

describe('J1 · what a role writes', () => {
  it.each<[Role, readonly string[]]>([
    ['focal-point', every],
    ['deputy', every],
    ['head-of-mission', every],
    ['observer', ['contact', 'hearing', 'trial-observation']],
    ['consular', []],
    ['capital-reader', []],
    ['administrator', []],
  ])('%s', (role, writes) => {
    expect(every.filter((kind) => mayWrite({ roles: [role] }, kind))).toEqual(writes);
    expect(mayLog({ roles: [role] })).toBe(writes.length > 0);
  });

  it('whoever only observes writes nothing that this app does not know', () => {
    expect(mayWrite({ roles: ['observer'] }, 'of a newer app')).toBe(false);
    expect(mayWrite({ roles: ['focal-point'] }, 'of a newer app')).toBe(true);
  });
});

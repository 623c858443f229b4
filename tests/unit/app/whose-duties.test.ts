/** M2, M9: which duties Today shows to whom, and who has how much. */

import { describe, expect, it } from 'vitest';
import { loadOf } from '../../../src/app/pages/settings/load-of.ts';
import { dutyGroups } from '../../../src/app/pages/today/duty-groups.ts';
import { dutiesFor, isMine } from '../../../src/app/pages/today/whose-duties.ts';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { Day, MissionCode } from '../../../src/domain/ids.ts';
import type { Role } from '../../../src/domain/missions.ts';

const today = '2026-11-20' as Day;
const person = (objectId: string) => ({ objectId, tenantId: 't', name: objectId });
const me = (...roles: readonly Role[]) => ({ person: person('me'), roles });

function duty(id: string, change: Partial<Duty> = {}): Duty {
  return {
    id,
    kind: 'follow-up',
    about: undefined,
    entry: undefined,
    due: today,
    urgency: 'act-now',
    waits: false,
    needsContact: false,
    values: {},
    step: 'open',
    ...change,
  };
}

const all = [
  duty('promise'),
  duty('hearing', { kind: 'hearing-without-observer' }),
  duty('given', { owner: person('me') }),
  duty('hers', { owner: person('other') }),
];
const ids = (duties: readonly Duty[]) => duties.map(({ id }) => id);

describe('M2: Today by role', () => {
  it.each<[Role, readonly string[]]>([
    ['focal-point', ['promise', 'hearing', 'given', 'hers']],
    ['head-of-mission', ['promise', 'hearing', 'given', 'hers']],
    ['observer', ['hearing', 'given']],
    ['capital-reader', []],
    ['consular', []],
    ['administrator', []],
  ])('%s', (role, shown) => {
    expect(ids(dutiesFor(all, me(role)))).toEqual(shown);
  });

  it('what must be decided stands first for whoever decides, and waits for them with everybody else', () => {
    const duties = [duty('late'), duty('decision', { whoMay: 'approve' })];
    const groups = (mayDo: boolean) => dutyGroups(duties, () => mayDo).map(({ group }) => group);
    expect(groups(true)).toEqual(['decide', 'act-now']);
    expect(groups(false)).toEqual(['act-now', 'waiting']);
  });

  it('C4: mine is what I own; for a focal point also what nobody has', () => {
    const mine = (role: Role) => ids(all.filter((one) => isMine(one, me(role))));
    expect(mine('focal-point')).toEqual(['promise', 'hearing', 'given']);
    expect(mine('deputy')).toEqual(['given']);
  });
});

describe('M9: who has how much', () => {
  const listed = (objectId: string, roles: readonly Role[], more = {}) => ({
    ...person(objectId),
    roles,
    ...more,
  });
  const mission = {
    code: 'aldermark' as MissionCode,
    name: 'Embassy of Aldermark',
    state: 'Aldermark',
    kind: 'embassy' as const,
    hostCountry: 'Varosia',
    zone: 'Asia/Tbilisi',
    people: [
      listed('other', ['deputy']),
      listed('me', ['focal-point']),
      listed('head', ['head-of-mission']),
      listed('left', ['deputy'], { to: '2026-11-01' as Day }),
    ],
  };

  it('counts what is urgent, in the order of the list and not of the figures', () => {
    const load = loadOf(
      [...all, duty('soon', { owner: person('me'), urgency: 'later' })],
      { mission, person: person('me') },
      today,
    );
    expect(load.people.map(({ person: { name }, count }) => [name, count])).toEqual([
      ['other', 1],
      ['me', 1],
    ]);
    expect(load.nobodys).toBe(2);
    expect(ids(load.mine)).toEqual(['given']);
  });
});

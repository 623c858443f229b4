/** M2, M9: which duties Today shows to whom, and who has how much. */

import { describe, expect, it } from 'vitest';
import { loadOf } from '../../../src/app/pages/settings/load-of.ts';
import { dutyGroups } from '../../../src/app/pages/today/duty-groups.ts';
import { dutiesFor, isMine } from '../../../src/app/pages/today/whose-duties.ts';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { Code, Day, EntryId, Instant, MissionCode } from '../../../src/domain/ids.ts';
import type { Role } from '../../../src/domain/missions.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';

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
      { duties: [...all, duty('soon', { owner: person('me'), urgency: 'later' })], entries: new Map() },
      { mission, person: person('me') },
      today,
    );
    expect(load.people.map(({ person: { name }, count }) => [name, count])).toEqual([
      ['other', 1],
      ['me', 1],
    ]);
    expect(load.nobodys).toEqual({ count: 2, cases: 0 });
    expect(ids(load.mine)).toEqual(['given']);
  });

  const heron = '9BGPNH00W' as Code;
  const wren = '2GW9KRPCZ' as Code;
  const file = '5Z9DSRTT4' as Code;
  const stored = (kind: string, record: AnyRecord, more: Partial<Entry> = {}): Entry => ({
    kind,
    id: '1',
    entry: '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId,
    version: '1',
    at: '2026-11-20T09:00:00Z' as Instant,
    createdAt: '2026-11-20T09:00:00Z' as Instant,
    schema: 1,
    by: person('me'),
    under: ['none'],
    record,
    ...more,
  });
  const opened = (lead: string | undefined, change: AnyRecord = {}, more: Partial<Entry> = {}) =>
    stored(
      'case',
      {
        about: file,
        named: [heron],
        gist: 'x',
        state: 'open',
        ...(lead ? { lead: person(lead) } : {}),
        ...change,
      },
      more,
    );
  const assessed = (about: Code, level: string) =>
    stored('risk-assessment', { about, day: today, level, review: '2026-12-01' });

  it.each<[string, readonly Entry[], readonly Duty[], readonly number[]]>([
    ['a duty about its defender is urgent', [opened('me')], [duty('a', { about: heron })], [0, 1, 0]],
    ['a duty about the case itself is urgent', [opened('other')], [duty('a', { about: file })], [1, 0, 0]],
    [
      'two urgent duties make one urgent case',
      [opened('me')],
      [duty('a', { about: heron }), duty('b', { about: file })],
      [0, 1, 0],
    ],
    ['somebody in it is at critical risk', [opened('me'), assessed(heron, 'critical')], [], [0, 1, 0]],
    ['nobody leads it', [opened(undefined)], [duty('a', { about: heron })], [0, 0, 1]],
    ['whoever led it has left', [opened('left')], [duty('a', { about: heron })], [0, 0, 1]],
    [
      'what is owed comes later',
      [opened('me')],
      [duty('a', { about: heron, urgency: 'this-week' })],
      [0, 0, 0],
    ],
    ['a high risk alone is not urgent', [opened('me'), assessed(heron, 'high')], [], [0, 0, 0]],
    ['the duty is about somebody else', [opened('me')], [duty('a', { about: wren })], [0, 0, 0]],
    ['it is closed', [opened('me', { state: 'closed' })], [duty('a', { about: heron })], [0, 0, 0]],
    ['a newer app wrote it', [opened('me', {}, { newer: true })], [duty('a', { about: heron })], [0, 0, 0]],
  ])('counts open urgent cases by who leads them: %s', (_, stand, duties, [other, mine, nobodys]) => {
    const entries = new Map<string, readonly Entry[]>();
    for (const entry of stand) entries.set(entry.kind, [...(entries.get(entry.kind) ?? []), entry]);
    const load = loadOf({ duties, entries }, { mission, person: person('me') }, today);
    expect(load.people.map(({ person: { name }, cases }) => [name, cases])).toEqual([
      ['other', other],
      ['me', mine],
    ]);
    expect(load.nobodys.cases).toBe(nobodys);
  });
});

import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Day, MissionCode } from '../../../src/domain/ids.ts';
import type { MissionPerson, Role } from '../../../src/domain/missions.ts';
import { isConfirmationDue, lossOfRoles } from '../../../src/domain/people-changes.ts';
import { personIn, personLine } from '../../../src/domain/person-line.ts';
import type { Person } from '../../../src/domain/record-kind.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { mayChangePeople } from '../../../src/domain/roles.ts';
import { mission as missionKind } from '../../../src/domain/system/mission.ts';
import { systemKinds } from '../../../src/domain/system-kinds.ts';
import type { Environment } from '../../../src/log/environment.ts';
import type { Log } from '../../../src/log/log.ts';
import { openLog } from '../../../src/log/open-log.ts';
import { type Described, describeMission, introduce, provisionBook } from '../../../src/log/set-up.ts';
import { NoMission } from '../../../src/log/who-am-i.ts';
import { type MemoryBook, openMemoryBook } from '../../../src/store/memory.ts';
import { addDefender, contactDraft, greta, ines, pavel, tomas } from '../../support/log-world.ts';

const described: Described = {
  code: 'aldermark' as MissionCode,
  name: 'Embassy of Aldermark',
  state: 'Aldermark',
  hostCountry: 'Varosia',
  kind: 'embassy',
  zone: 'Asia/Tbilisi',
};

const start = Date.parse('2026-11-20T09:00:00Z');
let now = start;
let book: MemoryBook;
let seed = 7;

function chance(): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed & 255;
}

const environment: Environment = {
  now: () => now,
  random: (n) => Uint8Array.from({ length: n }, chance),
  digest: async (text) => new Uint8Array(createHash('sha256').update(text).digest()),
  after: () => () => undefined,
  isVisible: () => true,
};

beforeEach(() => {
  now = start;
  book = openMemoryBook({ now: () => now, name: 'aldermark' });
});

function open(person: Person): Promise<Log> {
  return openLog({ book, person, environment });
}

async function whyShut(person: Person): Promise<string> {
  const opened = await open(person).catch((error: unknown) => error);
  return opened instanceof NoMission ? opened.why : 'open';
}

/** A mission that Ines described. */
async function missionOfInes(): Promise<Log> {
  await provisionBook(book, () => undefined);
  await describeMission(book, ines, environment, described);
  return open(ines);
}

function withRoles(log: Log, person: Person, roles: readonly Role[]): readonly MissionPerson[] {
  return log.me.mission.people.map((each) => (each.objectId === person.objectId ? { ...each, roles } : each));
}

describe('a site that was never set up', () => {
  it('says step by step what is missing: lists, whose mission it is, this person on the list', async () => {
    expect(await whyShut(ines)).toBe('not-provisioned');
    await provisionBook(book, () => undefined);
    expect(await whyShut(ines)).toBe('no-mission-item');
    await describeMission(book, ines, environment, described);
    expect(await whyShut(ines)).toBe('open');
    expect(await whyShut(tomas)).toBe('not-listed');
    await introduce(book, tomas, environment);
    expect(await whyShut(tomas)).toBe('open');
  });

  it('gets every list of the mission, and tells how far it is', async () => {
    const steps: [number, number | undefined][] = [];
    await provisionBook(book, (done, all) => steps.push([done, all]));
    const kinds = [...recordKinds, ...systemKinds];
    expect(steps.at(0)).toEqual([0, kinds.length]);
    expect(steps.at(-1)).toEqual([kinds.length, kinds.length]);
    expect((await book.health(kinds)).every(({ writable }) => writable)).toBe(true);
  });

  it('is not offered again as new when somebody changed the mission by hand', async () => {
    await missionOfInes();
    const [row] = (await book.loadAll(missionKind)).entries;
    if (!row) throw new Error('no mission');
    book.byHand.edit(missionKind, row.id, { fp_people: 'by hand' });
    expect(await whyShut(ines)).toBe('unreadable');
  });
});

describe('whoever describes the mission', () => {
  it('is its focal point and administrator, confirmed today', async () => {
    const log = await missionOfInes();
    expect(log.me.mission).toMatchObject(described);
    expect(log.me.mission.people).toEqual([
      { ...ines, roles: ['focal-point', 'administrator'], from: '2026-11-20', confirmedOn: '2026-11-20' },
    ]);
  });

  it('is there from the day it is at the mission, be it still yesterday in UTC', async () => {
    now = Date.parse('2026-11-20T22:00:00Z');
    const log = await missionOfInes();
    expect(log.me.mission.people[0]).toMatchObject({ from: '2026-11-21', confirmedOn: '2026-11-21' });
    expect(log.today()).toBe('2026-11-21');
  });

  it.each([
    ['a code with capitals', { code: 'Aldermark' as MissionCode }, { code: 'not-a-code' }],
    ['no name', { name: '' }, { name: 'required' }],
    ['a zone that does not exist', { zone: 'Varosia/Meren' }, { zone: 'rule' }],
  ])('is told about %s, and nothing is written', async (_, change, problem) => {
    await provisionBook(book, () => undefined);
    const problems = await describeMission(book, ines, environment, { ...described, ...change });
    const codes = Object.entries(problems ?? {}).map(([key, all]) => [key, all[0]?.code]);
    expect(Object.fromEntries(codes)).toEqual(problem);
    expect(await whyShut(ines)).toBe('no-mission-item');
  });

  it('finds the mission of a colleague who was faster, and does not overwrite it', async () => {
    await missionOfInes();
    const problems = await describeMission(book, tomas, environment, { ...described, name: 'Another' });
    expect(problems).toBeUndefined();
    expect((await open(ines)).me.mission.name).toBe('Embassy of Aldermark');
    expect(await whyShut(tomas)).toBe('not-listed');
  });
});

describe('a new colleague', () => {
  it('reads without a role, and logs once a focal point gave one', async () => {
    const log = await missionOfInes();
    await addDefender(log);
    await introduce(book, tomas, environment);
    const newcomer = await open(tomas);
    const about = newcomer.view().entries.get('defender')?.[0]?.record.about as never;
    expect(newcomer.me.roles).toEqual([]);
    expect(await newcomer.save(contactDraft(newcomer, about))).toEqual({
      outcome: 'read-only',
      why: 'role',
    });
    await log.refresh();
    await log.savePeople(withRoles(log, tomas, ['deputy']));
    await newcomer.refresh();
    expect(newcomer.me.roles).toEqual(['deputy']);
    expect((await newcomer.save(contactDraft(newcomer, about))).outcome).toBe('saved');
  });

  it('appears in the open tab of a focal point with the next beat', async () => {
    const log = await missionOfInes();
    await introduce(book, tomas, environment);
    expect(log.me.mission.people).toHaveLength(1);
    await log.refresh();
    expect(log.me.mission.people.map(({ name }) => name)).toEqual([ines.name, tomas.name]);
  });

  it('is listed once, however often they ask, and several may ask at once', async () => {
    await missionOfInes();
    await Promise.all([tomas, greta, pavel].map((person) => introduce(book, person, environment)));
    await introduce(book, tomas, environment);
    const { people } = (await open(ines)).me.mission;
    expect(people.map(({ name }) => name).sort()).toEqual(
      [ines, tomas, greta, pavel].map(({ name }) => name).sort(),
    );
  });
});

describe('the list of people', () => {
  it('refuses the slower of two, shows what the faster wrote, and takes the change made again', async () => {
    const log = await missionOfInes();
    for (const person of [tomas, greta]) await introduce(book, person, environment);
    await log.refresh();
    const other = await open(ines);
    await other.savePeople(withRoles(other, tomas, ['deputy']));
    const mine = log.savePeople(withRoles(log, greta, ['head-of-mission']));
    await expect(mine).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await log.savePeople(withRoles(log, greta, ['head-of-mission']));
    await other.refresh();
    expect(other.me.mission.people.map(({ roles }) => roles)).toEqual([
      ['focal-point', 'administrator'],
      ['deputy'],
      ['head-of-mission'],
    ]);
  });

  it('is not changed by somebody without the ability, nor left without anybody who records', async () => {
    const log = await missionOfInes();
    await introduce(book, tomas, environment);
    const newcomer = await open(tomas);
    await expect(newcomer.savePeople(withRoles(newcomer, tomas, ['focal-point']))).rejects.toThrow(TypeError);
    await log.refresh();
    await expect(log.savePeople(withRoles(log, ines, ['administrator']))).rejects.toThrow(TypeError);
    expect(log.me.roles).toEqual(['focal-point', 'administrator']);
  });

  it('takes the roles of somebody who is taken off it while their tab is open', async () => {
    const log = await missionOfInes();
    await introduce(book, tomas, environment);
    await log.refresh();
    await log.savePeople(withRoles(log, tomas, ['deputy']));
    const colleague = await open(tomas);
    await log.savePeople(log.me.mission.people.filter(({ objectId }) => objectId !== tomas.objectId));
    await colleague.refresh();
    expect(colleague.me.roles).toEqual([]);
  });
});

describe('the line of somebody who cannot add themselves', () => {
  it('says who they are, with whatever space came along', () => {
    expect(personIn(personLine(pavel))).toEqual(pavel);
    expect(personIn(`\n  ${personLine(pavel).replaceAll(' ', '   ')}\t`)?.objectId).toBe(pavel.objectId);
  });

  it.each(['', 'Pavel Drost', `Pavel Drost ${pavel.objectId}`, `${pavel.objectId} ${pavel.tenantId}`])(
    'is not taken for one when it is %j',
    (line) => {
      expect(personIn(line)).toBeUndefined();
    },
  );
});

describe('what a change of the list would lose', () => {
  const today = '2026-11-20' as Day;
  const focal: MissionPerson = { ...ines, roles: ['focal-point'] };
  const deputy: MissionPerson = { ...tomas, roles: ['deputy'] };
  const both: MissionPerson = { ...ines, roles: ['focal-point', 'administrator'] };
  const gone: MissionPerson = { ...greta, roles: ['focal-point'], to: '2026-11-19' as Day };
  const lastDay: MissionPerson = { ...greta, roles: ['focal-point'], to: today };

  it.each<[string, readonly MissionPerson[], readonly MissionPerson[], ReturnType<typeof lossOfRoles>]>([
    ['nothing, when the list stays', [focal, deputy], [focal, deputy], undefined],
    ['nothing, when a deputy leaves and a focal point stays', [focal, deputy], [focal], undefined],
    ['the last focal point, though a deputy stays', [focal, deputy], [deputy], 'focal-point'],
    ['the last administrator', [both, deputy], [focal, deputy], 'administrator'],
    ['the last who records, said before anything else', [both], [], 'record'],
    ['the last focal point, when the other has left', [focal, deputy, gone], [deputy, gone], 'focal-point'],
    ['nothing on the last day of the other', [focal, deputy, lastDay], [deputy, lastDay], undefined],
    ['no administrator that there never was', [focal], [focal], undefined],
  ])('%s', (_, before, after, loss) => {
    expect(lossOfRoles(before, after, today)).toBe(loss);
  });

  it.each<[string, string | undefined, boolean]>([
    ['never', undefined, true],
    ['91 days ago', '2026-08-21', true],
    ['90 days ago', '2026-08-22', false],
    ['today', '2026-11-20', false],
  ])('a place confirmed %s: is a confirmation due?', (_, day, due) => {
    expect(isConfirmationDue(day ? { confirmedOn: day as Day } : {}, today)).toBe(due);
  });

  it.each<[Role, boolean]>([
    ['focal-point', true],
    ['deputy', true],
    ['head-of-mission', true],
    ['administrator', true],
    ['observer', false],
    ['consular', false],
    ['capital-reader', false],
  ])('%s changes the list: %s', (role, isAllowed) => {
    expect(mayChangePeople({ roles: [role] })).toBe(isAllowed);
  });
});

/** What each role may do is refused by the log itself, not only left out of the pages. */

import { beforeEach, describe, expect, it } from 'vitest';
import type { Code, Day } from '../../../src/domain/ids.ts';
import { type Role, roles } from '../../../src/domain/missions.ts';
import type { Log } from '../../../src/log/log.ts';
import {
  addDefender,
  contactDraft,
  ines,
  type LogWorld,
  openLogWorld,
  tomas,
} from '../../support/log-world.ts';

let world: LogWorld;
let keeper: Log;
let about: Code;

beforeEach(async () => {
  world = await openLogWorld();
  keeper = await world.open(ines);
  about = await addDefender(keeper);
});

async function as(role: Role | undefined): Promise<Log> {
  await keeper.savePeople(
    keeper.me.mission.people.map((each) =>
      each.objectId === tomas.objectId ? { ...each, roles: role ? [role] : [] } : each,
    ),
  );
  return world.open(tomas);
}

const recording: readonly Role[] = ['focal-point', 'deputy', 'head-of-mission'];
const naming: readonly Role[] = ['focal-point', 'deputy'];

type Case = readonly [string, (log: Log) => Promise<unknown>, readonly Role[]];
const cases: readonly Case[] = [
  [
    'closeDuty',
    (log) => log.closeDuty({ duty: 'x:follow-up', outcome: 'done', on: '2026-11-20' as Day }),
    [...recording, 'observer'],
  ],
  ['keepDraft', (log) => log.keepDraft(contactDraft(log, about)), [...recording, 'observer']],
  [
    'keepDraft of what observers do not write',
    (log) => log.keepDraft({ ...contactDraft(log, about), kind: 'demarche' }),
    recording,
  ],
  ['whoLooked', (log) => log.whoLooked(about), naming],
  ['showIdentity', (log) => log.showIdentity(about), naming],
  ['saveIdentity', (log) => log.saveIdentity(about, { about, fullName: 'Nino Mtisdze' }), naming],
  [
    'saveCodeList',
    (log) => log.saveCodeList({ name: 'courts', base: [], codes: [] }),
    [...recording, 'administrator'],
  ],
  [
    'keepFilter',
    (log) => log.keepFilter({ entry: log.newEntryId(), name: 'Mine', choice: { kinds: ['contact'] } }),
    [...recording, 'observer'],
  ],
  ['savePeople', (log) => log.savePeople(log.me.mission.people), [...recording, 'administrator']],
  ['provision', (log) => log.provision(() => undefined), ['administrator']],
  [
    'life: renew',
    async (log) => (await log.life()).renew(log.newEntryId(), '2030-01-01' as Day, 'x'),
    naming,
  ],
  ['life: setDays', async (log) => (await log.life()).setDays({}), naming],
  ['life: setPeriods', async (log) => (await log.life()).setPeriods({}), naming],
  ['life: placeHold', async (log) => (await log.life()).placeHold(about, 'A complaint'), naming],
];

const refused = /role/;

describe('J1 · the log asks for the role before it writes', () => {
  it.each(
    cases.flatMap(([what, run, who]) =>
      [...roles, undefined].map((role) => ({
        what,
        run,
        role,
        may: role !== undefined && who.includes(role),
      })),
    ),
  )('J1 · $what as $role: $may', async ({ run, role, may }) => {
    const other = await as(role);
    const said = await run(other).then(
      () => '',
      (error: unknown) => String(error),
    );
    // Without an owner's token a site is not set up either, for whoever may: that is another sentence.
    if (may) expect(said).not.toMatch(refused);
    else expect(said).toMatch(refused);
  });

  it.each([...roles, undefined])('J1 · discardDraft as %s touches nothing but an own draft', async (role) => {
    const draft = contactDraft(keeper, about);
    await keeper.keepDraft(draft);
    const other = await as(role);
    await other.discardDraft(draft);
    expect(keeper.view().drafts).toHaveLength(1);
    const again = await world.open(ines);
    expect(again.view().drafts).toHaveLength(1);
  });

  it('J1 · whoever lost their role may still throw away what they had kept', async () => {
    const before = await world.open(tomas);
    const draft = contactDraft(before, about);
    await before.keepDraft(draft);
    const after = await as(undefined);
    await after.discardDraft(draft);
    expect(after.view().drafts).toEqual([]);
  });
});

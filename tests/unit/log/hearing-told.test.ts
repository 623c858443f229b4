/** What a report tells of its hearing, case by case, and that saying it there goes through the gate like any change. */

import { describe, expect, test } from 'vitest';
import { settlingsOf } from '../../../src/app/record/settlings.ts';
import type { Day, EntryId, MissionCode } from '../../../src/domain/ids.ts';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { hearingExample } from '../../../src/domain/records/hearing.ts';
import { hearingTold } from '../../../src/domain/records/hearing-told.ts';
import type { Log } from '../../../src/log/log.ts';
import { addDefender, ines, openLogWorld } from '../../support/log-world.ts';
import { saved } from '../../support/planned.ts';

const mission = 'aldermark' as MissionCode;
const id = '01HZX3K8Q2W7V5R4T9N6M1C0BE' as EntryId;
const report = { hearing: id, day: '2026-12-03' as Day };
const { outcome: _, postponedWhy: __, ...open } = hearingExample;
const later = { day: '2026-12-10', time: '10:00', zone: 'Asia/Tbilisi' };

describe('D4, D8 what a report tells of its hearing', () => {
  test.each<[string, AnyRecord & { readonly step: string }, string | undefined]>([
    ['we were let in', { step: 'done', access: 'admitted' }, 'held'],
    ['we were kept out', { step: 'done', access: 'refused' }, 'held'],
    ['it was put off', { step: 'done', access: 'postponed' }, 'postponed'],
    ['nothing was held', { step: 'done', access: 'not-held' }, 'cancelled'],
    [
      'nothing was held, and there is a next day',
      { step: 'done', access: 'not-held', nextHearing: later },
      'postponed',
    ],
    ['we did not go as it was put off', { step: 'not-held', access: 'postponed' }, 'postponed'],
    ['we did not go, and nothing is said', { step: 'not-held' }, undefined],
    ['we mean to go', { step: 'planned' }, undefined],
    ['we said that we come', { step: 'announced', access: 'admitted' }, undefined],
  ])('%s', (_, said, outcome) => {
    expect(hearingTold({ ...report, ...said }, open, mission).map(({ values }) => values.outcome)).toEqual(
      outcome === undefined ? [] : [outcome],
    );
  });

  test.each<[string, AnyRecord | undefined]>([
    ['is not here', undefined],
    ['says so already', { ...open, outcome: 'postponed' }],
    ['was moved to a later day', { ...open, start: later }],
  ])('nothing where the hearing %s', (_, hearing) => {
    expect(hearingTold({ ...report, step: 'done', access: 'admitted' }, hearing, mission)).toEqual([]);
  });

  test('those of us who said that they go were there; reserves and other missions are left as they are', () => {
    const row = { who: ines, part: 'lead', state: 'confirmed', mission };
    const observers = [
      { ...row, id: 'a' },
      { ...row, id: 'b', part: 'reserve' },
      { ...row, id: 'c', part: 'member', mission: 'brenland' },
      { ...row, id: 'd', part: 'member', state: 'declined' },
    ];
    const states = (access: string): unknown =>
      hearingTold({ ...report, step: 'done', access }, { ...open, observers }, mission).map(({ values }) =>
        (values.observers as readonly AnyRecord[]).map(({ state }) => state),
      );
    expect(states('partly')).toEqual([['done', 'confirmed', 'confirmed', 'declined']]);
    expect(states('postponed')).toEqual([['confirmed', 'confirmed', 'confirmed', 'declined']]);
  });
});

describe('D4 said there in one press', () => {
  async function heard(log: Log) {
    const about = await addDefender(log);
    const court = { about, court: 'Oskel District Court' };
    const start = { day: '2026-11-19', time: '10:00', zone: 'Asia/Tbilisi' };
    const hearing = saved(
      await log.save({ kind: 'hearing', entry: log.newEntryId(), values: { ...court, start } }),
    ).entry;
    const values = { about, hearing: hearing.entry, day: '2026-11-19', basis: 'principle' };
    const done = { ...values, step: 'done', access: 'admitted' };
    const told = saved(
      await log.save({ kind: 'trial-observation', entry: log.newEntryId(), values: done }),
    ).entry;
    return { hearing, told };
  }

  test('it is offered until the hearing says it, and saved like any change', async () => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    const { hearing, told } = await heard(log);
    const [offer] = settlingsOf(told, log);
    expect(offer).toMatchObject({ entry: hearing.entry, kind: 'hearing', field: 'outcome' });
    const change = { kind: 'hearing', entry: hearing.entry, values: offer?.values ?? {}, base: hearing };
    expect(saved(await log.save(change)).entry.record).toEqual({ ...hearing.record, outcome: 'held' });
    expect(settlingsOf(told, log)).toEqual([]);
  });

  test('what a colleague changed meanwhile stays, and is not written over', async () => {
    const world = await openLogWorld();
    const [mine, theirs] = [await world.open(ines), await world.open(ines)];
    const { hearing, told } = await heard(mine);
    const [offer] = settlingsOf(told, mine);
    const other = { ...hearing.record, room: '4', outcome: 'postponed' };
    saved(await theirs.save({ kind: 'hearing', entry: hearing.entry, values: other, base: hearing }));
    const outcome = await mine.save({
      kind: 'hearing',
      entry: hearing.entry,
      values: offer?.values ?? {},
      base: hearing,
    });
    expect(outcome).toMatchObject({ outcome: 'merge' });
  });
});

/** What a report tells of its hearing, case by case, and that saying it there goes through the gate like any change. */

import { describe, expect, test } from 'vitest';
import { openingOf } from '../../../src/app/record/opening.ts';
import { settle } from '../../../src/app/record/settle.ts';
import { settlingsOf } from '../../../src/app/record/settlings.ts';
import type { Day, EntryId, MissionCode } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { hearingExample } from '../../../src/domain/records/hearing.ts';
import { hearingTold } from '../../../src/domain/records/hearing-told.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { addDefender, ines, openLogWorld, tomas } from '../../support/log-world.ts';
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

  const lead = { id: 'a', who: ines, part: 'lead', state: 'confirmed', mission };
  const theirs = { ...lead, id: 'c', part: 'member', mission: 'brenland' };
  const declined = { ...lead, id: 'd', part: 'member', state: 'declined' };

  test.each<[string, string, readonly AnyRecord[], string | undefined]>([
    ['the only one of us who said that they go was there', 'partly', [lead, theirs, declined], 'a'],
    ['nobody was there where it was put off', 'postponed', [lead], undefined],
    ['two of us said so', 'partly', [lead, { ...lead, id: 'b', who: tomas, part: 'member' }], undefined],
    ['a reserve of ours said so too', 'partly', [lead, { ...lead, id: 'b', part: 'reserve' }], undefined],
    ['only a reserve of ours said so', 'partly', [{ ...lead, part: 'reserve' }], undefined],
    ['the row says nobody by name', 'partly', [{ ...lead, who: undefined }], undefined],
    ['another mission goes', 'partly', [theirs], undefined],
  ])('who was there, as far as it is certain: %s', (_, access, observers, was) => {
    const [offer] = hearingTold({ ...report, step: 'done', access }, { ...open, observers }, mission);
    expect(offer?.values.observers).toEqual(
      observers.map((row) => (row.id === was ? { ...row, state: 'done' } : row)),
    );
    expect(offer?.there).toEqual(was === undefined ? undefined : ines);
  });

  test.each<[string, AnyRecord, string | undefined]>([
    ['asked for where it was put off', open, 'postponedWhy'],
    ['not where it is there', { ...open, postponedWhy: 'The bench was not complete' }, undefined],
  ])('the reason is %s', (_, hearing, asks) => {
    const [offer] = hearingTold({ ...report, step: 'done', access: 'postponed' }, hearing, mission);
    expect(offer?.asks).toBe(asks);
  });
});

describe('D4 said there in one press', () => {
  type Change = Readonly<Record<string, unknown>>;

  async function heard() {
    const world = await openLogWorld();
    const colleague = await world.open(tomas);
    let change: Change | undefined;
    let broken = false;
    const log = await world.open(ines, {
      over: (book) => ({
        ...book,
        // What a colleague saves between the reading and the writing is there before ours.
        async amend(cleared, at) {
          if (broken) throw new StoreError('unavailable');
          const now = change;
          change = undefined;
          if (now) await byColleague(now);
          return book.amend(cleared, at);
        },
      }),
    });
    const about = await addDefender(log);
    const start = { day: '2026-11-19', time: '10:00', zone: 'Asia/Tbilisi' };
    const values = { about, court: 'Oskel District Court', start };
    const hearing = saved(await log.save({ kind: 'hearing', entry: log.newEntryId(), values })).entry;
    const seen = { about, hearing: hearing.entry, day: '2026-11-19', basis: 'principle' };
    const told = (said: AnyRecord) =>
      log.save({ kind: 'trial-observation', entry: log.newEntryId(), values: { ...seen, ...said } });
    const report = saved(await told({ step: 'done', access: 'admitted' })).entry;

    async function byColleague(fields: Change): Promise<void> {
      await colleague.refresh();
      const there = colleague.view().byEntry.get(hearing.entry);
      if (!there) throw new TypeError('no hearing');
      const { kind, entry, record } = there;
      saved(await colleague.save({ kind, entry, values: { ...record, ...fields }, base: there }));
    }
    return {
      log,
      hearing,
      report,
      told: async (said: AnyRecord) => saved(await told(said)).entry,
      stored: () => log.view().byEntry.get(hearing.entry)?.record,
      byColleague,
      meanwhile: (fields: Change) => {
        change = fields;
      },
      breaks: (now: boolean) => {
        broken = now;
      },
    };
  }

  test('it is offered until the hearing says it, and saved like any change', async () => {
    const { log, hearing, report, stored } = await heard();
    expect(settlingsOf(report, log)).toMatchObject([{ entry: hearing.entry, field: 'outcome' }]);
    expect(await settle(log, report, hearing.entry)).toMatchObject({ became: 'said' });
    expect(stored()).toEqual({ ...hearing.record, outcome: 'held' });
    expect(settlingsOf(report, log)).toEqual([]);
  });

  test('a report tells what it says by now, whichever saving of it is held', async () => {
    const { log, report, told } = await heard();
    const planned = await told({ step: 'planned' });
    const change = async ({ kind, entry, record, ...base }: Entry, fields: AnyRecord) =>
      saved(await log.save({ kind, entry, values: { ...record, ...fields }, base: { ...base, record } }))
        .entry;
    const done = await change(planned, { step: 'done', access: 'admitted' });
    expect([planned, done].map((held) => settlingsOf(held, log).length)).toEqual([1, 1]);
    await change(report, { step: 'not-held', access: undefined });
    expect(settlingsOf(report, log)).toEqual([]);
  });

  test('what a colleague changed between the offer and the press stays', async () => {
    const { log, hearing, report, stored, byColleague } = await heard();
    expect(settlingsOf(report, log)).toHaveLength(1);
    await byColleague({ room: '4', note: 'Bring the letter' });
    await log.refresh();
    expect(await settle(log, report, hearing.entry)).toMatchObject({ became: 'said' });
    expect(stored()).toEqual({ ...hearing.record, room: '4', note: 'Bring the letter', outcome: 'held' });
  });

  test.each<[string, Change, string, Change]>([
    ['stays', { room: '4' }, 'said', { room: '4', outcome: 'held' }],
    ['leaves nothing to say', { outcome: 'cancelled' }, 'gone', { outcome: 'cancelled' }],
  ])('what a colleague changed between a failure and the next try %s', async (_, theirs, became, after) => {
    const { log, hearing, report, stored, byColleague, breaks } = await heard();
    breaks(true);
    await expect(settle(log, report, hearing.entry)).rejects.toThrow();
    breaks(false);
    await byColleague(theirs);
    await log.refresh();
    expect(await settle(log, report, hearing.entry)).toMatchObject({ became });
    expect(stored()).toEqual({ ...hearing.record, ...after });
  });

  test('where a colleague says otherwise at the same moment, the form opens on what they saved', async () => {
    const { log, hearing, report, stored, meanwhile } = await heard();
    meanwhile({ room: '4', outcome: 'cancelled' });
    const settled = await settle(log, report, hearing.entry);
    expect(settled).toEqual({ became: 'form', request: { what: 'change', entry: hearing.entry } });
    const theirs = { ...hearing.record, room: '4', outcome: 'cancelled' };
    expect(stored()).toEqual(theirs);
    const form = settled.became === 'form' ? openingOf(settled.request, log) : undefined;
    expect(form?.draft.values).toEqual(theirs);
  });

  test('postponed opens the form where its reason stands, with nothing but that answer', async () => {
    const { log, hearing, told, stored } = await heard();
    const report = await told({ step: 'not-held', access: 'postponed' });
    const request = {
      what: 'change',
      entry: hearing.entry,
      values: { outcome: 'postponed' },
      section: 'course',
    };
    expect(await settle(log, report, hearing.entry)).toEqual({ became: 'form', request });
    expect(stored()).toEqual(hearing.record);
  });

  test.each([
    ['stay where a press said it', true, 'Half a sentence'],
    ['go where the form saved it', false, undefined],
  ])('M6 · words that wait in a form of the hearing %s', async (_, isPressed, left) => {
    const { log, hearing, report } = await heard();
    const { kind, entry, record } = hearing;
    const draft = { kind, entry, values: { ...record, note: 'Half a sentence' }, base: hearing };
    await log.keepDraft(draft);
    if (isPressed) await settle(log, report, entry);
    else saved(await log.save(draft));
    expect(log.view().drafts[0]?.draft.values.note).toBe(left);
  });
});

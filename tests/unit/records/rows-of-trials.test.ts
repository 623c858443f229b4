/** What each row of the product asks of records about trials, proven on the kinds themselves. */

import { describe, expect, test } from 'vitest';
import type { Day, EntryId } from '../../../src/domain/ids.ts';
import { type AnyRecord, checkRecord } from '../../../src/domain/record-kind.ts';
import { hearing } from '../../../src/domain/records/hearing.ts';
import { proceeding } from '../../../src/domain/records/proceeding.ts';
import { trialObservation } from '../../../src/domain/records/trial-observation.ts';
import { brokenRules, heron, other, recordOf, today } from '../../support/checked-records.ts';
import { exampleOf } from '../../support/examples.ts';

const somebody = { objectId: 'ines', tenantId: 'aldermark', name: 'Inês' };

describe('trials', () => {
  test('D1: a proceeding has a court, a kind, a stage, judges, a prosecutor, and per defendant charge, article and counsel', () => {
    for (const key of ['kind', 'court'])
      expect(brokenRules(proceeding, { [key]: undefined })).toEqual({ [key]: 'required' });
    const [row] = recordOf(proceeding, {}).defendants as readonly AnyRecord[];
    expect(row).toMatchObject({ charge: expect.any(String), article: '187', counsel: ['private', 'chosen'] });
    expect(brokenRules(proceeding, { named: undefined })).toEqual({ named: 'defendants-are-named' });
  });

  test('D2: a hearing keeps the clocks of its court, and a postponement is a new hearing that names the one before', () => {
    const columns = hearing.fields.start.columns.map(({ suffix }) => suffix);
    expect(columns).toEqual(['Day', 'Time', 'Zone']);
    expect(hearing.calendar?.(exampleOf(hearing))).toEqual([
      {
        day: '2026-12-03',
        time: '10:00',
        zone: 'Asia/Tbilisi',
        word: 'postponed',
        appointment: true,
        off: true,
        place: 'Oskel District Court · 4',
      },
    ]);
    const id = '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId;
    const [next] = hearing.next?.(exampleOf(hearing), id) ?? [];
    expect(next).toMatchObject({
      kind: 'hearing',
      draft: { previous: id, about: heron, court: 'Oskel District Court' },
    });
    expect(next?.draft).not.toHaveProperty('start');
    const { compare } = hearing.fields.start;
    const at = (day: string, time: string) => ({ day: day as Day, time, zone: 'Asia/Tbilisi' });
    expect(
      [at('2026-12-03', '14:00'), at('2026-12-01', '09:00'), at('2026-12-03', '09:30')].sort(compare),
    ).toEqual([at('2026-12-01', '09:00'), at('2026-12-03', '09:30'), at('2026-12-03', '14:00')]);
  });

  test('D3 (own mission): observers stand by mission with lead or reserve and their answer, one lead at most', () => {
    const row = (id: string, part: string, state: string) => ({ id, mission: 'aldermark', part, state });
    expect(
      brokenRules(hearing, { observers: [row('a', 'lead', 'invited'), row('b', 'lead', 'confirmed')] }),
    ).toEqual({
      observers: 'one-lead',
    });
    expect(
      brokenRules(hearing, { observers: [row('a', 'lead', 'declined'), row('b', 'lead', 'confirmed')] }),
    ).toEqual({});
    const field = hearing.fields.observers;
    const base = [row('a', 'lead', 'invited'), row('b', 'reserve', 'invited')] as never;
    const mine = [row('a', 'lead', 'confirmed'), row('b', 'reserve', 'invited')] as never;
    const theirs = [row('a', 'lead', 'invited'), row('b', 'reserve', 'declined')] as never;
    expect(field.merge(base, mine, theirs)).toEqual({
      value: [row('a', 'lead', 'confirmed'), row('b', 'reserve', 'declined')],
    });
  });

  test('D6: access is coded, and a refusal names its ground', () => {
    expect(brokenRules(trialObservation, { access: undefined })).toEqual({ access: 'done-needs-access' });
    expect(brokenRules(trialObservation, { access: 'refused', accessGround: undefined })).toEqual({
      accessGround: 'refused-needs-ground',
    });
    expect(recordOf(trialObservation, { access: 'admitted' })).not.toHaveProperty('accessGround');
    expect(trialObservation.fields.access.settings.choices?.keys).toEqual(
      expect.arrayContaining([
        'admitted',
        'partly',
        'refused',
        'waited-outside',
        'online',
        'closed',
        'postponed',
      ]),
    );
  });

  test('D7: fourteen guarantees with five answers, none preset, and none asked when nothing was held', () => {
    const { settings } = trialObservation.fields.fairTrial;
    expect(settings.items?.keys).toHaveLength(14);
    expect(settings.choices?.keys).toEqual([
      'respected',
      'concern',
      'violated',
      'not-observed',
      'not-applicable',
    ]);
    expect(trialObservation.starts?.(today, somebody)).not.toHaveProperty('fairTrial');
    for (const change of [{ access: 'postponed' }, { access: 'not-held' }, { step: 'not-held' }])
      expect(recordOf(trialObservation, change)).not.toHaveProperty('fairTrial');
    expect(recordOf(trialObservation, {}).fairTrial).toEqual(exampleOf(trialObservation).fairTrial);
  });

  test('D8: the next hearing of a report opens that hearing with the same observers, asked again', () => {
    const [next] =
      trialObservation.next?.(exampleOf(trialObservation), '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId, () =>
        exampleOf(hearing),
      ) ?? [];
    expect(next).toMatchObject({
      kind: 'hearing',
      draft: {
        start: exampleOf(trialObservation).nextHearing,
        previous: exampleOf(trialObservation).hearing,
        court: 'Oskel District Court',
        proceeding: exampleOf(trialObservation).proceeding,
      },
    });
    const observers = next?.draft.observers as readonly AnyRecord[];
    expect(observers.map(({ mission, part, state }) => [mission, part, state])).toEqual([
      ['aldermark', 'lead', 'invited'],
      ['aldermark', 'reserve', 'invited'],
    ]);
    expect(checkRecord(hearing, next?.draft ?? {}, today).ok).toBe(true);
    expect(
      brokenRules(trialObservation, {
        nextHearing: { day: '2026-11-01', time: '10:00', zone: 'Asia/Tbilisi' },
      }),
    ).toEqual({
      nextHearing: 'next-is-later',
    });
  });

  test('D9: verdict, sentence, written reasons and the last day to appeal stand in the calendar until they are met', () => {
    expect(proceeding.calendar?.(exampleOf(proceeding))).toEqual([
      { day: '2026-12-01', word: 'appeal-deadline' },
      { day: '2026-11-30', word: 'reasons-due' },
    ]);
    const [first] = exampleOf(proceeding).defendants ?? [];
    const met = {
      ...exampleOf(proceeding),
      reasonsReceivedOn: today,
      defendants: first ? [{ ...first, appealLodgedOn: today }] : [],
    };
    expect(proceeding.calendar?.(met)).toEqual([]);
    expect(proceeding.live({ ...exampleOf(proceeding), closedOn: '2026-11-18' as Day })).toBe('2026-12-01');
  });

  test.each([
    ['planned', {}, { audiences: ['embassy'], identity: 'none', tense: 'ahead', basis: 'consent' }],
    ['announced', {}, { audiences: ['host-authority'], identity: 'full-name', tense: 'ahead' }],
    ['planned', { notice: 'ministry' }, { audiences: ['host-authority'], identity: 'full-name' }],
    [
      'announced',
      { notice: 'court-president' },
      { audiences: ['host-authority', 'court'], identity: 'full-name' },
    ],
    ['done', {}, { tense: 'past' }],
    ['planned', { basis: 'principle' }, { basis: 'no-refusal' }],
  ] as const)('an observation that is %s %j needs %j', (step, change, need) => {
    const record = { ...exampleOf(trialObservation), notice: 'none' as const, step, ...change };
    expect(trialObservation.need(record)).toMatchObject({
      kind: 'consent',
      action: 'trial',
      persons: [heron, other],
      proceeding: exampleOf(trialObservation).proceeding,
      ...need,
    });
  });

  test('the date of a hearing is nobody’s secret and needs no consent', () => {
    expect(hearing.need(exampleOf(hearing))).toEqual({ kind: 'none' });
  });
});

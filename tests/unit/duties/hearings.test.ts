/** What is owed around a hearing: somebody who goes, what they saw written down, and what follows the judgment. */

import { describe, expect, it } from 'vitest';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { now, oskel } from '../consent/consent-cases.ts';
import { closing, defender, hearing, kinds, observed, owed, stored } from './duty-cases.ts';

describe('D7 E4 what was alleged of torture does not wait', () => {
  const seen = (more: AnyRecord, made: Partial<Entry> = {}) =>
    stored('trial-observation', { ...observed.record, access: 'admitted', ...more }, made);
  const visited = (illTreatment: string) =>
    stored('prison-visit', {
      about: oskel,
      type: 'prison',
      step: 'done',
      visitOn: '2026-11-19',
      talk: 'private',
      illTreatment,
    });
  const alerts = (found: readonly Duty[]) => found.filter(({ kind }) => kind === 'torture-alleged');
  it.each<[string, Entry, string | undefined]>([
    ['in court, and the bench looked away', seen({ torture: 'raised-and-ignored' }), '2026-11-19'],
    ['in court, and it was acted on', seen({ torture: 'raised-and-acted-on' }), '2026-11-19'],
    ['in court, nobody knows what the bench did', seen({ torture: 'raised-reaction-unclear' }), '2026-11-19'],
    ['nothing in court', seen({ torture: 'none' }), undefined],
    ['not said', seen({}), undefined],
    ['alleged on a visit', visited('alleged'), '2026-11-20'],
    ['signs seen on a visit', visited('visible-signs'), '2026-11-20'],
    ['documented by somebody else', visited('documented-elsewhere'), undefined],
    [
      'an old list entered today',
      seen({ torture: 'raised-and-ignored', day: '2026-10-01' }, { createdAt: now }),
      undefined,
    ],
  ])('D7: %s', (_, held, due) => {
    const found = alerts(owed([held, defender()]));
    expect(found.map((duty) => [duty.due, duty.urgency])).toEqual(due ? [[due, 'act-now']] : []);
  });

  it('D7: is settled by saying what was done', () => {
    const held = seen({ torture: 'raised-and-ignored' });
    const [duty] = alerts(owed([held, defender()]));
    const done = closing(duty?.id ?? '', { outcome: 'done', on: '2026-11-20' });
    expect(alerts(owed([held, defender()], { closings: [done] }))).toEqual([]);
  });
});

describe('a hearing without observer', () => {
  it.each<[string, string, string, string, string]>([
    ['7 days before', '2026-11-27', '2026-10-01T09:00:00Z', 'this-week', 'seven-days'],
    ['3 days before', '2026-11-23', '2026-10-01T09:00:00Z', 'act-now', 'three-days'],
    ['entered within 72 hours', '2026-11-22', '2026-11-20T08:00:00Z', 'act-now', 'within-72-hours'],
    ['from noon of the day before', '2026-11-21', '2026-10-01T09:00:00Z', 'act-now', 'afternoon-before'],
  ])('%s', (_, start, entered, urgency, alert) => {
    expect(owed([hearing(start, {}, entered)])).toMatchObject([
      { kind: 'hearing-without-observer', urgency, values: { alert } },
    ]);
  });

  it.each<[string, Entry[]]>([
    ['8 days before', [hearing('2026-11-28')]],
    [
      'once somebody confirmed',
      [
        hearing('2026-11-23', {
          observers: [{ id: 'o', mission: 'corvia', part: 'lead', state: 'confirmed' }],
        }),
      ],
    ],
    [
      'once an observation is planned',
      [hearing('2026-11-23'), { ...observed, record: { ...observed.record, step: 'planned' } }],
    ],
    ['once it was postponed', [hearing('2026-11-23', { outcome: 'postponed' })]],
  ])('not %s', (_, entries) => {
    expect(kinds(owed(entries))).not.toContain('hearing-without-observer');
  });

  it('somebody who was only invited is no observer yet', () => {
    const invited = hearing('2026-11-23', {
      observers: [{ id: 'o', mission: 'corvia', part: 'lead', state: 'invited' }],
    });
    expect(kinds(owed([invited]))).toEqual(['hearing-without-observer']);
  });
});

describe('a hearing one of us went to', () => {
  const ours = { observers: [{ id: 'o', mission: 'aldermark', part: 'lead', state: 'confirmed' }] };

  it('is written down within 3 days', () => {
    expect(owed([hearing('2026-11-18', ours)])).toMatchObject([
      { kind: 'hearing-report', due: '2026-11-21', step: 'write-report' },
    ]);
  });

  it('owes nothing once it is, or when only others went', () => {
    expect(kinds(owed([hearing('2026-11-18', ours), observed]))).not.toContain('hearing-report');
    expect(
      owed([
        hearing('2026-11-18', {
          observers: [{ id: 'o', mission: 'corvia', part: 'lead', state: 'confirmed' }],
        }),
      ]),
    ).toEqual([]);
  });
});

describe('a hearing one of us goes to', () => {
  const by = (mission: string, state = 'confirmed') => ({
    observers: [{ id: 'o', mission, part: 'lead', state }],
  });
  const planned = { ...observed, record: { ...observed.record, step: 'planned', day: '2026-11-22' } };
  const reportedToday = (step: string) => [
    hearing('2026-11-20', by('aldermark')),
    { ...observed, record: { ...observed.record, step, day: '2026-11-20' } },
  ];

  const moved = (step: string) => [
    hearing('2026-11-22', by('aldermark')),
    { ...observed, record: { ...observed.record, step, day: '2026-11-18' } },
  ];

  it.each<[string, Entry[], string | undefined]>([
    ['is prepared the day before', [hearing('2026-11-22', by('aldermark'))], '2026-11-21'],
    ['is prepared where only the plan says who goes', [hearing('2026-11-22'), planned], '2026-11-21'],
    ['is shown from three days before', [hearing('2026-11-23', by('aldermark'))], '2026-11-22'],
    ['is not late on its own day', [hearing('2026-11-20', by('aldermark'))], '2026-11-20'],
    ['is not shown earlier', [hearing('2026-11-24', by('aldermark'))], undefined],
    ['is for those who go to prepare', [hearing('2026-11-22', by('corvia'))], undefined],
    [
      'is nothing yet for who was only invited',
      [hearing('2026-11-22', by('aldermark', 'invited'))],
      undefined,
    ],
    [
      'is nothing once it was put off',
      [hearing('2026-11-22', { ...by('aldermark'), outcome: 'postponed' })],
      undefined,
    ],
    ['is nothing any more once what was seen is written down', reportedToday('done'), undefined],
    ['is nothing any more once it is said that none took place', reportedToday('not-held'), undefined],
    ['stays while the observation is only planned', reportedToday('planned'), '2026-11-20'],
    [
      'comes again for the day to which a hearing that was not held is moved',
      moved('not-held'),
      '2026-11-21',
    ],
    ['comes again for the day to which a hearing that was begun is moved', moved('done'), '2026-11-21'],
  ])('%s', (_, entries, due) => {
    const found = owed(entries).find(({ kind }) => kind === 'hearing-preparation');
    expect(found?.due).toBe(due);
  });
});

describe('D9 judgment, reasons and appeal', () => {
  const judged = (row: AnyRecord, more: AnyRecord = {}) =>
    stored('proceeding', {
      about: oskel,
      kind: 'criminal',
      court: 'Court of Appeal',
      defendants: [{ id: 'd1', code: oskel, ...row }],
      ...more,
    });

  it.each<[string, string, number]>([
    ['2026-11-27', 'this-week', 7],
    ['2026-11-23', 'act-now', 3],
    ['2026-11-21', 'act-now', 1],
  ])('the last day to appeal, %s, is %s (alert %i)', (appealDeadline, urgency, alert) => {
    expect(owed([judged({ appealDeadline })])).toMatchObject([
      { kind: 'appeal-deadline', urgency, values: { alert } },
    ]);
  });

  it('is silent 8 days before, and once an appeal is lodged', () => {
    expect(owed([judged({ appealDeadline: '2026-11-28' })])).toEqual([]);
    expect(owed([judged({ appealDeadline: '2026-11-23', appealLodgedOn: '2026-11-19' })])).toEqual([]);
  });

  it('written reasons are asked after until they arrive', () => {
    expect(owed([judged({}, { reasonsDue: '2026-11-22' })])).toMatchObject([
      { kind: 'reasons-due', due: '2026-11-22' },
    ]);
    expect(owed([judged({}, { reasonsDue: '2026-11-22', reasonsReceivedOn: '2026-11-19' })])).toEqual([]);
  });
});

/** What is owed today, rule by rule: when it appears, how urgent it is, and what closes it. */

import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/domain/consent/consent-file.ts';
import { duties } from '../../../src/domain/duties/duties.ts';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { DutySources } from '../../../src/domain/duties/sources.ts';
import type { Day, EntryId, Instant, MissionCode } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import {
  circumstances,
  decision,
  entry,
  file,
  mother,
  now,
  officer,
  oskel,
  otherEntry,
  refusal,
} from '../consent/consent-cases.ts';

const hearingId = '01HZX3K8Q2W7V5R4T9N6M1C0BH' as EntryId;

function stored(kind: string, record: AnyRecord, more: Partial<Entry> = {}): Entry {
  return {
    kind,
    id: '1',
    entry,
    version: '1',
    at: now,
    createdAt: now,
    schema: 1,
    by: officer,
    under: ['none'],
    record,
    ...more,
  };
}

function owed(entries: readonly Entry[], more: Partial<DutySources> = {}): readonly Duty[] {
  const byKind = new Map<string, Entry[]>();
  for (const each of entries) byKind.set(each.kind, [...(byKind.get(each.kind) ?? []), each]);
  return duties({
    entries: byKind,
    files: [],
    closings: [],
    circumstances: () => circumstances(),
    mission: 'aldermark' as MissionCode,
    zone: 'Asia/Tbilisi',
    now,
    ...more,
  });
}

function closing(duty: string, record: AnyRecord): Entry {
  return stored('duty-closing', { duty, ...record });
}

const defender = (more: AnyRecord = {}) =>
  stored('defender', { about: oskel, unit: 'individual', ...more }, { entry: otherEntry });
const observed = stored(
  'trial-observation',
  {
    about: oskel,
    hearing: hearingId,
    day: '2026-11-18',
    step: 'done',
    basis: 'for-defender',
    access: 'refused',
  },
  { under: ['yes'] },
);
const hearing = (start: string, more: AnyRecord = {}, createdAt = '2026-10-01T09:00:00Z') =>
  stored(
    'hearing',
    {
      about: oskel,
      court: 'Oskel District Court',
      start: { day: start, time: '10:00', zone: 'Asia/Tbilisi' },
      ...more,
    },
    { entry: hearingId, createdAt: createdAt as Instant },
  );
/** Given in advance, as everybody at high risk should. */
const wishes = file([decision({ effect: { when: 'if-arrested' } })]);
const kinds = (found: readonly Duty[]) => found.map(({ kind }) => kind);
/** Nothing but what those it concerned are to be told. */
const toTell = (found: readonly Duty[]) => found.filter(({ step }) => step === 'tell');

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

describe('C6 every action done or refused is told to those it concerned', () => {
  it('opens within 7 days, within 3 when the risk is critical', () => {
    expect(toTell(owed([observed, defender()]))).toMatchObject([
      { kind: 'feedback', about: oskel, due: '2026-11-25', step: 'tell', id: `${entry}:feedback` },
    ]);
    const critical = owed([observed, defender({ riskLevel: 'critical' })], { files: [wishes] });
    expect(toTell(critical)).toMatchObject([{ due: '2026-11-21' }]);
  });

  it('C6 L1: or within the days that the mission set, each for its risk', () => {
    const days = { feedback: 10, 'feedback-critical': 2 };
    expect(toTell(owed([observed, defender()], { days }))).toMatchObject([{ due: '2026-11-28' }]);
    const critical = { files: [wishes], days };
    expect(toTell(owed([observed, defender({ riskLevel: 'critical' })], critical))).toMatchObject([
      { due: '2026-11-20' },
    ]);
  });

  it('a planned action owes nothing yet', () => {
    expect(owed([stored('trial-observation', { ...observed.record, step: 'planned' })])).toEqual([]);
  });

  it('a recognition that says not now is told with its ground', () => {
    expect(
      kinds(owed([stored('recognition', { about: oskel, day: '2026-11-18', result: 'not-now' })])),
    ).toEqual(['feedback']);
  });

  it.each<[string, AnyRecord, boolean]>([
    ['told, with day and reaction', { outcome: 'told', on: '2026-11-20', reaction: 'mixed' }, true],
    ['told without a reaction', { outcome: 'told', on: '2026-11-20' }, false],
    ['told without a day', { outcome: 'told', reaction: 'mixed' }, false],
    [
      'not told, with a reason',
      { outcome: 'not-told', on: '2026-11-20', reason: 'Asked not to be contacted' },
      true,
    ],
    [
      'not told, a day ahead to look at it again',
      { outcome: 'not-told', on: '2026-11-19', because: 'unreachable-safely', until: '2026-11-21' },
      true,
    ],
    [
      'not told, and that day has come',
      { outcome: 'not-told', on: '2026-11-19', because: 'unreachable-safely', until: '2026-11-20' },
      false,
    ],
    ['not told, without a reason', { outcome: 'not-told', on: '2026-11-20', reason: ' ' }, false],
    [
      'asked, no answer',
      { outcome: 'asked-no-answer', on: '2026-11-20', reaction: 'unknown', reason: 'No answer' },
      false,
    ],
    ['simply done', { outcome: 'done', on: '2026-11-20' }, false],
  ])('%s: closed is %#', (_, record, closes) => {
    const left = owed([observed, defender()], { closings: [closing(`${entry}:feedback`, record)] });
    expect(toTell(left).length === 0).toBe(closes);
  });

  it('C6 whoever could not be told is due again on the day set for it, and once more after each further try', () => {
    const untold = (on: string, until: string) =>
      closing(`${entry}:feedback`, { outcome: 'not-told', on, because: 'asked-not-contacted', until });
    const left = (now: string, ...closings: readonly Entry[]) =>
      toTell(owed([observed, defender()], { closings, now: `${now}T09:00:00Z` as Instant }));
    const first = untold('2026-11-20', '2026-12-01');
    expect(left('2026-11-30', first)).toEqual([]);
    expect(left('2026-12-01', first)).toMatchObject([
      { id: `${entry}:feedback`, due: '2026-12-01', urgency: 'this-week', untoldOn: '2026-11-20' },
    ]);
    expect(left('2026-12-02', first)).toMatchObject([{ urgency: 'act-now' }]);
    const second = untold('2026-12-01', '2027-01-10');
    expect(left('2026-12-02', first, second)).toEqual([]);
    expect(left('2027-01-10', first, second)).toMatchObject([{ due: '2027-01-10', untoldOn: '2026-12-01' }]);
    const told = closing(`${entry}:feedback`, { outcome: 'told', on: '2026-12-01', reaction: 'mixed' });
    expect(left('2027-01-10', first, told)).toEqual([]);
  });

  it('who only wants to start contact themself is never overdue', () => {
    const late = { now: '2026-12-20T09:00:00Z' as Instant };
    expect(toTell(owed([observed, defender({ onlyThemStart: true })], late))).toMatchObject([
      { waits: true, urgency: 'waiting' },
    ]);
    expect(toTell(owed([observed, defender()], late))).toMatchObject([{ waits: false, urgency: 'act-now' }]);
  });
});

describe('B6 what was done without consent on record', () => {
  it('is told within 3 days of being recorded, and is urgent', () => {
    const done = { ...observed, under: ['none-on-record'] };
    expect(toTell(owed([done, defender()]))).toMatchObject([
      { kind: 'told-without-consent', due: '2026-11-23', urgency: 'act-now' },
    ]);
  });
});

describe('C4 promises', () => {
  const promise = { id: 'p1', what: 'Say who attends', owner: officer, due: '2026-11-19' };
  const contact = stored('contact', {
    about: oskel,
    day: '2026-11-10',
    gist: 'Asked',
    promises: [promise, { ...promise, id: 'p2', due: '2026-12-24' }],
  });

  it('have an owner and a day each; an overdue one stays and is urgent, since a word not kept harms trust', () => {
    expect(owed([contact])).toMatchObject([
      {
        kind: 'follow-up',
        id: `${entry}:follow-up:p1`,
        due: '2026-11-19',
        urgency: 'act-now',
        values: { owner: officer.name },
      },
      { id: `${entry}:follow-up:p2`, urgency: 'later' },
    ]);
  });

  it.each<[AnyRecord, number]>([
    [{ outcome: 'kept', on: '2026-11-20' }, 1],
    [{ outcome: 'changed', on: '2026-11-20' }, 2],
    [{ outcome: 'changed', on: '2026-11-20', reason: 'The hearing moved' }, 1],
  ])('after %o there are %i left', (record, left) => {
    expect(owed([contact], { closings: [closing(`${entry}:follow-up:p1`, record)] })).toHaveLength(left);
  });
});

describe('B10 consent is asked for again', () => {
  const found = (...says: Decision[]) => kinds(owed([], { files: [file(says)] }));
  const day = (text: string) => text as Day;

  it('before its review day and its end, from 14 days before', () => {
    expect(found(decision({ reviewOn: day('2026-12-04') }))).toEqual(['consent-review']);
    expect(found(decision({ reviewOn: day('2026-12-05') }))).toEqual([]);
    expect(found(decision({ validity: { kind: 'until', day: day('2026-12-04') } }))).toEqual([
      'consent-ending',
    ]);
  });

  it('for a month after it ended', () => {
    expect(found(decision({ validity: { kind: 'until', day: day('2026-10-21') } }))).toEqual([
      'consent-ending',
    ]);
    expect(found(decision({ validity: { kind: 'until', day: day('2026-10-20') } }))).toEqual([]);
  });

  it('not once somebody said something newer about the same', () => {
    expect(found(decision({ reviewOn: day('2026-11-21') }), refusal())).toEqual([]);
    expect(
      found(decision({ reviewOn: day('2026-11-21') }), decision({ at: '2026-11-01T10:00:00Z' as Instant })),
    ).toEqual([]);
  });

  it('also where it was asked and not answered', () => {
    expect(found(refusal({ outcome: 'deferred', reviewOn: day('2026-11-27') }))).toEqual(['consent-review']);
  });
});

describe("B14 a proxy's consent is confirmed once the defender can be reached", () => {
  const released = stored('status-change', {
    about: oskel,
    status: 'released',
    day: '2026-11-19',
    source: 'family',
  });

  it('within 7 days of being reachable', () => {
    const found = owed([released], {
      files: [file([mother()])],
      circumstances: () => circumstances({ status: 'released' }),
    });
    expect(found).toMatchObject([{ kind: 'reconfirm-proxy', due: '2026-11-26', step: 'ask-consent' }]);
  });

  it.each<[string, Decision[], Parameters<typeof circumstances>[0]]>([
    ['while they are detained', [mother()], { status: 'pre-trial-detention' }],
    ['while nobody knows their status', [mother()], { status: 'somewhere' }],
    ['once they spoke themselves', [mother(), decision({ at: '2026-11-19T10:00:00Z' as Instant })], {}],
    ['for a minor, whose guardian goes on speaking', [mother({ whyNotDefender: 'minor' })], {}],
  ])('not %s', (_, says, around) => {
    expect(
      kinds(owed([], { files: [file(says)], circumstances: () => circumstances(around) })),
    ).not.toContain('reconfirm-proxy');
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

describe('a risk is reviewed on its day', () => {
  it.each([
    ['high', '2026-11-19', 'act-now'],
    ['low', '2026-11-20', 'this-week'],
    ['low', '2026-11-19', 'act-now'],
    ['high', '2026-11-25', 'this-week'],
  ])('%s risk, review on %s: %s', (riskLevel, riskReview, urgency) => {
    expect(owed([defender({ riskLevel, riskReview })], { files: [wishes] })).toMatchObject([
      { kind: 'risk-review', urgency, step: 'review-risk' },
    ]);
  });
});

describe('the order of Today', () => {
  it('puts what is late or could harm someone first, by harm, then time', () => {
    const found = owed([
      defender({ riskLevel: 'high', riskReview: '2026-11-24' }),
      hearing('2026-11-22'),
      { ...observed, record: { ...observed.record, hearing: otherEntry }, under: ['none-on-record'] },
      stored('contact', {
        about: oskel,
        day: '2026-11-10',
        gist: 'Asked',
        promises: [{ id: 'p1', what: 'Call', owner: officer, due: '2026-11-18' }],
      }),
    ]);
    expect(kinds(found)).toEqual([
      'told-without-consent',
      'hearing-without-observer',
      'follow-up',
      'reprisal-check',
      'risk-review',
      'wishes-missing',
      'reprisal-check',
    ]);
  });

  it('today is the day of the mission, not of Greenwich', () => {
    const late = { now: '2026-11-19T21:00:00Z' as Instant };
    expect(owed([hearing('2026-11-27')], late)).toHaveLength(1);
    expect(owed([hearing('2026-11-28')], late)).toHaveLength(0);
  });

  it('an entry of a newer app is left aside', () => {
    expect(owed([{ ...hearing('2026-11-22'), newer: true }])).toEqual([]);
  });
});

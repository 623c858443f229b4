/** What was done is told to those it concerned, and what was promised is kept. */

import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { entry, officer, oskel } from '../consent/consent-cases.ts';
import { closing, defender, kinds, observed, owed, stored, toTell, wishes } from './duty-cases.ts';

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

  const byHand = stored('promise', { about: oskel, what: 'Call', owner: officer, due: '2026-11-19' });

  it('noted by hand is owed like one of a conversation', () => {
    expect(owed([byHand])).toMatchObject([
      {
        kind: 'follow-up',
        about: oskel,
        due: '2026-11-19',
        urgency: 'act-now',
        owner: officer,
        bySpeaking: 'kept',
      },
    ]);
  });

  it.each<[AnyRecord, number]>([
    [{ outcome: 'kept', on: '2026-11-20' }, 0],
    [{ outcome: 'changed', on: '2026-11-20' }, 1],
    [{ outcome: 'asked-no-answer', on: '2026-11-20' }, 1],
  ])('noted by hand, after %o there are %i left', (record, left) => {
    const closings = owed([byHand]).map(({ id }) => closing(id, record));
    expect(owed([byHand], { closings })).toHaveLength(left);
  });

  it.each([
    ['is owed anew on another day', '2026-12-04', ['2026-12-04']],
    ['stays closed on its own day, whatever else changes', '2026-11-19', []],
  ])('noted by hand and kept, it %s', (_, due, left) => {
    const closings = owed([byHand]).map(({ id }) => closing(id, { outcome: 'kept', on: '2026-11-19' }));
    const changed = { ...byHand, record: { ...byHand.record, due, note: 'They asked for more' } };
    expect(owed([changed], { closings }).map((duty) => duty.due)).toEqual(left);
  });
});

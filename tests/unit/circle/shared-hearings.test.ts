/** Hearings and visits that missions shared: alert, turn, load, and a register that tells three ways of no apart. */

import { describe, expect, it } from 'vitest';
import { hearingsAndLoad, visitsRegister } from '../../../src/domain/circle/shared-hearings.ts';
import type { Told } from '../../../src/domain/circle/told.ts';
import type { Day, Instant } from '../../../src/domain/ids.ts';
import { hearingExample } from '../../../src/domain/records/hearing.ts';
import { prisonVisitExample } from '../../../src/domain/records/visit/prison-visit.ts';
import {
  aldermark,
  brenland,
  corvia,
  estmark,
  everybody,
  told,
  toldAnswer,
  toldHearing,
} from '../../support/told.ts';

const facts = {
  missions: everybody.map((code) => ({ code, connected: code !== estmark })),
  now: '2026-11-29T09:00:00Z' as Instant,
  today: '2026-11-29' as Day,
};
const entered = '2026-11-10T09:00:00Z';
const goes = { says: 'yes', part: 'lead', state: 'confirmed' };
const past = (day: string) => ({ start: { day, time: '10:00', zone: 'Asia/Tbilisi' }, outcome: 'held' });

function shown(...rows: Told[]) {
  return hearingsAndLoad(rows, facts);
}

describe('D4: a hearing that was shared', () => {
  it('without observer carries its alert and whose turn it would be', () => {
    const [hearing] = shown(toldHearing(1, aldermark, entered)).hearings;
    expect(hearing).toMatchObject({
      what: 'hearing',
      day: '2026-12-03',
      place: 'Oskel District Court',
      alert: 'within-7-days',
      proposed: aldermark,
    });
  });

  it('with an observer has neither', () => {
    const [hearing] = shown(
      toldHearing(1, aldermark, entered),
      toldAnswer(2, corvia, '2026-11-20T09:00:00Z', 1, goes),
    ).hearings;
    expect(hearing?.alert).toBeUndefined();
    expect(hearing?.proposed).toBeUndefined();
    expect(hearing?.observers).toEqual([{ mission: corvia, part: 'lead', state: 'confirmed' }]);
  });

  it.each([
    ['is withheld', {}, { withheld: 'withdrawn' }],
    ['tells no date', { start: undefined }, {}],
    ['tells a date nobody can read', { start: { day: 'soon', time: '10:00', zone: 'UTC' } }, {}],
  ])('is not there when it %s', (_, fields, more) => {
    expect(shown(toldHearing(1, aldermark, entered, fields, more)).hearings).toEqual([]);
  });

  it('put off keeps its day and asks nobody', () => {
    const [hearing] = shown(toldHearing(1, aldermark, entered, { outcome: 'postponed' })).hearings;
    expect(hearing).toMatchObject({ state: 'off' });
    expect(hearing?.alert).toBeUndefined();
    expect(hearing?.proposed).toBeUndefined();
  });

  it('is read whole and in parts alike', () => {
    const fields = { start: hearingExample.start, observers: hearingExample.observers };
    const [hearing] = shown(
      told(1, aldermark, entered, 'shared-entry', { kind: 'hearing', fields }),
    ).hearings;
    expect(hearing?.observers).toEqual([{ mission: aldermark, part: 'reserve', state: 'invited' }]);
    expect(hearing?.place).toBeUndefined();
  });
});

describe('D5: the load', () => {
  it('counts hearings that took place and visits carried out, and whoever declined was asked', () => {
    const { load, hearings } = shown(
      toldHearing(1, aldermark, entered, past('2026-11-02')),
      toldAnswer(2, aldermark, '2026-10-20T09:00:00Z', 1, goes),
      toldAnswer(3, brenland, '2026-10-20T09:00:00Z', 1, { says: 'no', state: 'declined' }),
      told(4, corvia, entered, 'shared-entry', {
        kind: 'prison-visit',
        fields: { ...prisonVisitExample, visitors: [{ id: 'v', mission: corvia }] },
      }),
      toldHearing(5, brenland, entered),
    );
    expect(load).toEqual([
      { mission: aldermark, hearings: 1, visits: 0, lastOn: '2026-11-02' },
      { mission: brenland, hearings: 0, visits: 0, lastOn: '2026-11-02' },
      { mission: corvia, hearings: 0, visits: 1, lastOn: '2026-11-12' },
      { mission: estmark, hearings: 0, visits: 0 },
    ]);
    expect(hearings.find(({ from }) => from === brenland)?.proposed).toBe(estmark);
  });

  it('leaves out what lies longer back than half a year', () => {
    const { load } = shown(
      toldHearing(1, aldermark, entered, past('2026-05-01')),
      toldAnswer(2, aldermark, '2026-04-20T09:00:00Z', 1, goes),
    );
    expect(load.find(({ mission }) => mission === aldermark)).toEqual({
      mission: aldermark,
      hearings: 0,
      visits: 0,
    });
  });
});

describe('E2: the register of visits', () => {
  const visit = (nth: number, fields: object) =>
    told(nth, aldermark, entered, 'shared-entry', {
      kind: 'prison-visit',
      fields: { type: 'prison', step: 'answered', requestedFor: '2026-11-05', ...fields },
    });

  it('tells refused, not answered and cancelled at the gate apart', () => {
    const { hearings } = shown(
      visit(1, { answer: 'refused' }),
      visit(2, { answer: 'no-reply' }),
      visit(3, { answer: 'cancelled-at-gate' }),
      visit(4, { answer: 'with-conditions' }),
      visit(5, { step: 'done', visitOn: '2026-11-06', talk: 'private', answer: 'granted' }),
      visit(6, { step: 'asked', askedOn: '2026-11-01' }),
      visit(7, { step: 'asked', askedOn: '2026-11-25' }),
      visit(8, { answer: 'withdrawn' }),
      visit(9, { answer: 'refused', requestedFor: '2026-01-05' }),
      toldHearing(10, aldermark, entered),
    );
    expect(visitsRegister(hearings, { from: '2026-06-01' as Day, to: '2026-11-30' as Day })).toEqual({
      asked: 8,
      visited: 1,
      granted: 1,
      refused: 1,
      noReply: 2,
      cancelledAtGate: 1,
      withdrawn: 1,
      waiting: 1,
    });
  });
});

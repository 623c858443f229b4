/** Requests between missions: the last own word of each counts, for as long as it holds. */

import { describe, expect, it } from 'vitest';
import { inTouchAbout, requestsIn, waitingFor } from '../../../src/domain/circle/requests.ts';
import type { Told } from '../../../src/domain/circle/told.ts';
import type { Day } from '../../../src/domain/ids.ts';
import {
  aldermark,
  brenland,
  circleCode,
  corvia,
  entryId,
  estmark,
  told,
  toldAnswer,
} from '../../support/told.ts';

const today = '2026-11-21' as Day;
const asked = told(
  1,
  aldermark,
  '2026-11-18T09:00:00Z',
  'request',
  { asks: 'visa', about: circleCode, urgency: '72-h', people: 3 },
  { coarse: 'request', audience: [aldermark, brenland, corvia], until: '2026-12-01' as Day },
);
const answer = (nth: number, from: typeof aldermark, at: string, body: object, more: Partial<Told> = {}) =>
  toldAnswer(nth, from, at, 1, { ...body }, more);

describe('F5: a request to other missions', () => {
  it('waits for each mission asked, and never for the one that asks', () => {
    const [request] = requestsIn([asked], today);
    expect(request).toMatchObject({ asks: 'visa', people: 3, urgency: '72-h', over: false });
    expect(request?.waitsFor).toEqual([brenland, corvia]);
    expect(waitingFor(requestsIn([asked], today), brenland)).toHaveLength(1);
    expect(waitingFor(requestsIn([asked], today), aldermark)).toEqual([]);
  });

  it.each([
    ['yes', { says: 'yes' }, [corvia]],
    ['no', { says: 'no' }, [corvia]],
    ['on conditions', { says: 'conditions', conditions: 'Only two people' }, [corvia]],
    ['yes until a day that has passed', { says: 'yes', until: '2026-11-20' }, [brenland, corvia]],
    ['something nobody knows', { says: 'perhaps' }, [brenland, corvia]],
  ])('answered %s', (_, body, waitsFor) => {
    const [request] = requestsIn([asked, answer(2, brenland, '2026-11-19T09:00:00Z', body)], today);
    expect(request?.waitsFor).toEqual(waitsFor);
  });

  it('the last word of a mission counts, reported ones only while it has none of its own', () => {
    const reported = { mission: brenland, by: 'Deputy', how: 'phone', at: '2026-11-20' };
    const rows = [
      asked,
      answer(2, brenland, '2026-11-19T09:00:00Z', { says: 'no' }),
      answer(3, corvia, '2026-11-20T09:00:00Z', { says: 'yes', reported }),
    ];
    expect(requestsIn(rows, today)[0]?.answers).toMatchObject([{ mission: brenland, says: 'no' }]);
    const only = requestsIn([asked, ...rows.slice(2)], today)[0]?.answers;
    const heard = { by: 'Deputy', how: 'phone', on: '2026-11-20' };
    expect(only).toMatchObject([{ mission: brenland, says: 'yes', reportedBy: corvia, ...heard }]);
  });

  it.each([
    ['its end has passed', { ...asked, content: { ...asked.content, until: '2026-11-20' } }],
    ['it was closed', { ...asked, state: 'closed' }],
    ['it was taken back', { ...asked, state: 'retracted' }],
  ])('is over when %s', (_, row) => {
    const requests = requestsIn([row as Told], today);
    expect(requests[0]?.over).toBe(true);
    expect(waitingFor(requests, brenland)).toEqual([]);
  });

  it('carries what was said about it, oldest first', () => {
    const said = (nth: number, at: string, words: string) =>
      told(nth, corvia, at, 'comment', { to: entryId(1), words });
    const rows = [said(3, '2026-11-20T09:00:00Z', 'second'), said(2, '2026-11-19T09:00:00Z', 'first'), asked];
    expect(requestsIn(rows, today)[0]?.comments.map(({ words }) => words)).toEqual(['first', 'second']);
  });
});

describe('C7: in touch lately', () => {
  const touched = (nth: number, from: typeof aldermark, week: string, more: Partial<Told> = {}) =>
    told(nth, from, '2026-11-18T09:00:00Z', 'in-touch', { week }, more);

  it('tells mission and week, the latest one, and nothing of ourselves, of others or of what is withheld', () => {
    const rows = [
      touched(1, brenland, '2026-W40'),
      touched(2, brenland, '2026-W47'),
      touched(3, aldermark, '2026-W47'),
      touched(4, corvia, '2026-W47', { code: '9BGPNH00W' }),
      touched(5, estmark, '2026-W47', { withheld: 'withdrawn' }),
    ];
    expect(inTouchAbout(rows, new Set([circleCode]), aldermark)).toEqual([
      { mission: brenland, week: '2026-W47' },
    ]);
  });
});

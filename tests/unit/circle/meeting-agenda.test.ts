/** The agenda of a joint meeting: what is open, what comes, what is due, and nobody's name. */

import { describe, expect, it } from 'vitest';
import { meetingAgenda } from '../../../src/domain/circle/meeting-agenda.ts';
import { requestsIn } from '../../../src/domain/circle/requests.ts';
import { hearingsAndLoad } from '../../../src/domain/circle/shared-hearings.ts';
import type { Code, Day, Instant } from '../../../src/domain/ids.ts';
import {
  aldermark,
  brenland,
  circleCode,
  corvia,
  estmark,
  everybody,
  told,
  toldHearing,
} from '../../support/told.ts';

const today = '2026-11-29' as Day;
const own = '9BGPNH00W' as Code;
const at = '2026-11-10T09:00:00Z';
const on = (day: string, more: object = {}) => ({
  start: { day, time: '10:00', zone: 'Asia/Tbilisi' },
  ...more,
});
const name = 'Lela Kvirikashvili';

const rows = [
  toldHearing(1, aldermark, at, { ...on('2026-12-03'), note: name, defendant: name }),
  toldHearing(2, brenland, at, on('2026-12-01')),
  toldHearing(3, brenland, at, on('2026-12-30')),
  toldHearing(4, brenland, at, on('2026-12-02', { outcome: 'cancelled' })),
  told(5, corvia, at, 'request', { asks: 'visa' }, { audience: [aldermark, corvia] }),
  told(6, corvia, at, 'request', { asks: 'visit' }, { audience: [aldermark, corvia], state: 'closed' }),
];
const agenda = meetingAgenda(
  {
    requests: requestsIn(rows, today),
    hearings: hearingsAndLoad(rows, {
      missions: everybody.map((code) => ({ code, connected: true })),
      now: '2026-11-29T09:00:00Z' as Instant,
      today,
    }).hearings,
    reviews: [
      { what: 'risk', own, code: circleCode, day: '2026-12-05' as Day },
      { what: 'share-ends', own, day: '2026-11-30' as Day },
      { what: 'consent', own, day: '2027-02-01' as Day },
    ],
    deletions: [
      { code: circleCode, mission: corvia, asked: '2026-11-20' as Day },
      { code: circleCode, mission: brenland, asked: '2026-11-18' as Day },
    ],
    missions: [
      { code: aldermark, connected: true, removed: false, pin: 'own' },
      { code: brenland, connected: true, removed: false, pin: 'vouched' },
      { code: corvia, connected: true, removed: false, pin: 'broken' },
      { code: estmark, connected: true, removed: false, pin: 'no-card' },
    ],
    today,
  },
  2,
);

describe('H7: the agenda of a joint meeting', () => {
  it('has the hearings of the next weeks that still take place, by day', () => {
    expect(agenda.until).toBe('2026-12-13');
    expect(agenda.hearings.map(({ day }) => day)).toEqual(['2026-12-01', '2026-12-03']);
  });

  it('has the requests that wait for somebody', () => {
    expect(agenda.requests.map(({ asks }) => asks)).toEqual(['visa']);
  });

  it('has what is due by then, the soonest first', () => {
    expect(agenda.reviews.map(({ what }) => what)).toEqual(['share-ends', 'risk']);
    expect(agenda.deletions.map(({ mission }) => mission)).toEqual([brenland, corvia]);
  });

  it('has missions whose key nobody verified, and those whose key is broken', () => {
    expect(agenda.notVerified).toEqual([corvia, estmark]);
  });

  it('carries no word of an entry beyond its day, place and observers', () => {
    expect(JSON.stringify(agenda)).not.toContain(name);
  });
});

/** What stands on Today: in which order, on which day, and what is left aside. */

import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/domain/ids.ts';
import { officer, oskel, otherEntry } from '../consent/consent-cases.ts';
import { defender, hearing, kinds, observed, owed, stored, wishes } from './duty-cases.ts';

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

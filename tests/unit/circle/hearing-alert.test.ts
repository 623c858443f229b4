/** A hearing to which nobody goes is said aloud at the right hour of the court's own clock. */

import { describe, expect, it } from 'vitest';
import { hearingAlert } from '../../../src/domain/circle/hearing-alert.ts';
import type { Day, Instant } from '../../../src/domain/ids.ts';

/** The court stands four hours ahead of UTC. */
const start = { day: '2026-12-03' as Day, time: '10:00', zone: 'Asia/Tbilisi' };
const early = '2026-11-01T09:00:00Z';

describe('D4: the alert of a hearing without observer', () => {
  it.each([
    ['eight days before: silence', '2026-11-25T09:00:00Z', early, undefined],
    ['seven days before by UTC, six at the court', '2026-11-26T21:00:00Z', early, 'within-7-days'],
    ['from midnight at the court, seven days before', '2026-11-25T20:00:00Z', early, 'within-7-days'],
    ['a minute before that midnight', '2026-11-25T19:59:00Z', early, undefined],
    ['four days before', '2026-11-29T12:00:00Z', early, 'within-7-days'],
    ['three days before', '2026-11-30T06:00:00Z', early, 'within-3-days'],
    ['the morning before', '2026-12-02T07:59:00Z', early, 'within-3-days'],
    ['the afternoon before, from noon at the court', '2026-12-02T08:00:00Z', early, 'afternoon-before'],
    ['the morning itself', '2026-12-03T05:59:00Z', early, 'afternoon-before'],
    ['once it has begun', '2026-12-03T06:00:00Z', early, undefined],
    ['the day after', '2026-12-04T06:00:00Z', early, undefined],
    ['entered 71 hours before', '2026-12-01T06:00:00Z', '2026-11-30T07:00:00Z', 'entered-late'],
    ['entered 72 hours before', '2026-12-01T06:00:00Z', '2026-11-30T06:00:00Z', 'entered-late'],
    ['entered 73 hours before', '2026-12-01T06:00:00Z', '2026-11-30T05:00:00Z', 'within-3-days'],
    [
      'entered late, the afternoon before',
      '2026-12-02T09:00:00Z',
      '2026-12-02T06:00:00Z',
      'afternoon-before',
    ],
  ])('%s', (_, now, enteredAt, alert) => {
    expect(hearingAlert({ start, enteredAt: enteredAt as Instant, covered: false }, now as Instant)).toBe(
      alert,
    );
  });

  it('is silent as soon as somebody goes', () => {
    const facts = { start, enteredAt: early as Instant, covered: true };
    expect(hearingAlert(facts, '2026-12-02T09:00:00Z' as Instant)).toBeUndefined();
  });
});

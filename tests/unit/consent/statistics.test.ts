/** Consent to be counted: asked for by itself, carried by no other consent, taken back with everything. */

import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/domain/consent/consent-file.ts';
import { countsInStatistics, statisticsAnswer } from '../../../src/domain/consent/statistics.ts';
import type { Day, Instant } from '../../../src/domain/ids.ts';
import { decision, file, grant, mother, now, refusal } from './consent-cases.ts';

const at = (day: string) => `${day}T10:00:00Z` as Instant;
const yes = (more: Partial<Decision> = {}) => decision({ statistics: true, ...more });

describe('who may be counted', () => {
  it.each<[string, readonly Decision[], ReturnType<typeof statisticsAnswer>]>([
    ['nothing was ever asked', [], 'not-asked'],
    ['they said yes', [yes()], 'yes'],
    ['a wide consent says nothing about being counted', [decision({ statistics: false })], 'no'],
    ['they refused every step and agreed to be counted', [refusal({ statistics: true })], 'yes'],
    ['the latest answer counts: yes, then no', [yes(), decision({ at: at('2026-11-01') })], 'no'],
    ['the latest answer counts: no, then yes', [decision(), yes({ at: at('2026-11-01') })], 'yes'],
    [
      'they took everything back',
      [yes(), refusal({ outcome: 'withdrawn', at: at('2026-11-01'), statistics: true })],
      'no',
    ],
    [
      'they took one step back',
      [yes(), decision({ outcome: 'withdrawn', at: at('2026-11-01'), grants: [grant('trial', ['court'])] })],
      'yes',
    ],
    ['they have not answered yet', [yes(), decision({ outcome: 'deferred', at: at('2026-11-01') })], 'yes'],
    [
      'what has run out is as if never said',
      [yes({ validity: { kind: 'until', day: '2026-11-19' as Day } })],
      'not-asked',
    ],
    ['it ends today', [yes({ validity: { kind: 'until', day: '2026-11-20' as Day } })], 'yes'],
    ['it was said before guards', [yes({ freeToSpeak: 'no' })], 'not-asked'],
    ['her mother said yes', [mother({ statistics: true })], 'yes'],
    [
      'her own yes has run out, her mother says yes',
      [
        yes({ validity: { kind: 'until', day: '2026-11-19' as Day } }),
        mother({ statistics: true, at: at('2026-11-01') }),
      ],
      'yes',
    ],
    [
      'her mother said yes later, she had said no',
      [decision(), mother({ statistics: true, at: at('2026-11-01') })],
      'no',
    ],
  ])('B15: %s', (_, decisions, answer) => {
    expect(statisticsAnswer(file(decisions), now, 'UTC')).toBe(answer);
    expect(countsInStatistics(file(decisions), now, 'UTC')).toBe(answer === 'yes');
  });

  it('B15: what is said after the day of the count does not count yet', () => {
    expect(statisticsAnswer(file([yes({ at: at('2026-11-21') })]), now, 'UTC')).toBe('not-asked');
  });
});

/** When consent is asked for again, or confirmed by the defender themself. */

import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/domain/consent/consent-file.ts';
import type { Day, Instant } from '../../../src/domain/ids.ts';
import { circumstances, decision, file, mother, oskel, refusal } from '../consent/consent-cases.ts';
import { kinds, owed, stored } from './duty-cases.ts';

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

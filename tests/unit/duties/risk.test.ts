/** What a risk makes us owe: a review, wishes asked beforehand, our own step looked at again; and what a closed case does. */

import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/domain/consent/consent-file.ts';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { DutySources } from '../../../src/domain/duties/sources.ts';
import type { Code, Day, EntryId, Instant } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { assessmentsOf, risksIn } from '../../../src/domain/risk.ts';
import { circumstances, decision, file, journalist, now, oskel, refusal } from '../consent/consent-cases.ts';
import { inBook, owed, stored as storedAs } from './duty-cases.ts';

let count = 0;
function idOf(n: number): EntryId {
  return `01HZX3K8Q2W7V5R4T9N6M1C0${String(n).padStart(2, '0')}` as EntryId;
}
function stored(kind: string, record: AnyRecord, more: Partial<Entry> = {}): Entry {
  count += 1;
  return storedAs(kind, record, { id: `${count}`, entry: idOf(count % 100), ...more });
}
const only = (found: readonly Duty[], kind: string) => found.filter((duty) => duty.kind === kind);

const known = (more: AnyRecord = {}) => stored('defender', { about: oskel, unit: 'individual', ...more });
const assessed = (day: string, level: string, review: string, more: AnyRecord = {}) =>
  stored('risk-assessment', { about: oskel, day, level, review, ...more });

describe('the risk of somebody', () => {
  it('A9: is what the latest assessment says, whatever stands with the defender', () => {
    const latest = assessed('2026-11-10', 'medium', '2027-02-08');
    const entries = inBook([
      known({ riskLevel: 'critical', riskReview: '2026-11-01' }),
      latest,
      assessed('2026-10-01', 'critical', '2026-10-15'),
    ]);
    expect(risksIn(entries).get(oskel)).toMatchObject({
      level: 'medium',
      review: '2027-02-08',
      entry: latest.entry,
      graveSince: undefined,
    });
    expect(assessmentsOf(entries, oskel).map(({ record }) => record.day)).toEqual([
      '2026-11-10',
      '2026-10-01',
    ]);
  });

  it('A9: of two on one day the one saved later counts', () => {
    const entries = inBook([
      { ...assessed('2026-11-10', 'high', '2026-12-10'), createdAt: '2026-11-10T12:00:00Z' as Instant },
      { ...assessed('2026-11-10', 'low', '2027-05-10'), createdAt: '2026-11-10T09:00:00Z' as Instant },
    ]);
    expect(risksIn(entries).get(oskel)?.level).toBe('high');
  });

  it('A9: before the first assessment it is what stands with the defender; nothing is not low', () => {
    expect(
      risksIn(inBook([known({ riskLevel: 'high', riskReview: '2026-12-01' })])).get(oskel),
    ).toMatchObject({
      level: 'high',
      assessedOn: undefined,
    });
    expect(risksIn(inBook([known()])).has(oskel)).toBe(false);
  });

  it('A3: a group has a risk of its own, beside that of its members', () => {
    const group = 'GSCP57DRW' as Code;
    const risks = risksIn(
      inBook([
        stored('risk-assessment', { about: group, day: '2026-11-01', level: 'high', review: '2026-12-01' }),
        assessed('2026-11-01', 'low', '2027-05-01'),
      ]),
    );
    expect([risks.get(group)?.level, risks.get(oskel)?.level]).toEqual(['high', 'low']);
  });

  it('A9: an answer within three days instead of seven follows the latest assessment', () => {
    const told = stored('trial-observation', {
      about: oskel,
      hearing: idOf(1),
      day: '2026-11-18',
      step: 'done',
      basis: 'for-defender',
      access: 'refused',
    });
    const due = (entries: readonly Entry[]) => only(owed([told, ...entries]), 'feedback')[0]?.due;
    expect(due([known({ riskLevel: 'critical' })])).toBe('2026-11-21');
    expect(due([known({ riskLevel: 'critical' }), assessed('2026-11-10', 'low', '2027-05-01')])).toBe(
      '2026-11-25',
    );
  });
});

describe('a first answer', () => {
  const asked = stored('contact', {
    about: oskel,
    day: '2026-11-20',
    gist: 'Needs a place to sleep',
    asked: ['shelter'],
    told: ['not-told-yet'],
  });

  it.each([
    ['critical', '2026-11-21'],
    ['high', '2026-11-27'],
  ])('C6: at %s risk is owed by %s', (level, due) => {
    expect(
      only(owed([known(), asked, assessed('2026-11-10', level, '2026-12-20')]), 'feedback'),
    ).toMatchObject([{ due }]);
  });
});

describe('the review of a risk', () => {
  it.each([
    ['high', '2026-11-19', 'act-now'],
    ['low', '2026-11-20', 'this-week'],
    ['low', '2026-11-28', undefined],
  ])('A9: %s, to be looked at on %s: %s', (level, review, urgency) => {
    const found = only(owed([known(), assessed('2026-10-20', level, review)]), 'risk-review');
    expect(found[0]?.urgency).toBe(urgency);
  });

  it('A9: opens an assessment with what was thought last time, and without its level', () => {
    const [duty] = only(
      owed([
        known({ riskLevel: 'low', riskReview: '2026-11-19' }),
        assessed('2026-10-20', 'high', '2026-11-19', { threats: 'Calls at night', threatsLevel: 4 }),
      ]),
      'risk-review',
    );
    expect(duty?.opens).toEqual({
      what: 'new',
      kind: 'risk-assessment',
      values: { about: oskel, threats: 'Calls at night', threatsLevel: 4 },
    });
  });

  it('A9: a newer assessment ends it, and nobody reviews the risk of the dead', () => {
    const late = assessed('2026-10-20', 'high', '2026-11-19');
    expect(only(owed([known(), late, assessed('2026-11-20', 'high', '2026-12-20')]), 'risk-review')).toEqual(
      [],
    );
    const killed = { circumstances: () => circumstances({ status: 'killed' }) };
    expect(only(owed([known(), late], killed), 'risk-review')).toEqual([]);
  });
});

describe('wishes given in advance', () => {
  const wish = (more: Partial<Decision> = {}) => decision({ effect: { when: 'if-arrested' }, ...more });
  const grave = assessed('2026-11-18', 'high', '2026-12-18');
  const missing = (more: Partial<DutySources> = {}, entries: readonly Entry[] = [known(), grave]) =>
    only(owed(entries, more), 'wishes-missing');

  it('practice 5: are asked for within a week of a high risk, within three days of a critical one', () => {
    expect(missing()).toMatchObject([
      { about: oskel, due: '2026-11-25', step: 'ask-consent', urgency: 'this-week' },
    ]);
    expect(missing({}, [known(), assessed('2026-11-17', 'critical', '2026-12-01')])).toMatchObject([
      { due: '2026-11-20', urgency: 'act-now' },
    ]);
  });

  it('practice 5: are not asked for when the risk is medium, or no longer high', () => {
    expect(missing({}, [known(), assessed('2026-11-18', 'medium', '2027-01-01')])).toEqual([]);
    expect(missing({}, [known(), grave, assessed('2026-11-19', 'medium', '2027-01-01')])).toEqual([]);
  });

  it.each<[string, readonly Decision[], boolean]>([
    ['a yes for an arrest', [wish()], false],
    ['a no for an arrest', [refusal({ effect: { when: 'if-arrested' } })], false],
    ['what counts at once', [decision()], true],
    [
      'a wish taken back',
      [wish(), refusal({ outcome: 'withdrawn', at: '2026-11-01T09:00:00Z' as Instant })],
      true,
    ],
    ['a wish of thirteen months ago', [wish({ at: '2025-10-10T09:00:00Z' as Instant })], true],
  ])('practice 5: %s', (_, decisions, asks) => {
    expect(missing({ files: [file(decisions)] }).length > 0).toBe(asks);
  });

  it.each([
    ['somebody already held', { status: 'serving' }],
    ['somebody missing', { status: 'missing' }],
    ['a group', { group: true }],
    ['somebody out of reach', { unreachableSince: now }],
  ])('practice 5: are not asked of %s', (_, around) => {
    expect(missing({ circumstances: () => circumstances(around) })).toEqual([]);
  });

  it('practice 5: who wanted to give none is asked again a year later', () => {
    const [duty] = missing();
    const closed = stored('duty-closing', { duty: duty?.id, outcome: 'done', on: '2026-11-20' });
    expect(missing({ closings: [closed] })).toEqual([]);
    const later = { closings: [closed], now: '2027-11-19T09:00:00Z' as Instant };
    expect(missing(later)).toHaveLength(1);
  });

  it('practice 5 L1: stand for the days that the mission set', () => {
    const files = [file([wish({ at: '2026-10-10T09:00:00Z' as Instant })])];
    expect(missing({ files })).toEqual([]);
    expect(missing({ files, days: { 'consent-review-wish': 30 } })).toHaveLength(1);
    expect(missing({ files, days: { 'consent-review-wish': 60 } })).toEqual([]);
  });

  it('practice 14: who starts every contact is not pressed', () => {
    expect(missing({}, [known({ onlyThemStart: true }), grave])).toMatchObject([{ urgency: 'waiting' }]);
  });
});

describe('a threat that a step of ours may have brought', () => {
  const step = idOf(77);
  const threat = (link: string | undefined, more: AnyRecord = {}) =>
    stored('threat-event', {
      about: oskel,
      day: '2026-11-15',
      kinds: ['search'],
      ...(link ? { link } : {}),
      ...more,
    });

  it.each([
    ['possibly', true],
    ['likely', true],
    ['raised-by-defender', true],
    ['none-known', false],
    [undefined, false],
  ])('A8: a link of %s opens a review: %s', (link, opens) => {
    expect(only(owed([known(), threat(link)]), 'reprisal-review').length).toBe(opens ? 1 : 0);
  });

  it('A8: leads to that step within three days of being heard of, or to the threat where the step is not named', () => {
    const event = threat('likely', { ourStep: step });
    expect(only(owed([known(), event]), 'reprisal-review')).toMatchObject([
      {
        id: `${event.entry}:reprisal-review`,
        entry: step,
        due: '2026-11-23',
        urgency: 'act-now',
        step: 'open',
      },
    ]);
    const unnamed = threat('likely');
    expect(only(owed([known(), unnamed]), 'reprisal-review')[0]?.entry).toBe(unnamed.entry);
  });
});

describe('a case that was closed', () => {
  const closed = (more: AnyRecord) =>
    stored('case', {
      about: '5Z9DSRTT4',
      named: [oskel, journalist],
      gist: 'Vigil',
      state: 'closed',
      closedOn: '2026-11-18' as Day,
      ...more,
    });

  it('A13: is told to each defender who was not told', () => {
    const people = [known(), stored('defender', { about: journalist, unit: 'individual' })];
    const found = only(owed([...people, closed({ informed: false })]), 'closing-untold');
    expect(found.map(({ about, due, step }) => [about, due, step])).toEqual([
      [oskel, '2026-11-25', 'tell'],
      [journalist, '2026-11-25', 'tell'],
    ]);
    const sooner = owed([...people, closed({ informed: false })], { days: { feedback: 2 } });
    expect(only(sooner, 'closing-untold').map(({ due }) => due)).toEqual(['2026-11-20', '2026-11-20']);
    expect(only(owed([...people, closed({ informed: true })]), 'closing-untold')).toEqual([]);
    expect(only(owed([...people, closed({ informed: false, state: 'open' })]), 'closing-untold')).toEqual([]);
  });
});

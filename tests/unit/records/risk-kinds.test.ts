/** Threats, assessments of the risk, places of detention, and cases that close and open again. */

import { describe, expect, test } from 'vitest';
import { addDays, type Code, type Day, type EntryId } from '../../../src/domain/ids.ts';
import type { Around } from '../../../src/domain/kind-hooks.ts';
import { type AnyKind, type AnyRecord, checkRecord } from '../../../src/domain/record-kind.ts';
import { caseKind } from '../../../src/domain/records/case.ts';
import { detention } from '../../../src/domain/records/detention.ts';
import { riskAssessment } from '../../../src/domain/records/risk-assessment.ts';
import { statusChange } from '../../../src/domain/records/status-change.ts';
import { threatEvent } from '../../../src/domain/records/threat-event.ts';
import { exampleOf } from '../../support/examples.ts';

const today = '2026-11-20' as Day;
const heron = '9BGPNH00W' as Code;
const id = '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId;

function checked(kind: AnyKind, change: AnyRecord, around?: Around) {
  return checkRecord(kind, { ...exampleOf(kind), ...change }, today, around);
}
function broken(kind: AnyKind, change: AnyRecord, around?: Around): AnyRecord {
  const result = checked(kind, change, around);
  if (result.ok) return {};
  return Object.fromEntries(
    Object.entries(result.problems).map(([key, [first]]) => [key, first?.values?.rule ?? first?.code]),
  );
}
function kept(kind: AnyKind, change: AnyRecord): AnyRecord {
  const result = checked(kind, change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.record;
}

describe('a threat or an attack', () => {
  test('A8: is a day and what happened; place, source and the rest can follow', () => {
    const bare = { about: heron, day: '2026-11-17', kinds: ['smear', 'surveillance'] };
    expect(checkRecord(threatEvent, bare, today)).toEqual({ ok: true, record: bare });
    expect(checkRecord(threatEvent, { about: heron, day: '2026-11-17' }, today)).toMatchObject({ ok: false });
    expect(broken(threatEvent, { about: undefined, named: undefined })).toEqual({ about: 'somebody' });
    expect(broken(threatEvent, { day: '2026-12-01' })).toEqual({ day: 'already-happened' });
  });

  test('A8: several kinds and several sources, among them companies and armed groups', () => {
    expect(threatEvent.fields.kinds.settings.choices?.keys).toHaveLength(25);
    expect(threatEvent.fields.sources.settings.choices?.keys).toEqual(
      expect.arrayContaining(['police', 'company', 'armed-group', 'unknown']),
    );
  });

  test.each([
    ['none-known', false],
    ['possibly', true],
    ['likely', true],
    ['raised-by-defender', true],
    [undefined, false],
  ])('A8: a link of %s keeps the step of ours: %s', (link, keeps) => {
    expect('ourStep' in kept(threatEvent, { link })).toBe(keeps);
  });

  test('a link without the step, and children threatened, are said before saving', () => {
    const names = (change: AnyRecord) =>
      threatEvent
        .cautions?.({ ...exampleOf(threatEvent), ...change } as never, undefined)
        .map(({ name }) => name);
    expect(names({ kinds: ['smear'] })).toEqual([]);
    expect(names({ kinds: ['smear'], ourStep: undefined })).toEqual(['step-not-named']);
    expect(names({ kinds: ['smear'], ourStep: undefined, link: 'none-known' })).toEqual([]);
    expect(names({})).toEqual(['family-too']);
  });

  test('leads to an assessment, and to a change of status after an arrest', () => {
    const next = (change: AnyRecord) =>
      threatEvent.next?.({ ...exampleOf(threatEvent), ...change } as never, id).map(({ kind }) => kind);
    expect(next({})).toEqual(['risk-assessment']);
    expect(next({ kinds: ['arrest'] })).toEqual(['risk-assessment', 'status-change']);
    expect(next({ about: undefined })).toEqual([]);
  });
});

describe('an assessment of the risk', () => {
  test('A9: is never rewritten, needs a level and a day to look again, and nothing else', () => {
    expect(riskAssessment.appendOnly).toBe(true);
    const bare = { about: heron, day: '2026-11-18', level: 'low', review: '2027-05-17' };
    expect(checkRecord(riskAssessment, bare, today)).toEqual({ ok: true, record: bare });
    for (const key of ['level', 'review'])
      expect(broken(riskAssessment, { [key]: undefined })).toEqual({ [key]: 'required' });
    expect(broken(riskAssessment, { review: '2026-11-18' })).toEqual({ review: 'review-is-later' });
  });

  test.each([
    ['critical', 14],
    ['high', 30],
    ['medium', 90],
    ['low', 180],
  ])('A9: %s is looked at again after %i days unless they agree otherwise', (level, days) => {
    expect(riskAssessment.fillsIn?.('level', { day: today, level })).toEqual({
      review: addDays(today, days),
    });
    expect(riskAssessment.fillsIn?.('level', { day: today, level }, { [`review-${level}`]: 5 })).toEqual({
      review: addDays(today, 5),
    });
    expect(riskAssessment.fillsIn?.('why', { day: today, level })).toEqual({});
    expect(riskAssessment.fillsIn?.('day', { day: 'yesterday', level })).toEqual({});
  });

  test('A9: the six sides are left out as a whole, or all answered', () => {
    expect(kept(riskAssessment, { dimensions: undefined })).not.toHaveProperty('dimensions');
    const { family: _, ...five } = exampleOf(riskAssessment).dimensions ?? {};
    expect(broken(riskAssessment, { dimensions: five })).toEqual({ dimensions: 'all-dimensions' });
  });

  test('practice 13: no figure is made of threats, vulnerabilities and capacities', () => {
    expect(
      Object.keys(riskAssessment.fields).filter((key) => /score|figure|total|rating/i.test(key)),
    ).toEqual([]);
    expect(
      kept(riskAssessment, { threatsLevel: 5, vulnerabilitiesLevel: 5, capacitiesLevel: 1, level: 'low' })
        .level,
    ).toBe('low');
    for (const level of [0, 6, 2.5])
      expect(broken(riskAssessment, { threatsLevel: level })).toHaveProperty('threatsLevel');
  });
});

describe('a place of detention', () => {
  test('E8: has a day of arrival and, once they left, a last day after it', () => {
    expect(broken(detention, { to: '2026-09-01' })).toEqual({ to: 'to-is-later' });
    expect(broken(detention, { to: '2026-12-24' })).toEqual({ to: 'already-happened' });
    expect(detention.live(kept(detention, { to: undefined }) as never)).toBe('open');
    expect(detention.live(exampleOf(detention))).toBe('2026-11-02');
  });

  test('E8: leaving one place offers the next one and a change of status', () => {
    expect(detention.next?.(exampleOf(detention), id)).toEqual([
      { kind: 'detention', draft: { about: '2GW9KRPCZ', from: '2026-11-02' } },
      { kind: 'status-change', draft: { about: '2GW9KRPCZ', day: '2026-11-02' } },
    ]);
    expect(detention.next?.(kept(detention, { to: undefined }) as never, id)).toEqual([]);
  });

  test('E8: an arrest hands its place over to the history', () => {
    const [next] = statusChange.next?.(exampleOf(statusChange), id) ?? [];
    expect(next).toEqual({
      kind: 'detention',
      draft: {
        about: '2GW9KRPCZ',
        from: '2026-09-14',
        source: 'family',
        heldIn: 'remand-centre',
        facility: 'Meren Remand Centre No. 2',
      },
    });
    expect(statusChange.next?.({ ...exampleOf(statusChange), status: 'released' }, id)).toEqual([]);
  });
});

describe('a case', () => {
  test.each(['closedOn', 'closedWhy', 'agreed', 'informed'])('A13: does not close without %s', (key) => {
    expect(Object.keys(broken(caseKind, { [key]: undefined }))).toEqual([key]);
    expect(caseKind.needs?.({ state: 'closed' })).toContain(key);
    expect(kept(caseKind, { state: 'open' })).not.toHaveProperty(key);
  });

  test('A10: opens again with a day and a reason, and keeps why it had been closed', () => {
    const { reopenings: _, ...closed } = exampleOf(caseKind);
    const again = caseKind.reopens?.(closed, today);
    expect(again).toEqual({
      state: 'open',
      reopenings: [{ id: 'r1', on: today, closedOn: '2026-11-10', closedWhy: 'no-longer-at-risk' }],
    });
    const before = { before: closed };
    const check = (change: AnyRecord) => checkRecord(caseKind, { ...closed, ...change }, today, before);
    expect(check({ state: 'open' })).toMatchObject({
      problems: { reopenings: [{ values: { rule: 'reopened-needs-why' } }] },
    });
    expect(check(again ?? {})).toMatchObject({ problems: { reopenings: [{ row: 'r1', part: 'why' }] } });
    const rows = [{ id: 'r1', on: today, why: 'Summoned once more' }];
    expect(check({ state: 'open', reopenings: rows })).toMatchObject({ ok: true });
  });

  test('A10: an open case has nothing to open again', () => {
    expect(caseKind.reopens?.({ ...exampleOf(caseKind), state: 'open' }, today)).toBeUndefined();
  });
});

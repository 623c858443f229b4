/** What is due when, and what stands in the way. */

import { describe, expect, it, test } from 'vitest';
import { type Code, type Day, dayOf, type EntryId, type Instant } from '../../../src/domain/ids.ts';
import { addMonths, dueEntries, type Keeping, retentionOf } from '../../../src/domain/keeping/retention.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { kindOf, recordKinds } from '../../../src/domain/registry.ts';
import { localNow } from '../../../src/domain/zoned.ts';

const today = '2026-11-20' as Day;
const amber = '9BGPNH00W' as Code;
const cyan = 'GSCP57DRW' as Code;
const river = '5Z9DSRTT4' as Code;
const village = 'P9W9M5J5C' as Code;

let made = 0;
function entry(kind: string, record: AnyRecord, more: Partial<Entry> = {}): Entry {
  made += 1;
  return {
    kind,
    id: String(made),
    entry: `0000000000000000000000${String(1000 + made)}` as EntryId,
    version: '1',
    at: '2020-01-01T00:00:00Z' as Instant,
    createdAt: '2020-01-01T00:00:00Z' as Instant,
    schema: 1,
    by: { objectId: 'a', tenantId: 'b', name: 'Focal point' },
    under: ['none'],
    record,
    ...more,
  };
}

function due(entries: readonly Entry[], more: Partial<Keeping> = {}) {
  const byKind = new Map<string, Entry[]>();
  for (const one of entries) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
  return dueEntries(
    { kinds: recordKinds, entries: byKind, periods: {}, renewed: new Map(), dayAt: dayOf, ...more },
    today,
  );
}

const contact = (day: string, about: Code = amber, more: AnyRecord = {}) =>
  entry('contact', { about, day, gist: 'Came by', ...more });
const closed = { about: river, named: [amber], gist: 'Prosecution', state: 'closed' };

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-11-20', -36, '2023-11-20'],
  ['2025-12-31', 2, '2026-02-28'],
  ['2026-03-15', 60, '2031-03-15'],
])('J5: %s and %i months is %s', (from, months, to) => {
  expect(addMonths(from as Day, months)).toBe(to);
});

describe('J5: what a run left half done is due since the day it was at the mission', () => {
  // Four in the morning of the day after in UTC, the evening before at the mission.
  const at = '2026-11-21T04:00:00Z' as Instant;
  const half = { ...contact('2019-01-01'), under: ['anonymised', 'still-quoted'], at };
  const inMission = (zone: string) => (instant: Instant) => localNow(instant, zone).day;

  test.each([
    ['west of UTC', 'America/Los_Angeles', ['2026-11-20']],
    ['where that day has not come', 'Asia/Tbilisi', []],
  ])('%s', (_, zone, days) => {
    expect(due([half], { dayAt: inMission(zone) }).map((one) => one.due)).toEqual(days);
  });
});

describe('J5: a contact is due 36 months after it closed', () => {
  test.each([
    ['on the day', '2023-11-20', 1],
    ['not the day before', '2023-11-21', 0],
    ['long after', '2019-01-01', 1],
  ])('%s', (_, day, count) => {
    expect(due([contact(day)])).toHaveLength(count);
  });

  it('with the day since when', () => {
    expect(due([contact('2023-01-31')])[0]?.due).toBe('2026-01-31');
  });

  it('not while a case of theirs is open', () => {
    const open = entry('case', { ...closed, state: 'open' });
    expect(due([contact('2020-01-01'), open])).toEqual([]);
  });

  it('36 months after the last of their cases closed', () => {
    const lately = entry('case', { ...closed, closedOn: '2023-11-21' });
    expect(due([contact('2020-01-01'), lately])).toEqual([]);
    const before = entry('case', { ...closed, closedOn: '2023-11-20' });
    expect(due([contact('2020-01-01'), before])).toHaveLength(2);
  });

  it('sooner or later where the mission says so', () => {
    const one = contact('2025-11-01');
    expect(due([one], { periods: { contact: 12 } })).toHaveLength(1);
    expect(due([contact('2023-01-01')], { periods: { contact: 60 } })).toEqual([]);
  });

  it('later where somebody keeps it longer with a reason', () => {
    const one = contact('2020-01-01');
    expect(due([one], { renewed: new Map([[one.entry, '2027-01-01' as Day]]) })).toEqual([]);
    expect(due([one], { renewed: new Map([[one.entry, today]]) })).toHaveLength(1);
  });
});

describe('J5: what is never due', () => {
  it('an observation of a hearing that has no outcome', () => {
    const start = { day: '2020-01-01', time: '10:00', zone: 'Asia/Tbilisi' };
    const hearing = entry('hearing', { about: amber, court: 'Oskel District Court', start });
    const observed = entry('trial-observation', {
      about: amber,
      hearing: hearing.entry,
      day: '2020-01-01',
      step: 'done',
    });
    expect(due([hearing, observed])).toEqual([]);
    const held = { ...hearing, record: { ...hearing.record, outcome: 'held' } };
    expect(due([held, observed])).toHaveLength(2);
  });

  it('what is anonymous already, and what a newer app wrote', () => {
    const anonymous = { ...contact('2019-01-01'), under: ['anonymised'] };
    const newer = { ...contact('2019-01-01'), newer: true as const };
    expect(due([anonymous, newer])).toEqual([]);
  });

  it('a defender with whom there was contact in the last 36 months', () => {
    const defender = entry('defender', { about: amber, unit: 'individual' });
    expect(due([defender, contact('2025-01-01')])).toEqual([]);
    expect(due([defender, contact('2023-11-20', amber)]).map((each) => each.entry.kind)).toContain(
      'defender',
    );
    expect(due([defender, contact('2023-11-20', cyan)]).map((each) => each.entry.kind)).toContain('defender');
  });
});

describe('J5: a legal hold', () => {
  const hold = (record: AnyRecord) =>
    entry('legal-hold', { about: amber, reason: 'A complaint', since: '2026-01-01', ...record });
  test.each([
    ['holds what is about them', hold({}), true],
    ['holds to its last day', hold({ until: today }), true],
    ['holds no more after it', hold({ until: '2026-11-19' }), false],
    ['holds no more once it was ended', hold({ endedOn: '2026-11-01', endedWhy: 'Decided' }), false],
    ['holds nobody else', hold({ about: cyan }), false],
    ['on a case holds its defenders', hold({ about: river }), true],
    ['on a group holds its members', hold({ about: village }), true],
  ])('%s', (_, held, isHeld) => {
    const cases = entry('case', { ...closed, closedOn: '2020-02-01' });
    const group = entry('defender', {
      about: village,
      unit: 'community',
      members: [{ id: 'm1', code: amber }],
    });
    const found = due([contact('2020-01-01'), cases, group, held]).find(
      ({ entry: { kind } }) => kind === 'contact',
    );
    expect(found?.hold !== undefined).toBe(isHeld);
  });

  it('on a defender holds the cases they stand in', () => {
    const cases = entry('case', { ...closed, closedOn: '2020-02-01' });
    expect(due([cases, hold({})])[0]?.hold).toBeDefined();
  });
});

describe('J5: a visa bundle is due 12 months after its decision', () => {
  const visa = (applicants: readonly AnyRecord[], more: AnyRecord = {}) =>
    entry('visa-request', { about: amber, day: '2025-01-10', applicants, ...more });
  test.each([
    [
      'the last one of the family',
      visa([
        { id: 'a', decision: 'issued', decidedOn: '2025-03-01' },
        { id: 'b', decision: 'issued', decidedOn: '2025-11-20' },
      ]),
      '2026-11-20',
    ],
    [
      'not while somebody waits',
      visa([{ id: 'a', decision: 'issued', decidedOn: '2025-03-01' }, { id: 'b' }]),
      undefined,
    ],
    ['or after it was closed without one', visa([{ id: 'a' }], { closedOn: '2025-02-01' }), '2026-02-01'],
  ])('%s', (_, one, day) => {
    expect(due([one])[0]?.due).toBe(day);
  });
});

test.each([
  ['identity', 24, 'last-contact'],
  ['consent-file', 60, 'end'],
  ['contact', 36, 'close'],
  ['visa-request', 12, 'decision'],
  ['trial-observation', 36, 'close'],
])('J5: %s is kept %i months after %s', (kind, months, from) => {
  expect(retentionOf(kindOf(kind))).toMatchObject({ months, from });
});

test('J5: every kind with a form says how long it is kept', () => {
  for (const kind of recordKinds) {
    const rule = retentionOf(kind);
    if (rule === 'keep') continue;
    expect(rule.months).toBeGreaterThan(0);
    if (rule.from === 'decision') expect(rule.since, kind.key).toBeDefined();
  }
});

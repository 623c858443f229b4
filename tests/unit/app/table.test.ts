/** The table: rows stay where they are, the keyboard finds its way, filters do what they say. */

import { describe, expect, it } from 'vitest';
import { allEntries } from '../../../src/app/table/all-entries.ts';
import { columnsAtFirst, columnsOn, columnTitle } from '../../../src/app/table/columns.ts';
import { type ConsentMark, consentMarkOf } from '../../../src/app/table/consent-mark.ts';
import { dayOfEntry, type Filter, passing } from '../../../src/app/table/filter.ts';
import { glanceOf } from '../../../src/app/table/glances.ts';
import { knownMissions } from '../../../src/app/table/missions-met.ts';
import { nextRow } from '../../../src/app/table/next-row.ts';
import { type Settled, settleRows } from '../../../src/app/table/settle-rows.ts';
import { openShownTexts } from '../../../src/app/table/shown-texts.ts';
import type { RefusalCode, Verdict } from '../../../src/domain/consent/decision.ts';
import type { ConsentNeed } from '../../../src/domain/consent/need.ts';
import type { Words } from '../../../src/domain/fields/field.ts';
import type { Code, Day, EntryId, Instant, MissionCode } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry, Person } from '../../../src/domain/record-kind.ts';
import { trialObservationExample } from '../../../src/domain/records/trial-observation.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import { plainWords } from '../../support/plain-words.ts';

const ines: Person = { objectId: 'ines', tenantId: 'aldermark', name: 'Ines Calder' };
const tomas: Person = { objectId: 'tomas', tenantId: 'aldermark', name: 'Tomas Rehn' };
const today = '2026-11-20' as Day;

function contact(entry: string, day: string, more: AnyRecord = {}, by = ines): Entry {
  return {
    kind: 'contact',
    id: entry,
    entry: entry as EntryId,
    version: '1',
    at: '2026-11-20T09:00:00Z' as Instant,
    createdAt: `${day}T09:00:00Z` as Instant,
    schema: 1,
    by,
    under: ['none'],
    record: { day, gist: 'Asked for someone at the hearing', about: '7K2M9QXR4', ...more },
  };
}

const words: Words = {
  locale: 'en',
  text: (key) => key,
  day: (day) => day,
  instant: (instant) => instant,
  cover: (code) => (code === '7K2M9QXR4' ? 'Amber Héron' : 'Slate Blackcap'),
  entry: () => undefined,
};

describe('rows of the table', () => {
  const a = contact('a', '2026-11-19');
  const b = contact('b', '2026-11-18');
  const c = contact('c', '2026-11-17');
  const none: ReadonlySet<EntryId> = new Set();
  const names = (rows: readonly Entry[]): readonly string[] => rows.map((row) => row.entry);
  const shown = (...rows: readonly Entry[]): Settled => settleRows(undefined, rows, none);

  it('what others add waits until it is let in', () => {
    const settled = settleRows(shown(b, c), [a, b, c], new Set([a.entry]));
    expect(names(settled.rows)).toEqual(['b', 'c']);
    expect([...settled.waiting]).toEqual([a.entry]);
    expect(names(settleRows(undefined, [a, b, c], new Set([a.entry])).rows)).toEqual(['a', 'b', 'c']);
  });

  it('what I add comes in at its place', () => {
    expect(names(settleRows(shown(a, c), [a, b, c], none).rows)).toEqual(['a', 'b', 'c']);
    expect(names(settleRows(shown(a, b), [a, b, c], none).rows)).toEqual(['a', 'b', 'c']);
  });

  it('a row that others moved to another day keeps its place and shows its new text', () => {
    const moved = contact('c', '2026-11-20', { gist: 'Another day' });
    const settled = settleRows(shown(a, b, c), [moved, a, b], new Set([c.entry]));
    expect(names(settled.rows)).toEqual(['a', 'b', 'c']);
    expect(settled.rows[2]?.record.gist).toBe('Another day');
    expect(settled.waiting.size).toBe(0);
  });

  it('a row that is gone goes', () => {
    expect(names(settleRows(shown(a, b, c), [a, c], none).rows)).toEqual(['a', 'c']);
  });

  it('a defender, who has no day of their own, is dated by the clock of the mission', () => {
    const late = '2026-11-19T21:30:00Z' as Instant;
    const own = { ...a, kind: 'defender', createdAt: late, record: { about: a.record.about } };
    expect(dayOfEntry(own, 'Asia/Tbilisi')).toBe('2026-11-20');
    expect(dayOfEntry(own, 'UTC')).toBe('2026-11-19');
  });

  it('entries of all kinds stand newest day first', () => {
    const entries = new Map([['contact', [c, a, b]]]);
    expect(names(allEntries(entries, 'Asia/Tbilisi'))).toEqual(['a', 'b', 'c']);
  });
});

describe('keys in the table', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
    ['PageDown', 5, 25],
    ['PageUp', 5, 0],
    ['Home', 40, 0],
    ['End', 40, 99],
    ['a', 40, undefined],
  ] as const)('M4 %s from row %i leads to %s', (key, from, to) => {
    expect(nextRow(key, from, 100, 20)).toBe(to);
  });

  it('an empty table has nowhere to go', () => {
    expect(nextRow('ArrowDown', 0, 0, 10)).toBeUndefined();
  });
});

describe('filters', () => {
  const nothing = { entries: new Map(), byEntry: new Map() };
  const context = {
    me: ines,
    today,
    zone: 'Asia/Tbilisi',
    shown: openShownTexts(words, () => nothing),
  };
  it.each<[string, Filter, boolean]>([
    ['nothing is asked', {}, true],
    ['its kind', { kind: 'contact' }, true],
    ['another kind', { kind: 'hearing' }, false],
    ['its defender', { defender: '7K2M9QXR4' as Code }, true],
    ['someone it also names', { defender: '3D8TW0HVN' as Code }, true],
    ['somebody else', { defender: '9BGPNH00W' as Code }, false],
    ['the last 30 days', { period: '30' }, true],
    ['what I saved', { mine: true }, true],
    ['a word of it, in any case', { text: 'HEARING' }, true],
    ['a cover name without its accent', { text: 'amber heron' }, true],
    ['a code', { text: '7k2m' }, true],
    ['another word', { text: 'passport' }, false],
  ])('an entry answers to %s', (_, filter, expected) => {
    expect(passing(filter, context)(contact('a', '2026-11-19', { named: ['3D8TW0HVN'] }))).toBe(expected);
  });

  it.each<[string, Filter, boolean]>([
    ['what is still open', { state: 'open' }, true],
    ['what is done', { state: 'done' }, false],
    ['a step of its kind', { kind: 'trial-observation', status: 'planned' }, true],
    ['another step', { kind: 'trial-observation', status: 'done' }, false],
  ])('a planned observation answers to %s', (_, filter, expected) => {
    const planned = {
      ...contact('a', '2026-11-19'),
      kind: 'trial-observation',
      record: { about: '7K2M9QXR4', day: '2026-12-01', step: 'planned', basis: 'principle' },
    };
    expect(passing(filter, context)(planned)).toBe(expected);
  });

  it.each([
    ['brenland', true],
    ['corvia', false],
  ])('a hearing with observers of Brenland answers to %s: %s', (mission, expected) => {
    const hearing = {
      ...contact('a', '2026-11-19'),
      kind: 'hearing',
      record: {
        start: { day: '2026-12-01', time: '10:00', zone: 'Asia/Tbilisi' },
        court: 'Oskel District Court',
        observers: [{ id: 'o1', mission: 'brenland', part: 'lead', state: 'invited' }],
      },
    };
    expect(passing({ mission: mission as MissionCode }, context)(hearing)).toBe(expected);
    expect(knownMissions(new Map([['hearing', [hearing]]]))).toEqual(['brenland']);
  });

  it('an older entry and a colleague’s are left out when asked', () => {
    expect(passing({ period: '30' }, context)(contact('a', '2026-09-01'))).toBe(false);
    expect(passing({ mine: true }, context)(contact('a', '2026-11-19', {}, tomas))).toBe(false);
  });
});

describe('columns', () => {
  it('one kind alone offers its own fields and goes without its name', () => {
    expect(columnsOn(kindOf('status-change'))).toContain('field:status');
    expect(columnsAtFirst(kindOf('status-change'))).not.toContain('kind');
    expect(columnsAtFirst(undefined)).not.toContain('field:status');
  });
});

describe('the wait for an answer to a visit', () => {
  const filled: Words = {
    ...words,
    text: (key, values = {}) => (key.endsWith('.days') ? `${values.days}: ${values.outcome}` : key.slice(28)),
  };
  const visit = (record: AnyRecord, more: Partial<Entry> = {}): Entry => ({
    ...contact('a', '2026-11-19'),
    kind: 'prison-visit',
    record: { type: 'prison', facility: 'Oskel Colony', step: 'asked', ...record },
    ...more,
  });
  it.each<[string, Entry, string]>([
    ['still waits', visit({ askedOn: '2026-11-08' }), '12: waiting'],
    ['waits too long', visit({ askedOn: '2026-11-05' }), '15: no-reply'],
    [
      'was refused',
      visit({ step: 'answered', askedOn: '2026-11-05', answer: 'refused', answeredOn: '2026-11-09' }),
      '4: refused',
    ],
    ['was never asked for', visit({ step: 'planned' }), ''],
    ['was made anonymous', visit({ askedOn: '2026-11-05' }, { under: ['anonymised'] }), ''],
    ['was written by a newer app', visit({ askedOn: '2026-11-05' }, { newer: true }), ''],
    ['is no visit', contact('a', '2026-11-19'), ''],
  ])('E1: of one that %s', (_, entry, said) => {
    expect(glanceOf(entry, { today, own: undefined }, filled)).toBe(said);
  });

  it('E1: counts as no reply after the days that the mission set', () => {
    const own = { 'no-reply': 21 };
    expect(glanceOf(visit({ askedOn: '2026-11-05' }), { today, own }, filled)).toBe('15: waiting');
  });

  it('E1: stands in a column of its own where visits are listed alone', () => {
    expect(columnsAtFirst(kindOf('prison-visit'))).toContain('glance');
    expect(columnTitle('glance', 'prison-visit', plainWords('en').text)).toBe('Days waited');
    expect(columnsOn(kindOf('contact'))).not.toContain('glance');
    expect(columnsOn(undefined)).not.toContain('glance');
  });
});

describe('the consent mark of a row', () => {
  const ahead: ConsentNeed = {
    kind: 'consent',
    action: 'trial',
    audiences: ['court'],
    identity: 'none',
    categories: [],
    persons: ['7K2M9QXR4' as Code],
    basis: 'consent',
    tense: 'ahead',
  };
  const observation = (step: string): Entry => ({
    ...contact('a', '2026-11-30'),
    kind: 'trial-observation',
    record: { ...trialObservationExample, step },
  });
  const refused = (...codes: readonly RefusalCode[]): Verdict => ({
    allowed: codes.length === 0,
    need: ahead,
    covers: [],
    refusals: codes.map((code) => ({ person: '7K2M9QXR4' as Code, code })),
    cleared: [],
    left: [],
  });

  it.each<[string, readonly RefusalCode[], ConsentMark]>([
    ['whose consent was withdrawn is halted', ['withdrawn'], 'halted'],
    ['halted for one audience is halted', ['not-asked', 'withdrawn'], 'halted'],
    ['nobody asked about lacks consent', ['not-asked'], 'missing-now'],
    ['whose consent ended lacks consent', ['expired'], 'missing-now'],
  ])('a step ahead %s', (_, codes, mark) => {
    expect(consentMarkOf(observation('planned'), { decide: () => refused(...codes) })).toBe(mark);
  });

  it('what happened is never halted', () => {
    const log = { decide: () => refused('withdrawn') };
    expect(consentMarkOf({ ...observation('done'), under: ['01A:0'] }, log)).toBe('covered');
  });
});

describe('columns at first', () => {
  it.each([undefined, kindOf('trial-observation')])(
    'leave out the step, which the text begins with',
    (kind) => {
      expect(columnsAtFirst(kind)).not.toContain('status');
      expect(columnsOn(kind)).toContain('status');
    },
  );
});

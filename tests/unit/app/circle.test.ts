/** What the circle's pages compute before they draw: what needs us, dates for the calendar, sources of the agenda, who goes. */

import { describe, expect, it } from 'vitest';
import { agendaSources } from '../../../src/app/circle/agenda-sources.ts';
import { goersTo, proposedReaders } from '../../../src/app/circle/hearings/goers.ts';
import { needsOf } from '../../../src/app/circle/needs/needs.ts';
import { newsOf } from '../../../src/app/circle/news.ts';
import { askedFrom } from '../../../src/app/circle/requests/asked.ts';
import { fieldLines, linesOf } from '../../../src/app/circle/share/shared-lines.ts';
import { sharedMarks } from '../../../src/app/circle/shared-marks.ts';
import { requestsIn } from '../../../src/domain/circle/requests.ts';
import { hearingsAndLoad } from '../../../src/domain/circle/shared-hearings.ts';
import type { Told } from '../../../src/domain/circle/told.ts';
import type { Words } from '../../../src/domain/fields/field.ts';
import type { Code, Day, EntryId, Instant, MissionCode } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import type { CircleEntry, CircleMission, CircleView } from '../../../src/log/circle/circle.ts';
import type { View } from '../../../src/log/log.ts';
import {
  aldermark,
  brenland,
  circleCode,
  corvia,
  entryId,
  estmark,
  everybody,
  told,
  toldAnswer,
  toldHearing,
} from '../../support/told.ts';

const today = '2026-11-29' as Day;
const now = '2026-11-29T09:00:00Z' as Instant;
const own = '9BGPNH00W' as Code;
const at = '2026-11-10T09:00:00Z';

function mission(code: MissionCode, more: Partial<CircleMission> = {}): CircleMission {
  const name = `Embassy of ${code}`;
  return { code, name, connected: true, regions: [], removed: false, pin: 'in-person', people: [], ...more };
}

function circleView(rows: readonly Told[], more: Partial<CircleView> = {}): CircleView {
  const missions = [mission(aldermark, { pin: 'own' }), mission(brenland), mission(corvia)];
  const facts = { missions: everybody.map((code) => ({ code, connected: true })), now, today };
  return {
    state: 'ready',
    keys: 'ready',
    unlocked: true,
    missions,
    entries: rows as readonly CircleEntry[],
    ...hearingsAndLoad(rows, facts),
    shares: [],
    alarms: [],
    undone: [],
    ...more,
  };
}

function entryOf(kind: string, entry: EntryId, record: AnyRecord): Entry {
  const by = { objectId: 'o', tenantId: 't', name: 'Ines Calder' };
  return { kind, id: '1', entry, version: '1', at: now, createdAt: now, schema: 1, by, under: [], record };
}

function viewOf(entries: readonly Entry[], duties: readonly object[] = []): View {
  const kinds = new Map<string, Entry[]>([
    ['mission', [entryOf('mission', entryId(900), { code: aldermark })]],
  ]);
  for (const entry of entries) kinds.set(entry.kind, [...(kinds.get(entry.kind) ?? []), entry]);
  const byEntry = new Map(entries.map((entry) => [entry.entry, entry]));
  return { entries: kinds, byEntry, duties } as unknown as View;
}

describe('what needs us', () => {
  const withdrawn = { from: brenland, withheld: 'withdrawn' } as const;
  const rows = [
    toldHearing(1, brenland, at),
    told(2, corvia, at, 'request', { asks: 'visa', by: '2026-12-02' }),
    told(3, brenland, at, 'shared-entry', {}, withdrawn),
    told(4, brenland, at, 'shared-entry', {}, { ...withdrawn, audience: [brenland, corvia] }),
    told(5, aldermark, at, 'shared-entry', {}, { withheld: 'retracted' }),
    told(6, brenland, at, 'shared-entry', {}, { withheld: 'ended' }),
  ];

  it('D4, F5: what could harm comes first, and what is for others or our own is not there', () => {
    const needs = needsOf(circleView(rows), aldermark, today);
    expect(needs.map(({ id }) => id)).toEqual([
      `delete ${entryId(3)}`,
      `hearing ${entryId(1)}`,
      `request ${entryId(2)}`,
    ]);
  });

  it('J8: keys that are not set up, missions to verify and alarms follow', () => {
    const view = circleView([], {
      keys: 'no-own-key',
      missions: [
        mission(aldermark, { pin: 'own' }),
        mission(brenland, { pin: 'unpinned' }),
        mission(corvia, { pin: 'broken' }),
        mission(estmark, { pin: 'no-card', connected: false }),
      ],
      alarms: [{ mission: brenland, what: 'fork' }],
    });
    expect(needsOf(view, aldermark, today).map(({ what }) => what)).toEqual([
      'alarm',
      'keys',
      'verify',
      'verify',
    ]);
  });

  it('J8: a mission without keys is asked for them first, and to compare no number but one that changed', () => {
    const missions = [mission(brenland, { pin: 'unpinned' }), mission(corvia, { pin: 'broken' })];
    const needs = needsOf(circleView([], { keys: 'none', missions }), aldermark, today);
    expect(needs.map(({ id }) => id)).toEqual(['keys', `verify ${corvia}`]);
  });

  it('an answered request and an observed hearing need nobody', () => {
    const answered = [
      ...rows.slice(0, 2),
      toldAnswer(7, aldermark, at, 2, { says: 'no', conditions: 'No quota' }),
      toldAnswer(8, corvia, at, 1, { says: 'yes', part: 'lead', state: 'confirmed' }),
    ];
    expect(needsOf(circleView(answered), aldermark, today)).toEqual([]);
  });

  it('B9: what we said we deleted is asked for no more', () => {
    const deleted = rows.map((row) => (row.entry === entryId(3) ? { ...row, deletedOn: today } : row));
    const needs = needsOf(circleView(deleted), aldermark, today);
    expect(needs.map(({ what }) => what)).toEqual(['hearing', 'request']);
  });

  it('D3: a reserve is called long before the alert, once whoever was to lead cannot', () => {
    const far = { start: { day: '2026-12-20', time: '10:00', zone: 'Asia/Tbilisi' } };
    const hearing = toldHearing(1, brenland, at, far);
    const reserve = toldAnswer(2, aldermark, at, 1, { says: 'yes', part: 'reserve', state: 'confirmed' });
    const lead = (state: string) => toldAnswer(3, corvia, at, 1, { says: 'yes', part: 'lead', state });
    const needs = (...told: readonly Told[]) => needsOf(circleView([hearing, ...told]), aldermark, today);
    expect(needs(reserve, lead('confirmed'))).toEqual([]);
    expect(needs(reserve, lead('declined')).map(({ what }) => what)).toEqual(['hearing']);
  });
});

describe('J1: what is new', () => {
  it('is a row that came or changed, and what was said to it; ours never is', () => {
    const row = (told: Told, fresh: boolean) => ({ ...told, rev: 0, fresh }) as unknown as CircleEntry;
    const entries = [
      row(toldHearing(1, brenland, at), false),
      row(toldAnswer(2, corvia, at, 1, { says: 'yes' }), true),
      row(toldHearing(3, brenland, at), true),
      row(toldHearing(4, brenland, at), false),
    ];
    expect([1, 3, 4].map((nth) => newsOf({ entries }, entryId(nth)))).toEqual([
      [entryId(2)],
      [entryId(3)],
      [],
    ]);
  });
});

describe('D2: shared hearings in the calendar', () => {
  it('stand with their mission, the own cover name once linked, and say that nobody goes', () => {
    const rows = [toldHearing(1, brenland, at, {}, { linked: own }), toldHearing(2, aldermark, at)];
    const marks = sharedMarks(circleView(rows), aldermark, today);
    expect(marks).toMatchObject([
      {
        kind: 'hearing',
        word: 'hearing',
        entry: entryId(1),
        about: own,
        day: '2026-12-03',
        time: '10:00',
        noObserver: true,
        sharedBy: 'Embassy of brenland',
      },
    ]);
  });

  it('put off is struck out and asks nobody', () => {
    const marks = sharedMarks(
      circleView([toldHearing(1, brenland, at, { outcome: 'postponed' })]),
      aldermark,
      today,
    );
    expect(marks).toMatchObject([{ off: true, noObserver: false }]);
  });
});

describe('H7: sources of the agenda', () => {
  const share = (record: AnyRecord) => entryOf('share', entryId(700), { type: 'shared-entry', ...record });
  const shares = [
    share({ about: own, code: circleCode, until: '2026-12-10', state: 'shared' }),
    share({ about: own, code: circleCode, until: '2026-11-01', state: 'shared' }),
    entryOf('share', entryId(701), { type: 'answer', about: own, until: '2026-12-10', state: 'shared' }),
    share({
      about: own,
      code: circleCode,
      until: '2026-12-10',
      state: 'retracted',
      confirmations: [
        { id: 'a', mission: brenland, asked: '2026-11-20' },
        { id: 'b', mission: corvia, asked: '2026-11-20', deletedOn: '2026-11-21' },
      ],
    }),
  ];
  const duty = (kind: string, about: string) => ({ kind, about, due: '2026-12-01' });

  it('are our live shares of entries, reviews of those we share, and deletions nobody confirmed', () => {
    const view = viewOf(
      [],
      [
        duty('risk-review', own),
        duty('consent-review', own),
        duty('visa-clock', own),
        duty('risk-review', 'GSCP57DRW'),
      ],
    );
    const sources = agendaSources(circleView([], { shares }), view, [], today);
    expect(sources.reviews).toEqual([
      { what: 'share-ends', own, code: circleCode, day: '2026-12-10' },
      { what: 'risk', own, code: circleCode, day: '2026-12-01' },
      { what: 'consent', own, code: circleCode, day: '2026-12-01' },
    ]);
    expect(sources.deletions).toEqual([{ code: circleCode, mission: brenland, asked: '2026-11-20' }]);
  });
});

describe('D10, D3: who goes', () => {
  const start = { day: '2026-12-03', time: '10:00', zone: 'Asia/Tbilisi' };
  const hearing = entryOf('hearing', entryId(50), {
    about: own,
    start,
    court: 'Oskel District Court',
    observers: [{ id: 'o', mission: aldermark, part: 'lead', state: 'confirmed' }],
  });
  const shares = [
    entryOf('share', entryId(60), {
      type: 'shared-entry',
      source: entryId(50),
      row: entryId(1),
      state: 'shared',
    }),
  ];
  const rows = [
    toldHearing(1, aldermark, at, { observers: hearing.record.observers }),
    toldAnswer(2, brenland, at, 1, { says: 'yes', part: 'member', state: 'confirmed' }),
    toldAnswer(3, corvia, at, 1, { says: 'no', part: 'member', state: 'declined' }),
  ];

  it('is said by our own entry and by what missions answered in the circle', () => {
    expect(goersTo(hearing, circleView(rows, { shares }), viewOf([hearing]), today)).toEqual([
      aldermark,
      brenland,
    ]);
    expect(goersTo(hearing, circleView([]), viewOf([hearing]), today)).toEqual([aldermark]);
  });

  it('nobody is announced to a hearing that is over or put off', () => {
    const over = { ...hearing, record: { ...hearing.record, outcome: 'held' } };
    expect(goersTo(over, circleView([]), viewOf([over]), today)).toEqual([]);
    expect(goersTo(hearing, circleView([]), viewOf([hearing]), '2026-12-04' as Day)).toEqual([]);
  });

  it('the others who went are proposed as readers of what we report', () => {
    const report = entryOf('trial-observation', entryId(51), {
      about: own,
      hearing: entryId(50),
      day: today,
    });
    const view = viewOf([hearing, report]);
    expect(proposedReaders(report, circleView(rows, { shares }), view, today, aldermark)).toEqual([brenland]);
    expect(proposedReaders(hearing, circleView(rows, { shares }), view, today, aldermark)).toEqual([]);
  });
});

describe('F5: a request begun from an entry of ours', () => {
  const applicants = [
    { id: 'a', code: own },
    { id: 'b', code: circleCode },
    { id: 'c', code: circleCode, state: 'not-applying' },
  ];

  it.each([
    [
      'a visa request gives urgency and number, nobody’s name',
      entryOf('visa-request', entryId(1), { about: own, urgency: '72-hours', applicants }),
      { asks: 'visa', about: own, urgency: '72-h', people: 2 },
    ],
    [
      'a hearing gives its day',
      entryOf('hearing', entryId(1), { about: own, start: { day: '2026-12-03' } }),
      { asks: 'observe', about: own, by: '2026-12-03' },
    ],
    [
      'a hearing that was held asks nobody',
      entryOf('hearing', entryId(1), { about: own, outcome: 'held', start: { day: '2026-12-03' } }),
      undefined,
    ],
    ['a contact asks nobody', entryOf('contact', entryId(1), { about: own }), undefined],
  ])('%s', (_, entry, asked) => {
    expect(askedFrom(entry)).toEqual(asked);
  });
});

describe('what was shared, line by line', () => {
  const words: Words = {
    locale: 'en',
    text: (key) => key,
    day: (day) => day,
    instant: (instant) => instant,
    cover: (code) => code,
    entry: () => undefined,
  };

  it('is printed in the order of the form; what is unknown or unreadable is left out', () => {
    const fields = { room: '4', court: 'Oskel District Court', start: 'not a time', ours: 'x' };
    const lines = fieldLines('hearing', fields, words);
    expect(lines.map(({ key, value }) => `${key} ${value}`)).toEqual([
      'court Oskel District Court',
      'room 4',
    ]);
    expect(linesOf({ body: { kind: 'unheard-of', fields } }, words)).toEqual([]);
    expect(linesOf({ body: { kind: 'hearing' } }, words)).toEqual([]);
  });
});

it('F5: requests are found among everything that was told', () => {
  expect(requestsIn([toldHearing(1, brenland, at)], today)).toEqual([]);
});

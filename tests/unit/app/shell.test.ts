/** What the shell decides before it draws anything. */

import { describe, expect, it } from 'vitest';
import { marksBetween } from '../../../src/app/calendar-marks.ts';
import { daysLeft } from '../../../src/app/duty-words.ts';
import { whyEmpty } from '../../../src/app/pages/entries/why-empty.ts';
import { trailLines } from '../../../src/app/pages/settings/Diagnostics.tsx';
import { settingsSections } from '../../../src/app/pages/settings/settings-sections.ts';
import { dutyGroups } from '../../../src/app/pages/today/duty-groups.ts';
import { failureOf } from '../../../src/app/shell/failure.ts';
import { kindsToLog } from '../../../src/app/shell/kinds.tsx';
import { seesNoEntries } from '../../../src/app/shell/open-lists.ts';
import { openPages } from '../../../src/app/shell/page/open-pages.ts';
import { namesNobody, parseRoute } from '../../../src/app/shell/routes.ts';
import { noticesOf } from '../../../src/app/shell/what-to-notice.ts';
import { stillThere } from '../../../src/app/use-focus-back.ts';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { Day, EntryId, Instant } from '../../../src/domain/ids.ts';
import { type Role, roles } from '../../../src/domain/missions.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { readsCases } from '../../../src/domain/roles.ts';
import type { Me, Sync } from '../../../src/log/log.ts';
import { StoreError } from '../../../src/store/store-error.ts';

const today = '2026-11-20' as Day;

function duty(change: Partial<Duty>): Duty {
  return {
    id: 'd',
    kind: 'follow-up',
    about: undefined,
    entry: undefined,
    due: today,
    urgency: 'this-week',
    waits: false,
    needsContact: false,
    values: {},
    step: 'open',
    ...change,
  };
}

describe('Today', () => {
  it('M2 puts what could harm first, what waits for others apart, and keeps the order of harm and time', () => {
    const groups = dutyGroups([
      duty({ id: '1', due: '2026-11-25' as Day }),
      duty({ id: '2', due: '2026-11-22' as Day }),
      duty({ id: '3', urgency: 'act-now' }),
      duty({ id: '4', urgency: 'act-now', waits: true }),
    ]);
    expect(groups.map(({ group, duties }) => [group, duties.map((one) => one.id).join()])).toEqual([
      ['act-now', '3'],
      ['this-week', '1,2'],
      ['waiting', '4'],
    ]);
  });

  it.each<[string, Partial<Duty>, string, number]>([
    ['late since Tuesday', { due: '2026-11-17' as Day }, 'today.due.late', 3],
    ['due today', {}, 'today.due.near', 0],
    ['due tomorrow', { due: '2026-11-21' as Day }, 'today.due.near', 1],
    ['due next week', { due: '2026-11-27' as Day }, 'today.due.in', 7],
    ['waiting for them to start contact', { due: '2026-01-01' as Day, waits: true }, 'today.due.waits', 0],
  ])('a duty %s says so', (_, change, key, days) => {
    expect(daysLeft(duty(change), today)).toMatchObject({ key, days });
  });
});

describe('notices', () => {
  const sync: Sync = { state: 'live', lastAt: undefined, clockSkewSeconds: 0 };
  const whole = { list: 'present' as const, missingColumns: [], wrongColumns: [], writable: true };
  it.each<[string, Sync, readonly string[]]>([
    ['all is well', sync, []],
    ['there is no connection', { ...sync, state: 'offline' }, ['offline']],
    ['SharePoint slows us down', { ...sync, state: 'slowed' }, ['slowed']],
    ['the clock is two minutes off', { ...sync, clockSkewSeconds: -120 }, []],
    ['the clock is a day behind', { ...sync, clockSkewSeconds: -86_400 }, ['clock']],
  ])('are right when %s', (_, now, codes) => {
    expect(
      noticesOf({ sync: now, health: [] }, { roles: ['focal-point'] }).map((notice) => notice.code),
    ).toEqual(codes);
  });

  it('a list edited by hand makes its kind read-only, said by its name', () => {
    const health = [
      { ...whole, kind: 'contact' },
      { ...whole, kind: 'hearing', missingColumns: ['fp_start'] },
      { ...whole, kind: 'journal', list: 'missing' as const },
    ];
    expect(noticesOf({ sync, health }, { roles: ['focal-point'] })).toMatchObject([
      { code: 'read-only', kinds: ['hearing'] },
    ]);
  });

  it.each<[Role, readonly string[]]>([
    ['consular', []],
    ['capital-reader', []],
    ['focal-point', ['contact']],
    ['administrator', ['contact']],
  ])('a list that cannot be found is reported to a %s only where the role needs it', (role, kinds) => {
    const health = [{ ...whole, kind: 'contact', list: 'missing' as const }];
    expect(noticesOf({ sync, health }, { roles: [role] }).flatMap((notice) => notice.kinds)).toEqual(kinds);
    expect(seesNoEntries(health, { roles: [role] })).toBe(kinds.length === 0);
  });

  it('a list that a consular officer can open but that lacks a column still needs repair', () => {
    const health = [{ ...whole, kind: 'hearing', missingColumns: ['fp_start'] }];
    expect(noticesOf({ sync, health }, { roles: ['consular'] })).toHaveLength(1);
    expect(seesNoEntries(health, { roles: ['consular'] })).toBe(false);
  });
});

describe('an empty list', () => {
  const older = { done: 0, all: 2 };
  const list = { filtered: false, closed: false, readsOnly: false, sync: { state: 'live' as const } };
  it.each<[string, Partial<Parameters<typeof whyEmpty>[0]>, string]>([
    ['with everything here', {}, 'none'],
    ['that passes no filter', { filtered: true }, 'filtered'],
    ['for who only reads', { readsOnly: true }, 'noneToRead'],
    ['of a role that opens none', { closed: true, sync: { state: 'live', older } }, 'notShared'],
    ['while older ones come', { filtered: true, sync: { state: 'live', older } }, 'soFar'],
    ['while SharePoint is slow', { sync: { state: 'slowed', older } }, 'soFar'],
    ['without a connection', { sync: { state: 'offline', older } }, 'soFarOffline'],
    ['without a connection, filtered', { filtered: true, sync: { state: 'offline', older } }, 'soFarOffline'],
    ['that is no longer updated', { sync: { state: 'stopped', older } }, 'soFarStopped'],
    ['without a connection, everything here', { sync: { state: 'offline' } }, 'none'],
  ])('J4 %s says what is true', (_, change, said) => {
    expect(whyEmpty({ ...list, ...change })).toBe(said);
  });
});

describe('the focus after a dialog', () => {
  const gone = { isConnected: false, focus: () => undefined };
  const button = { isConnected: true, focus: () => undefined };
  const region = { isConnected: true, focus: () => undefined };
  it.each([
    ['goes back to what had it', [button, region], button],
    ['goes to the region around what has gone with the refusal', [gone, region], region],
    ['goes nowhere where both have gone', [gone, gone], undefined],
  ])('M4 %s', (_, places, to) => {
    expect(stillThere(places)).toBe(to);
  });
});

describe('failures', () => {
  it.each([
    [
      'of the store',
      new StoreError('throttled', { requestId: 'r-1' }),
      { code: 'throttled', requestId: 'r-1' },
    ],
    [
      'naming list and column',
      new StoreError('unexpected-shape', { where: 'Contacts.fp_day' }),
      { code: 'unexpected-shape', where: 'Contacts.fp_day' },
    ],
    [
      'on the way, of which no list knows anything,',
      new StoreError('offline', { where: 'DutyClosings' }),
      { code: 'offline' },
    ],
    [
      'of a page that did not arrive',
      new TypeError('Failed to fetch dynamically imported module: x'),
      { code: 'page' },
    ],
    ['of ours', new TypeError('x is undefined'), { code: 'unknown' }],
    ['that are no error', 'oops', { code: 'unknown' }],
  ])('%s are told by their code', (_, cause, expected) => {
    expect(failureOf(cause)).toEqual(expected);
  });

  it('J7 facts for support hold no query and no content', () => {
    const lines = trailLines([
      {
        at: Date.parse('2026-11-20T09:00:00Z'),
        method: 'PATCH',
        path: 'lists/Contacts/items',
        status: 412,
        requestId: 'r-2',
      },
      { at: Date.parse('2026-11-20T09:00:01Z'), method: 'GET', path: 'me', status: 200 },
    ]);
    expect(lines).toEqual(['09:00:00 PATCH lists/Contacts/items 412 r-2', '09:00:01 GET me 200']);
  });
});

describe('the calendar', () => {
  function hearing(more: AnyRecord): Entry {
    return {
      kind: 'hearing',
      id: '1',
      entry: '01HZX3K8Q2W7V5R4T9N6M1C0BC' as EntryId,
      version: '1',
      at: '2026-11-20T09:00:00Z' as Instant,
      createdAt: '2026-11-20T09:00:00Z' as Instant,
      schema: 1,
      by: { objectId: 'o', tenantId: 't', name: 'Ines Calder' },
      under: ['none'],
      record: {
        about: '9BGPNH00W',
        start: { day: '2026-11-26', time: '10:00', zone: 'Asia/Tbilisi' },
        court: 'Oskel District Court',
        ...more,
      },
    };
  }
  const observed = (state: string): AnyRecord => ({
    observers: [{ id: 'o1', mission: 'aldermark', part: 'lead', state }],
  });
  it.each<[string, AnyRecord, boolean]>([
    ['nobody', {}, true],
    ['somebody who was only invited', observed('invited'), true],
    ['somebody who declined', observed('declined'), true],
    ['somebody who said yes', observed('confirmed'), false],
    ['nobody, and it was postponed', { outcome: 'postponed' }, false],
  ])('D3 a hearing with %s carries the words or not', (_, more, noObserver) => {
    const view = { entries: new Map([['hearing', [hearing(more)]]]) };
    const [mark] = marksBetween(view, today, '2026-12-20' as Day, today);
    expect(mark?.noObserver).toBe(noObserver);
  });

  it('D2 a hearing stands on its court’s day and clock', () => {
    const view = { entries: new Map([['hearing', [hearing({})]]]) };
    expect(marksBetween(view, today, '2026-11-26' as Day, today)).toMatchObject([
      { day: '2026-11-26', time: '10:00', at: Date.parse('2026-11-26T06:00:00Z') },
    ]);
    expect(marksBetween(view, today, '2026-11-25' as Day, today)).toEqual([]);
  });
});

describe('the sections of Settings', () => {
  it('name nobody on the blank sheets and the leaflet alone, which everybody may print', () => {
    const keys = settingsSections.map(({ key }) => key);
    expect(keys.filter((id) => namesNobody({ page: 'settings', id }))).toEqual(['sheets', 'leaflet']);
    expect(namesNobody({ page: 'today' })).toBe(false);
  });

  it('each have an address of their own that routes accept', () => {
    const keys = settingsSections.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(parseRoute(`/settings/${key}`)).toEqual({ page: 'settings', id: key });
  });
});

describe('what a role finds in the shell', () => {
  const everything = 'today entries defenders calendar settings';
  const little = 'today settings';
  const forAll = ['circle-site', 'directory', 'lock', 'measures', 'sheets'];
  const reading = ['access-denied', 'leaflet', 'missions', ...forAll];
  const acting = ['code-lists', ...reading, 'export', 'hand-over', 'import', 'keys', 'removed', 'verify'];
  const keeping = [...acting, 'days', 'purge', 'retention', 'subject-requests'];
  const table: readonly [Role | 'none', string, 'every' | 'some' | 'no', readonly string[]][] = [
    ['focal-point', everything, 'every', keeping],
    ['deputy', everything, 'every', keeping],
    ['head-of-mission', everything, 'every', acting],
    ['observer', everything, 'some', ['code-lists', ...reading]],
    ['consular', little, 'no', forAll],
    ['capital-reader', little, 'no', forAll],
    ['administrator', little, 'no', ['code-lists', ...forAll, 'purge']],
    ['none', everything, 'no', reading],
  ];

  it.each(table)('J1 · %s: pages %s, logs %s kind', (role, pages, logs, sections) => {
    const me = { roles: role === 'none' ? [] : [role] } as unknown as Me;
    expect(openPages(me, []).join(' ')).toBe(pages);
    // A circle is one more page for whoever reads cases.
    const more =
      pages === everything ? [...pages.split(' ').slice(0, -1), 'circle', 'settings'].join(' ') : pages;
    expect(openPages(me, ['host:/sites/circle']).join(' ')).toBe(more);
    // Search speaks of what the pages of cases hold.
    expect(readsCases(me)).toBe(pages === everything);
    const kinds = kindsToLog({ me } as Parameters<typeof kindsToLog>[0]).map(({ key }) => key);
    expect([kinds.includes('contact'), kinds.includes('demarche')]).toEqual([
      logs !== 'no',
      logs === 'every',
    ]);
    const offered = settingsSections.filter(({ isFor }) => isFor(me)).map(({ key }) => key);
    expect(offered.sort()).toEqual([...sections].sort());
  });

  it('J1 · the table names every role', () => {
    expect(new Set(table.map(([role]) => role))).toEqual(new Set([...roles, 'none']));
  });
});

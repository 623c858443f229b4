/** What stands in clear in a circle: the columns of the contract and no other, whatever is handed in. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audienceText } from '../../../src/domain/circle/circle-fields.ts';
import { act } from '../../../src/domain/circle/kinds/act.ts';
import { circleEntry, circleEntryExample } from '../../../src/domain/circle/kinds/circle-entry.ts';
import { circleKindByKey, circleLists } from '../../../src/domain/circle/registry.ts';
import { isWeek, mondayOf, sundayOf, type Week, weekOf } from '../../../src/domain/circle/week.ts';
import { clearCarried, clearNone, clearUnchanged } from '../../../src/domain/consent/clear.ts';
import { addDays, type Day, type EntryId, entryIdFrom, type MissionCode } from '../../../src/domain/ids.ts';
import type { AnyKind, AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { contact } from '../../../src/domain/records/contact.ts';
import { share, shareExample } from '../../../src/domain/system/share.ts';
import { layoutOf } from '../../../src/store/columns.ts';
import { encodeRow } from '../../../src/store/encode.ts';
import { decodeRow } from '../../../src/store/rows.ts';
import { arbitraryRecord } from '../../support/arbitrary-records.ts';
import { exampleOf } from '../../support/examples.ts';

const runs = process.env.SOAK ? 10_000 : 1_000;
const by = { objectId: 'o-1', tenantId: 't-1', name: 'Ines Calder' };
const entry = '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId;
const at = '2026-11-20T09:00:00Z';

/** The contract with the host: these columns of each list, and no others, ever. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  Log: ['coarse', 'code', 'from', 'week', 'state', 'audience', 'envelope'],
  Acts: ['type', 'from', 'sequence', 'of', 'jws'],
  KeyCards: ['of', 'kid', 'jws'],
  Missions: ['code', 'name', 'tenant', 'connected', 'regions'],
  Journal: ['act', 'ofKind', 'ofEntry', 'writer', 'happened', 'sequence', 'previousHash', 'ownHash'],
};

function columnsAllowedIn({ list }: AnyKind): readonly string[] {
  return ['Title', 'fp_entry', 'fp_live', 'fp_schema', ...(allowed[list] ?? []).map((key) => `fp_${key}`)];
}

function rowOf(kind: AnyKind, record: AnyRecord): Readonly<Record<string, unknown>> {
  return encodeRow({ kind, record, entry, by, under: ['01HZ-decision'], ticket: 'a-ticket' });
}

describe.each(circleLists.map((kind) => [kind.list, kind] as const))('H1 · the list %s', (list, kind) => {
  test('has the columns of the contract and no other', () => {
    expect(['Title', ...layoutOf(kind).columns.map(({ name }) => name)].sort()).toEqual(
      [...columnsAllowedIn(kind)].sort(),
    );
    expect(Object.keys(allowed)).toContain(list);
  });

  test('of whatever record, nothing else is written: no author, no consent, no ticket', () => {
    fc.assert(
      fc.property(arbitraryRecord(kind), (record) => {
        const row = rowOf(kind, record);
        for (const column of Object.keys(row)) expect(columnsAllowedIn(kind)).toContain(column);
        const written = JSON.stringify(row);
        for (const secret of [by.objectId, by.name, '01HZ-decision', 'a-ticket'])
          expect(written).not.toContain(secret);
      }),
      { numRuns: runs },
    );
  });

  test('a field that the kind does not have is an error, never left out in silence', () => {
    const known = new Set(Object.keys(kind.fields));
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 20 }).filter((key) => !known.has(key) && key !== '__proto__'),
        fc.anything(),
        (key, value) => {
          expect(() => rowOf(kind, { ...exampleOf(kind), [key]: value })).toThrow(TypeError);
        },
      ),
      { numRuns: runs },
    );
  });

  test('comes back as it was written, by whom the place saw write it, under nothing', () => {
    fc.assert(
      fc.property(arbitraryRecord(kind), fc.uint8Array({ minLength: 16, maxLength: 16 }), (record, bytes) => {
        const id = entryIdFrom(bytes);
        const columns = encodeRow({ kind, record, entry: id, by, under: ['none'] });
        const row = { id: '7', version: '"7,1"', at, createdAt: at, columns } as never as Parameters<
          typeof decodeRow
        >[1];
        const nobody = { objectId: '', tenantId: '', name: '' };
        const expected = { record, entry: id, under: [], by: nobody };
        expect(decodeRow(kind, row)).toMatchObject({ ok: true, entry: expected });
        const editor = { objectId: 'g-7', name: 'Ines Calder' };
        expect(decodeRow(kind, { ...row, editor })).toMatchObject({
          ok: true,
          entry: { ...expected, by: { objectId: 'g-7', tenantId: '', name: 'Ines Calder' } },
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('H1 · what the index admits', () => {
  const fields = circleEntry.fields;

  test.each([
    ['a name in the week', fields.week, 'Nino'],
    ['a day in the week', fields.week, '2026-11-20'],
    ['a week that does not exist', fields.week, '2025-W53'],
    ['words in the audience', fields.audience, 'trial in Oskel'],
    ['an audience out of order', fields.audience, 'brenland aldermark'],
    ['a mission twice', fields.audience, 'aldermark aldermark'],
    ['no mission at all', fields.audience, ''],
    ['a coarse kind that there is not', fields.coarse, 'arrest'],
    ['a state that there is not', fields.state, 'Nino was freed'],
    ['a code without its check character', fields.code, '9BGPNH00'],
  ])('not %s', (_, field, raw) => {
    expect(field.check(raw).ok).toBe(false);
  });

  test('an audience of sixty missions fits', () => {
    const many = Array.from({ length: 60 }, (_, n) => `a-mission-of-long-name-${n}` as MissionCode);
    expect(fields.audience.check(audienceText([...many].reverse())).ok).toBe(true);
  });

  test('its last day is the Sunday of its week, never the day itself', () => {
    const closed = { ...circleEntryExample, state: 'closed' as const };
    expect(circleEntry.live(closed)).toBe('2026-11-22');
    expect(circleEntry.live(circleEntryExample)).toBe('open');
  });

  test('every day lies in the week it is counted to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = addDays('1990-01-01' as Day, days);
        const week = weekOf(day);
        expect(isWeek(week)).toBe(true);
        expect(mondayOf(week) <= day && day <= sundayOf(week)).toBe(true);
        expect(weekOf(sundayOf(week))).toBe(week);
      }),
      { numRuns: runs },
    );
    expect(weekOf('2027-01-01' as Day)).toBe('2026-W53' as Week);
    expect(weekOf('2024-12-30' as Day)).toBe('2025-W01' as Week);
  });

  test('an attestation is held until its day, every other act for good', () => {
    expect(act.live({ ...exampleOf(act), type: 'attested' })).toBe('2026-11-23');
    expect(act.live({ ...exampleOf(act), type: 'retracted' })).toBe('open');
    expect(act.live({ ...exampleOf(act), type: 'attested', jws: 'no.thing.signed' })).toBe('open');
  });

  test('every list is found by the key of its kind', () => {
    for (const kind of circleLists) expect(circleKindByKey(kind.key)).toBe(kind);
    expect(circleKindByKey('contact')).toBeUndefined();
  });
});

describe('H2 · an envelope goes only with what cleared it', () => {
  const row = { kind: circleEntry, entry, record: circleEntryExample, by };
  const nothing = clearNone({ kind: contact, entry, record: { ...exampleOf(contact), asked: [] }, by });

  test('a row with an envelope is never cleared for nothing', () => {
    expect(() => clearNone(row)).toThrow(TypeError);
  });

  test('what was cleared for content that needs no consent carries it', () => {
    expect(clearCarried(row, nothing).record).toBe(circleEntryExample);
  });

  test.each([
    ['nobody cleared', { ...nothing }],
    ['of the past without consent', { under: ['none-on-record'] }],
  ])('a proof %s is none', (_, proof) => {
    expect(() => clearCarried(row, proof as never)).toThrow(TypeError);
  });

  test('without its envelope a row is cleared by itself, as acts and cards are', () => {
    const { envelope: _, ...record } = circleEntryExample;
    expect(clearNone({ ...row, record: { ...record, state: 'retracted' } }).under).toEqual(['none']);
    expect(() => clearCarried({ ...row, record }, nothing)).toThrow(TypeError);
    for (const kind of circleLists.filter((each) => each !== circleEntry))
      expect(clearNone({ kind, entry, record: exampleOf(kind), by }).under).toEqual(['none']);
  });

  test('its state may change under the envelope that is there, the envelope and its readers may not', () => {
    const before = { kind: circleEntry.key, entry, record: circleEntryExample, under: [] } as never as Entry;
    const changed = (change: AnyRecord) =>
      clearUnchanged({ ...row, record: { ...circleEntryExample, ...change } }, before);
    expect(changed({ state: 'observer' })?.record.state).toBe('observer');
    expect(changed({ envelope: '{"other":1}' })).toBeUndefined();
    expect(changed({ audience: 'aldermark brenland corvia' })).toBeUndefined();
  });

  test('a share needs consent towards each mission by name while it stands, and none to be taken back', () => {
    expect(share.need(shareExample)).toMatchObject({
      kind: 'consent',
      audiences: ['mission:brenland'],
      identity: 'initials',
      persons: [shareExample.about, ...(shareExample.named ?? [])],
    });
    for (const state of ['revoked', 'retracted'] as const)
      expect(share.need({ ...shareExample, state })).toEqual({ kind: 'none' });
  });

  test('a share matters until everybody confirmed that they deleted it', () => {
    const asked = [{ id: 'c1', mission: 'brenland' as MissionCode, asked: '2027-03-01' as Day }];
    expect(share.live(shareExample)).toBe('open');
    expect(share.live({ ...shareExample, state: 'retracted', confirmations: asked })).toBe('open');
    const done = asked.map((one) => ({ ...one, deletedOn: '2027-03-02' as Day }));
    expect(share.live({ ...shareExample, state: 'retracted', confirmations: done })).toBe('2027-03-02');
  });
});

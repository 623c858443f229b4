/** J5 J6 L6 · Due, held, made anonymous, erased, removed and restored: every kind, over SharePoint lists in a local tenant. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearRestored } from '../../../src/domain/consent/clear.ts';
import type { Field } from '../../../src/domain/fields/field.ts';
import type { Code, EntryId, Instant } from '../../../src/domain/ids.ts';
import { REMOVED } from '../../../src/domain/keeping/marks.ts';
import { retentionOf } from '../../../src/domain/keeping/retention.ts';
import { type AnyKind, type AnyRecord, aboutOf, codesOf } from '../../../src/domain/record-kind.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import type { Life } from '../../../src/log/life/life.ts';
import { exampleOf } from '../../support/examples.ts';
import { type GraphWorld, listPath, openGraphWorld, type Tab } from '../../support/graph-world.ts';

/** What an example still leaves open, as somebody closed it. */
const closing: Readonly<Record<string, AnyRecord>> = {
  proceeding: { closedOn: '2026-11-18', stage: 'verdict' },
  'measure-taken': { after: 'closed', commitments: undefined },
};
/** Ninety months on, everything of these examples is over and due. */
const YEARS_LATER = '2034-06-01T09:00:00Z';

type Purpose = 'kept' | 'erased' | 'removed';
interface Stored {
  readonly entry: EntryId;
  readonly record: AnyRecord;
  readonly codes: readonly Code[];
}

let world: GraphWorld;
let tab: Tab;
let life: Life;
const stored = new Map<string, Stored>();
const of = (kind: AnyKind, purpose: Purpose): Stored => {
  const found = stored.get(`${kind.key} ${purpose}`);
  if (!found) throw new Error(`${kind.key} was not stored`);
  return found;
};

beforeAll(async () => {
  world = await openGraphWorld();
  const first = await world.open('ines');
  for (const kind of recordKinds)
    for (const purpose of ['kept', 'erased', 'removed'] as const) await store(first, kind, purpose);
  first.log.close();
  world.time.now = Date.parse(YEARS_LATER);
  tab = await world.open('ines');
  life = await tab.log.life();
  await life.whole();
}, 240_000);
afterAll(() => world.close());

/** As it would stand there had a person saved it: the gate is not what is tried here. */
async function store({ log, book, person }: Tab, kind: AnyKind, purpose: Purpose): Promise<void> {
  const codes = new Map<string, Code>();
  const example = JSON.stringify({ ...exampleOf(kind), ...closing[kind.key] }).replace(
    /"([0-9A-HJKMNP-TV-Z]{9})"/g,
    (_, code: string) => {
      const own = codes.get(code) ?? log.newCode();
      codes.set(code, own);
      return `"${own}"`;
    },
  );
  const record = JSON.parse(example) as AnyRecord;
  const entry = log.newEntryId();
  const at = log.now() as Instant;
  const before = { kind: kind.key, id: '', entry, version: '', at, createdAt: at, schema: kind.schema };
  const cleared = clearRestored({
    kind,
    before: { ...before, by: person, under: ['none', REMOVED], record },
    by: person,
  });
  await book.add(cleared);
  stored.set(`${kind.key} ${purpose}`, { entry, record, codes: codesOf(record) });
}

/** Every text that a person typed, wherever in the record it stands. */
function wordsIn(value: unknown, field: Field | undefined): readonly string[] {
  if (field?.kind === 'text' || field?.kind === 'note') return typeof value === 'string' ? [value] : [];
  if (field?.kind === 'rows')
    return (value as readonly AnyRecord[]).flatMap((row) =>
      Object.entries(field.settings.row ?? {}).flatMap(([key, inner]) => wordsIn(row[key], inner)),
    );
  if (field?.kind === 'checklist')
    return Object.values(value as Record<string, AnyRecord>).flatMap(({ note }) =>
      typeof note === 'string' ? [note] : [],
    );
  return [];
}
function wordsOf(kind: AnyKind, { record }: Stored): readonly string[] {
  return Object.entries(kind.fields)
    .flatMap(([key, field]) => (record[key] === undefined ? [] : wordsIn(record[key], field)))
    .filter((words) => words.length > 3);
}

/** What lies in the list, past every rule of ours. */
async function cellsOf(kind: AnyKind, { entry }: Stored): Promise<string> {
  const held = tab.log.view().byEntry.get(entry) ?? life.removed().find((each) => each.entry === entry);
  if (!held) throw new Error(`${kind.key}: not in memory`);
  const item = await world.byHand('GET', `${listPath(kind, held.id)}?$expand=fields`);
  return JSON.stringify((item as { fields: AnyRecord }).fields);
}

function countOf(kind: AnyKind): number {
  return (tab.log.view().entries.get(kind.key) ?? []).length;
}

const isKept = (kind: AnyKind) => retentionOf(kind) === 'keep';
const due = recordKinds.filter((kind) => !isKept(kind)).map((kind) => [kind.key, kind] as const);
const all = recordKinds.map((kind) => [kind.key, kind] as const);
const told = due.filter(([, kind]) => codesOf(exampleOf(kind)).length > 0);
const nothing = () => undefined;

describe('J5 over lists: what is due', () => {
  it('J5: is every closed entry of every kind that is not kept for good, and nothing that is', async () => {
    const found = new Set((await life.due()).entries.map(({ entry }) => entry.entry));
    for (const kind of recordKinds) {
      const { entry } = of(kind, 'kept');
      expect([kind.key, found.has(entry)]).toEqual([kind.key, !isKept(kind)]);
    }
  });

  it.each(due)('J5: %s: a hold stands before removing, making anonymous and erasing', async (_, kind) => {
    const one = of(kind, 'kept');
    const [code] = one.codes;
    if (!code) return;
    const before = await cellsOf(kind, one);
    await life.placeHold(code, 'A complaint refers to it');
    expect((await life.due()).entries.find(({ entry }) => entry.entry === one.entry)?.hold).toBeDefined();
    expect(await life.remove(one.entry, 'Twice')).toMatchObject({ outcome: 'held' });
    expect(await life.anonymise([one.entry], nothing)).toMatchObject({ done: 0, stayed: [{ why: 'held' }] });
    expect(await life.erase(code, nothing)).toMatchObject({ done: 0 });
    expect(await cellsOf(kind, one)).toBe(before);
    const standing = (tab.log.view().entries.get('legal-hold') ?? []).find(
      ({ record }) => record.about === code && record.endedOn === undefined,
    );
    if (!standing) throw new Error('no hold stands');
    await life.endHold(standing.entry, 'Settled');
    expect((await life.due()).entries.find(({ entry }) => entry.entry === one.entry)?.hold).toBeUndefined();
  });

  it.each(due)(
    'J5: %s is made anonymous in the list itself, counted as before, and is to be purged',
    async (_, kind) => {
      const one = of(kind, 'kept');
      const count = countOf(kind);
      const words = wordsOf(kind, one);
      expect(words.length + one.codes.length).toBeGreaterThan(0);
      expect(await life.anonymise([one.entry], nothing)).toEqual({ done: 1, stayed: [] });
      const cells = await cellsOf(kind, one);
      for (const each of [...words, ...one.codes]) expect(cells).not.toContain(each);
      expect(countOf(kind)).toBe(count);
      const after = tab.log.view().byEntry.get(one.entry)?.record ?? {};
      expect(kind.day(after)?.slice(0, 7)).toBe(kind.day(one.record)?.slice(0, 7));
      expect(codesOf(after)).toHaveLength(one.codes.length);
      expect((await life.due()).entries.map(({ entry }) => entry.entry)).not.toContain(one.entry);
      expect(await life.purges()).toContainEqual(
        expect.objectContaining({ entry: one.entry, what: 'versions' }),
      );
      expect(await life.anonymise([one.entry], nothing)).toEqual({ done: 1, stayed: [] });
    },
  );

  it('J5: what says nothing about a person is kept, also when it is asked for by name', async () => {
    for (const kind of recordKinds.filter(isKept)) {
      const one = of(kind, 'kept');
      const before = await cellsOf(kind, one);
      expect(await life.anonymise([one.entry], nothing)).toMatchObject({
        done: 0,
        stayed: [{ why: 'open' }],
      });
      expect(await cellsOf(kind, one)).toBe(before);
    }
  });
});

describe('J6 over lists: whoever asks to be erased', () => {
  it.each(told)('J6: leaves %s: no word, no code, the count stays', async (_, kind) => {
    const one = of(kind, 'erased');
    const code = aboutOf(one.record) ?? one.codes[0];
    if (!code) throw new Error(`${kind.key} is about nobody`);
    const count = countOf(kind);
    const { goes } = await life.eraseView(code);
    expect(goes.map(({ entry }) => entry)).toContain(one.entry);
    expect(await life.erase(code, nothing)).toMatchObject({ stayed: [] });
    const cells = await cellsOf(kind, one);
    for (const each of [...wordsOf(kind, one), code]) expect(cells).not.toContain(each);
    expect(countOf(kind)).toBe(count);
    expect((await life.eraseView(code)).goes).toEqual([]);
  });
});

describe('L6 over lists: a mistake', () => {
  it.each(all)(
    'L6: %s is removed and comes back cell for cell, unless the head of mission decided on it',
    async (_, kind) => {
      const one = of(kind, 'removed');
      const before = await cellsOf(kind, one);
      const count = countOf(kind);
      const record = tab.log.view().byEntry.get(one.entry)?.record;
      const said = await life.remove(one.entry, 'Logged twice');
      if (kind.decision?.taken(one.record, undefined)) {
        expect(said).toMatchObject({ outcome: 'decided' });
        expect(await cellsOf(kind, one)).toBe(before);
        return;
      }
      expect(said).toEqual({ outcome: 'removed' });
      expect(countOf(kind)).toBe(count - 1);
      expect(await life.restore(one.entry)).toEqual({ outcome: 'restored' });
      expect(countOf(kind)).toBe(count);
      expect(tab.log.view().byEntry.get(one.entry)?.record).toEqual(record);
    },
  );
});

describe('J5 over lists: somebody else’s tab', () => {
  it('J5: opened anew, a colleague’s app finds the same: nothing due, nobody to be found', async () => {
    const other = await world.open('tomas');
    const theirs = await other.log.life();
    await theirs.whole();
    for (const [, kind] of due) {
      const held = other.log.view().byEntry.get(of(kind, 'kept').entry);
      expect([kind.key, held?.record]).toEqual([
        kind.key,
        tab.log.view().byEntry.get(of(kind, 'kept').entry)?.record,
      ]);
    }
    const left = (await theirs.due()).entries.map(({ entry }) => entry.entry);
    for (const [, kind] of due) expect(left).not.toContain(of(kind, 'kept').entry);
    other.log.close();
  }, 120_000);
});

/** A list comes again after something happened to its rows: erased, removed, corrected, unreadable. */

import { beforeEach, describe, expect, it } from 'vitest';
import { type Code, type EntryId, isEntryId } from '../../../src/domain/ids.ts';
import { codesOf } from '../../../src/domain/record-kind.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import type { FileTable } from '../../../src/files/find-table.ts';
import { aliasesBefore } from '../../../src/files/known-before.ts';
import { sourceOf } from '../../../src/files/plan-import.ts';
import type { Log } from '../../../src/log/log.ts';
import type { MemoryBook } from '../../../src/store/memory.ts';
import { addDefender, ines, type LogWorld, openLogWorld } from '../../support/log-world.ts';

const contact = kindOf('contact');
const matching = { 0: 'day', 1: 'about' };
const table = {
  columns: ['Date', 'Who'].map((title, place) => ({ place, title, examples: [] })),
  rows: [{ number: 1, is: 'data', cells: ['2026-11-02', 'The lawyer'] }],
} as unknown as FileTable;
const [source] = table.rows.map((row) => sourceOf(table, row)) as [string];

let world: LogWorld;
let log: Log;
let about: Code;
let entry: EntryId;

/** Who the words of the list stand for, as the import page asks it. */
const words = async () =>
  Object.fromEntries(
    aliasesBefore(table, contact, matching, await log.importedBefore(contact.key, [source])),
  );

beforeEach(async () => {
  world = await openLogWorld();
  log = await world.open(ines);
  about = await addDefender(log);
  const values = { about, day: '2026-11-02', gist: 'Called' };
  expect(await log.importRow({ kind: contact.key, source, values })).toEqual({ outcome: 'stored' });
  const stored = log.view().entries.get(contact.key)?.[0]?.entry;
  if (!isEntryId(stored)) throw new Error('nothing was stored');
  entry = stored;
  world.time.now += 60_000;
});

describe('L5: import again', () => {
  it('what was stored tells who a word is, and that nobody changed it since', async () => {
    const before = (await log.importedBefore(contact.key, [source])).get(source);
    expect(before?.at).toBe(before?.createdAt);
    expect(await words()).toEqual({ 'the lawyer': { code: about } });
  });

  it('L5, E6: erase, then import again: the row is still known, and says nothing of anybody', async () => {
    await (await log.life()).erase(about, () => undefined);
    const left = log.view().byEntry.get(entry);
    expect(left && codesOf(left.record)).toHaveLength(1);
    expect(await words()).toEqual({});
    const values = { about, day: '2026-11-02', gist: 'Called' };
    expect(await log.importRow({ kind: contact.key, source, values })).toEqual({ outcome: 'there' });
  });

  it.each([
    ['a newer app wrote', { fp_schema: 99 }],
    ['nobody can read since somebody edited the list', { fp_day: 'next Tuesday' }],
  ])('a row that %s tells nothing', async (_, columns) => {
    const row = log.view().byEntry.get(entry)?.id ?? '';
    (world.book as MemoryBook).byHand.edit(contact, row, columns);
    await log.refresh();
    expect(await words()).toEqual({});
  });

  it('a row that was removed as a mistake tells nothing', async () => {
    const life = await log.life();
    await life.remove(entry, 'Entered by mistake');
    expect(await words()).toEqual({});
  });
});

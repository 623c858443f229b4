/** What may leave the log, for whom, and that nothing leaves without a row in the journal. */

import { describe, expect, it } from 'vitest';
import type { Code, EntryId } from '../../../src/domain/ids.ts';
import { journal } from '../../../src/domain/system/journal.ts';
import type { Log } from '../../../src/log/log.ts';
import type { Book } from '../../../src/store/book.ts';
import {
  addDefender,
  contactDraft,
  greta,
  ines,
  openLogWorld,
  pavel,
  tomas,
} from '../../support/log-world.ts';

async function addContact(log: Log, about: Code, more: Record<string, unknown> = {}): Promise<EntryId> {
  const outcome = await log.save(contactDraft(log, about, { values: more }));
  if (outcome.outcome !== 'saved') throw new Error(outcome.outcome);
  return outcome.entry.entry;
}

async function rowsOf(book: Book, act: string) {
  const { entries } = await book.loadAll(journal);
  return entries.map(({ record }) => record).filter((record) => record.act === act);
}

/** A book whose journal cannot be written. */
function withoutJournal(book: Book): Book {
  return {
    ...book,
    add: (cleared) =>
      cleared.kind.key === 'journal' ? Promise.reject(new Error('down')) : book.add(cleared),
  };
}

describe('what leaves the log', () => {
  it.each([
    ['focal point', ines, 'ready'],
    ['deputy', tomas, 'ready'],
    ['head of mission', greta, 'ready'],
    ['consular officer', pavel, 'refused'],
  ])('J11: %s is %s', async (_, person, outcome) => {
    const world = await openLogWorld();
    const about = await addDefender(await world.open(ines));
    const entry = await addContact(await world.open(ines), about);
    const log = await world.open(person);
    const handed = await log.handOut({ act: 'exported', kind: 'contact', entries: [entry] });
    expect(handed.outcome).toBe(outcome);
    expect(await rowsOf(world.book, 'exported')).toHaveLength(outcome === 'ready' ? 1 : 0);
  });

  it('J11: the journal says who, what and how many, before anything is given', async () => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    const about = await addDefender(log);
    const entries = [await addContact(log, about), await addContact(log, about)];
    await log.handOut({ act: 'printed', kind: 'entries', entries });
    const [row] = await rowsOf(world.book, 'printed');
    expect(row).toMatchObject({ ofKind: 'entries', count: 2, author: ines });
    expect(row?.ofEntry).toBeUndefined();
  });

  it('J11: no journal, no file', async () => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    const entry = await addContact(log, await addDefender(log));
    const cut = await world.open(ines, { over: withoutJournal });
    await expect(cut.handOut({ act: 'exported', kind: 'contact', entries: [entry] })).rejects.toThrow('down');
  });

  it('J11: entries that name somebody kept inside are left out and counted, wherever the name stands', async () => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    const open = await addDefender(log);
    const kept = await addDefender(log, { ownMissionOnly: true });
    const free = await addContact(log, open);
    const about = await addContact(log, kept);
    const beside = await addContact(log, open, { named: [kept] });
    const relative = await addDefender(log, { relations: [{ id: 'r1', relation: 'sibling', code: kept }] });
    const row = log
      .view()
      .entries.get('defender')
      ?.find(({ record }) => record.about === relative);
    const handed = await log.handOut({
      act: 'exported',
      kind: 'entries',
      entries: [free, about, beside, ...(row ? [row.entry] : [])],
    });
    expect(handed).toMatchObject({ outcome: 'ready', leftOut: 3 });
    if (handed.outcome === 'ready') expect(handed.entries.map(({ entry }) => entry)).toEqual([free]);
  });

  it('J11: what is about somebody kept inside alone is refused, also when a colleague said so a moment ago', async () => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    const code = await addDefender(log);
    const entry = await addContact(log, code);
    const colleague = await world.open(tomas);
    const held = colleague
      .view()
      .entries.get('defender')
      ?.find(({ record }) => record.about === code);
    if (!held) throw new Error('not there');
    await colleague.save({
      kind: 'defender',
      entry: held.entry,
      values: { ...held.record, ownMissionOnly: true },
      base: { id: held.id, version: held.version, record: held.record },
    });
    expect(await log.handOut({ act: 'printed', kind: 'contact', entries: [entry] })).toEqual({
      outcome: 'refused',
      why: 'own-mission',
    });
    expect(await rowsOf(world.book, 'printed')).toHaveLength(0);
  });

  it('J11: the mark on a case keeps entries about the case, not others about its defenders', async () => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    const person = await addDefender(log);
    const code = log.newCode();
    await log.save({
      kind: 'case',
      entry: log.newEntryId(),
      values: { about: code, named: [person], gist: 'A case', state: 'open', ownMissionOnly: true },
    });
    const inCase = await addContact(log, person, { named: [code] });
    const other = await addContact(log, person);
    const handed = await log.handOut({ act: 'exported', kind: 'contact', entries: [inCase, other] });
    expect(handed).toMatchObject({ outcome: 'ready', leftOut: 1 });
  });
});

/** The circle's book, the same over memory and over the local tenant: what one mission writes, another hears of. */

import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { act } from '../../../src/domain/circle/kinds/act.ts';
import { circleEntry, circleEntryExample } from '../../../src/domain/circle/kinds/circle-entry.ts';
import { circleJournal } from '../../../src/domain/circle/kinds/circle-journal.ts';
import { circleKinds, circleLists } from '../../../src/domain/circle/registry.ts';
import type { Week } from '../../../src/domain/circle/week.ts';
import { clearNone } from '../../../src/domain/consent/clear.ts';
import type { Day, EntryId } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry, Person } from '../../../src/domain/record-kind.ts';
import { keepBook } from '../../../src/log/bookkeeping.ts';
import { type CircleBook, openCircleBook } from '../../../src/log/circle/circle-book.ts';
import { openCircleJournal } from '../../../src/log/circle/circle-journal.ts';
import { serverClock } from '../../../src/log/clock.ts';
import type { Environment } from '../../../src/log/environment.ts';
import type { Book } from '../../../src/store/book.ts';
import { openMemoryBook } from '../../../src/store/memory.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { openCircleWorld } from '../../support/circle-world.ts';
import { exampleOf } from '../../support/examples.ts';

interface Ground {
  /** The book as this guest reaches it, and who they are at the host. */
  as(who: string): Promise<{ readonly book: Book; readonly person: Person }>;
  readonly time: { now: number };
  close(): void;
}

const since = '2026-10-21' as Day;
const entryOf = (n: number) => `01HZX3K8Q2W7V5R4T9N6M1C0${String(n).padStart(2, '0')}` as EntryId;
const { envelope: _, ...bareRow } = circleEntryExample;

async function memoryGround(): Promise<Ground> {
  const time = { now: Date.parse('2026-11-20T09:00:00Z') };
  const book = openMemoryBook({ now: () => time.now, name: 'circle' });
  await book.provision(circleLists);
  return {
    time,
    as: async (who) => ({ book, person: { objectId: `guest-${who}`, tenantId: 'host', name: who } }),
    close: () => undefined,
  };
}

async function tenantGround(): Promise<Ground> {
  const { staff, time, close } = await openCircleWorld();
  return {
    time,
    async as(who) {
      const { book, opening } = staff.circle(who);
      const opened = await opening;
      if (!opened.ok) throw opened.error;
      return { book, person: opened.person };
    },
    close,
  };
}

describe.each([
  ['memory', memoryGround],
  ['the local tenant', tenantGround],
] as const)('The book of a circle over %s', (_place, open) => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  async function ground(): Promise<Ground> {
    const made = await open();
    closing.push(made.close);
    return made;
  }

  async function join(place: Ground, who: string, over: (book: Book) => Book = (book) => book) {
    const { book: plain, person } = await place.as(who);
    const book = over(plain);
    const environment: Environment = {
      now: () => place.time.now,
      random: (n) => new Uint8Array(n),
      digest: async (text) => new Uint8Array(createHash('sha256').update(text).digest()),
      after: () => () => undefined,
      isVisible: () => true,
    };
    const heard: Entry[] = [];
    const opening = await book.open(circleKinds, circleJournal, since);
    const circle = openCircleBook({
      id: 'host.sharepoint.com:/sites/circle',
      book,
      opened: { ok: true, opening, since, person },
      environment,
      onChanged: (entries) => heard.push(...entries),
    });
    circle.start();
    closing.unshift(() => circle.stop());
    await circle.complete();
    return { circle, book, person, environment, heard };
  }

  const cleared = (circle: CircleBook, n: number, change: AnyRecord = {}) =>
    clearNone({ kind: circleEntry, entry: entryOf(n), record: { ...bareRow, ...change }, by: circle.me });

  it('what one adds and changes, another hears of with the next beat', async () => {
    const place = await ground();
    const ours = await join(place, 'ines');
    const theirs = await join(place, 'joris');
    const added = await ours.circle.add(cleared(ours.circle, 1));
    expect(ours.circle.replica.find(entryOf(1))?.record).toEqual(bareRow);
    expect(theirs.circle.replica.find(entryOf(1))).toBeUndefined();
    await theirs.circle.beat();
    expect(theirs.circle.replica.find(entryOf(1))?.record).toEqual(bareRow);
    place.time.now += 2_000;
    await ours.circle.amend(cleared(ours.circle, 1, { state: 'observer' }), added);
    await theirs.circle.beat();
    expect(theirs.circle.replica.find(entryOf(1))?.record.state).toBe('observer');
    expect(theirs.heard.map(({ record }) => record.state).filter(Boolean)).toEqual([
      'no-observer',
      'observer',
    ]);
  });

  it('K2 · a row says who wrote it as the host saw them: by the object id they have there', async () => {
    const place = await ground();
    const ours = await join(place, 'ines');
    const theirs = await join(place, 'joris');
    await ours.circle.add(cleared(ours.circle, 1));
    await theirs.circle.beat();
    expect(theirs.circle.replica.find(entryOf(1))?.by.objectId).toBe(ours.person.objectId);
  });

  it('K2 · a host that answers no more is told with why and since when, until it answers again', async () => {
    const place = await ground();
    let fault: StoreError | undefined;
    const { circle } = await join(place, 'ines', (book) => ({
      ...book,
      changes: async (...asked) => {
        if (fault) throw fault;
        return book.changes(...asked);
      },
    }));
    await circle.beat();
    expect(circle.trouble()).toBeUndefined();
    const { lastAt } = circle.sync();
    place.time.now += 60_000;
    for (const [code, trouble] of [
      ['offline', 'offline'],
      ['signed-out', 'signed-out'],
      ['forbidden', 'not-invited'],
      ['throttled', 'failed'],
    ] as const) {
      fault = new StoreError(code);
      await expect(circle.beat()).rejects.toMatchObject({ code });
      expect(circle.trouble()).toBe(trouble);
      expect(circle.sync().lastAt).toBe(lastAt);
    }
    fault = undefined;
    await circle.beat();
    expect(circle.trouble()).toBeUndefined();
    expect(circle.sync().lastAt).not.toBe(lastAt);
  });

  it('who comes later finds what is there, older closed rows included', async () => {
    const place = await ground();
    const ours = await join(place, 'ines');
    await ours.circle.add(cleared(ours.circle, 1));
    await ours.circle.add(cleared(ours.circle, 2, { week: '2026-W09' as Week, state: 'closed' }));
    const later = await join(place, 'joris');
    for (const n of [1, 2]) expect(later.circle.replica.find(entryOf(n)), String(n)).toBeDefined();
    expect(later.circle.replica.malformed()).toEqual([]);
    expect(later.circle.sync().older).toBeUndefined();
  });

  it('repeating an addition changes nothing, and the chain of its writer still holds', async () => {
    const place = await ground();
    const ours = await join(place, 'ines');
    const once = await ours.circle.add(cleared(ours.circle, 1));
    const twice = await ours.circle.add(cleared(ours.circle, 1));
    expect(twice.id).toBe(once.id);
    await expect(ours.circle.add(cleared(ours.circle, 1, { state: 'closed' }))).rejects.toMatchObject({
      code: 'duplicate',
    });
  });

  it('J10 · each writer has a chain of their own, and a row that was changed or left out is found', async () => {
    const place = await ground();
    const tabs = [await join(place, 'ines'), await join(place, 'ines'), await join(place, 'joris')] as const;
    let n = 0;
    for (const { circle } of [tabs[0], tabs[1], tabs[2], tabs[0], tabs[2]]) {
      n += 1;
      await circle.add(cleared(circle, n));
    }
    const [{ book, person, environment }] = tabs;
    const clock = serverClock(() => place.time.now);
    const books = keepBook(book, environment, clock, () => undefined);
    const journal = openCircleJournal(book, books, environment, clock, person);
    const all = (await book.loadAll(circleJournal)).entries;
    const of = (who: Person) => all.filter(({ record }) => record.writer === who.objectId);
    expect(of(person)).toHaveLength(3);
    expect(of(tabs[2].person)).toHaveLength(2);
    for (const who of [person, tabs[2].person]) expect(await journal.verify(of(who))).toEqual([]);
    const [first, second, third] = of(person) as [Entry, Entry, Entry];
    expect(await journal.verify([first, third])).not.toEqual([]);
    const changed = { ...second, record: { ...second.record, ofEntry: entryOf(9) } };
    expect(await journal.verify([first, changed, third])).not.toEqual([]);
  });

  it('a journal that cannot be written loses nothing: the row is there, and a sweep finds it', async () => {
    const place = await ground();
    const ours = await join(place, 'ines', (book) => ({
      ...book,
      add: (one) => (one.kind === circleJournal ? Promise.reject(new TypeError('network')) : book.add(one)),
    }));
    const theirs = await join(place, 'joris');
    await ours.circle.add(cleared(ours.circle, 1));
    for (let beat = 0; beat < 8 * circleKinds.length; beat += 1) await theirs.circle.beat();
    expect(theirs.circle.replica.find(entryOf(1))).toBeDefined();
  });

  it('a change made on a stale version is refused with what is there', async () => {
    const place = await ground();
    const ours = await join(place, 'ines');
    const added = await ours.circle.add(cleared(ours.circle, 1));
    place.time.now += 1_000;
    await ours.circle.amend(cleared(ours.circle, 1, { state: 'observer' }), added);
    await expect(
      ours.circle.amend(cleared(ours.circle, 1, { state: 'closed' }), added),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  it('acts are held for good, an attestation only until it is over', async () => {
    const place = await ground();
    const ours = await join(place, 'ines');
    const statement = (n: number, change: AnyRecord) =>
      clearNone({
        kind: act,
        entry: entryOf(n),
        record: { ...exampleOf(act), ...change },
        by: ours.circle.me,
      });
    await ours.circle.add(statement(1, { type: 'retracted' }));
    await ours.circle.add(statement(2, { type: 'attested' }));
    const { book } = await place.as('joris');
    const later = await book.open(circleKinds, circleJournal, '2027-06-01' as Day);
    expect(later.pages.get('act')?.entries.map(({ entry }) => entry)).toEqual([entryOf(1)]);
  });
});

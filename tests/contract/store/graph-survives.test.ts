/** What the book over Graph survives: long lists, a feed that breaks off, answers that cannot be trusted. */

import { afterAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/domain/ids.ts';
import type { AnyKind } from '../../../src/domain/record-kind.ts';
import type { ChangeToken } from '../../../src/store/book.ts';
import { openGraphBook } from '../../../src/store/graph/graph-book.ts';
import { graphFetch, type Transport } from '../../../src/store/graph/transport.ts';
import { type LocalPlace, localGround } from './local-place.ts';
import { cleared, everyPage, storeErrorOf } from './place.ts';
import { beat, nextEntryId, visit, visitOn } from './visit-kind.ts';
import { altering, fill, openReady } from './wire.ts';

const ground = localGround();
afterAll(() => ground.close());
const { faults } = ground.tenant;
const since = '2026-11-01' as Day;
const place = (...kinds: readonly AnyKind[]): Promise<LocalPlace> => openReady(ground, ...kinds);

describe('Long lists', () => {
  it('K7: beyond 5,000 items opens with what is open and brings the rest page by page', async () => {
    const opened = await place();
    const count = 5_120;
    const bodies = Array.from({ length: count }, (_, index) => ({
      fp_entry: nextEntryId(),
      fp_schema: 2,
      fp_byObject: opened.person.objectId,
      fp_byTenant: opened.person.tenantId,
      fp_byName: opened.person.name,
      fp_under: '["none"]',
      fp_live: index === 4_000 ? '9999' : '2026-11-19',
      fp_step: index === 4_000 ? 'planned' : 'done',
      fp_place: `Oskel Colony ${index}`,
      fp_on: '2026-11-19',
    }));
    await fill(opened, bodies);
    const opening = await opened.book.open([visit, beat], beat, since);
    const page = opening.pages.get(visit.key);
    expect(page?.entries.map((one) => one.record.place)).toEqual(['Oskel Colony 4000']);
    expect((await everyPage(opened.book, visit, { since }, page)).entries).toHaveLength(count);
    const all = await opened.book.loadAll(visit);
    expect([all.entries.length, all.malformed.length]).toEqual([count, 0]);
    const windowed = await everyPage(opened.book, visit, { before: addDays('2026-11-19' as Day, 1) });
    expect(windowed.entries).toHaveLength(count - 1);
    const last = all.entries.at(-1);
    expect(await opened.book.find(visit, last?.entry ?? nextEntryId())).toEqual({ entry: last });
    expect(opened.waits).toEqual([]);
  }, 60_000);

  it('K7: takes a 429 for too many rows as what it is and never waits for it', async () => {
    const opened = await place();
    for (let day = 1; day <= 6; day += 1)
      await opened.book.add(cleared(visit, visitOn(`2026-11-0${day}`), opened.person));
    faults.behave({ threshold: 'throttled', thresholdRows: 4 });
    const page = await everyPage(opened.book, visit, { since: '2026-11-02' as Day });
    expect(page.entries).toHaveLength(5);
    const opening = await opened.book.open([visit], visit, '2026-11-02' as Day);
    expect(opening.pages.get(visit.key)?.next).toBeDefined();
    expect(opened.waits).toEqual([]);
  });
});

describe('The feed of changes', () => {
  it('ignores what somebody deleted in SharePoint', async () => {
    const opened = await place();
    const { pulse } = await opened.book.open([visit], visit, since);
    const gone = await opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person));
    const kept = await opened.book.add(cleared(visit, visitOn('2026-11-03'), opened.person));
    await opened.graph('DELETE', `/lists/Test%20visits/items/${gone.entry.id}`);
    const changes = await opened.book.changes(visit, pulse);
    expect([changes.entries, changes.malformed, changes.resynced]).toEqual([[kept.entry], [], false]);
  });

  it('is read again from the start when a deletion breaks it off', async () => {
    const opened = await place();
    faults.add({ kind: 'truncatedDelta', count: 1 });
    const { pulse } = await opened.book.open([visit], visit, since);
    const gone = await opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person));
    const kept = await opened.book.add(cleared(visit, visitOn('2026-11-03'), opened.person));
    await opened.graph('DELETE', `/lists/Test%20visits/items/${gone.entry.id}`);
    const changes = await opened.book.changes(visit, pulse);
    expect([changes.entries, changes.resynced]).toEqual([[kept.entry], true]);
    const later = await opened.book.add(cleared(visit, visitOn('2026-11-04'), opened.person));
    expect((await opened.book.changes(visit, changes.next)).entries).toEqual([later.entry]);
  });

  it('reads an item by itself when the feed brings it without its columns', async () => {
    const opened = await place();
    const book = openGraphBook({
      site: opened.site,
      transport: altering(opened.transport, /items\/delta/, (body) =>
        body.replaceAll('"fields":', '"other":'),
      ),
    });
    const { pulse } = await book.open([visit], visit, since);
    const added = await book.add(cleared(visit, visitOn('2026-11-02'), opened.person));
    const changes = await book.changes(visit, pulse);
    expect([changes.entries, changes.resynced]).toEqual([[added.entry], false]);
  });

  it('goes by item numbers where a cloud refuses delta, and only for lists that are never amended', async () => {
    const opened = await place();
    const refusing: Transport = async (url, init) =>
      url.includes('/items/delta')
        ? Response.json(
            { error: { code: 'notSupported', message: 'Delta is not supported' } },
            { status: 501 },
          )
        : opened.transport(url, init);
    const book = openGraphBook({ site: opened.site, transport: refusing });
    const first = await book.add(cleared(beat, { word: 'one' }, opened.person));
    const start = await book.changes(beat, '' as ChangeToken);
    expect([start.entries, start.resynced]).toEqual([[first.entry], true]);
    const second = await book.add(cleared(beat, { word: 'two' }, opened.person));
    const next = await book.changes(beat, start.next);
    expect([next.entries, next.resynced]).toEqual([[second.entry], false]);
    const there = await book.add(cleared(visit, visitOn('2026-11-02'), opened.person));
    const visits = await book.changes(visit, '' as ChangeToken);
    const changed = await book.amend(
      cleared(visit, visitOn('2026-11-09'), opened.person, there.entry.entry),
      there.entry,
    );
    expect((await book.changes(visit, visits.next)).entries).toEqual([changed.entry]);
  });
});

describe('What cannot be trusted', () => {
  it('never carries the token to an address out of an answer', async () => {
    const opened = await place();
    const asked: string[] = [];
    const transport = graphFetch({
      token: async () => 'secret',
      fetch: async (url) => {
        asked.push(String(url));
        return Response.json({
          value: [],
          '@odata.nextLink': 'https://graph.microsoft.com.evil.example/v1.0/x',
        });
      },
    });
    const book = openGraphBook({ site: opened.site, transport });
    expect((await storeErrorOf(book.loadAll(visit))).code).toBe('unexpected-shape');
    expect(asked).toHaveLength(1);
  });

  it('does not follow a link that leads back to its own page', async () => {
    const opened = await place();
    const same = 'https://graph.microsoft.com/v1.0/sites/x/lists/y/items?$skiptoken=same';
    const transport = graphFetch({
      token: async () => 'token',
      fetch: async () => Response.json({ value: [], '@odata.nextLink': same }),
    });
    const book = openGraphBook({ site: opened.site, transport });
    for (const endless of [book.loadAll(visit), book.changes(visit, same as ChangeToken)]) {
      const error = await storeErrorOf(endless);
      expect([error.code, error.where]).toEqual(['unexpected-shape', 'Test visits / @odata.nextLink']);
    }
  });

  it('names the list when an answer has another shape, and sets broken items apart', async () => {
    const opened = await place();
    await opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person));
    const other = (change: (body: string) => string) =>
      openGraphBook({ site: opened.site, transport: altering(opened.transport, /items/, change) });
    const error = await storeErrorOf(other(() => '{"rows":[]}').loadAll(visit));
    expect([error.code, error.where]).toEqual(['unexpected-shape', 'Test visits / value']);
    const page = await other((body) => body.replaceAll('"eTag"', '"tag"')).loadAll(visit);
    expect([page.entries, page.malformed.map((one) => one.column)]).toEqual([[], ['eTag']]);
  });

  it('names whom the service saw signing in, not whom the row claims', async () => {
    const opened = await place();
    const { entry } = await opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person));
    await opened.byHand?.edit(visit, entry.id, { fp_place: 'Tarvin' });
    const read = await opened.book.get(visit, entry.id);
    expect(read?.entry.by.name).toBe('Owner of the Aldermark site');
    const versions = await opened.book.versions(visit, entry.id);
    expect(versions.map((one) => one.by?.name)).toEqual([undefined, 'Focal point of Aldermark']);
  });

  it('reports a column of another type and refuses to write into it', async () => {
    const opened = await ground.open();
    await opened.graph('POST', '/lists', {
      displayName: visit.list,
      list: { template: 'genericList' },
      columns: [{ name: 'fp_minutes', text: {} }],
    });
    const [health] = await opened.owner.provision([visit]);
    expect([health?.wrongColumns, health?.writable]).toEqual([['fp_minutes'], false]);
    expect(await opened.book.health([visit])).toEqual([health]);
    const error = await storeErrorOf(opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person)));
    expect([error.code, error.where]).toEqual(['not-provisioned', 'Test visits / fp_minutes']);
  });

  it('sets nothing up for a person who is no owner', async () => {
    const opened = await ground.open();
    const book = openGraphBook({ site: opened.site, transport: opened.transport });
    expect((await storeErrorOf(book.provision([visit]))).code).toBe('forbidden');
  });

  it('keeps the last request ids for support, without any content', async () => {
    const opened = await place();
    const { entry } = await opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person));
    await opened.book.find(visit, entry.entry);
    await opened.book.get(visit, entry.id);
    const lines = opened.book.trail();
    expect(lines.slice(-3).map((one) => `${one.method} ${one.path} ${one.status}`)).toEqual([
      'POST lists/Test visits/items 201',
      'GET lists/Test visits/items 200',
      'GET lists/Test visits/items/{id} 200',
    ]);
    expect(lines.every((one) => one.requestId !== undefined)).toBe(true);
    expect(JSON.stringify(lines)).not.toContain(entry.entry);
  });
});

/** What the book over Graph does on the wire: how many calls, what is repeated and what never is, what it survives. */

import { afterAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/domain/ids.ts';
import type { AnyKind } from '../../../src/domain/record-kind.ts';
import type { ChangeToken } from '../../../src/store/book.ts';
import { openGraphBook } from '../../../src/store/graph/graph-book.ts';
import { graphFetch, type Transport } from '../../../src/store/graph/transport.ts';
import { cleared, everyPage, storeErrorOf } from './book-contract.ts';
import { type LocalPlace, localGround } from './local-place.ts';
import { beat, nextEntryId, visit, visitOn } from './visit-kind.ts';

const ground = localGround();
afterAll(() => ground.close());
const { faults } = ground.tenant;
const since = '2026-11-01' as Day;

async function place(...kinds: readonly AnyKind[]): Promise<LocalPlace> {
  const opened = await ground.open();
  await opened.owner.provision(kinds.length === 0 ? [visit, beat] : kinds);
  opened.sent.length = 0;
  return opened;
}

/** `POST items`, `GET items?fp_entry`, …: what was asked, without the rest. */
function asked(opened: LocalPlace): readonly string[] {
  return opened.sent.map(({ method, url }) => {
    const path = decodeURIComponent(url);
    const end =
      /\/(\$batch|items|columns|delta|versions)(?=[?/]|$)(?!.*\/(items|columns|delta|versions)(?=[?/]|$))/.exec(
        path,
      );
    const by = /fields\/(fp_\w+)/.exec(path.split('$filter')[1] ?? '');
    return `${method} ${end?.[1] ?? 'site'}${by ? `?${by[1]}` : ''}`;
  });
}

describe('The first load', () => {
  it('K6: takes two calls, one after the other, for sixteen lists', async () => {
    const kinds = Array.from({ length: 16 }, (_, index) => ({
      ...visit,
      key: `test-visit-${index}`,
      list: `Visits ${index}`,
    }));
    const opened = await place(...kinds);
    for (const kind of kinds.slice(0, 3))
      await opened.book.add(cleared(kind, visitOn('2026-11-02'), opened.person));
    opened.sent.length = 0;
    const first = kinds[0];
    if (!first) throw new Error('no kind');
    const opening = await opened.book.open(kinds, first, since);
    expect(asked(opened)).toEqual(['POST $batch', 'POST $batch']);
    expect([...opening.pages.values()].flatMap((page) => page.entries)).toHaveLength(3);
    expect(opening.health.every((one) => one.writable)).toBe(true);
  });

  it('leaves out what is kept apart', async () => {
    const secret = { ...beat, key: 'test-secret', list: 'Test secrets', apart: true as const };
    const opened = await place(visit, beat, secret);
    const opening = await opened.book.open([visit, beat, secret], beat, since);
    expect([...opening.pages.keys()]).toEqual([visit.key, beat.key]);
    expect(opened.sent.some((one) => one.body.includes('secrets'))).toBe(false);
  });

  it('asks again only for the lists that were turned away', async () => {
    const opened = await place();
    faults.add({ kind: 'throttled', path: 'Test%20beats/items\\?', count: 1, retryAfter: 7 });
    await opened.book.open([visit, beat], visit, since);
    expect(asked(opened)).toEqual(['POST $batch', 'POST $batch', 'POST $batch']);
    const last = JSON.parse(opened.sent[2]?.body ?? '{}') as { requests: { url: string }[] };
    expect(last.requests.map((one) => one.url.includes('Test%20beats'))).toEqual([true]);
    expect(opened.waits[0]).toBeGreaterThanOrEqual(7_000);
  });

  it('says that the site is not there, or not for this person', async () => {
    const opened = await place();
    const elsewhere = openGraphBook({ site: `${opened.site}-unknown`, transport: opened.transport });
    expect((await storeErrorOf(elsewhere.open([visit], visit, since))).code).toBe('not-found');
    faults.add({ kind: 'removedPermission' });
    expect((await storeErrorOf(opened.book.open([visit], visit, since))).code).toBe('forbidden');
  });
});

describe('Adding', () => {
  it('looks first whether a write arrived whose answer was lost, and does not send it again', async () => {
    const opened = await place();
    faults.add({ kind: 'lostAnswer', method: 'POST', path: 'items', count: 1 });
    const { entry } = await opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person));
    expect(asked(opened)).toEqual(['POST items', 'GET items?fp_entry']);
    expect((await opened.book.loadAll(visit)).entries).toEqual([entry]);
  });

  it('sends a write again only after it was seen not to have arrived', async () => {
    const opened = await place();
    faults.add({ kind: 'lostRequest', method: 'POST', path: 'items', count: 1 });
    await opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person));
    expect(asked(opened)).toEqual(['POST items', 'GET items?fp_entry', 'POST items']);
  });

  it('says that a write may have happened when nobody could be asked', async () => {
    const opened = await place();
    faults.add({ kind: 'lostAnswer', method: 'POST', path: 'items' });
    faults.add({ kind: 'lostRequest', method: 'GET' });
    const error = await storeErrorOf(opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person)));
    expect([error.code, error.maybeDone]).toEqual(['offline', true]);
    faults.clear();
    expect((await opened.book.loadAll(visit)).entries).toHaveLength(1);
  });

  it('waits for a filter that lags behind the write it is asked about', async () => {
    const opened = await place();
    const entry = nextEntryId();
    faults.add({ kind: 'delayedVisibility', ms: 2_500 });
    const first = await opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person, entry));
    const second = await opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person, entry));
    expect(second).toEqual(first);
    expect(opened.waits.length).toBeGreaterThan(0);
  });
});

describe('Amending', () => {
  it('writes and reads back in one ordered call, with the version it was made from', async () => {
    const opened = await place();
    const { entry } = await opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person));
    opened.sent.length = 0;
    await opened.book.amend(cleared(visit, visitOn('2026-11-03'), opened.person, entry.entry), entry);
    expect(asked(opened)).toEqual(['POST $batch']);
    const { requests } = JSON.parse(opened.sent[0]?.body ?? '{}') as {
      requests: { method: string; headers: Record<string, string>; dependsOn?: string[] }[];
    };
    expect(requests.map((one) => [one.method, one.headers['If-Match'], one.dependsOn])).toEqual([
      ['PATCH', entry.version, undefined],
      ['GET', undefined, ['1']],
    ]);
  });

  it.each([
    ['lost', undefined],
    ['a time-out', 504],
    ['a 500', 500],
  ])('writes one new version when the answer is %s although the work is done', async (_, status) => {
    const opened = await place();
    const { entry } = await opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person));
    const path = status === 500 ? 'fields' : '\\$batch';
    faults.add({ kind: 'lostAnswer', path, count: 1, ...(status === undefined ? {} : { status }) });
    const fresh = await opened.book.amend(
      cleared(visit, visitOn('2026-11-03'), opened.person, entry.entry),
      entry,
    );
    expect(fresh.entry.record.on).toBe('2026-11-03');
    expect(await opened.book.versions(visit, entry.id)).toHaveLength(2);
  });
});

describe('Waiting', () => {
  it.each(['throttled', 'unavailable'] as const)(
    'K6: gives up after five tries while the service is %s',
    async (kind) => {
      const opened = await place();
      faults.add({ kind, retryAfter: null });
      const error = await storeErrorOf(opened.book.get(visit, '1'));
      expect(error.code).toBe(kind);
      expect(opened.sent).toHaveLength(5);
      expect(opened.waits).toHaveLength(4);
      opened.waits.forEach((wait, index) => {
        expect(wait).toBeLessThanOrEqual(1_000 * 2 ** index);
      });
    },
  );

  it('K6: waits as long as the service says, where that can be read', async () => {
    const opened = await place();
    faults.add({ kind: 'throttled', retryAfter: 17, count: 1 });
    await opened.book.get(visit, '1');
    expect(opened.waits).toHaveLength(1);
    expect(opened.waits[0]).toBeGreaterThanOrEqual(17_000);
  });

  it('does not wait for what would take longer than a person does', async () => {
    const opened = await place();
    faults.add({ kind: 'throttled', retryAfter: 300 });
    expect((await storeErrorOf(opened.book.get(visit, '1'))).code).toBe('throttled');
    expect(opened.waits).toEqual([]);
  });

  it('sends nothing for a while after a storm, then tries again', async () => {
    const opened = await place();
    faults.add({ kind: 'throttled', retryAfter: null });
    for (let call = 0; call < 3; call += 1) await storeErrorOf(opened.book.get(visit, '1'));
    const before = opened.sent.length;
    expect((await storeErrorOf(opened.book.get(visit, '1'))).code).toBe('throttled');
    expect(opened.sent).toHaveLength(before);
    faults.clear();
    for (let looks = 0; looks < 4_000; looks += 1) ground.tenant.clock.now();
    expect(await opened.book.get(visit, '1')).toBeUndefined();
  });

  it('asks nobody twice without a valid sign-in', async () => {
    const opened = await place();
    faults.add({ kind: 'expiredToken' });
    expect((await storeErrorOf(opened.book.get(visit, '1'))).code).toBe('signed-out');
    expect(opened.sent).toHaveLength(1);
    const noToken = openGraphBook({
      site: opened.site,
      transport: graphFetch({ token: () => Promise.reject(new Error('interaction required')) }),
    });
    expect((await storeErrorOf(noToken.get(visit, '1'))).code).toBe('signed-out');
  });
});

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

/** A transport that changes the text of the answers to matching addresses. */
function altering(transport: Transport, matching: RegExp, change: (body: string) => string): Transport {
  return async (url, init) => {
    const response = await transport(url, init);
    if (!matching.test(url) || !response.ok || init.method !== 'GET') return response;
    return new Response(change(await response.text()), {
      status: response.status,
      headers: response.headers,
    });
  };
}

async function fill(opened: LocalPlace, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 20) {
    const requests = rows.slice(from, from + 20).map((fields, index) => ({
      id: String(index),
      method: 'POST',
      url: `/sites/${opened.site}:/lists/Test%20visits/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields },
    }));
    const answer = await opened.transport('https://graph.microsoft.com/v1.0/$batch', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ requests }),
    });
    const { responses } = (await answer.json()) as { responses: { status: number }[] };
    if (responses.some((one) => one.status !== 201)) throw new Error('a row was refused');
  }
}

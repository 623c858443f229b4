/** What the book over Graph does on the wire: how many calls, what is repeated and what never is, how long it waits. */

import { afterAll, describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/ids.ts';
import type { AnyKind } from '../../../src/domain/record-kind.ts';
import { openGraphBook } from '../../../src/store/graph/graph-book.ts';
import { graphFetch } from '../../../src/store/graph/transport.ts';
import { type LocalPlace, localGround } from './local-place.ts';
import { cleared, storeErrorOf } from './place.ts';
import { beat, nextEntryId, visit, visitOn } from './visit-kind.ts';
import { asked, openReady } from './wire.ts';

const ground = localGround();
afterAll(() => ground.close());
const { faults } = ground.tenant;
const since = '2026-11-01' as Day;
const place = (...kinds: readonly AnyKind[]): Promise<LocalPlace> => openReady(ground, ...kinds);

describe('The first load', () => {
  it.each([
    { lists: 16, calls: 2 },
    { lists: 32, calls: 3 },
  ])(
    'K6: takes $calls calls, two of them one after the other, for $lists lists',
    async ({ lists, calls }) => {
      const kinds = Array.from({ length: lists }, (_, index) => ({
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
      expect(asked(opened)).toEqual(Array.from({ length: calls }, () => 'POST $batch'));
      expect([...opening.pages.values()].flatMap((page) => page.entries)).toHaveLength(3);
      expect(opening.health.every((one) => one.writable)).toBe(true);
    },
  );

  it('looks at each list where all of them at once are refused', async () => {
    const opened = await place();
    faults.add({ kind: 'removedPermission', path: 'lists\\?', count: 1 });
    const opening = await opened.book.open([visit, beat], visit, since);
    expect(asked(opened)).toEqual(['POST $batch', 'POST $batch', 'POST $batch']);
    expect(opening.health.map(({ list, writable }) => [list, writable])).toEqual([
      ['present', true],
      ['present', true],
    ]);
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

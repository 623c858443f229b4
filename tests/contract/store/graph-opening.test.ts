/** What a first load makes of lists and columns that come in pieces, without their columns, or not at all. */

import { afterAll, describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/ids.ts';
import { openGraphBook } from '../../../src/store/graph/graph-book.ts';
import type { Transport } from '../../../src/store/graph/transport.ts';
import { type LocalPlace, localGround } from './local-place.ts';
import { cleared, storeErrorOf } from './place.ts';
import { beat, visit, visitOn } from './visit-kind.ts';
import { asked, openReady } from './wire.ts';

const ground = localGround();
afterAll(() => ground.close());
const { faults } = ground.tenant;
const since = '2026-11-01' as Day;
const kinds = [visit, beat];
const both = kinds.map((kind) => ({
  kind: kind.key,
  list: 'present',
  missingColumns: [],
  wrongColumns: [],
  writable: true,
}));

async function placeWithOneVisit(): Promise<LocalPlace> {
  const opened = await openReady(ground);
  await opened.book.add(cleared(visit, visitOn('2026-11-02'), opened.person));
  opened.sent.length = 0;
  return opened;
}

interface ListRow {
  columns?: unknown;
}

/** A transport whose answer to the one question for all lists holds changed rows. */
function changingLists(transport: Transport, change: (row: ListRow) => unknown): Transport {
  return async (url, init) => {
    const response = await transport(url, init);
    if (!url.endsWith('/$batch')) return response;
    const { requests } = JSON.parse(String(init.body)) as { requests: { id: string; url: string }[] };
    const heavy = requests.find((one) => one.url.includes('$expand=columns'))?.id;
    const { responses } = (await response.json()) as {
      responses: { id: string; body: { value: ListRow[] } }[];
    };
    for (const { id, body } of responses) if (id === heavy) body.value.forEach(change);
    return Response.json({ responses });
  };
}

describe('The first load believes of the one question for all lists only what it shows', () => {
  it.each<[string, (row: ListRow) => unknown]>([
    ['without columns, because the expansion was ignored', (row) => delete row.columns],
    [
      'with null for columns',
      (row) => {
        row.columns = null;
      },
    ],
    [
      'with some of its columns and no link to the rest',
      (row) => {
        row.columns = (row.columns as unknown[]).slice(0, 3);
      },
    ],
  ])('K6: asks each list itself that comes %s', async (_, change) => {
    const opened = await placeWithOneVisit();
    const book = openGraphBook({
      site: opened.site,
      transport: changingLists(opened.transport, change),
    });
    const opening = await book.open(kinds, visit, since);
    expect(opening.health).toEqual(both);
    expect(opening.pages.get(visit.key)?.entries).toHaveLength(1);
  });

  it.each([
    ['the second page of lists', { kind: 'shortPages', rows: 1, path: 'lists\\?' }],
    ['what the columns of a list go on with', { kind: 'shortPages', rows: 5, path: 'lists\\?' }],
  ] as const)('K6: finds every list and column over %s', async (_, short) => {
    const opened = await placeWithOneVisit();
    faults.add(short);
    const opening = await opened.book.open(kinds, visit, since);
    expect(opening.health).toEqual(both);
    expect(opened.waits).toEqual([]);
  });

  it('K6: asks again for a second page of lists that is turned away', async () => {
    const opened = await placeWithOneVisit();
    faults.add({ kind: 'shortPages', rows: 1, path: 'lists\\?' });
    faults.add({ kind: 'throttled', path: 'lists\\?.*skiptoken', count: 1, retryAfter: 4 });
    expect((await opened.book.open(kinds, visit, since)).health).toEqual(both);
    expect(opened.waits).toHaveLength(1);
    expect(opened.waits[0]).toBeGreaterThanOrEqual(4_000);
  });

  it.each([
    ['times out', { kind: 'lostRequest', status: 504, path: 'skiptoken' }],
    ['is refused', { kind: 'removedPermission', path: 'skiptoken' }],
  ] as const)('K6: does without a second page of lists that %s to the end', async (_, fault) => {
    const opened = await placeWithOneVisit();
    faults.add({ kind: 'shortPages', rows: 1, path: 'lists\\?' });
    faults.add(fault);
    expect((await opened.book.open(kinds, visit, since)).health).toEqual(both);
  });

  it('K6: reads further pages of columns with patience', async () => {
    const opened = await placeWithOneVisit();
    faults.add({ kind: 'removedPermission', path: 'lists\\?' });
    faults.add({ kind: 'shortPages', rows: 10, path: 'columns\\?' });
    faults.add({ kind: 'unavailable', path: 'columns\\?.*skiptoken', count: 1, retryAfter: null });
    expect((await opened.book.open(kinds, visit, since)).health).toEqual(both);
    expect(opened.waits).toHaveLength(1);
  });

  it.each([
    ['504', { kind: 'lostRequest', status: 504 }],
    ['429', { kind: 'throttled', retryAfter: null }],
    ['429 for longer than anybody waits', { kind: 'throttled', retryAfter: 300 }],
  ] as const)('K6: opens list by list where that question gets %s each time', async (_, fault) => {
    const opened = await placeWithOneVisit();
    const id = faults.add({ ...fault, path: 'lists\\?' });
    const opening = await opened.book.open(kinds, visit, since);
    expect(opening.health).toEqual(both);
    expect(opening.pages.get(visit.key)?.entries).toHaveLength(1);
    const struck = faults.list().find((one) => one.id === id)?.struck ?? 0;
    expect(struck).toBe('retryAfter' in fault && fault.retryAfter !== null ? 1 : 5);
    expect(asked(opened)).toEqual(Array.from({ length: struck + 2 }, () => 'POST $batch'));
  });

  it('K6: still says that the service is down when more than that question stays away', async () => {
    const opened = await placeWithOneVisit();
    faults.add({ kind: 'unavailable', retryAfter: null });
    expect((await storeErrorOf(opened.book.open(kinds, visit, since))).code).toBe('unavailable');
    expect(opened.sent).toHaveLength(5);
  });

  it('still says which list is not there, and which column', async () => {
    const opened = await openReady(ground, beat);
    await opened.byHand?.dropColumn(beat, 'fp_word');
    const [absent, cut] = (await opened.book.open(kinds, beat, since)).health;
    expect(absent?.list).toBe('missing');
    expect([cut?.list, cut?.missingColumns, cut?.writable]).toEqual(['present', ['fp_word'], false]);
  });
});

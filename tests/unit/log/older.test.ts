/** Older entries in the background: the screen is drawn anew now and then, never in the turn in which a page was taken in. */

import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/ids.ts';
import { contact } from '../../../src/domain/records/contact.ts';
import { hearing } from '../../../src/domain/records/hearing.ts';
import { openOlder } from '../../../src/log/memory/older.ts';
import type { PageToken } from '../../../src/store/book.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { ines, machines, openLogWorld } from '../../support/log-world.ts';

const PAGES = 9;
/** Each page takes a second to come. */
const PAGE_MS = 1_000;

async function arrivingOf(
  kinds: Parameters<typeof openOlder>[0]['kinds'],
  left: Parameters<ReturnType<typeof openOlder>['begin']>[0] = [],
) {
  const time = { now: Date.parse('2026-11-20T09:00:00Z') };
  const machine = machines(time, 1);
  const happened: string[] = [];
  const older = openOlder({
    kinds,
    since: '2026-10-21' as Day,
    environment: machine.environmentOf(0),
    load: async (_, { page }) => {
      happened.push('asked');
      await machine.settle();
      time.now += PAGE_MS;
      const place = page === undefined ? 1 : Number(page);
      const next = place < PAGES ? { next: String(place + 1) as PageToken } : {};
      return { entries: [], malformed: [], ...next };
    },
    arrive: () => {
      happened.push('page');
      return true;
    },
    told: () => happened.push('told'),
    onSync: ({ older: progress }) => happened.push(`${progress?.done} of ${progress?.all}`),
  });
  await older.begin(left);
  return happened;
}

const pages = (count: number) => Array.from({ length: count }, () => ['asked', 'page']).flat();

describe('older entries', () => {
  it('are told every five seconds with how far they have come, in a turn of its own, and once more at the end', async () => {
    expect(await arrivingOf([contact, hearing])).toEqual([
      '0 of 2',
      ...pages(5),
      ...['asked', 'told', 'page'],
      ...pages(4),
      ...['asked', 'told', '1 of 2', 'page'],
      ...pages(4),
      ...['asked', 'told', 'page'],
      ...pages(2),
      'told',
      '2 of 2',
    ]);
  });

  it('J1 · are said to be coming before the rest of the first load is here, so that nobody takes a count for all', async () => {
    const happened = await arrivingOf([contact], [{ kind: hearing, page: String(PAGES) as PageToken }]);
    expect(happened.slice(0, 3)).toEqual(['0 of 1', 'asked', 'page']);
  });

  it('tell nothing twice where nothing came', async () => {
    const happened = await arrivingOf([]);
    expect(happened).toEqual(['0 of 0']);
  });

  it('J4 · go on with what is missing after they broke off, without what is here already', async () => {
    const machine = machines({ now: 0 }, 1);
    const asked: string[] = [];
    let isOffline = true;
    const older = openOlder({
      kinds: [contact, hearing],
      since: '2026-10-21' as Day,
      environment: machine.environmentOf(0),
      load: async ({ key }) => {
        asked.push(key);
        if (key === 'hearing' && isOffline) throw new StoreError('offline');
        return { entries: [], malformed: [] };
      },
      arrive: () => false,
      told: () => undefined,
      onSync: () => undefined,
    });
    await expect(older.begin([])).rejects.toThrow('offline');
    isOffline = false;
    await older.begin([]);
    await older.begin([]);
    expect(asked).toEqual(['contact', 'hearing', 'hearing']);
  });

  it('J4 · that broke off with the connection go on with it, and the screen no longer waits for them', async () => {
    const world = await openLogWorld();
    let isOffline = true;
    const log = await world.open(ines, {
      over: (book) => ({
        ...book,
        load: (kind, window) =>
          isOffline && window.before ? Promise.reject(new StoreError('offline')) : book.load(kind, window),
      }),
    });
    await world.settle();
    expect(log.view().sync.older).toBeDefined();
    isOffline = false;
    await log.refresh();
    const stillOlder = async () => {
      await world.settle();
      return log.view().sync.older;
    };
    await expect.poll(stillOlder, { interval: 5 }).toBeUndefined();
    expect(log.view().sync.state).toBe('live');
  });

  it('come in at most 115 pages in any minute, which leaves twenty of 250 resource units to listening', async () => {
    const asked = await timesAskedFor(400);
    expect(asked).toHaveLength(400);
    const inTheMinuteFrom = (from: number) => asked.filter((at) => at >= from && at < from + 60_000).length;
    expect(Math.max(...asked.map(inTheMinuteFrom))).toBeLessThanOrEqual(115);
  });
});

/** When each of that many pages was asked for; they come at once, and time passes only while nothing else is to be done. */
async function timesAskedFor(count: number): Promise<readonly number[]> {
  const time = { now: 0 };
  const timers: { readonly at: number; readonly run: () => void }[] = [];
  const asked: number[] = [];
  const machine = machines(time, 1);
  const older = openOlder({
    kinds: [contact],
    since: '2026-10-21' as Day,
    environment: {
      ...machine.environmentOf(0),
      after(ms, run) {
        timers.push({ at: time.now + ms, run });
        return () => undefined;
      },
    },
    load: async () => {
      asked.push(time.now);
      return { entries: [], malformed: [], ...(asked.length < count ? { next: 'more' as PageToken } : {}) };
    },
    arrive: () => true,
    told: () => undefined,
    onSync: () => undefined,
  });
  let isDone = false;
  const all = older.begin([]).then(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    const next = timers.sort((a, b) => a.at - b.at).shift();
    if (!next) continue;
    time.now = Math.max(time.now, next.at);
    next.run();
  }
  await all;
  return asked;
}

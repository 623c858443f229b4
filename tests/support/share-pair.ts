/** Two missions that share one hearing: one officer of each at work, over books in memory and with time in the test's hands. */

import { circleLists } from '../../src/domain/circle/registry.ts';
import type { IdentityLevel } from '../../src/domain/consent/need.ts';
import type { Code, Day, EntryId } from '../../src/domain/ids.ts';
import type { AnyRecord, Person } from '../../src/domain/record-kind.ts';
import { recordKinds } from '../../src/domain/registry.ts';
import { systemKinds } from '../../src/domain/system-kinds.ts';
import type { CircleOutcome, SharePlan } from '../../src/log/circle/contract/sharing.ts';
import type { Log } from '../../src/log/log.ts';
import type { Standing } from '../../src/sealing/standing.ts';
import type { Book } from '../../src/store/book.ts';
import { openMemoryBook } from '../../src/store/memory.ts';
import { addDefender, ines, machines, openLogWorld } from './log-world.ts';
import { newCircle, standingFor } from './sealing/test-circle.ts';
import { openShareDesk, type ShareDesk } from './share-desk.ts';
import { shareLooked } from './share-looked.ts';
import { agreedTo, brenland } from './sharing-world.ts';

export interface SharePair {
  readonly time: { now: number };
  readonly log: Log;
  readonly ours: ShareDesk;
  readonly theirs: ShareDesk;
  /** What the circle's host holds. */
  readonly host: Book;
  /** Another officer, over the circle's book as `over` lets them reach it. */
  open(whose: 'ours' | 'theirs', by: Person, over?: (book: Book) => Book): Promise<ShareDesk>;
  /** Another officer's work in our own book, as `over` lets them reach it. */
  openLog(by: Person, over: (book: Book) => Book): Promise<Log>;
  /** What they believe of us from now on. */
  believe(us: 'pinned' | 'unpinned'): void;
  /** Runs what was planned for by now. */
  settle(): Promise<void>;
  hearing(more?: AnyRecord): Promise<{ readonly about: Code; readonly source: EntryId }>;
  plan(source: EntryId, more?: Partial<SharePlan>): SharePlan;
  share(desk: ShareDesk, plan: SharePlan): Promise<CircleOutcome>;
  rowOf(share: EntryId): EntryId;
  close(): void;
}

export async function openSharePair(identity: IdentityLevel = 'none'): Promise<SharePair> {
  const missions = await newCircle(['aldermark', 'brenland']);
  const both = Object.values(missions);
  const [pinned, unpinned] = await Promise.all([
    standingFor(missions.brenland, both),
    standingFor(missions.brenland, both, { pins: [] }),
  ]);
  const ourStanding = await standingFor(missions.aldermark, both);
  const world = await openLogWorld();
  const { time } = world;
  const machine = machines(time, 7);
  const now = () => {
    time.now += 1000;
    return time.now;
  };
  const host = openMemoryBook({ now, name: 'circle' });
  await host.provision(circleLists);
  const other = openMemoryBook({ now, name: 'brenland' });
  await other.provision([...recordKinds, ...systemKinds]);
  const log = await world.open(ines);
  const desks: ShareDesk[] = [];

  async function desk(at: Parameters<typeof openShareDesk>[0]): Promise<ShareDesk> {
    const made = await openShareDesk(at);
    desks.push(made);
    return made;
  }
  const environment = machine.environmentOf(0);
  const here = { own: world.book, mission: missions.aldermark, standing: ourStanding };
  const there: { standing: Standing } & Parameters<typeof openShareDesk>[0] = {
    ...{ own: other, circle: host, environment, by: ines, mission: missions.brenland, standing: pinned },
  };
  const open: SharePair['open'] = (whose, by, over = (book) => book) =>
    desk({ ...(whose === 'ours' ? here : there), circle: over(host), environment, by });
  const [ours, theirs] = [await open('ours', ines), await desk(there)];

  return {
    ...{ time, log, ours, theirs, host, open },
    openLog: (by, over) => world.open(by, { over }),
    believe(us) {
      there.standing = us === 'pinned' ? pinned : unpinned;
    },
    settle: machine.settle,
    async hearing(more = {}) {
      const about = await addDefender(log);
      await log.recordConsent(agreedTo(about, 'trial', [brenland], { identity }));
      const source = log.newEntryId();
      const values = {
        about,
        court: 'Oskel District Court',
        start: { day: '2026-12-03', time: '10:00', zone: 'Asia/Tbilisi' },
        ...more,
      };
      const saved = await log.save({ kind: 'hearing', entry: source, values });
      if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved));
      await ours.hear();
      return { about, source };
    },
    plan: (source, more = {}) => ({
      share: log.newEntryId(),
      source,
      to: [brenland],
      parts: ['start', 'court'],
      identity: 'none',
      categories: [],
      until: '2027-02-01' as Day,
      ...more,
    }),
    share: (by, plan) => shareLooked(by.exchange.sharing, plan),
    rowOf(share) {
      const row = ours.exchange.shares.find(share)?.record.row;
      if (!row) throw new Error('no such share');
      return row;
    },
    close() {
      for (const each of desks) each.close();
      log.close();
    },
  };
}

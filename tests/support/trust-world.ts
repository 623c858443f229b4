/** Missions of the cast with their books and one circle, in memory or on a local tenant; people open it one by one. */

import { type DemoPerson, demoPeople } from '../../src/demo/people.ts';
import { circleJournal } from '../../src/domain/circle/kinds/circle-journal.ts';
import { circleKinds, circleLists } from '../../src/domain/circle/registry.ts';
import { type Day, entryIdFrom } from '../../src/domain/ids.ts';
import type { Mission, Role } from '../../src/domain/missions.ts';
import type { Person } from '../../src/domain/record-kind.ts';
import { kindByKey } from '../../src/domain/registry.ts';
import { may } from '../../src/domain/roles.ts';
import { mission as missionKind } from '../../src/domain/system/mission.ts';
import { keepBook } from '../../src/log/bookkeeping.ts';
import type { CircleOpened } from '../../src/log/circle/begin.ts';
import type { Registry } from '../../src/log/circle/circle.ts';
import { type CircleBook, openCircleBook } from '../../src/log/circle/circle-book.ts';
import type { CircleGround } from '../../src/log/circle/core.ts';
import { openRegistry } from '../../src/log/circle/registry.ts';
import { openTrust, type Trust } from '../../src/log/circle/trust/trust.ts';
import { serverClock, todayAt } from '../../src/log/clock.ts';
import { browserEnvironment, type Environment } from '../../src/log/environment.ts';
import { openConsentFiles } from '../../src/log/gate/consent-files.ts';
import { openGateDesk } from '../../src/log/gate/gate-desk.ts';
import { peopleIn } from '../../src/log/gate/people.ts';
import { openJournal } from '../../src/log/journal.ts';
import { openReplica } from '../../src/log/memory/replica.ts';
import type { Book } from '../../src/store/book.ts';
import { type MemoryBook, openMemoryBook } from '../../src/store/memory.ts';
import { openCircleWorld } from './circle-world.ts';
import { castOf, missionInMemory, personOf } from './set-up-mission.ts';

export const circleId = 'secretariat.sharepoint.com:/sites/meren-like-minded';
const since = '2026-10-21' as Day;

const roles: Readonly<Partial<Record<DemoPerson['role'], readonly Role[]>>> = {
  'focal-point': ['focal-point'],
  deputy: ['deputy'],
  'head-of-mission': ['head-of-mission'],
  charge: ['head-of-mission'],
};

export interface AtWork {
  readonly trust: Trust;
  readonly registry: Omit<Registry, 'publishDirectory'>;
  readonly ground: CircleGround;
  readonly circle: CircleBook;
  /** Hears what others did, in the circle and in the own book. */
  hear(): Promise<void>;
  /** Makes their key if there is none, unlocks it and remembers the words. */
  unlocked(): Promise<AtWork>;
  /** Makes another key in place of the one they have. */
  freshKey(): Promise<void>;
}

export interface TrustWorld {
  readonly time: { now: number };
  /** In memory only: what a host could do by hand. */
  readonly host?: MemoryBook;
  bookOf(who: string): Promise<Book>;
  /** `over` stands between that person and the circle's book. */
  open(who: string, over?: (book: Book) => Book): Promise<AtWork>;
  close(): void;
}

interface Place {
  readonly time: { now: number };
  readonly host?: MemoryBook;
  bookOf(who: string): Promise<Book>;
  circleOf(who: string): Promise<{ readonly book: Book; readonly person: Person }>;
  close(): void;
}

async function inMemory(): Promise<Place> {
  const time = { now: Date.parse('2026-11-20T09:00:00Z') };
  // Instants have whole seconds: what happens one after the other has different ones.
  const now = () => {
    time.now += 1000;
    return time.now;
  };
  const host = openMemoryBook({ now, name: 'circle' });
  await host.provision(circleLists);
  const books = new Map<string, MemoryBook>();
  return {
    time,
    host,
    async bookOf(who) {
      const { ministry } = castOf(who);
      const known = books.get(ministry);
      if (known) return known;
      const people = demoPeople.flatMap((person) => {
        const held = roles[person.role];
        return person.ministry === ministry && held ? [{ ...personOf(person.key), roles: held }] : [];
      });
      const book = await missionInMemory(ministry, people, now);
      books.set(ministry, book);
      return book;
    },
    circleOf: async (who) => ({
      book: host,
      person: { objectId: `guest-${who}`, tenantId: 'host', name: castOf(who).name },
    }),
    close: () => undefined,
  };
}

async function onTenant(): Promise<Place> {
  const { staff, time, bookOf, close } = await openCircleWorld();
  return {
    time,
    bookOf,
    async circleOf(who) {
      const { book, opening } = staff.circle(who);
      const opened = await opening;
      if (!opened.ok) throw opened.error;
      return { book, person: opened.person };
    },
    close,
  };
}

export async function openTrustWorld(where: 'memory' | 'the local tenant' = 'memory'): Promise<TrustWorld> {
  const place = await (where === 'memory' ? inMemory() : onTenant());
  const words = new Map<string, string>();
  const stops: (() => void)[] = [];

  async function open(who: string, over: (book: Book) => Book = (book) => book): Promise<AtWork> {
    const book = await place.bookOf(who);
    const person = personOf(who);
    const environment: Environment = {
      ...browserEnvironment(),
      now: () => place.time.now,
      after: () => () => undefined,
      isVisible: () => true,
    };
    const clock = serverClock(() => environment.now());
    const replica = openReplica(kindByKey);
    replica.apply((await book.loadAll(missionKind)).entries);
    const books = keepBook(book, environment, clock, (entry) => {
      if (!kindByKey(entry.kind)?.apart && entry.kind !== 'journal') replica.apply([entry]);
    });
    const people = peopleIn(replica);
    const me = () => {
      const mission = replica.of(missionKind.key)[0]?.record as unknown as Mission;
      const listed = mission.people.find(({ objectId }) => objectId === person.objectId);
      return { person, mission, roles: listed?.roles ?? [] };
    };
    const { book: plain, person: guest } = await place.circleOf(who);
    const circleBook = over(plain);
    const opening = await circleBook.open(circleKinds, circleJournal, since);
    const opened: CircleOpened = { ok: true, opening, since, person: guest };
    let trust: Trust | undefined;
    const circle = openCircleBook({
      id: circleId,
      book: circleBook,
      opened,
      environment,
      onChanged: (entries) => trust?.heard(entries),
    });
    circle.start();
    stops.push(() => circle.stop());
    await circle.complete();
    const files = openConsentFiles(books, environment, clock, person, people.zone);
    const ground: CircleGround = {
      id: circleId,
      since,
      circle,
      me,
      own: {
        books,
        gate: openGateDesk(files, people, clock, async () => undefined),
        journal: openJournal(book, books, environment, clock, person),
        replica,
        people,
        clock,
        environment,
        by: person,
        may: (ability) => may(me(), ability),
        today: () => todayAt(me().mission.zone, clock.now()),
      },
      newEntryId: () => entryIdFrom(environment.random(16)),
      changed: () => undefined,
    };
    const opensTrust = await openTrust(ground);
    trust = opensTrust;
    const atWork: AtWork = {
      trust: opensTrust,
      registry: openRegistry(ground, opensTrust),
      ground,
      circle,
      async hear() {
        replica.apply((await book.loadAll(missionKind)).entries);
        await circle.caughtUp();
        await opensTrust.refresh();
      },
      async freshKey() {
        const passphrase = `${who} says six other words now`;
        words.set(who, passphrase);
        await opensTrust.keys.createOwnKey(passphrase);
      },
      async unlocked() {
        const known = words.get(who);
        const passphrase = known ?? `${who} says these very six words`;
        words.set(who, passphrase);
        if (known) await opensTrust.keys.unlock(passphrase);
        else await opensTrust.keys.createOwnKey(passphrase);
        return atWork;
      },
    };
    return atWork;
  }

  return {
    time: place.time,
    ...(place.host ? { host: place.host } : {}),
    bookOf: place.bookOf,
    open,
    close() {
      for (const stop of stops) stop();
      place.close();
    },
  };
}

/** The two people of each mission who set its keys up. */
const pairs: Readonly<Record<string, readonly [focal: string, head: string]>> = {
  aldermark: ['ines', 'greta'],
  brenland: ['joris', 'casimir'],
  corvia: ['lucia', 'dario'],
  'western-union': ['helena', 'anton'],
  estmark: ['kaja', 'rein'],
};

/** A mission whose keys are set up and signed; both are unlocked. */
export async function readyMission(
  world: TrustWorld,
  mission: string,
): Promise<{ readonly focal: AtWork; readonly head: AtWork; readonly recoveryCode: string }> {
  const [one, two] = pairs[mission] ?? [];
  if (!one || !two) throw new TypeError(`nobody sets ${mission} up`);
  const focal = await world.open(one);
  const { recoveryCode } = await focal.trust.keys.createMissionKeys();
  await focal.unlocked();
  const head = await (await world.open(two)).unlocked();
  await head.trust.keys.signCards();
  await focal.hear();
  return { focal, head, recoveryCode };
}

/** `by` compares the number of the others in person, as they show it. */
export async function verifiedInPerson(by: AtWork, ...others: readonly AtWork[]): Promise<void> {
  await by.hear();
  await by.trust.pins.verify(
    others.map((other) => ({
      mission: other.ground.me().mission.code,
      fingerprint: other.trust.view().ownFingerprint ?? '',
    })),
  );
}

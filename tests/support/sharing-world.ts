/** Missions of the cast at work in one circle through the door of the app, each in its own tenant or in memory. */

import { circleJournal } from '../../src/domain/circle/kinds/circle-journal.ts';
import { circleKinds, circleLists } from '../../src/domain/circle/registry.ts';
import { informedElements } from '../../src/domain/consent/consent-file.ts';
import type { ConsentAction, IdentityLevel } from '../../src/domain/consent/need.ts';
import type { Code, Day, MissionCode } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/missions.ts';
import type { ConfiguredCircle } from '../../src/log/circle/begin.ts';
import type { Circle, CircleEntry } from '../../src/log/circle/circle.ts';
import { browserEnvironment, type Environment } from '../../src/log/environment.ts';
import type { Log } from '../../src/log/log.ts';
import type { ConsentInput } from '../../src/log/writing/saving.ts';
import type { Book } from '../../src/store/book.ts';
import { openMemoryBook } from '../../src/store/memory.ts';
import { openCircleWorld, type RawList } from './circle-world.ts';
import { agreed } from './log-world.ts';
import { openReadyLog } from './ready-log.ts';
import { castOf, missionInMemory, personOf } from './set-up-mission.ts';

export const circleId = 'secretariat.sharepoint.com:/sites/meren-like-minded';
const since = '2026-10-21' as Day;

export const [aldermark, brenland, corvia] = ['aldermark', 'brenland', 'corvia'] as [
  MissionCode,
  MissionCode,
  MissionCode,
];

/** Focal point and head of each mission. */
export const pairs = {
  aldermark: ['ines', 'greta'],
  brenland: ['joris', 'casimir'],
  corvia: ['lucia', 'dario'],
} as const;
type Mission = keyof typeof pairs;

export interface AtDesk {
  readonly log: Log;
  readonly circle: Circle;
  readonly mission: MissionCode;
  /** Hears what others did in the circle and colleagues in the own book, and does what is due. */
  hear(): Promise<void>;
  entry(id: string): CircleEntry | undefined;
  close(): void;
}

export interface Over {
  readonly own?: (book: Book) => Book;
  readonly circle?: (book: Book) => Book;
}

export interface SharingWorld {
  readonly time: { now: number };
  /** Opens the app as that person, with their key unlocked unless told otherwise. */
  open(who: string, how?: { readonly locked?: true; readonly over?: Over }): Promise<AtDesk>;
  /** What lies in the circle's site, as its host reads it: on a tenant through raw Graph, past every rule of the app. */
  host(): Promise<string>;
  /** Lists of the site as the host's administrator gets them; only on a tenant. */
  raw(): Promise<readonly RawList[]>;
  /** Everything that every tenant keeps; only on a tenant. */
  everything(): string;
  close(): void;
}

interface Place {
  readonly time: { now: number };
  raw(): Promise<readonly RawList[]>;
  everything(): string;
  host(): Promise<string>;
  bookOf(who: string): Promise<Book>;
  circleOf(who: string, over: (book: Book) => Book): ConfiguredCircle;
  close(): void;
}

const roles: Readonly<Record<string, readonly Role[]>> = { 0: ['focal-point'], 1: ['head-of-mission'] };

async function inMemory(): Promise<Place> {
  const time = { now: Date.parse('2026-11-20T09:00:00Z') };
  const now = () => {
    time.now += 1000;
    return time.now;
  };
  const host = openMemoryBook({ now, name: 'circle' });
  await host.provision(circleLists);
  const books = new Map<string, Promise<Book>>();
  function made(ministry: Mission): Promise<Book> {
    const people = pairs[ministry].map((key, index) => ({ ...personOf(key), roles: roles[index] ?? [] }));
    return missionInMemory(ministry, people, now);
  }
  return {
    time,
    bookOf(who) {
      const ministry = castOf(who).ministry as Mission;
      const book = books.get(ministry) ?? made(ministry);
      books.set(ministry, book);
      return book;
    },
    circleOf(who, over) {
      const book = over(host);
      const person = { objectId: `guest-${who}`, tenantId: 'host', name: castOf(who).name };
      const begin = async () => {
        try {
          return {
            ok: true as const,
            opening: await book.open(circleKinds, circleJournal, since),
            since,
            person,
          };
        } catch (error) {
          return { ok: false as const, error };
        }
      };
      const opening = begin();
      return { id: circleId, tenant: 'host', book, owners: async () => book, opening, again: begin };
    },
    async host() {
      const pages = await Promise.all(circleLists.map((kind) => host.loadAll(kind)));
      return JSON.stringify(pages.flatMap(({ entries }) => entries.map(({ record }) => record)));
    },
    raw: () => Promise.reject(onlyOnTenant()),
    everything() {
      throw onlyOnTenant();
    },
    close: () => undefined,
  };
}

function onlyOnTenant(): TypeError {
  return new TypeError('a book in memory has no administrator');
}

async function onTenant(): Promise<Place> {
  const { tenant, staff, time, raw, bookOf, close } = await openCircleWorld();
  return {
    time,
    bookOf,
    circleOf(who, over) {
      const plain = staff.circle(who);
      const book = over(plain.book);
      // The first load too is read through what is put over the book.
      const opening = plain.opening.then(async (start) =>
        start.ok ? { ...start, opening: await book.open(circleKinds, circleJournal, start.since) } : start,
      );
      return { ...plain, book, opening };
    },
    host: async () => JSON.stringify(await raw()),
    raw,
    everything: () => tenant.world.dump(),
    close,
  };
}

export async function openSharingWorld(
  where: 'memory' | 'the local tenant' = 'memory',
): Promise<SharingWorld> {
  const place = await (where === 'memory' ? inMemory() : onTenant());
  const passphrases = new Map<string, string>();
  const logs = new Set<Log>();
  const environment: Environment = {
    ...browserEnvironment(),
    now: () => place.time.now,
    after: () => () => undefined,
    isVisible: () => true,
  };

  async function open(who: string, { locked, over }: { locked?: true; over?: Over } = {}): Promise<AtDesk> {
    const book = await place.bookOf(who);
    const log = await openReadyLog({
      book: over?.own?.(book) ?? book,
      person: personOf(who),
      environment,
      circles: [place.circleOf(who, over?.circle ?? ((plain) => plain))],
    });
    logs.add(log);
    const [circle] = await log.circles();
    if (!circle) throw new Error(`${who}: the circle is not open`);
    const known = passphrases.get(who);
    if (!locked && known) await circle.keys.unlock(known);
    if (!locked && !known) {
      const made = `${who} says these very six words`;
      passphrases.set(who, made);
      if (circle.view().keys === 'none') await circle.keys.createMissionKeys();
      await circle.keys.createOwnKey(made);
    }
    await circle.refresh();
    return {
      log,
      circle,
      mission: log.me.mission.code,
      async hear() {
        await log.refresh();
        await circle.refresh();
      },
      entry: (id) => circle.view().entries.find((one) => one.entry === id),
      close() {
        logs.delete(log);
        log.close();
      },
    };
  }

  return {
    time: place.time,
    open,
    host: () => place.host(),
    raw: () => place.raw(),
    everything: () => place.everything(),
    close() {
      for (const log of logs) log.close();
      place.close();
    },
  };
}

/** Keys made and signed, numbers compared in person, everybody unlocked: the focal point of each. */
export async function threeMissions(
  world: SharingWorld,
): Promise<Readonly<Record<Mission, AtDesk>> & { readonly heads: Readonly<Record<Mission, AtDesk>> }> {
  const focal = new Map<Mission, AtDesk>();
  const heads = new Map<Mission, AtDesk>();
  for (const mission of Object.keys(pairs) as Mission[]) {
    focal.set(mission, await world.open(pairs[mission][0]));
    const head = await world.open(pairs[mission][1]);
    await head.circle.keys.signCards();
    heads.set(mission, head);
  }
  for (const [mission, desk] of focal) {
    await desk.hear();
    const others = [...focal].filter(([other]) => other !== mission);
    for (const [, other] of others) await other.hear();
    await desk.circle.pins.verify(
      others.map(([, other]) => ({
        mission: other.mission,
        fingerprint: other.circle.view().ownFingerprint ?? '',
      })),
    );
  }
  for (const desk of [...focal.values(), ...heads.values()]) await desk.hear();
  return { ...Object.fromEntries(focal), heads: Object.fromEntries(heads) } as never;
}

/** Said by the defender, with everything explained: this action towards these missions. */
export function agreedTo(
  about: Code,
  action: ConsentAction,
  missions: readonly MissionCode[],
  more: Partial<ConsentInput> & { readonly identity?: IdentityLevel } = {},
): ConsentInput {
  const { identity = 'none', ...rest } = more;
  return agreed(about, {
    grants: [
      { action, audiences: missions.map((one) => `mission:${one}` as const), identity, categories: [] },
    ],
    informed: informedElements,
    witness: 'read-back',
    ...rest,
  });
}

/** One officer at work in a circle with keys made beforehand: the real exchange over whatever books it is given. */

import { circleJournal } from '../../src/domain/circle/kinds/circle-journal.ts';
import { circleKinds } from '../../src/domain/circle/registry.ts';
import { type Day, entryIdFrom } from '../../src/domain/ids.ts';
import type { Mission } from '../../src/domain/missions.ts';
import type { Entry, Person } from '../../src/domain/record-kind.ts';
import { kindByKey, recordKinds } from '../../src/domain/registry.ts';
import { systemKinds } from '../../src/domain/system-kinds.ts';
import { keepBook } from '../../src/log/bookkeeping.ts';
import { openCircleBook } from '../../src/log/circle/circle-book.ts';
import { openCircleCodes } from '../../src/log/circle/codes.ts';
import type { CircleGround, Keyring } from '../../src/log/circle/core.ts';
import { type Exchange, openExchange } from '../../src/log/circle/exchange.ts';
import { openCircleLinks } from '../../src/log/circle/received/links.ts';
import { openSeenHeads } from '../../src/log/circle/received/seen-heads.ts';
import { type CircleAct, openActs } from '../../src/log/circle/trust/acts.ts';
import { serverClock, todayAt } from '../../src/log/clock.ts';
import type { Environment } from '../../src/log/environment.ts';
import { openConsentFiles } from '../../src/log/gate/consent-files.ts';
import { openGateDesk } from '../../src/log/gate/gate-desk.ts';
import { peopleIn } from '../../src/log/gate/people.ts';
import { openJournal } from '../../src/log/journal.ts';
import { openReplica } from '../../src/log/memory/replica.ts';
import { unlock } from '../../src/sealing/keys.ts';
import type { Standing } from '../../src/sealing/standing.ts';
import type { Book } from '../../src/store/book.ts';
import { circle as circleId, type TestMission } from './sealing/test-circle.ts';

const since = '2026-10-21' as Day;
const kinds = [...recordKinds, ...systemKinds].filter((kind) => !kind.apart && kind.key !== 'journal');

export interface ShareDesk {
  readonly exchange: Exchange;
  /** Hears the circle and the own book, and works out what was said. */
  hear(): Promise<void>;
  close(): void;
}

/** `standing` is looked up whenever it is asked for. */
export interface AtDesk {
  readonly own: Book;
  readonly circle: Book;
  readonly environment: Environment;
  readonly by: Person;
  readonly mission: TestMission;
  readonly standing: Standing;
}

export async function openShareDesk(at: AtDesk): Promise<ShareDesk> {
  const { own: book, environment, by, mission } = at;
  const clock = serverClock(() => environment.now());
  const replica = openReplica(kindByKey);
  const books = keepBook(book, environment, clock, (entry) => {
    const kind = kindByKey(entry.kind);
    if (kind && !kind.apart && kind.key !== 'journal') replica.apply([entry]);
  });
  const readOwn = async () => {
    for (const kind of kinds) replica.apply((await book.loadAll(kind)).entries);
  };
  const opening = await at.circle.open(circleKinds, circleJournal, since);
  const me = { person: { ...by, ...mission.officer.person }, roles: ['focal-point'] as const };
  const circle = openCircleBook({
    id: circleId,
    book: at.circle,
    opened: { ok: true, opening, since, person: { ...by, tenantId: 'host' } },
    environment,
    onChanged: () => undefined,
  });
  const people = peopleIn(replica);
  const files = openConsentFiles(books, environment, clock, by, people.zone);
  const ground: CircleGround = {
    id: circleId,
    since,
    circle,
    me: () => ({
      ...me,
      mission: { code: mission.code, people: [], zone: 'Asia/Tbilisi' } as unknown as Mission,
    }),
    own: {
      books,
      gate: openGateDesk(files, people, clock, readOwn),
      journal: openJournal(book, books, environment, clock, by),
      replica,
      people,
      clock,
      environment,
      by,
      may: () => true,
      today: () => todayAt('Asia/Tbilisi', clock.now()),
    },
    newEntryId: () => entryIdFrom(environment.random(16)),
    changed: () => undefined,
  };
  const keyring: Keyring = {
    sealing: new Map([[mission.seal.kid, await unlock(mission.seal, 'sealing')]]),
    missionSigner: await unlock(mission.own, 'signing'),
    personSigner: mission.officer.unlocked,
  };
  const acts = openActs(ground, async () => true);
  let said: readonly CircleAct[] = [];
  const settled = async () => {
    said = (await acts.judge(at.standing, new Map())).acts;
  };
  const [codes, links, seen] = await Promise.all([
    openCircleCodes(ground),
    openCircleLinks(ground),
    openSeenHeads(ground),
  ]);
  const exchange = openExchange(
    {
      ...ground,
      standing: () => at.standing,
      keyring: () => keyring,
      acts: () => said,
      inDoubt: () => new Set(),
      async act(type, body) {
        const entry: Entry = await acts.append(type, body, keyring);
        await settled();
        return entry;
      },
      settled,
      showIdentity: async () => undefined,
    },
    { codes, links, seen, missions: () => [], changed: () => undefined },
  );
  async function hear(): Promise<void> {
    await readOwn();
    await circle.caughtUp();
    await settled();
    await exchange.envelopes.work();
    exchange.forget();
  }
  await hear();
  return {
    exchange,
    hear,
    close: () => {
      circle.stop();
      exchange.close();
    },
  };
}

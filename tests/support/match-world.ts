/** Missions that compare whom they know: each with a book, people and keys of its own, the envelopes between them really sealed. */

import { audienceText, missionsIn } from '../../src/domain/circle/circle-fields.ts';
import { type CircleEntryRecord, circleEntry } from '../../src/domain/circle/kinds/circle-entry.ts';
import { MATCH_SIZE } from '../../src/domain/circle/match-rules.ts';
import { checkedBody, payloadOf } from '../../src/domain/circle/payloads/registry.ts';
import { circleLists } from '../../src/domain/circle/registry.ts';
import { weekOf } from '../../src/domain/circle/week.ts';
import { codeFrom } from '../../src/domain/codes.ts';
import { clearCarried, clearNone } from '../../src/domain/consent/clear.ts';
import {
  type Code,
  type Day,
  dayOf,
  type EntryId,
  entryIdFrom,
  type MissionCode,
} from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/missions.ts';
import type { AnyRecord, Person } from '../../src/domain/record-kind.ts';
import { kindByKey, recordKinds } from '../../src/domain/registry.ts';
import { may } from '../../src/domain/roles.ts';
import { identity } from '../../src/domain/system/identity.ts';
import { journal as journalKind } from '../../src/domain/system/journal.ts';
import { matchRun, matchRunExample } from '../../src/domain/system/match-run.ts';
import { mission as missionKind } from '../../src/domain/system/mission.ts';
import { systemKinds } from '../../src/domain/system-kinds.ts';
import { keepBook } from '../../src/log/bookkeeping.ts';
import type { CircleEntry } from '../../src/log/circle/circle.ts';
import type { Matching } from '../../src/log/circle/contract/matching.ts';
import { openMatchBook } from '../../src/log/circle/match/match-book.ts';
import type { MatchingParts, MatchToSend } from '../../src/log/circle/match/match-parts.ts';
import { openMatching } from '../../src/log/circle/match/matching.ts';
import { CannotSend } from '../../src/log/circle/share/send.ts';
import { serverClock } from '../../src/log/clock.ts';
import { browserEnvironment, type Environment } from '../../src/log/environment.ts';
import { openConsentFiles } from '../../src/log/gate/consent-files.ts';
import { openGateDesk } from '../../src/log/gate/gate-desk.ts';
import { peopleIn } from '../../src/log/gate/people.ts';
import { openJournal } from '../../src/log/journal.ts';
import type { Log } from '../../src/log/log.ts';
import { openReplica } from '../../src/log/memory/replica.ts';
import { randomBytes } from '../../src/sealing/bytes.ts';
import type { Json } from '../../src/sealing/canonical.ts';
import { openEnvelope } from '../../src/sealing/open.ts';
import { type PayloadType, seal } from '../../src/sealing/seal.ts';
import type { Book } from '../../src/store/book.ts';
import { openMemoryBook } from '../../src/store/memory.ts';
import { agreed } from './log-world.ts';
import { openReadyLog } from './ready-log.ts';
import {
  circle,
  newMission,
  openingOf,
  recipients,
  standingFor,
  type TestMission,
} from './sealing/test-circle.ts';

export interface MatchSide {
  readonly code: MissionCode;
  readonly log: Log;
  readonly matching: Matching;
  readonly book: Book;
  /** Acts that the journal of our own book tells of, oldest first. */
  acts(): Promise<readonly AnyRecord[]>;
  /** Somebody with a name, who agreed to quiet contact with these missions. */
  defender(name: string, born: string, towards: readonly string[], more?: AnyRecord): Promise<Code>;
  /** Takes in what the circle and our own book hold by now. */
  sync(): Promise<void>;
  /** A message as the mission's own people could send it past our app. */
  send(what: Pick<MatchToSend, 'type' | 'to' | 'body'>): Promise<EntryId>;
  /** What fails from now on: a message before it is sent, one that arrives and whose answer is lost, the journal. */
  breaks(what: Broken): void;
  /** How many names were read so far. */
  namesRead(): number;
}

export interface MatchWorld {
  readonly time: { now: number };
  readonly circle: Book;
  side(mission: string): MatchSide;
  passDays(days: number): void;
}

export type Broken = 'before' | 'after' | 'journal' | undefined;

/** What the log throws when the network went. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

/** @param size points each side sends */
export async function openMatchWorld(
  names: readonly string[],
  size: number,
  roles: readonly Role[] = ['focal-point'],
): Promise<MatchWorld> {
  const time = { now: Date.parse('2026-11-20T09:00:00Z') };
  const book = openMemoryBook({ now: () => time.now, name: circle });
  await book.provision(circleLists);
  const missions = await Promise.all(names.map(newMission));
  const sides = new Map<string, MatchSide>();
  for (const mission of missions)
    sides.set(mission.code, await openSide(mission, missions, book, time, size, roles));
  return {
    time,
    circle: book,
    side(name) {
      const found = sides.get(name);
      if (!found) throw new Error(`no mission ${name}`);
      return found;
    },
    passDays(days) {
      time.now += days * 86_400_000;
    },
  };
}

async function openSide(
  mission: TestMission,
  all: readonly TestMission[],
  shared: Book,
  time: { now: number },
  size: number,
  roles: readonly Role[],
): Promise<MatchSide> {
  const person: Person = { ...mission.officer.person, name: `Focal point, ${mission.code}` };
  const environment: Environment = { ...browserEnvironment(), now: () => time.now };
  let breaks: Broken;
  let namesRead = 0;
  const memory = openMemoryBook({ now: () => time.now, name: mission.code });
  const book: Book = {
    ...memory,
    async add(cleared) {
      if (breaks === 'journal' && cleared.kind.key === journalKind.key) throw new Gone();
      return memory.add(cleared);
    },
    async find(kind, entry) {
      if (kind.key === identity.key) namesRead += 1;
      return memory.find(kind, entry);
    },
  };
  await book.provision([...recordKinds, ...systemKinds]);
  await book.add(
    clearNone({ kind: missionKind, entry: newId(), by: person, record: describe(mission, person, roles) }),
  );
  const log = await openReadyLog({ book, person, environment });

  const clock = serverClock(() => time.now);
  const replica = openReplica(kindByKey);
  const books = keepBook(book, environment, clock, (entry) => {
    if (!kindByKey(entry.kind)?.apart && entry.kind !== journalKind.key) replica.apply([entry]);
  });
  const people = peopleIn(replica);
  const files = openConsentFiles(books, environment, clock, person, people.zone);
  const gate = openGateDesk(files, people, clock, readOwn);
  const standing = await standingFor(mission, all);
  let opened: readonly CircleEntry[] = [];
  let seq = 0;

  async function readOwn(): Promise<void> {
    for (const kind of [...recordKinds, ...systemKinds])
      if (!kind.apart && kind.key !== journalKind.key) replica.apply((await book.loadAll(kind)).entries);
  }

  async function readCircle(): Promise<void> {
    const { entries } = await shared.loadAll(circleEntry);
    opened = (
      await Promise.all(entries.map(({ entry, at, record }) => open(entry, at, record as never)))
    ).flat();
  }

  async function open(entry: CircleEntry['entry'], at: CircleEntry['at'], record: CircleEntryRecord) {
    const { from, coarse, week, state } = record;
    const audience = missionsIn(record.audience);
    const found = await openEnvelope(
      record.envelope ?? '',
      openingOf(mission, standing, { entry, from, audience, writtenAt: at }),
    );
    const shown = { entry, from, coarse, week, state, audience, at, rev: 1, fresh: false };
    if (!found.ok) return [shown];
    const { type, at: signed, seq: place, body } = found.payload;
    return [{ ...shown, content: { type, at: signed, seq: place, body: body as AnyRecord } }];
  }

  async function send(what: MatchToSend): Promise<void> {
    if (breaks === 'before') throw new Gone();
    const payload = payloadOf(what.type);
    // The declared bodies are of the size that missions use.
    if (!payload || (size === MATCH_SIZE && !checkedBody(what.type, what.body)))
      throw new Error(`no sound ${what.type}`);
    const missionsTo = [mission.code, ...what.to];
    seq += 1;
    const { envelope } = await seal({
      circle,
      entry: what.entry,
      payload: payload as PayloadType,
      body: what.body as Json,
      rev: 1,
      seq,
      at: clock.now(),
      person: mission.officer.person.objectId,
      signer: mission.officer.unlocked,
      recipients: recipients(standing, missionsTo),
      cleared: what.cleared,
    });
    const stopped = await what.still();
    if (stopped) throw new CannotSend(stopped);
    const { coarse, state } = what;
    const week = weekOf(dayOf(clock.now()));
    const record = { coarse, state, from: mission.code, week, audience: audienceText(missionsTo), envelope };
    await shared.add(
      clearCarried({ kind: circleEntry, entry: what.entry, record, by: person }, what.cleared),
    );
    if (breaks === 'after') throw new Gone();
    await readCircle();
  }

  const parts: MatchingParts = {
    id: circle,
    size,
    own: {
      ...{ books, gate, replica, people, clock, environment, by: person },
      journal: openJournal(book, books, environment, clock, person),
      may: (ability) => may(log.me, ability),
      today: () => log.today(),
    },
    me: () => log.me,
    newEntryId: newId,
    opened: () => opened,
    send,
    circleCode: async () => codeFrom(randomBytes(5)),
    async takeBack(row) {
      const found = await shared.find(circleEntry, row);
      if (!found) return;
      const { envelope: _, ...record } = found.entry.record;
      const toClear = {
        kind: circleEntry,
        entry: row,
        record: { ...record, state: 'retracted' },
        by: person,
      };
      await shared.amend(clearNone(toClear), found.entry);
      await readCircle();
    },
  };

  const runs = await openMatchBook({ id: circle, own: parts.own, changed: () => undefined });
  const matching = openMatching(parts, runs);

  return {
    code: mission.code,
    log,
    book,
    matching,
    async acts() {
      const { entries } = await book.loadAll(journalKind);
      return entries.map(({ record }) => record).sort((a, b) => Number(a.sequence) - Number(b.sequence));
    },
    async defender(name, born, towards, more = {}) {
      const code = log.newCode();
      const values = { about: code, unit: 'individual', ...more };
      const outcome = await log.save({ kind: 'defender', entry: log.newEntryId(), values });
      if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
      await log.saveIdentity(code, {
        about: code,
        fullName: name,
        ...(born ? { birthDate: born as Day } : {}),
      });
      const audiences = ['embassy', ...towards.map((each) => `mission:${each}` as const)] as const;
      const grants = [{ action: 'quiet-contact', audiences, identity: 'none', categories: [] }] as const;
      await log.recordConsent(agreed(code, { grants }));
      return code;
    },
    async sync() {
      await readOwn();
      await runs.read();
      await readCircle();
    },
    async send(what) {
      const entry = newId();
      const record = { ...matchRunExample, run: entry };
      const cleared = clearNone({ kind: matchRun, entry, record, by: person });
      await send({ ...what, entry, coarse: 'circle', state: 'open', cleared, still: async () => undefined });
      return entry;
    },
    breaks(what) {
      breaks = what;
    },
    namesRead: () => namesRead,
  };
}

function describe(mission: TestMission, person: Person, roles: readonly Role[]): AnyRecord {
  return {
    code: mission.code,
    name: `Embassy of ${mission.code}`,
    state: mission.code,
    hostCountry: 'Varosia',
    kind: 'embassy',
    zone: 'Asia/Tbilisi',
    people: [{ ...person, roles }],
  };
}

const newId = () => entryIdFrom(randomBytes(16));

/** Random runs of two officers and another mission around shares, with faults and kills, and what must hold after each. */

import { circleLists } from '../../src/domain/circle/registry.ts';
import type { Cleared } from '../../src/domain/consent/clear.ts';
import { clearNone } from '../../src/domain/consent/clear.ts';
import { type ConsentFile, informedElements, type Ticket } from '../../src/domain/consent/consent-file.ts';
import { addDays, type Code, type Day, dayOf, type EntryId, type Instant } from '../../src/domain/ids.ts';
import type { Entry } from '../../src/domain/record-kind.ts';
import { hearing } from '../../src/domain/records/hearing.ts';
import { recordKinds } from '../../src/domain/registry.ts';
import { share as shareKind } from '../../src/domain/system/share.ts';
import { systemKinds } from '../../src/domain/system-kinds.ts';
import type { Log } from '../../src/log/log.ts';
import { consentFileIn } from '../../src/log/people.ts';
import type { Standing } from '../../src/sealing/standing.ts';
import type { Book } from '../../src/store/book.ts';
import { openMemoryBook } from '../../src/store/memory.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { addDefender, agreed, ines, machines, openLogWorld, tomas } from './log-world.ts';
import { newCircle, standingFor, type TestMission } from './sealing/test-circle.ts';
import type { ShareDesk } from './share-desk.ts';
import { openShareDesk } from './share-desk.ts';

export type Command =
  | { readonly do: 'give'; readonly who: 0 | 1; readonly days: number; readonly wide: boolean }
  | { readonly do: 'withdraw' | 'refuse' | 'share' | 'uphold'; readonly who: 0 | 1 }
  | { readonly do: 'again'; readonly who: 0 | 1; readonly nth: number }
  | { readonly do: 'act'; readonly nth: number }
  | { readonly do: 'pass-time'; readonly hours: number };

export interface Run {
  readonly steps: readonly (readonly [Command] | readonly [Command, Command])[];
  readonly chances: readonly number[];
}

export interface Findings {
  readonly violations: readonly string[];
  readonly sealed: number;
  readonly deeds: number;
  readonly refusals: number;
  readonly takenBack: number;
  readonly faults: number;
}

/** Everything that reached a book, in the order in which it did. */
interface Event {
  readonly entry: Entry;
  readonly cleared: Cleared;
  /** Index at which the command began that wrote it. */
  readonly since: number;
}

class Killed extends Error {}

interface Keys {
  readonly ours: TestMission;
  readonly theirs: TestMission;
  readonly ourStanding: Standing;
  readonly theirStanding: Standing;
}
let made: Promise<Keys> | undefined;

/** Keys cost more than everything else; every run uses the same ones. */
function keys(): Promise<Keys> {
  made ??= (async () => {
    const all = await newCircle(['aldermark', 'brenland']);
    const both = Object.values(all);
    return {
      ours: all.aldermark,
      theirs: all.brenland,
      ourStanding: await standingFor(all.aldermark, both),
      theirStanding: await standingFor(all.brenland, both),
    };
  })();
  return made;
}

export async function play(run: Run, seed: number): Promise<Findings> {
  const { ours, theirs, ourStanding, theirStanding } = await keys();
  const world = await openLogWorld(seed);
  const { time } = world;
  // Instants have whole seconds: what comes after something is dated so.
  const now = () => {
    time.now += 1000;
    return time.now;
  };
  const host = openMemoryBook({ now, name: 'circle' });
  await host.provision(circleLists);
  const other = openMemoryBook({ now, name: 'brenland' });
  await other.provision([...recordKinds, ...systemKinds]);

  const events: Event[] = [];
  let drawn = 0;
  let faults = 0;
  const chance = () => (run.chances[drawn++ % run.chances.length] ?? 0) % 600;
  const machine = machines(time, seed);
  const told = new Set<EntryId>();
  const cutOff: number[] = [];

  /** Who writes what is known by the command that the actor is in. */
  function bookFor(plain: Book, at: () => number, isFaulty: boolean): Book {
    const recording = recorded(plain, events, at);
    return isFaulty ? faulty(recording, chance, () => (faults += 1)) : recording;
  }
  interface Actor {
    log: Log | undefined;
    desk: ShareDesk;
    since: number;
    kill?: { dead: boolean };
  }
  async function opened(
    who: 0 | 1 | 2,
    actor: { since: number },
    isFaulty = true,
  ): Promise<Omit<Actor, 'since'>> {
    for (;;) {
      try {
        const at = () => actor.since;
        const person = who === 1 ? tomas : ines;
        const own = bookFor(who === 2 ? other : world.book, at, isFaulty);
        const circle = bookFor(host, at, isFaulty);
        const log = who === 2 ? undefined : await world.open(person, { over: () => own });
        const desk = await openShareDesk({
          own,
          circle,
          environment: machine.environmentOf(0),
          by: person,
          mission: who === 2 ? theirs : ours,
          standing: who === 2 ? theirStanding : ourStanding,
        });
        return { log, desk };
      } catch (error) {
        if (!(error instanceof Killed) && !(error instanceof StoreError)) throw error;
      }
    }
  }

  const calm: Actor = { since: 0, ...(await opened(0, { since: 0 }, false)) };
  const calmLog = calm.log as Log;
  const about = await addDefender(calmLog);
  const source = calmLog.newEntryId();
  await recorded(world.book, events, () => 0).add(
    clearNone({
      kind: hearing,
      entry: source,
      by: ines,
      record: {
        about,
        court: 'Oskel District Court',
        start: { day: '2027-01-20', time: '10:00', zone: 'Asia/Tbilisi' },
      },
    }),
  );
  const actors: Actor[] = [];
  for (const who of [0, 1, 2] as const) {
    const actor = { since: 0 } as Actor;
    Object.assign(actor, await opened(who, actor));
    actors.push(actor);
  }
  const plans: EntryId[] = [];
  let refusals = 0;
  let deeds = 0;

  async function act(command: Command): Promise<void> {
    if (command.do === 'pass-time') {
      time.now += command.hours * 3_600_000;
      return;
    }
    const who = command.do === 'act' ? 2 : command.who;
    const actor = actors[who] as Actor;
    actor.since = events.length;
    try {
      await perform(actor, command);
    } catch (error) {
      if (!(error instanceof Killed) && !(error instanceof StoreError)) throw error;
      cutOff.push(actor.since);
      // Whoever was cut off starts again, as after a closed tab.
      actor.log?.close();
      actor.desk.close();
      Object.assign(actor, await opened(who, actor));
    }
  }

  async function perform(
    { log, desk }: Actor,
    command: Exclude<Command, { do: 'pass-time' }>,
  ): Promise<void> {
    const { sharing } = desk.exchange;
    if (command.do === 'act') {
      await desk.hear();
      const rows = desk.exchange.inbox.entries().filter(({ content }) => content?.type === 'shared-entry');
      const row = rows[command.nth % Math.max(1, rows.length)];
      if (!row) return;
      const answer = { entry: calmLog.newEntryId(), to: row.entry, says: 'yes', state: 'confirmed' } as const;
      const outcome = await sharing.answer(answer);
      if (outcome.outcome === 'done') deeds += 1;
      else refusals += 1;
      return;
    }
    if (!log) return;
    if (command.do === 'give') {
      const audiences = command.wide ? (['mission:brenland'] as const) : (['mission:corvia'] as const);
      await log.recordConsent(
        agreed(about, {
          grants: [{ action: 'trial', audiences, identity: 'none', categories: [] }],
          validity: { kind: 'until', day: addDays(dayOf(log.now()), command.days) },
          informed: informedElements,
        }),
      );
    } else if (command.do === 'withdraw' || command.do === 'refuse') {
      const outcome = await log.withdrawConsent(
        agreed(about, { outcome: command.do === 'refuse' ? 'refused' : 'withdrawn', grants: [] }),
      );
      for (const entry of [
        ...outcome.inFlight,
        ...outcome.halted.map((one) => one.entry),
        ...outcome.received.map((one) => one.entry),
      ])
        told.add(entry);
      await desk.hear();
      await desk.exchange.uphold();
    } else if (command.do === 'uphold') {
      await desk.hear();
      await desk.exchange.uphold();
    } else {
      const known = command.do === 'again' ? plans[command.nth % Math.max(1, plans.length)] : undefined;
      const plan = known ?? log.newEntryId();
      if (!known) plans.push(plan);
      await desk.hear();
      const outcome = await sharing.share({
        share: plan,
        source,
        to: [theirs.code],
        parts: ['start', 'court'],
        identity: 'none',
        categories: [],
        until: '2027-06-01' as Day,
      });
      if (outcome.outcome !== 'done') refusals += 1;
    }
  }

  for (const step of run.steps) await Promise.all(step.map(act));
  // In the end somebody opens the app in good weather.
  actors.forEach((actor) => {
    actor.log?.close();
    actor.desk.close();
  });
  calm.since = events.length;
  await calm.desk.hear();
  await calm.desk.exchange.uphold();
  await calm.desk.hear();
  const quiet = stillOut(calm.desk, about, events, dayOf(calmLog.now()));
  calmLog.close();
  calm.desk.close();
  const rows = events.filter(({ entry }) => isSealedShare(entry));
  return {
    violations: [...judge(events, about, told, cutOff), ...quiet],
    sealed: rows.length,
    deeds,
    refusals,
    takenBack: events.filter(
      ({ entry }) => entry.kind === 'circle-entry' && entry.record.state === 'retracted',
    ).length,
    faults,
  };
}

function isSealedShare({ kind, record }: Entry): boolean {
  return (
    kind === 'circle-entry' &&
    record.from === 'aldermark' &&
    record.coarse === 'trial' &&
    record.envelope !== undefined
  );
}

function recorded(book: Book, events: Event[], at: () => number): Book {
  const noted = (entry: Entry, cleared: Cleared) => events.push({ entry, cleared, since: at() });
  return {
    ...book,
    async add(cleared) {
      const before = await book.find(cleared.kind, cleared.entry);
      const done = await book.add(cleared);
      if (!before) noted(done.entry, cleared);
      return done;
    },
    async amend(cleared, at_) {
      const done = await book.amend(cleared, at_);
      noted(done.entry, cleared);
      return done;
    },
  };
}

/** Answers late, fails before or after the fact, or dies for good at any request. */
function faulty(book: Book, chance: () => number, struck: () => void): Book {
  let dead = false;
  async function through<T>(call: () => Promise<T>): Promise<T> {
    if (dead) throw new Killed('the tab is gone');
    const luck = chance();
    for (let wait = luck % 7; wait > 0; wait -= 1) await Promise.resolve();
    if (luck >= 594) struck();
    if (luck >= 594 && luck < 596) throw new StoreError('unavailable');
    if (luck === 599) {
      dead = true;
      throw new Killed('before');
    }
    const answer = await call();
    if (luck >= 596 && luck < 598) throw new StoreError('unavailable', { maybeDone: true });
    if (luck === 598) {
      dead = true;
      throw new Killed('after');
    }
    return answer;
  }
  return {
    ...book,
    open: (...given) => through(() => book.open(...given)),
    load: (...given) => through(() => book.load(...given)),
    changes: (...given) => through(() => book.changes(...given)),
    find: (...given) => through(() => book.find(...given)),
    get: (...given) => through(() => book.get(...given)),
    add: (...given) => through(() => book.add(...given)),
    amend: (...given) => through(() => book.amend(...given)),
  };
}

interface FileState {
  readonly file: ConsentFile;
  readonly at: Instant;
  readonly index: number;
}

/** What must hold, from the order of events alone. */
function judge(
  events: readonly Event[],
  about: Code,
  told: ReadonlySet<EntryId>,
  cutOff: readonly number[],
): readonly string[] {
  const found: string[] = [];
  const states: FileState[] = [];
  const shares = new Map<unknown, { readonly entry: EntryId; readonly ticket: string | undefined }[]>();
  const ended = new Map<unknown, number>();
  const attested: { readonly row: unknown; readonly index: number; readonly until: string }[] = [];
  for (const [index, { entry, cleared, since }] of events.entries()) {
    const { record } = entry;
    if (entry.kind === 'consent-file') states.push({ file: consentFileIn(entry), at: entry.at, index });
    if (entry.kind === shareKind.key && record.type === 'shared-entry' && cleared.ticket)
      shares.set(record.row, [
        ...(shares.get(record.row) ?? []),
        { entry: entry.entry, ticket: cleared.ticket },
      ]);
    if (entry.kind === 'act' && record.from === 'aldermark') {
      const said = textOf(record.jws);
      if (record.type === 'withdrawn')
        for (const row of said.entries as string[]) ended.set(row, ended.get(row) ?? index);
      if (record.type === 'retracted') ended.set(said.entry, ended.get(said.entry) ?? index);
      if (record.type === 'attested') {
        attested.push({ row: said.entry, index, until: String(said.until) });
        const why = wordFault(states, since, said.until as string, entry.at);
        if (why) found.push(`attested ${String(said.entry)}: ${why}`);
      }
    }
    if (isSealedShare(entry)) {
      const why = sealFault(shares.get(entry.entry) ?? [], states, told, cutOff, index);
      if (why) found.push(`sealed ${entry.entry}: ${why}`);
    }
    if (
      entry.kind === shareKind.key &&
      record.type === 'answer' &&
      record.state === 'shared' &&
      record.digest === undefined
    ) {
      const { to } = record.says as { readonly to: string };
      const gone = ended.get(to);
      if (gone !== undefined && gone < since) found.push(`acted on ${to}: it had been taken back before`);
      if (!attested.some((one) => one.row === to && one.until > entry.at))
        found.push(`acted on ${to}: nobody attested`);
    }
  }
  if (states.some(({ file }) => file.about !== about)) found.push('a file of somebody else');
  return found;
}

/** Why our word had no right to be given: judged by what stood when whoever gave it began. */
function wordFault(
  states: readonly FileState[],
  since: number,
  until: string,
  at: Instant,
): string | undefined {
  const then = states.findLast(({ index }) => index < since) ?? states[0];
  const during = states.filter(({ index }) => index >= since);
  const carrying = [then, ...during].flatMap((state) =>
    state && isAgreed(state.file, dayOf(at)) ? [state] : [],
  );
  if (carrying.length === 0) return 'no consent at any time since it was begun';
  const last =
    carrying
      .map(({ file }) => endOf(file))
      .sort()
      .at(-1) ?? '';
  return until > `${addDays(last as Day, 1)}T00:00:00Z` ? 'longer than the consent' : undefined;
}

function sealFault(
  shares: readonly { readonly entry: EntryId; readonly ticket: string | undefined }[],
  states: readonly FileState[],
  told: ReadonlySet<EntryId>,
  cutOff: readonly number[],
  index: number,
): string | undefined {
  if (shares.length === 0) return 'no share in our own book';
  const reasons = shares.map(({ entry, ticket }) =>
    standing(
      states.filter((one) => one.index < index),
      ticket ?? '',
      entry,
      told,
      cutOff,
    ),
  );
  return reasons.includes(undefined) ? undefined : reasons[0];
}

/** Why this had no right to be sealed under this ticket, or undefined. */
function standing(
  states: readonly FileState[],
  id: string,
  entry: EntryId,
  told: ReadonlySet<EntryId>,
  cutOff: readonly number[],
): string | undefined {
  const place = states.findLastIndex(
    ({ file }, at) => holds(file, id, 'placed') && !holds(states[at - 1]?.file, id, 'placed'),
  );
  const state = states[place];
  if (!state) return 'its ticket was never placed';
  if (!isAgreed(state.file, dayOf(state.at))) return 'no consent when the ticket was placed';
  const after = states
    .slice(place + 1)
    .find(({ file }) => !holds(file, id, 'placed') && !holds(file, id, 'used'));
  if (after && !holds(after.file, id, 'recalled')) return 'its ticket was given back before';
  // Whoever withdrew and was cut off was told nothing, and somebody else finishes it.
  const wasCut = after !== undefined && cutOff.some((since) => since <= after.index);
  if (after && !told.has(entry) && !wasCut) return 'recalled, and nobody was told that it was under way';
  return undefined;
}

function holds(file: ConsentFile | undefined, id: string, state: Ticket['state']): boolean {
  return file?.tickets.some((ticket) => ticket.id === id && ticket.state === state) ?? false;
}

/** The oracle's own reading of a file in which only the defender speaks and only about trials. */
function isAgreed(file: ConsentFile, today: Day): boolean {
  const said = file.decisions.findLast(
    (decision) =>
      decision.outcome === 'refused' ||
      decision.outcome === 'withdrawn' ||
      decision.grants.some((grant) => (grant.audiences as readonly string[]).includes('mission:brenland')),
  );
  return said?.outcome === 'given' && (said.validity?.day ?? '') >= today;
}

function endOf(file: ConsentFile): string {
  return (
    file.decisions
      .map(({ validity }) => validity?.day ?? '')
      .sort()
      .at(-1) ?? ''
  );
}

/** In the end nothing that lost its consent lies in the circle, and nothing is half sent. */
function stillOut(desk: ShareDesk, about: Code, events: readonly Event[], today: Day): readonly string[] {
  const last = events.findLast(({ entry }) => entry.kind === 'consent-file' && entry.record.about === about);
  const stands = last !== undefined && isAgreed(consentFileIn(last.entry), today);
  const rows = new Map(
    events.flatMap(({ entry }) =>
      entry.kind === 'circle-entry' && entry.record.coarse === 'trial' ? [[entry.entry, entry] as const] : [],
    ),
  );
  const found: string[] = [];
  for (const [id, { record }] of rows)
    if (record.envelope !== undefined && !stands)
      found.push(`${id}: still lies in the circle without consent`);
  for (const { record } of desk.exchange.shares.all()) {
    const row = rows.get(record.row)?.record;
    if (
      record.state === 'shared' &&
      record.type === 'shared-entry' &&
      record.digest === undefined &&
      row?.envelope !== undefined
    )
      found.push(`${record.row}: sent and not noted`);
    if (record.state !== 'shared' && row?.envelope !== undefined)
      found.push(`${record.row}: taken back and still there`);
  }
  return found;
}

function textOf(jws: unknown): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(String(jws).split('.')[1] ?? '', 'base64url').toString('utf8'));
}

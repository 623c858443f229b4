/** Random runs of two officers and another mission around shares, with faults and kills, and what must hold after each. */

import { circleLists } from '../../src/domain/circle/registry.ts';
import { clearNone } from '../../src/domain/consent/clear.ts';
import { informedElements } from '../../src/domain/consent/consent-file.ts';
import { addDays, type Day, dayOf, type EntryId } from '../../src/domain/ids.ts';
import { hearing } from '../../src/domain/records/hearing.ts';
import { recordKinds } from '../../src/domain/registry.ts';
import { systemKinds } from '../../src/domain/system-kinds.ts';
import type { Log } from '../../src/log/log.ts';
import type { Standing } from '../../src/sealing/standing.ts';
import type { Book } from '../../src/store/book.ts';
import { openMemoryBook } from '../../src/store/memory.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { type Asked, drawOf, type Fate, faulty, Killed, started } from './faulty-book.ts';
import { addDefender, agreed, ines, machines, openLogWorld, tomas } from './log-world.ts';
import { newCircle, standingFor, type TestMission } from './sealing/test-circle.ts';
import { recorded } from './share-books.ts';
import type { ShareDesk } from './share-desk.ts';
import { openShareDesk } from './share-desk.ts';
import { shareLooked } from './share-looked.ts';
import { type Event, isSealedShare, judge, stillOut } from './share-oracle.ts';

/** Six of so many draws are faults. */
const SIDES = 600;

export type Command =
  | { readonly do: 'give'; readonly who: 0 | 1; readonly days: number; readonly wide: boolean }
  | { readonly do: 'withdraw' | 'refuse' | 'share' | 'uphold'; readonly who: 0 | 1 }
  | { readonly do: 'again'; readonly who: 0 | 1; readonly nth: number }
  | { readonly do: 'act'; readonly nth: number }
  | { readonly do: 'pass-time'; readonly hours: number };

export interface Run {
  readonly steps: readonly (readonly [Command] | readonly [Command, Command])[];
  readonly chances: readonly number[];
  /** In place of chance: the faults that strike, one after the other, each at the next request like this. */
  readonly strikes?: readonly ToStrike[];
}

/** Who is about what, the request, what becomes of it; `0 share: load journal`, `killed after`. */
export type ToStrike = readonly [request: string, fate: Fate];

export interface Findings {
  readonly violations: readonly string[];
  readonly sealed: number;
  readonly deeds: number;
  readonly refusals: number;
  readonly takenBack: number;
  readonly faults: number;
  /** Each fault in turn. */
  readonly strikes: readonly ToStrike[];
}

/** What an actor is about, and since which event. */
interface Doing {
  since: number;
  doing: string;
}

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
  const strikes: ToStrike[] = [];
  function chance(request: string): number {
    if (!run.strikes) return (run.chances[drawn++ % run.chances.length] ?? 0) % SIDES;
    const [next, fate] = run.strikes[strikes.length] ?? [];
    return fate && request === next ? drawOf(fate, SIDES) : 0;
  }
  const machine = machines(time, seed);
  const told = new Set<EntryId>();
  const cutOff: number[] = [];

  /** Who writes what is known by the command that the actor is in. */
  function bookFor(plain: Book, actor: Doing, isFaulty: boolean): Book {
    const recording = recorded(plain, events, () => actor.since);
    if (!isFaulty) return recording;
    const request = ({ call, kind }: Asked) => `${actor.doing}: ${call} ${kind ?? 'book'}`;
    return faulty(recording, {
      sides: SIDES,
      calls: ['open', 'load', 'changes', 'find', 'get', 'add', 'amend'],
      chance: (asked) => chance(request(asked)),
      struck: (strike) => strikes.push([request(strike), strike.fate]),
    });
  }
  interface Actor extends Doing {
    log: Log | undefined;
    desk: ShareDesk;
    kill?: { dead: boolean };
  }
  const opened = (who: 0 | 1 | 2, actor: Doing) => started((isStruck) => openedOnce(who, actor, isStruck));
  async function openedOnce(
    who: 0 | 1 | 2,
    actor: Doing,
    isStruck: boolean,
  ): Promise<Omit<Actor, keyof Doing>> {
    const person = who === 1 ? tomas : ines;
    const own = bookFor(who === 2 ? other : world.book, actor, isStruck);
    const circle = bookFor(host, actor, isStruck);
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
  }

  const start: Doing = { since: 0, doing: 'start' };
  const calm: Actor = { ...start, ...(await openedOnce(0, start, false)) };
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
    const actor = { ...start } as Actor;
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
    actor.doing = `${who} ${command.do}`;
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
      const outcome = await shareLooked(sharing, {
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
    faults: strikes.length,
    strikes,
  };
}

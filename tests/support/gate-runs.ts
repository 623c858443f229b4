/** Random runs of two officers on one mission's book with faults and kills, and what must hold after each. */

import { type Cleared, clearNone } from '../../src/domain/consent/clear.ts';
import type { ConsentFile, Ticket } from '../../src/domain/consent/consent-file.ts';
import { addDays, type Code, type Day, dayOf, type EntryId, type Instant } from '../../src/domain/ids.ts';
import type { Entry, Person } from '../../src/domain/record-kind.ts';
import { hearing } from '../../src/domain/records/hearing.ts';
import { trialObservation } from '../../src/domain/records/trial-observation.ts';
import { consentFileIn } from '../../src/log/gate/people.ts';
import type { Log } from '../../src/log/log.ts';
import type { Book } from '../../src/store/book.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { faulty, Killed, started } from './faulty-book.ts';
import { addDefender, agreed, ines, type LogWorld, tomas } from './log-world.ts';

/** One thing that happens; `who` is the officer, `at` which of the run's defenders. */
export type Command =
  | {
      readonly do: 'give';
      readonly who: 0 | 1;
      readonly at: 0 | 1;
      readonly audiences: readonly ('embassy' | 'host-authority')[];
      readonly days: number;
    }
  | { readonly do: 'refuse'; readonly who: 0 | 1; readonly at: 0 | 1 }
  | { readonly do: 'withdraw'; readonly who: 0 | 1; readonly at: 0 | 1 }
  | { readonly do: 'plan'; readonly who: 0 | 1; readonly at: 0 | 1; readonly both: boolean }
  | { readonly do: 'announce'; readonly who: 0 | 1; readonly nth: number }
  | { readonly do: 'move'; readonly who: 0 | 1; readonly nth: number }
  | { readonly do: 'record'; readonly who: 0 | 1; readonly at: 0 | 1; readonly why: boolean }
  | { readonly do: 'pass-time'; readonly hours: number };

/** Pairs run side by side; the numbers decide faults, kills and in which order the two get on. */
export interface Run {
  readonly steps: readonly (readonly [Command] | readonly [Command, Command])[];
  readonly chances: readonly number[];
}

export interface Findings {
  readonly violations: readonly string[];
  readonly gatedWrites: number;
  readonly refusals: number;
  readonly faults: number;
}

/** Everything that reached the book, in the order in which it did. */
interface Event {
  readonly entry: Entry;
  readonly cleared?: Cleared;
}

/**
 * Plays one run against a fresh pair of officers and judges it by an oracle of its own: the order of events in the book,
 * not what the gate said.
 */
export async function play(world: LogWorld, run: Run): Promise<Findings> {
  const events: Event[] = [];
  let drawn = 0;
  let faults = 0;
  const chance = () => (run.chances[drawn++ % run.chances.length] ?? 0) % 100;
  const recordingOf = (person: Person) => recorded(world.bookFor?.(person) ?? world.book, events);
  const recording = recordingOf(ines);
  const opened = (who: 0 | 1): Promise<Log> =>
    started((isStruck) => {
      const book = recordingOf(who === 0 ? ines : tomas);
      return world.open(who === 0 ? ines : tomas, {
        over: () =>
          isStruck
            ? faulty(book, {
                sides: 100,
                calls: ['open', 'load', 'loadAll', 'changes', 'find', 'add', 'amend'],
                chance,
                struck: () => (faults += 1),
              })
            : book,
      });
    });

  const calm = await world.open(ines, { over: () => recording });
  const defenders: readonly Code[] = [await addDefender(calm), await addDefender(calm)];
  const hearingEntry = calm.newEntryId();
  await recording.add(
    clearNone({
      kind: hearing,
      entry: hearingEntry,
      by: ines,
      record: {
        about: defenders[0],
        court: 'Oskel District Court',
        start: { day: '2027-01-20', time: '10:00', zone: 'Asia/Tbilisi' },
      },
    }),
  );
  const logs: [Log, Log] = [await opened(0), await opened(1)];
  const planned: EntryId[] = [];
  const inFlight = new Set<EntryId>();
  let refusals = 0;

  async function act(command: Command): Promise<void> {
    if (command.do === 'pass-time') {
      world.time.now += command.hours * 3_600_000;
      return;
    }
    const log = logs[command.who];
    try {
      await perform(log, command);
    } catch (error) {
      if (!(error instanceof Killed) && !(error instanceof StoreError)) throw error;
      // Whoever was cut off starts again, as after a closed tab.
      logs[command.who].close();
      logs[command.who] = await opened(command.who);
    }
  }

  async function perform(log: Log, command: Exclude<Command, { do: 'pass-time' }>): Promise<void> {
    if (command.do === 'give' || command.do === 'refuse' || command.do === 'withdraw') {
      const about = defenders[command.at] as Code;
      if (command.do === 'give') {
        const day = addDays(dayOf(log.now()), command.days);
        await log.recordConsent(
          agreed(about, {
            grants: [
              { action: 'trial', audiences: command.audiences, identity: 'full-name', categories: [] },
            ],
            validity: { kind: 'until', day },
            informed: [
              'purpose',
              'who-will-see',
              'may-withdraw',
              'risks',
              'benefits',
              'alternatives',
              'what-we-cannot-do',
              'retention',
            ],
            witness: 'read-back',
          }),
        );
        return;
      }
      const outcome = await log.withdrawConsent(
        agreed(about, { outcome: command.do === 'refuse' ? 'refused' : 'withdrawn', grants: [] }),
      );
      for (const entry of outcome.inFlight) inFlight.add(entry);
      return;
    }
    if (command.do === 'plan' || command.do === 'record') {
      const about = defenders[command.at] as Code;
      const other = defenders[1 - command.at] as Code;
      const entry = log.newEntryId();
      const outcome = await log.save({
        kind: 'trial-observation',
        entry,
        values: {
          about,
          hearing: hearingEntry,
          day: command.do === 'plan' ? '2027-01-20' : dayOf(log.now()),
          step: command.do === 'plan' ? 'planned' : 'done',
          basis: 'for-defender',
          ...(command.do === 'record' ? { access: 'admitted' } : {}),
          ...(command.do === 'record' && command.why
            ? { withoutConsentWhy: 'The hearing was moved overnight' }
            : {}),
          ...(command.do === 'plan' && command.both ? { named: [other] } : {}),
        },
      });
      if (outcome.outcome === 'saved' && command.do === 'plan') planned.push(entry);
      if (outcome.outcome === 'refused') refusals += 1;
      return;
    }
    const id = planned[command.nth % Math.max(1, planned.length)];
    const held = id && (await world.book.find(trialObservation, id))?.entry;
    if (!held) return;
    const base = { id: held.id, version: held.version, record: held.record };
    const values =
      command.do === 'announce'
        ? { ...held.record, step: 'announced' }
        : { ...held.record, day: '2027-01-21' };
    const outcome = await log.save({ kind: 'trial-observation', entry: held.entry, base, values });
    if (outcome.outcome === 'refused') refusals += 1;
  }

  for (const step of run.steps) await Promise.all(step.map(act));
  for (const log of logs) log.close();
  calm.close();
  const gated = events.filter(({ entry, cleared }) => cleared && entry.kind === 'trial-observation');
  return { violations: judge(events, inFlight), gatedWrites: gated.length, refusals, faults };
}

function recorded(book: Book, events: Event[]): Book {
  return {
    ...book,
    async add(cleared) {
      const done = await book.add(cleared);
      events.push({ entry: done.entry, cleared });
      return done;
    },
    async amend(cleared, at) {
      const done = await book.amend(cleared, at);
      events.push({ entry: done.entry, cleared });
      return done;
    },
  };
}

/** What must hold, from the order of events alone. */
function judge(events: readonly Event[], inFlight: ReadonlySet<EntryId>): readonly string[] {
  const found: string[] = [];
  const files = new Map<
    Code,
    { readonly file: ConsentFile; readonly at: Instant; readonly index: number }[]
  >();
  const usedBy = new Map<string, EntryId>();
  for (const [index, { entry, cleared }] of events.entries()) {
    if (entry.kind === 'consent-file') {
      const file = consentFileIn(entry);
      const before = files.get(file.about)?.at(-1)?.file.decisions ?? [];
      if (before.some(({ id }) => !file.decisions.some((each) => each.id === id)))
        found.push(`${file.about}: a decision was overwritten`);
      files.set(file.about, [...(files.get(file.about) ?? []), { file, at: entry.at, index }]);
    }
    if (entry.kind !== 'trial-observation' || !cleared) continue;
    const { step } = entry.record;
    if (entry.under[0] === 'none-on-record') {
      if (step !== 'done') found.push(`${entry.entry}: ${String(step)} without consent on record`);
      continue;
    }
    const ticket = cleared.ticket;
    if (!ticket) {
      found.push(`${entry.entry}: no ticket`);
      continue;
    }
    if ((usedBy.get(ticket) ?? entry.entry) !== entry.entry) found.push(`${ticket}: used twice`);
    usedBy.set(ticket, entry.entry);
    const people = [entry.record.about, ...((entry.record.named as Code[] | undefined) ?? [])] as Code[];
    for (const code of people) {
      const why = standing(files.get(code) ?? [], ticket, entry, inFlight);
      if (why) found.push(`${entry.entry} for ${code}: ${why}`);
    }
  }
  return found;
}

/** Why this write had no right to happen for this person, or undefined. */
function standing(
  states: readonly { readonly file: ConsentFile; readonly at: Instant; readonly index: number }[],
  id: string,
  entry: Entry,
  inFlight: ReadonlySet<EntryId>,
): string | undefined {
  const place = states.findLastIndex(
    ({ file }, at) => holds(file, id, 'placed') && !holds(states[at - 1]?.file, id, 'placed'),
  );
  const state = states[place];
  if (!state) return 'its ticket was never placed';
  const ticket = state.file.tickets.find((each) => each.id === id) as Ticket;
  if (ticket.until > ticket.at && Date.parse(ticket.until) - Date.parse(ticket.at) > 72 * 3_600_000)
    return 'a ticket longer than 72 hours';
  const audience = ticket.audiences[0] as string;
  if (!isAgreed(state.file, audience, dayOf(state.at))) return 'no consent when the ticket was placed';
  const after = states
    .slice(place + 1)
    .find(({ file }) => !holds(file, id, 'placed') && !holds(file, id, 'used'));
  if (after && !holds(after.file, id, 'recalled')) return 'its ticket was given back before the write';
  if (after && !inFlight.has(entry.entry)) return 'recalled, and nobody was told that it was under way';
  return undefined;
}

function holds(file: ConsentFile | undefined, id: string, state: Ticket['state']): boolean {
  return file?.tickets.some((ticket) => ticket.id === id && ticket.state === state) ?? false;
}

/** The oracle's own reading of a file in which only the defender speaks and only about trials. */
function isAgreed(file: ConsentFile, audience: string, today: Day): boolean {
  const said = file.decisions.findLast(
    (decision) =>
      decision.outcome === 'refused' ||
      decision.outcome === 'withdrawn' ||
      decision.grants.some((grant) => (grant.audiences as readonly string[]).includes(audience)),
  );
  return said?.outcome === 'given' && (said.validity?.day ?? '') >= today;
}

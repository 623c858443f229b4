/** A small world that is walked through completely: an owner, actors, withdrawals, the clock and crashes around the real gate. */

import { createHash } from 'node:crypto';
import { clear, isCleared } from '../../src/domain/consent/clear.ts';
import {
  type ConsentFile,
  type Decision,
  informedElements,
  type Validity,
} from '../../src/domain/consent/consent-file.ts';
import { decide } from '../../src/domain/consent/decide.ts';
import type { Evidence, Verdict } from '../../src/domain/consent/decision.ts';
import {
  addDecision,
  type FileStep,
  newTicket,
  placeTicket,
  releaseTicket,
  useTicket as spendTicket,
  ticketId,
} from '../../src/domain/consent/file-operations.ts';
import type { ConsentNeed } from '../../src/domain/consent/need.ts';
import { recordDecision } from '../../src/domain/consent/withdrawal.ts';
import { addDays, type Code, type Day, type EntryId, type Instant } from '../../src/domain/ids.ts';
import type { AnyKind } from '../../src/domain/record-kind.ts';

/** `whole` is the protocol; the others leave one part out, to show that the model would notice. */
export type Protocol = 'whole' | 'no-compare-and-swap' | 'no-second-read' | 'no-ticket';

export interface World {
  readonly actors: number;
  /** How often the owner may speak after the first consent: they withdraw and give in turn. */
  readonly ownerSteps: number;
  /** The clock stops at this day; the first consent ends with day 1. */
  readonly lastDay: number;
  readonly once?: boolean;
  readonly protocol?: Protocol;
}

type Phase = 'idle' | 'read' | 'placed' | 'cleared' | 'acted' | 'refused' | 'done' | 'crashed';
interface Actor {
  readonly phase: Phase;
  /** Version read, and what was decided on it. */
  readonly seen?: number;
  readonly verdict?: Verdict;
  readonly under?: string;
  /** Whether the consent stood at the second read, told apart from the gate. */
  readonly stood?: boolean;
  /** The file as read, kept only where it is written back blindly. */
  readonly read?: ConsentFile;
}
interface State {
  readonly file: ConsentFile;
  readonly version: number;
  readonly day: number;
  readonly spoken: number;
  /** The owner's last word, whatever became of the file. */
  readonly word: { readonly given: boolean; readonly until: Day };
  readonly actors: readonly Actor[];
  /** Tickets that a withdrawal saw under way. */
  readonly seenUnderWay: readonly string[];
  readonly acts: readonly { readonly under: string; readonly fault?: string }[];
}

const person = '9BGPNH00W' as Code;
const by = { objectId: 'o', tenantId: 't', name: 'Focal point, Aldermark' };
const need: ConsentNeed = {
  kind: 'consent',
  action: 'trial',
  audiences: ['court'],
  identity: 'full-name',
  categories: [],
  persons: [person],
  basis: 'consent',
  tense: 'ahead',
};
const kind = { key: 'observation', need: () => need } as unknown as AnyKind;
const start = '2026-11-20' as Day;
const entries = ['B', 'C', 'D'].map((letter) => `01HZX3K8Q2W7V5R4T9N6M1C0${letter}F` as EntryId);

export interface Reached {
  readonly states: number;
  readonly acts: number;
  readonly violations: readonly string[];
}

/** Visits every reachable state once. */
export function reach(world: World): Reached {
  const first: State = {
    file: { about: person, decisions: [consent(0, world)], tickets: [] },
    version: 0,
    day: 0,
    spoken: 0,
    word: { given: true, until: addDays(start, 1) },
    actors: Array.from({ length: world.actors }, (): Actor => ({ phase: 'idle' })),
    seenUnderWay: [],
    acts: [],
  };
  const known = new Set([keyOf(first)]);
  const violations = new Set<string>();
  const open = [first];
  let acts = 0;
  for (let state = open.pop(); state; state = open.pop()) {
    for (const next of successors(state, world)) {
      const key = keyOf(next);
      if (known.has(key)) continue;
      known.add(key);
      if (next.acts.length > state.acts.length) acts += 1;
      for (const fault of faultsOf(next)) violations.add(fault);
      open.push(next);
    }
  }
  return { states: known.size, acts, violations: [...violations] };
}

/** Short, so that millions fit into memory. */
function keyOf(state: State): string {
  return createHash('sha1').update(JSON.stringify(state)).digest('base64');
}

function faultsOf(state: State): readonly string[] {
  const faults = state.acts.flatMap(({ fault }) => fault ?? []);
  const once = state.file.decisions.filter(({ validity }) => validity?.kind === 'once').map(({ id }) => id);
  for (const id of once)
    if (state.acts.filter(({ under }) => under === id).length > 1)
      faults.push('a consent for once was used twice');
  return faults;
}

function successors(state: State, world: World): readonly State[] {
  const found: State[] = [];
  if (state.day < world.lastDay) found.push({ ...state, day: state.day + 1 });
  if (state.spoken < world.ownerSteps) found.push(ownerSpeaks(state, world));
  for (const [index, actor] of state.actors.entries()) {
    const next = actorMoves(state, index, actor, world.protocol ?? 'whole');
    if (next) found.push(next);
    if (
      actor.phase !== 'crashed' &&
      actor.phase !== 'idle' &&
      actor.phase !== 'done' &&
      actor.phase !== 'refused'
    )
      found.push(withActor(state, index, { phase: 'crashed' }));
  }
  return found;
}

/** Withdraws what stands, or gives anew: one compare-and-swap that tries until nobody was faster, so one step here. */
function ownerSpeaks(state: State, world: World): State {
  const spoken = state.spoken + 1;
  const version = state.version + 1;
  if (spoken % 2 === 0)
    return {
      ...state,
      spoken,
      version,
      word: { given: true, until: addDays(start, spoken + 1) },
      file: fileAfter(addDecision(state.file, { ...consent(spoken, world), at: momentOf(state, spoken) })),
    };
  const { validity: _, ...rest } = consent(spoken, world);
  const no: Decision = { ...rest, outcome: 'withdrawn', grants: [], at: momentOf(state, spoken) };
  const placed = state.file.tickets.filter((ticket) => ticket.state === 'placed').map(({ id }) => id);
  const file = fileAfter(recordDecision(state.file, no, evidence(state.file), clock(state)));
  const recalled = file.tickets.filter(({ id, state: now }) => now === 'recalled' && placed.includes(id));
  return {
    ...state,
    spoken,
    version,
    word: { ...state.word, given: false },
    file,
    seenUnderWay: [...state.seenUnderWay, ...recalled.map(({ id }) => id)],
  };
}

function actorMoves(state: State, index: number, actor: Actor, protocol: Protocol): State | undefined {
  const entry = entries[index];
  if (!entry) return undefined;
  const id = ticketId(entry, need);
  const now = clock(state);
  switch (actor.phase) {
    case 'idle': {
      const verdict = decide(need, evidence(state.file), { now, entry });
      const read = protocol === 'no-compare-and-swap' ? { read: state.file } : {};
      return withActor(
        state,
        index,
        verdict.allowed ? { phase: 'read', seen: state.version, verdict, ...read } : { phase: 'refused' },
      );
    }
    case 'read': {
      if (!actor.verdict) return undefined;
      if (protocol === 'no-ticket')
        return withActor(state, index, { ...actor, phase: 'cleared', under: carrying(actor.verdict) });
      if (!actor.read && actor.seen !== state.version) return withActor(state, index, { phase: 'idle' });
      const held = actor.read ?? state.file;
      const ticket = newTicket(
        actor.verdict,
        person,
        { id, entry, kind: kind.key, by, at: now },
        held,
        'UTC',
      );
      const step = placeTicket(held, ticket);
      if (!step.ok) return withActor(state, index, { phase: 'refused' });
      const phase = protocol === 'no-second-read' ? 'cleared' : 'placed';
      const placed = { ...state, file: step.file, version: state.version + 1 };
      return withActor(placed, index, { phase, verdict: actor.verdict, under: carrying(actor.verdict) });
    }
    case 'placed': {
      if (!actor.verdict) return undefined;
      const cleared = clear(
        { kind, entry, record: { about: person }, by },
        actor.verdict,
        evidence(state.file),
        id,
        now,
      );
      if (isCleared(cleared))
        return withActor(state, index, {
          phase: 'cleared',
          under: cleared.under.join(' '),
          verdict: actor.verdict,
          stood: stands(state),
        });
      const released = releaseTicket(state.file, id);
      const after = released.ok ? { ...state, file: released.file, version: state.version + 1 } : state;
      return withActor(after, index, { phase: 'refused' });
    }
    case 'cleared': {
      const fault = actFault(state, actor, id, protocol);
      const act = { under: actor.under ?? '', ...(fault ? { fault } : {}) };
      return withActor({ ...state, acts: [...state.acts, act] }, index, { phase: 'acted' });
    }
    case 'acted': {
      const used = spendTicket(state.file, id);
      const after = used.ok ? { ...state, file: used.file, version: state.version + 1 } : state;
      return withActor(after, index, { phase: 'done' });
    }
    default:
      return undefined;
  }
}

function carrying(verdict: Verdict): string {
  return verdict.covers.map(({ decision }) => decision).join(' ');
}

function stands(state: State): boolean {
  return state.word.given && dayOf(state) <= state.word.until;
}

/** What is wrong with acting now: it was cleared without standing consent, or a withdrawal passed it unseen. */
function actFault(state: State, actor: Actor, id: string, protocol: Protocol): string | undefined {
  if (protocol === 'whole' && actor.stood !== true) return 'cleared without consent';
  if (stands(state)) return undefined;
  if (!state.word.given)
    return state.seenUnderWay.includes(id) ? undefined : 'acted after a withdrawal that did not see it';
  return protocol === 'whole' ? undefined : 'acted after the end of the consent';
}

function withActor(state: State, index: number, actor: Actor): State {
  return { ...state, actors: state.actors.map((each, place) => (place === index ? actor : each)) };
}
function dayOf(state: State): Day {
  return addDays(start, state.day);
}
function clock(state: State): Instant {
  return `${dayOf(state)}T09:01:00Z` as Instant;
}
function momentOf(state: State, spoken: number): Instant {
  return `${dayOf(state)}T09:00:0${spoken}Z` as Instant;
}
function evidence(file: ConsentFile): Evidence {
  return {
    files: new Map([[person, file]]),
    circumstances: new Map([
      [person, { code: person, speakers: [], minor: false, group: false, status: 'free' }],
    ]),
    zone: 'UTC',
  };
}
function fileAfter(step: FileStep): ConsentFile {
  if (!step.ok) throw new Error(step.why);
  return step.file;
}
function consent(spoken: number, world: World): Decision {
  const validity: Validity = { kind: world.once ? 'once' : 'until', day: addDays(start, spoken + 1) };
  return {
    id: `d${spoken}`,
    outcome: 'given',
    giver: 'defender',
    giverRef: 'self',
    freeToSpeak: 'yes',
    howWeKnow: 'known-to-us',
    grants: [{ action: 'trial', audiences: ['court'], identity: 'full-name', categories: [] }],
    refuses: [],
    effect: { when: 'now' },
    validity,
    channel: 'in-person',
    informed: informedElements,
    statistics: false,
    by,
    at: `${start}T09:00:00Z` as Instant,
  };
}

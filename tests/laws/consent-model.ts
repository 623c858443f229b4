/** A small world that is walked through completely: an owner, actors, withdrawals, the clock and crashes around the real gate. */

import { createHash } from 'node:crypto';
import { clear, isCleared } from '../../src/domain/consent/clear.ts';
import type { ConsentFile, Grant } from '../../src/domain/consent/consent-file.ts';
import { decide } from '../../src/domain/consent/decide.ts';
import type { Verdict } from '../../src/domain/consent/decision.ts';
import {
  newTicket,
  placeTicket,
  releaseTicket,
  useTicket as spendTicket,
  ticketId,
} from '../../src/domain/consent/file-operations.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import type { AnyKind } from '../../src/domain/record-kind.ts';
import {
  afterSpeaking,
  by,
  clock,
  evidence,
  needOf,
  type Owned,
  opening,
  person,
  stands,
  type Yes,
} from './one-owner.ts';

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
interface State extends Owned {
  readonly actors: readonly Actor[];
  /** Tickets that a withdrawal saw under way. */
  readonly seenUnderWay: readonly string[];
  readonly acts: readonly { readonly under: string; readonly fault?: string }[];
}

const grant: Grant = { action: 'trial', audiences: ['court'], identity: 'full-name', categories: [] };
const need = needOf(grant);
const kind = { key: 'observation', need: () => need } as unknown as AnyKind;
const entries = ['B', 'C', 'D'].map((letter) => `01HZX3K8Q2W7V5R4T9N6M1C0${letter}F` as EntryId);

export interface Reached {
  readonly states: number;
  readonly acts: number;
  readonly violations: readonly string[];
}

/** Visits every reachable state once. */
export function reach(world: World): Reached {
  const first: State = {
    ...opening(yesIn(world)),
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

function yesIn({ once }: World): Yes {
  return { grant, ...(once === undefined ? {} : { once }) };
}

/** What is under way when they withdraw is seen. */
function ownerSpeaks(state: State, world: World): State {
  const after = afterSpeaking(state, yesIn(world));
  if (after.word.given) return { ...state, ...after };
  const placed = state.file.tickets.filter((ticket) => ticket.state === 'placed').map(({ id }) => id);
  const recalled = after.file.tickets.filter(
    ({ id, state: now }) => now === 'recalled' && placed.includes(id),
  );
  return { ...state, ...after, seenUnderWay: [...state.seenUnderWay, ...recalled.map(({ id }) => id)] };
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

/** A small world walked through completely: what is sealed to another mission and done there, around the real gate and judge. */

import { createHash } from 'node:crypto';
import {
  ATTESTATION_HOURS,
  type Attestation,
  mayActOn,
  type ToActOn,
} from '../../src/domain/circle/attestation.ts';
import { clear, isCleared } from '../../src/domain/consent/clear.ts';
import type { ConsentFile, Grant } from '../../src/domain/consent/consent-file.ts';
import { decide } from '../../src/domain/consent/decide.ts';
import type { Verdict } from '../../src/domain/consent/decision.ts';
import {
  newTicket,
  placeTicket,
  useTicket as spendTicket,
  ticketId,
} from '../../src/domain/consent/file-operations.ts';
import {
  type Day,
  type EntryId,
  type Instant,
  instantFrom,
  type MissionCode,
  msOf,
} from '../../src/domain/ids.ts';
import type { AnyKind } from '../../src/domain/record-kind.ts';
import {
  afterSpeaking,
  by,
  clock,
  dayOf,
  evidence,
  needOf,
  type Owned,
  opening,
  person,
  stands,
} from './one-owner.ts';

/** `whole` is the protocol; the others leave one part out, to show that the model would notice. */
export type Protocol =
  | 'whole'
  /** Sealed on what was decided first, without a ticket. */
  | 'no-ticket'
  /** Attested for 72 hours whatever the consent says. */
  | 'no-end'
  /** A word given after the withdrawal counts again. */
  | 'word-revives'
  /** The other mission acts on what it opened and asks for no attestation. */
  | 'no-attestation';

export interface World {
  readonly sharers: number;
  /** How often the owner speaks after the first consent: withdraws and gives in turn. */
  readonly ownerSteps: number;
  readonly lastDay: number;
  readonly renewals: number;
  readonly protocol?: Protocol;
}

type Phase =
  | 'idle'
  | 'read'
  | 'placed'
  | 'cleared'
  | 'added'
  | 'sealed'
  | 'attested'
  | 'done'
  | 'refused'
  | 'crashed';

interface Sharer {
  readonly phase: Phase;
  readonly seen?: number;
  readonly verdict?: Verdict;
  /** Whether the consent stood at the read that minted, told apart from the gate. */
  readonly stood?: boolean;
  readonly until?: Instant;
  readonly retried?: true;
}

/** A colleague who renews the word: has read the file, and will write until then. */
interface Renewing {
  readonly of: number;
  readonly until: Instant;
  readonly at: Instant;
}

interface State extends Owned {
  readonly sharers: readonly Sharer[];
  /** Shares in the own book: the entry stands in the list of what lies ahead. */
  readonly shares: readonly number[];
  /** Rows in the circle that can be opened there. */
  readonly rows: readonly number[];
  /** Rows that the other mission may have opened while they were there. */
  readonly opened: readonly number[];
  readonly attestations: readonly Attestation[];
  readonly ended: readonly EntryId[];
  /** Shares that a withdrawal found, as halted or under way: somebody was told who knows. */
  readonly told: readonly number[];
  readonly renewing?: Renewing;
  readonly renewed: number;
  readonly faults: readonly string[];
  readonly deeds: number;
}

const [owner, other] = ['aldermark', 'brenland'] as [MissionCode, MissionCode];
const grant: Grant = {
  action: 'trial',
  audiences: [`mission:${other}`],
  identity: 'none',
  categories: [],
};
const need = needOf(grant);
const kind = { key: 'share', need: () => need } as unknown as AnyKind;
const entries = ['B', 'C'].map((letter) => `01HZX3K8Q2W7V5R4T9N6M1C0${letter}F` as EntryId);
const digest = 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs';

export interface Reached {
  readonly states: number;
  readonly sealed: number;
  readonly deeds: number;
  readonly violations: readonly string[];
}

/** Visits every reachable state once. */
export function reach(world: World): Reached {
  const first: State = {
    ...opening({ grant }),
    sharers: Array.from({ length: world.sharers }, (): Sharer => ({ phase: 'idle' })),
    shares: [],
    rows: [],
    opened: [],
    attestations: [],
    ended: [],
    told: [],
    renewed: 0,
    faults: [],
    deeds: 0,
  };
  const known = new Set([keyOf(first)]);
  const violations = new Set<string>();
  let level = [first];
  let sealed = 0;
  let deeds = 0;
  // One way to break it is enough to know.
  while (level.length > 0 && violations.size === 0) {
    const next: State[] = [];
    for (const state of level) {
      for (const after of successors(state, world)) {
        const key = keyOf(after);
        if (known.has(key)) continue;
        known.add(key);
        if (after.rows.length > state.rows.length) sealed += 1;
        if (after.deeds > state.deeds) deeds += 1;
        for (const fault of after.faults) violations.add(fault);
        next.push(after);
      }
    }
    level = next;
  }
  return { states: known.size, sealed, deeds, violations: [...violations] };
}

function keyOf(state: State): string {
  return createHash('sha1').update(JSON.stringify(state, shortly)).digest('base64');
}

/** A verdict is told by the consent it stands on, a file by what may differ in it. */
function shortly(key: string, value: unknown): unknown {
  if (key === 'verdict') return (value as Verdict).covers.map(({ decision }) => decision).join();
  if (key === 'file') {
    const { decisions, tickets } = value as ConsentFile;
    return [
      decisions.map(({ id, at }) => id + at),
      tickets.map((one) => one.entry + one.state + one.at + one.until + one.under),
    ];
  }
  return value;
}

function successors(state: State, world: World): readonly State[] {
  const protocol = world.protocol ?? 'whole';
  const found: State[] = [];
  if (state.day < world.lastDay) found.push({ ...state, day: state.day + 1 });
  if (state.spoken < world.ownerSteps) found.push(ownerSpeaks(state));
  for (const [index, sharer] of state.sharers.entries()) {
    const next = sharerMoves(state, index, sharer, protocol);
    if (next) found.push(next);
    if (!['idle', 'done', 'refused', 'crashed'].includes(sharer.phase))
      found.push(withSharer(state, index, { ...sharer, phase: 'crashed' }));
    // The next who opens the app completes what broke off, through the gate again.
    if (sharer.phase === 'crashed' && !sharer.retried)
      found.push(withSharer(state, index, { phase: 'idle', retried: true }));
  }
  for (const of of state.shares) {
    const upheld = uphold(state, of);
    if (upheld) found.push(upheld);
  }
  if (state.renewing)
    found.push(renewalLands(state, state.renewing), { ...state, renewing: undefined } as unknown as State);
  else if (state.renewed < world.renewals)
    for (const of of state.rows) {
      const begun = renewalBegins(state, of, protocol);
      if (begun) found.push(begun);
    }
  for (const of of state.opened) {
    const acted = otherActs(state, of, protocol);
    if (acted) found.push(acted);
  }
  return found;
}

/** A withdrawal names every share there is, and every ticket under way. */
function ownerSpeaks(state: State): State {
  const after = afterSpeaking(state, { grant });
  if (after.word.given) return { ...state, ...after };
  const placed = state.file.tickets.filter((ticket) => ticket.state === 'placed').map(({ entry }) => entry);
  const underWay = placed.map((entry) => entries.indexOf(entry));
  return { ...state, ...after, told: [...new Set([...state.told, ...state.shares, ...underWay])].sort() };
}

/** Somebody's app finds that a share has lost its consent: the row is emptied, and the owner's word ends for good. */
function uphold(state: State, of: number): State | undefined {
  const entry = entries[of] as EntryId;
  if (state.ended.includes(entry)) return undefined;
  const verdict = decide(need, evidence(state.file), { now: clock(state), entry });
  if (verdict.allowed) return undefined;
  // What was put down to be sent and lost its consent is not sent by anybody any more.
  const sharers = state.sharers.map((each, index) =>
    index === of && each.phase !== 'done' ? { ...each, phase: 'refused' as const } : each,
  );
  return {
    ...state,
    sharers,
    shares: state.shares.filter((each) => each !== of),
    rows: state.rows.filter((each) => each !== of),
    ended: [...state.ended, entry].sort(),
  };
}

function sharerMoves(state: State, index: number, sharer: Sharer, protocol: Protocol): State | undefined {
  const entry = entries[index] as EntryId;
  const id = ticketId(entry, need);
  const now = clock(state);
  const move = (change: Partial<Sharer>, more: Partial<State> = {}) =>
    withSharer({ ...state, ...more }, index, { ...sharer, ...change });
  switch (sharer.phase) {
    case 'idle': {
      const verdict = decide(need, evidence(state.file), { now, entry });
      return move(verdict.allowed ? { phase: 'read', seen: state.version, verdict } : { phase: 'refused' });
    }
    case 'read': {
      if (!sharer.verdict) return undefined;
      if (protocol === 'no-ticket')
        return move({ phase: 'added', until: inHours(now, ATTESTATION_HOURS) }, shared(state, index));
      if (sharer.seen !== state.version) return move({ phase: 'idle' });
      const ticket = newTicket(
        sharer.verdict,
        person,
        { id, entry, kind: kind.key, by, at: now },
        state.file,
        'UTC',
      );
      const step = placeTicket(state.file, ticket);
      if (!step.ok) return move({ phase: 'refused' });
      const until = protocol === 'no-end' ? inHours(now, ATTESTATION_HOURS) : ticket.until;
      return move({ phase: 'placed', until }, { file: step.file, version: state.version + 1 });
    }
    case 'placed': {
      if (!sharer.verdict) return undefined;
      const cleared = clear(
        { kind, entry, record: { about: person }, by },
        sharer.verdict,
        evidence(state.file),
        id,
        now,
      );
      if (!isCleared(cleared)) return move({ phase: 'refused' });
      return move({ phase: 'cleared', stood: stands(state) });
    }
    case 'cleared':
      return move({ phase: 'added' }, shared(state, index));
    case 'added':
      return move(
        { phase: 'sealed' },
        {
          rows: [...new Set([...state.rows, index])].sort(),
          opened: [...new Set([...state.opened, index])].sort(),
          faults: [...state.faults, ...sealFault(state, index, sharer, protocol)],
        },
      );
    case 'sealed': {
      const said: Attestation = wordOf(entry, now, sharer.until ?? now);
      return move({ phase: 'attested' }, { attestations: withWord(state, said) });
    }
    case 'attested': {
      const used = spendTicket(state.file, id);
      const file = used.ok ? { file: used.file, version: state.version + 1 } : {};
      return move({ phase: 'done' }, file);
    }
    default:
      return undefined;
  }
}

function shared(state: State, index: number): Partial<State> {
  return { shares: [...new Set([...state.shares, index])].sort() };
}

/** What is wrong with sealing now: cleared without consent, or a withdrawal passed it by unseen. */
function sealFault(state: State, index: number, sharer: Sharer, protocol: Protocol): readonly string[] {
  if (protocol === 'whole' && sharer.stood !== true) return ['sealed without having been cleared'];
  if (state.word.given || state.told.includes(index)) return [];
  return ['sealed after a withdrawal that did not see it'];
}

function renewalBegins(state: State, of: number, protocol: Protocol): State | undefined {
  const entry = entries[of] as EntryId;
  const now = clock(state);
  const verdict = decide(need, evidence(state.file), { now, entry });
  if (!verdict.allowed) return undefined;
  const ticket = newTicket(
    verdict,
    person,
    { id: 'unused', entry, kind: kind.key, by, at: now },
    state.file,
    'UTC',
  );
  const until = protocol === 'no-end' ? inHours(now, ATTESTATION_HOURS) : ticket.until;
  return { ...state, renewing: { of, at: now, until }, renewed: state.renewed + 1 };
}

/** The word is dated by the read it rests on, not by when it was written. */
function renewalLands(state: State, renewing: Renewing): State {
  const { renewing: _, ...rest } = state;
  const said = wordOf(entries[renewing.of] as EntryId, renewing.at, renewing.until);
  return { ...rest, attestations: withWord(state, said) };
}

/** The other mission confirms that it goes there: allowed by the judge, then compared with what the owner's person said. */
function otherActs(state: State, of: number, protocol: Protocol): State | undefined {
  const entry = entries[of] as EntryId;
  const step: ToActOn = { entry, owner, digest, me: other, action: 'trial', identity: 'none' };
  const ended = new Set(protocol === 'word-revives' ? [] : state.ended);
  const word = { attestations: state.attestations, ended, inDoubt: new Set<MissionCode>() };
  if (protocol !== 'no-attestation' && !mayActOn(step, word, clock(state)).allowed) return undefined;
  const fault = deedFault(state, of);
  if (state.deeds > 0 && !fault) return undefined;
  return { ...state, deeds: 1, faults: fault ? [...state.faults, fault] : state.faults };
}

function deedFault(state: State, of: number): string | undefined {
  const entry = entries[of] as EntryId;
  if (state.ended.includes(entry)) return 'acted although the owner had taken it back';
  if (dayOf(state) > lastDay(state)) return 'acted after the end of the consent';
  if (!state.word.given && !state.told.includes(of)) return 'acted after a withdrawal that did not see it';
  return undefined;
}

/** The latest day that any consent given so far reached. */
function lastDay(state: State): Day {
  return state.word.until;
}

function wordOf(of: EntryId, at: Instant, until: Instant): Attestation {
  return { from: owner, of, digest, action: 'trial', audience: [other], identity: 'none', at, until };
}
function withWord(state: State, said: Attestation): readonly Attestation[] {
  const same = state.attestations.some(
    (one) => one.of === said.of && one.at === said.at && one.until === said.until,
  );
  return same ? state.attestations : [...state.attestations, said];
}
function inHours(from: Instant, hours: number): Instant {
  return instantFrom(msOf(from) + hours * 3_600_000);
}
function withSharer(state: State, index: number, sharer: Sharer): State {
  return { ...state, sharers: state.sharers.map((each, place) => (place === index ? sharer : each)) };
}

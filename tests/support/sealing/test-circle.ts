/** Missions with keys, cards and pins, and consent that the real gate cleared, as the tests of sealing need them. */

import { type Cleared, clear, clearNone } from '../../../src/domain/consent/clear.ts';
import { decide } from '../../../src/domain/consent/decide.ts';
import { newTicket, placeTicket, ticketId } from '../../../src/domain/consent/file-operations.ts';
import type { Audience, Need } from '../../../src/domain/consent/need.ts';
import { type EntryId, entryIdFrom, type Instant, type MissionCode } from '../../../src/domain/ids.ts';
import type { AnyKind, AnyRecord } from '../../../src/domain/record-kind.ts';
import { randomBytes } from '../../../src/sealing/bytes.ts';
import { type Card, type CardPerson, makeCard } from '../../../src/sealing/cards.ts';
import {
  type KeyPair,
  newSealingKey,
  newSigningKey,
  type UnlockedKey,
  unlock,
} from '../../../src/sealing/keys.ts';
import type { Opening, Row } from '../../../src/sealing/opening.ts';
import { makePin } from '../../../src/sealing/pins.ts';
import { type Sealed, seal, type ToSeal } from '../../../src/sealing/seal.ts';
import {
  type PinnedKey,
  recipientsFrom,
  type Standing,
  type StandingInput,
  standingOf,
} from '../../../src/sealing/standing.ts';
import * as cases from '../../unit/consent/consent-cases.ts';

export const circle = 'meren';
export const since = '2026-01-01T00:00:00Z' as Instant;
export const now = '2026-11-20T09:00:00Z' as Instant;
export const today = '2026-11-20' as Parameters<typeof makePin>[0]['on'];

export interface Signer {
  readonly pair: KeyPair;
  readonly unlocked: UnlockedKey;
  readonly person: CardPerson;
}

export interface TestMission {
  readonly code: MissionCode;
  readonly head: Signer;
  readonly officer: Signer;
  readonly seal: KeyPair;
  readonly own: KeyPair;
  readonly cards: readonly string[];
  /** Private sealing keys by kid. */
  readonly keys: ReadonlyMap<string, CryptoKey>;
}

export const missionCode = (code: string): MissionCode => code as MissionCode;

export async function newSigner(objectId: string): Promise<Signer> {
  const pair = await newSigningKey();
  const unlocked = await unlock(pair, 'signing');
  return { pair, unlocked, person: { objectId, tenantId: `tenant-${objectId}` } };
}

/** A card of this mission, the mission's tenant and the day of its founding filled in. */
export function card(
  mission: MissionCode,
  pair: KeyPair,
  use: Card['use'],
  signer: Signer,
  more: Partial<Omit<Card, 'kid'>> = {},
): Promise<string> {
  const base = { circle, mission, tenantId: `tenant-${mission}`, epoch: 1, from: since };
  return makeCard({ ...base, use, jwk: pair.publicJwk, ...more }, signer.unlocked);
}

export async function newMission(name: string): Promise<TestMission> {
  const code = missionCode(name);
  const [head, officer, seal, own] = await Promise.all([
    newSigner(`head-${name}`),
    newSigner(`officer-${name}`),
    newSealingKey(),
    newSigningKey(),
  ]);
  const cards = await Promise.all([
    card(code, head.pair, 'head', head, { person: head.person }),
    card(code, officer.pair, 'person', head, { person: officer.person }),
    card(code, seal, 'seal', head),
    card(code, own, 'mission', head),
  ]);
  const keys = new Map([[seal.kid, (await unlock(seal, 'sealing')).key]]);
  return { code, head, officer, seal, own, cards, keys };
}

/** Missions by name. */
export async function newCircle<Name extends string>(
  names: readonly Name[],
): Promise<Readonly<Record<Name, TestMission>>> {
  const missions = await Promise.all(names.map(newMission));
  return Object.fromEntries(missions.map((each) => [each.code, each])) as Record<Name, TestMission>;
}

export function pinOf(by: TestMission, of: TestMission, kid = of.head.pair.kid): Promise<string> {
  return makePin({ circle, mission: of.code, kid, on: today }, by.head.unlocked);
}

/** What `me` knows when it has compared the numbers of all others; `more` changes it. */
export async function knownTo(
  me: TestMission,
  all: Iterable<TestMission>,
  more: Partial<StandingInput> = {},
): Promise<StandingInput> {
  const missions = [...all];
  const others = missions.filter(({ code }) => code !== me.code);
  return {
    circle,
    at: now,
    cards: missions.flatMap(({ cards }) => cards),
    pins: await Promise.all(others.map((other) => pinOf(me, other))),
    followed: [],
    vouches: [],
    removed: [],
    me: { mission: me.code, signers: [me.head.pair.publicJwk, me.officer.pair.publicJwk] },
    ...more,
  };
}

export async function standingFor(
  me: TestMission,
  all: Iterable<TestMission>,
  more: Partial<StandingInput> = {},
): Promise<Standing> {
  return standingOf(await knownTo(me, all, more));
}

/** The pinned keys of these missions and our own. @throws when somebody is missing */
export function recipients(standing: Standing, missions: readonly string[]): readonly PinnedKey[] {
  const found = recipientsFrom(standing, missions.map(missionCode));
  if (!found.ok) throw new Error(JSON.stringify(found.missing));
  return found.keys;
}

const kind = {
  key: 'share',
  need: (record: AnyRecord): Need => (record.need as Need | undefined) ?? { kind: 'none' },
} as unknown as AnyKind;

/** A share that the gate cleared for these missions: asked, agreed, ticket placed, decided again. */
export function clearedFor(missions: readonly string[]): Cleared {
  const audiences = missions.map((mission): Audience => `mission:${mission}`);
  if (audiences.length === 0) return clearedForNobody();
  const need = cases.need({ audiences });
  const before = cases.file([cases.decision({ id: 'yes', grants: [cases.grant('trial', audiences)] })]);
  const { entry } = cases;
  const verdict = decide(need, cases.evidence(before), { now, entry });
  const id = ticketId(entry, need);
  const ticket = newTicket(
    verdict,
    cases.oskel,
    { id, entry, kind: kind.key, by: cases.officer, at: now },
    before,
    'UTC',
  );
  const step = placeTicket(before, ticket);
  if (!step.ok) throw new Error(step.why);
  const record = { about: cases.oskel, step: 'planned', need } as unknown as AnyRecord;
  const toClear = { kind, entry, record, by: cases.officer };
  const cleared = clear(toClear, verdict, cases.evidence(step.file), id, now);
  if ('refused' in cleared) throw new Error(JSON.stringify(cleared.refused.refusals));
  return cleared;
}

export function clearedForNobody(): Cleared {
  return clearNone({ kind, entry: cases.entry, record: {} as AnyRecord, by: cases.officer });
}

/** A payload about a defender, and one about nobody. */
export const sharedEntry = { type: 'shared-entry', concerns: () => [cases.oskel] };
export const inTouch = { type: 'in-touch', concerns: () => [] };

export const newEntry = (): EntryId => entryIdFrom(randomBytes(16));

export interface Post extends Sealed {
  readonly row: Row;
}

/** Seals and lays into a row, as an honest sender does. */
export async function post(
  from: TestMission,
  standing: Standing,
  to: readonly string[],
  more: Partial<ToSeal> = {},
): Promise<Post> {
  const input: ToSeal = {
    ...{ circle, entry: newEntry(), code: '7K2M9QXR4', payload: sharedEntry, rev: 1, seq: 1, at: now },
    body: { court: 'District court', day: '2026-11-25' },
    person: from.officer.person.objectId,
    signer: from.officer.unlocked,
    recipients: recipients(standing, to),
    cleared: clearedFor(to),
    ...more,
  };
  const sealed = await seal(input);
  const audience = [...new Set([from.code, ...to.map(missionCode)])].sort();
  const code = input.code === undefined ? {} : { code: input.code };
  return { ...sealed, row: { entry: input.entry, from: from.code, audience, writtenAt: input.at, ...code } };
}

/** How `me` would open this row. */
export function openingOf(
  me: TestMission,
  standing: Standing,
  row: Row,
  more: Partial<Opening> = {},
): Opening {
  return { place: { circle }, row, me: me.code, keys: me.keys, audienceKeys: new Map(), standing, ...more };
}

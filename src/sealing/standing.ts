/** Whose keys we believe: the only place that makes a recipient or knows a sender. */

import { type Instant, type MissionCode, msOf } from '../domain/ids.ts';
import { type CardKey, counts } from './card-keys.ts';
import { type ReadCard, readCard } from './cards.ts';
import { type PublicJwk, publicKey, thumbprint } from './keys.ts';
import { type Pin, readPin } from './pins.ts';
import { type Known, type MissionStanding, type Root, settleMission } from './settle-mission.ts';
import { verifyCompact } from './sign.ts';

export interface StandingInput {
  readonly circle: string;
  readonly at: Instant;
  /** Signed texts of the list of key cards, in any order, with whatever else lies there. */
  readonly cards: readonly string[];
  /** Signed pins of our own book. */
  readonly pins: readonly string[];
  /** Kids of heads that we already followed from a pin; one that is no longer shown breaks the mission. */
  readonly followed: readonly { readonly mission: MissionCode; readonly kid: string }[];
  /** Acts `vouched` that were read and verified. */
  readonly vouches: readonly Vouch[];
  readonly removed: readonly { readonly mission: MissionCode; readonly since: Instant }[];
  /** Our mission and the public signing keys of its people, from our own book. */
  readonly me: { readonly mission: MissionCode; readonly signers: readonly PublicJwk[] };
}

export interface Vouch {
  readonly by: MissionCode;
  readonly mission: MissionCode;
  readonly kid: string;
}

declare const minted: unique symbol;

/** Made by `standingOf` only; what it knows of keys cannot be reached or changed from outside. */
export interface Standing {
  readonly [minted]: 'standing';
  readonly circle: string;
  readonly at: Instant;
  readonly me: MissionCode;
  readonly missions: ReadonlyMap<MissionCode, MissionStanding>;
}

/** The sealing key of a mission whose head is pinned. Made by `recipientsFrom` only. */
export interface PinnedKey {
  readonly [minted]: 'pinned-key';
  readonly mission: MissionCode;
  readonly kid: string;
  readonly key: CryptoKey;
  /** Whether it is our own mission's. */
  readonly own: boolean;
}

export interface Missing {
  readonly mission: MissionCode;
  readonly why: 'no-card' | 'unpinned' | 'broken' | 'removed' | 'ended' | 'no-sealing-key';
}

const known = new WeakMap<object, ReadonlyMap<MissionCode, Known>>();
const pinnedKeys = new WeakSet<object>();

export async function standingOf(input: StandingInput): Promise<Standing> {
  const cards = await readCards(input);
  const pins = await ownPins(input);
  const ownKids = new Set(await Promise.all(input.me.signers.map(thumbprint)));
  const found = new Map<MissionCode, Known>();
  const missions = new Set([...cards.keys(), ...pins.keys(), input.me.mission]);
  const settled = (mission: MissionCode, root: Root | undefined) => {
    const pinned = (pins.get(mission) ?? []).map(({ kid }) => kid);
    const told = {
      cards: cards.get(mission) ?? [],
      pinned,
      removed: input.removed,
      followed: input.followed,
    };
    return settleMission(mission, told, root);
  };
  const begin = (mission: MissionCode) => {
    const pin = pins.get(mission)?.at(-1);
    if (mission === input.me.mission) return settled(mission, ownRoot(cards.get(mission) ?? [], ownKids));
    return settled(mission, pin === undefined ? undefined : { kid: pin.kid, how: 'in-person' });
  };
  for (const known of await Promise.all([...missions].map(begin))) found.set(known.shown.mission, known);
  for (const mission of missions) {
    const kid =
      found.get(mission)?.shown.state === 'unpinned' ? vouchedKid(input, mission, found) : undefined;
    if (kid !== undefined) found.set(mission, await settled(mission, { kid, how: 'vouched' }));
  }
  return mint(input, found);
}

function mint(input: StandingInput, found: ReadonlyMap<MissionCode, Known>): Standing {
  const standing = Object.freeze({
    circle: input.circle,
    at: input.at,
    me: input.me.mission,
    missions: new Map([...found].map(([mission, { shown }]) => [mission, shown])),
  }) as unknown as Standing;
  known.set(standing, found);
  return standing;
}

async function readCards(input: StandingInput): Promise<ReadonlyMap<MissionCode, readonly ReadCard[]>> {
  const byMission = new Map<MissionCode, Map<string, ReadCard>>();
  // What is no card proves nothing and is passed over.
  const read = [...new Set(input.cards)].map((jws) => readCard(jws).catch(() => undefined));
  for (const card of await Promise.all(read)) {
    if (card?.circle !== input.circle) continue;
    const ofMission = byMission.get(card.mission) ?? new Map<string, ReadCard>();
    byMission.set(card.mission, ofMission.set(`${card.digest} ${card.signed.kid}`, card));
  }
  return new Map([...byMission].map(([mission, cards]) => [mission, [...cards.values()]]));
}

/** Pins that one of us signed, oldest first. */
async function ownPins({
  circle,
  pins,
  me,
}: StandingInput): Promise<ReadonlyMap<MissionCode, readonly Pin[]>> {
  const signers = new Map<string, CryptoKey>();
  for (const jwk of me.signers) signers.set(await thumbprint(jwk), await publicKey(jwk, 'signing'));
  const byMission = new Map<MissionCode, Pin[]>();
  const own = async (jws: string) => {
    const pin = readPin(jws)?.pin;
    if (pin?.circle !== circle) return undefined;
    const isOurs = await verifyCompact(jws, 'fp-pin', (kid) => signers.get(kid)).catch(() => undefined);
    return isOurs && pin;
  };
  for (const pin of await Promise.all(pins.map(own))) {
    if (pin) byMission.set(pin.mission, [...(byMission.get(pin.mission) ?? []), pin]);
  }
  for (const list of byMission.values()) list.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return byMission;
}

function ownRoot(cards: readonly ReadCard[], ownKids: ReadonlySet<string>): Root | undefined {
  const ours = cards.filter(({ use, kid }) => use === 'head' && ownKids.has(kid));
  const first = ours.sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  return first === undefined ? undefined : { kid: first.kid, how: 'own' };
}

/** The head that two missions vouch for whose own heads we pinned in person. */
function vouchedKid(
  { vouches, me }: StandingInput,
  mission: MissionCode,
  found: ReadonlyMap<MissionCode, Known>,
): string | undefined {
  const voices = new Map<string, Set<MissionCode>>();
  for (const vouch of vouches) {
    const voucher = found.get(vouch.by)?.shown;
    const isHeard = voucher?.state === 'in-person' && voucher.removedSince === undefined;
    if (vouch.mission !== mission || vouch.by === mission || vouch.by === me.mission || !isHeard) continue;
    voices.set(vouch.kid, (voices.get(vouch.kid) ?? new Set()).add(vouch.by));
  }
  const carried = [...voices].filter(([, by]) => by.size >= 2).map(([kid]) => kid);
  return carried.length === 1 ? carried[0] : undefined;
}

/** Our own mission and these, as recipients of one envelope; or who is missing, and why. */
export function recipientsFrom(
  standing: Standing,
  missions: readonly MissionCode[],
):
  | { readonly ok: true; readonly keys: readonly PinnedKey[] }
  | { readonly ok: false; readonly missing: readonly Missing[] } {
  const keys: PinnedKey[] = [];
  const missing: Missing[] = [];
  for (const mission of [...new Set([standing.me, ...missions])].sort()) {
    const found = sealingKey(standing, mission);
    if (typeof found === 'string') missing.push({ mission, why: found });
    else keys.push(found);
  }
  return missing.length > 0 ? { ok: false, missing } : { ok: true, keys };
}

function sealingKey(standing: Standing, mission: MissionCode): PinnedKey | Missing['why'] {
  const of = knownOf(standing).get(mission);
  if (of === undefined) return 'no-card';
  const { state, removedSince } = of.shown;
  if (state === 'unpinned' || state === 'broken' || state === 'no-card') return state;
  if (removedSince !== undefined) return 'removed';
  const now = of.keys.filter((each) => counts(each, standing.at));
  if (!now.some(({ use }) => use === 'head')) return 'ended';
  const seal = now.find(({ use }) => use === 'seal');
  if (seal === undefined) return 'no-sealing-key';
  const pinned = Object.freeze({
    ...{ mission, kid: seal.kid, key: seal.key },
    own: mission === standing.me,
  }) as unknown as PinnedKey;
  pinnedKeys.add(pinned);
  return pinned;
}

export function isPinnedKey(value: unknown): value is PinnedKey {
  return typeof value === 'object' && value !== null && pinnedKeys.has(value);
}

/** The key with which `kid` of this mission could sign at that time: a person's, or the mission's own. */
export function signerAt(
  standing: Standing,
  mission: MissionCode,
  kid: string,
  at: Instant,
): CardKey | undefined {
  const of = knownOf(standing).get(mission);
  const since = of?.shown.removedSince;
  if (since !== undefined && at >= since) return undefined;
  return of?.keys.find((each) => each.kid === kid && each.use !== 'seal' && counts(each, at));
}

/** No two clocks of a circle differ by more, nor does a text lie longer between signature and list. */
const APART_MS = 86_400_000;

/**
 * Whether what was signed may have been signed when it says. Whose key has ended could write a day into it on which it
 * still stood: so where the host took it in more than a day later, the key must have stood then as well. (What a restore
 * wrote anew is late without anybody's fault.) Nothing is taken in a day before it is signed.
 */
export function isDatedWithin(
  standing: Standing,
  mission: MissionCode,
  kid: string,
  { signed, written }: { readonly signed: Instant; readonly written: Instant },
): boolean {
  const late = msOf(written) - msOf(signed);
  if (late < -APART_MS) return false;
  return late <= APART_MS || signerAt(standing, mission, kid, written) !== undefined;
}

function knownOf(standing: Standing): ReadonlyMap<MissionCode, Known> {
  const found = known.get(standing);
  if (found === undefined) throw new TypeError('a standing that was not worked out');
  return found;
}

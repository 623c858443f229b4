/** Where one mission stands: which head the pin leads to, which keys that head answers for, or what contradicts. */

import type { Instant, MissionCode } from '../domain/ids.ts';
import { type CardKey, keysOf } from './card-keys.ts';
import type { ReadCard } from './cards.ts';
import { type Contradiction, followHeads, otherHead } from './head-chain.ts';

export interface MissionStanding {
  readonly mission: MissionCode;
  readonly state: 'own' | 'in-person' | 'predecessor' | 'vouched' | 'unpinned' | 'broken' | 'no-card';
  readonly why?: Contradiction;
  /** The head whom the pin leads to. */
  readonly headKid?: string;
  /** The head that the cards show now: whose number to compare, where nothing is pinned or something contradicts. */
  readonly shownKid?: string;
  readonly removedSince?: Instant;
}

/** With the keys that count; there are none unless something is pinned and nothing contradicts. */
export interface Known {
  readonly shown: MissionStanding;
  readonly keys: readonly CardKey[];
}

/** The key that trust in a mission begins with. */
export interface Root {
  readonly kid: string;
  readonly how: 'own' | 'in-person' | 'vouched';
}

interface Told {
  /** All cards of this mission that can be read, whoever signed them. */
  readonly cards: readonly ReadCard[];
  /** Kids of its heads that we ever pinned. */
  readonly pinned: readonly string[];
  readonly followed: readonly { readonly mission: MissionCode; readonly kid: string }[];
  readonly removed: readonly { readonly mission: MissionCode; readonly since: Instant }[];
}

export async function settleMission(
  mission: MissionCode,
  { cards, pinned, followed, removed }: Told,
  root: Root | undefined,
): Promise<Known> {
  const since = removed
    .filter((each) => each.mission === mission)
    .map((each) => each.since)
    .sort()[0];
  const base = { mission, ...(since === undefined ? {} : { removedSince: since }) };
  const heads = cards.filter(({ use }) => use === 'head');
  const known = followed.filter((each) => each.mission === mission).map(({ kid }) => kid);
  const settled = root && (await believed(root, cards, heads, pinned, known));
  if (settled !== undefined && 'headKid' in settled) {
    const { headKid, state, keys } = settled;
    return { shown: Object.freeze({ ...base, state, headKid, shownKid: headKid }), keys };
  }
  const shownKid = await headShown(heads);
  const shown = { ...base, ...(shownKid === undefined ? {} : { shownKid }) };
  if (settled !== undefined)
    return { shown: Object.freeze({ ...shown, state: 'broken', why: settled.why }), keys: [] };
  return { shown: Object.freeze({ ...shown, state: heads.length === 0 ? 'no-card' : 'unpinned' }), keys: [] };
}

interface Believed {
  readonly state: MissionStanding['state'];
  readonly headKid: string;
  readonly keys: readonly CardKey[];
}

async function believed(
  { kid: root, how }: Root,
  cards: readonly ReadCard[],
  heads: readonly ReadCard[],
  pinned: readonly string[],
  followed: readonly string[],
): Promise<Believed | { readonly why: Contradiction }> {
  const chain = await followHeads(heads, root);
  if (chain.contradiction !== undefined) return { why: chain.contradiction };
  const kids = chain.heads.map(({ kid }) => kid);
  if (followed.some((kid) => !heads.some((head) => head.kid === kid))) return { why: 'card-missing' };
  const known = new Set([...kids, ...pinned, ...followed]);
  const other = how === 'own' ? undefined : await otherHead(heads, known, chain.heads[0]?.from ?? '');
  if (other !== undefined) return { why: 'other-head' };
  const below = cards.filter(({ use }) => use !== 'head');
  const keys = await keysOf(chain.heads, below);
  if (keys === undefined) return { why: 'two-words' };
  const state = how === 'in-person' && kids.length > 1 ? 'predecessor' : how;
  return { state, headKid: kids.at(-1) ?? root, keys };
}

/** The head that somebody would be shown who knows nothing yet. */
async function headShown(heads: readonly ReadCard[]): Promise<string | undefined> {
  const newest = await otherHead(heads, new Set(), '');
  if (newest === undefined) return undefined;
  return (await followHeads(heads, newest.kid)).heads.at(-1)?.kid ?? newest.kid;
}

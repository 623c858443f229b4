/** From the key of a head of mission that somebody vouches for to the head of today, card by card. */

import type { ReadCard } from './cards.ts';
import { publicKey } from './keys.ts';
import { checkSignature } from './sign.ts';

/** Why a mission's cards cannot be believed although we know its key. */
export type Contradiction =
  /** Two cards of one key, or two next heads, signed by the same head. */
  | 'two-words'
  /** The card of a head that we knew is no longer there. */
  | 'card-missing'
  /** Somebody shows a later head of this mission that the known one did not sign. */
  | 'other-head';

export interface HeadChain {
  /** Oldest first; the last is the head of today. */
  readonly heads: readonly ReadCard[];
  readonly contradiction?: Contradiction;
}

const verdicts = new WeakMap<ReadCard, Map<ReadCard, Promise<boolean>>>();
const keys = new WeakMap<ReadCard, Promise<CryptoKey>>();

/** Whether the card was signed by the key on this other one; worked out once. */
export function isSignedBy(card: ReadCard, signer: ReadCard): Promise<boolean> {
  const known = verdicts.get(card) ?? new Map<ReadCard, Promise<boolean>>();
  const verdict = known.get(signer) ?? verify(card, signer);
  verdicts.set(card, known.set(signer, verdict));
  return verdict;
}

async function verify(card: ReadCard, signer: ReadCard): Promise<boolean> {
  if (card.signed.kid !== signer.kid) return false;
  try {
    await checkSignature(card.signed, await signingKey(signer));
    return true;
  } catch {
    return false;
  }
}

function signingKey(card: ReadCard): Promise<CryptoKey> {
  const key = keys.get(card) ?? publicKey(card.jwk, 'signing');
  keys.set(card, key);
  return key;
}

/** Follows the heads of one mission from the key `root`, which we trust; nothing else is trusted. */
export async function followHeads(heads: readonly ReadCard[], root: string): Promise<HeadChain> {
  const chain: ReadCard[] = [];
  for (let kid: string | undefined = root; kid !== undefined; ) {
    const previous: ReadCard | undefined = chain.at(-1);
    const own = await cardsOfHead(heads, kid, previous);
    const card = own.sort((a, b) => b.epoch - a.epoch)[0];
    if (card === undefined) return { heads: chain, contradiction: 'card-missing' };
    if (own.some((each) => each.epoch === card.epoch && each.digest !== card.digest))
      return { heads: chain, contradiction: 'two-words' };
    chain.push(card);
    const next = await nextHeads(heads, card, chain);
    if (next.size > 1) return { heads: chain, contradiction: 'two-words' };
    kid = [...next][0];
  }
  return { heads: chain };
}

/** The cards of one head that hold: signed by itself, by the head before it, or, of the root, by a predecessor that is shown. */
async function cardsOfHead(
  heads: readonly ReadCard[],
  kid: string,
  previous: ReadCard | undefined,
): Promise<ReadCard[]> {
  const held: ReadCard[] = [];
  for (const card of heads.filter((each) => each.kid === kid)) {
    const before = previous ?? heads.find((each) => each.kid === card.prev);
    const signer = card.signed.kid === kid ? card : before;
    const follows = signer === card || card.prev === signer?.kid;
    if (signer !== undefined && follows && (await isSignedBy(card, signer))) held.push(card);
  }
  return held;
}

async function nextHeads(
  heads: readonly ReadCard[],
  current: ReadCard,
  chain: readonly ReadCard[],
): Promise<ReadonlySet<string>> {
  const next = new Set<string>();
  for (const card of heads) {
    const isNew = card.prev === current.kid && chain.every((each) => each.kid !== card.kid);
    if (isNew && card.from >= current.from && (await isSignedBy(card, current))) next.add(card.kid);
  }
  return next;
}

/** The newest head that signed its own first card later than `since` and that none of the `known` heads leads to. */
export async function otherHead(
  heads: readonly ReadCard[],
  known: ReadonlySet<string>,
  since: string,
): Promise<ReadCard | undefined> {
  const later = heads
    .filter((card) => card.prev === undefined && !known.has(card.kid) && card.from > since)
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  for (const card of later) if (await isSignedBy(card, card)) return card;
  return undefined;
}

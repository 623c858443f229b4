/** The keys that a mission's heads answer for, each with the time in which it counts. */

import type { Instant } from '../domain/ids.ts';
import type { CardPerson, CardUse, ReadCard } from './cards.ts';
import { isSignedBy } from './head-chain.ts';
import { publicKey } from './keys.ts';

/** A key on a card that counts from `from` until just before `until`. */
export interface CardKey {
  readonly use: CardUse;
  readonly kid: string;
  readonly key: CryptoKey;
  readonly from: Instant;
  readonly until?: Instant;
  readonly person?: CardPerson;
}

export function counts({ from, until }: Pick<CardKey, 'from' | 'until'>, at: Instant): boolean {
  return from <= at && (until === undefined || at < until);
}

interface Window {
  readonly card: ReadCard;
  readonly from: Instant;
  readonly until?: Instant;
}

/** @returns the keys, or undefined where a head has signed two different cards for one place */
export async function keysOf(
  heads: readonly ReadCard[],
  cards: readonly ReadCard[],
): Promise<readonly CardKey[] | undefined> {
  const reigns = heads.map((card, index) => windowOf(card, heads[index + 1]));
  const areOfAHead = await Promise.all(cards.map((card) => isOfAHead(card, reigns)));
  const believed = cards.filter((_, index) => areOfAHead[index]);
  const windows = [...reigns];
  for (const cardsOfOne of bySubject(believed).values()) {
    const found = windowsOf(cardsOfOne);
    if (found === undefined) return undefined;
    windows.push(...found);
  }
  return Promise.all(windows.map(keyOf));
}

/** Of today's heads only who reigned when the card begins may have signed it. */
async function isOfAHead(card: ReadCard, reigns: readonly Window[]): Promise<boolean> {
  const reign = reigns.find(({ card: head }) => head.kid === card.signed.kid);
  return reign !== undefined && counts(reign, card.from) && (await isSignedBy(card, reign.card));
}

function bySubject(cards: readonly ReadCard[]): ReadonlyMap<string, readonly ReadCard[]> {
  const groups = new Map<string, ReadCard[]>();
  for (const card of cards) {
    const subject = `${card.use} ${card.person?.tenantId ?? ''} ${card.person?.objectId ?? ''}`;
    groups.set(subject, [...(groups.get(subject) ?? []), card]);
  }
  return groups;
}

/**
 * One after the other by epoch: the next one ends the one before. Also of the same key, so that what was signed under the
 * card before still counts: a next head signs a key again, or its end is told.
 */
function windowsOf(cards: readonly ReadCard[]): readonly Window[] | undefined {
  const byEpoch = new Map<number, ReadCard>();
  for (const card of cards) {
    const same = byEpoch.get(card.epoch);
    if (same !== undefined && same.digest !== card.digest) return undefined;
    byEpoch.set(card.epoch, card);
  }
  const inOrder = [...byEpoch.values()].sort((a, b) => a.epoch - b.epoch);
  return inOrder.map((card, index) => windowOf(card, inOrder[index + 1]));
}

function windowOf(card: ReadCard, next: ReadCard | undefined): Window {
  const ends = [card.to, next?.from].filter((each) => each !== undefined).sort();
  return { card, from: card.from, ...(ends[0] === undefined ? {} : { until: ends[0] }) };
}

async function keyOf({ card, from, until }: Window): Promise<CardKey> {
  const key = await publicKey(card.jwk, card.use === 'seal' ? 'sealing' : 'signing');
  const { use, kid, person } = card;
  return Object.freeze({
    ...{ use, kid, key, from },
    ...(until === undefined ? {} : { until }),
    ...(person === undefined ? {} : { person }),
  });
}

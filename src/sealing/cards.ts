/** Key cards: what a mission says about its keys, signed by the key of its head of mission. */

import { type Instant, isInstant, isMissionCode, type MissionCode } from '../domain/ids.ts';
import { canonical, parseCanonical } from './canonical.ts';
import { isKid, isPublicJwk, type PublicJwk, publicPart, thumbprint, type UnlockedKey } from './keys.ts';
import { SealingError } from './sealing-error.ts';
import { readCompact, signCompact, type Unverified } from './sign.ts';

export const cardUses = ['head', 'person', 'seal', 'mission'] as const;
/** `head` and `person` sign for people, `mission` signs for the mission itself, `seal` is sealed to. */
export type CardUse = (typeof cardUses)[number];

export type CardPerson = { readonly objectId: string; readonly tenantId: string };

/** What a card says. A higher `epoch` for the same use and person ends the one before. */
export type Card = {
  readonly circle: string;
  readonly mission: MissionCode;
  readonly tenantId: string;
  readonly use: CardUse;
  readonly kid: string;
  readonly jwk: PublicJwk;
  readonly epoch: number;
  readonly from: Instant;
  readonly to?: Instant;
  /** Of a later head: the kid of the head before, who signs this card. */
  readonly prev?: string;
  /** Of `head` and `person`. */
  readonly person?: CardPerson;
};

/** A card as a list holds it. Its own words fit together; that its signer may say so, standing.ts decides. */
export interface ReadCard extends Card {
  readonly signed: Unverified;
  readonly digest: string;
}

const names = 'circle epoch from jwk kid mission person prev tenantId to use'.split(' ');

/** Signs a card: the first head's by itself, a later head's by the one before, every other by the head. */
export async function makeCard(card: Omit<Card, 'kid'>, signer: UnlockedKey): Promise<string> {
  const kid = await thumbprint(card.jwk);
  const full = { ...card, jwk: publicPart(card.jwk), kid };
  if (!isCard(full)) throw new TypeError('a card that nobody could read');
  return signCompact(canonical({ ...full, suite: 'fp1', type: 'key-card' }), 'fp-card', signer);
}

/** @throws SealingError `bad-card` or `bad-signature` for a text that is no card at all */
export async function readCard(jws: string): Promise<ReadCard> {
  const signed = readCompact(jws, 'fp-card');
  const card = cardIn(signed.payload);
  if (card === undefined || (await thumbprint(card.jwk)) !== card.kid) throw new SealingError('bad-card');
  return { ...card, signed, digest: signed.digest };
}

function cardIn(payload: string): Card | undefined {
  let value: unknown;
  try {
    value = parseCanonical(payload);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { suite, type, ...card } = value as Readonly<Record<string, unknown>>;
  if (suite !== 'fp1' || type !== 'key-card' || !Object.keys(card).every((name) => names.includes(name)))
    return undefined;
  return isCard(card) ? card : undefined;
}

function isCard(value: object): value is Card {
  const { circle, mission, tenantId, use, kid, jwk, epoch, from, to, prev, person } = value as Partial<Card>;
  const isOfSomebody = use === 'head' || use === 'person';
  return (
    isShortText(circle) &&
    isMissionCode(mission) &&
    isShortText(tenantId) &&
    cardUses.some((each) => each === use) &&
    isKid(kid) &&
    isPublicJwk(jwk) &&
    Number.isSafeInteger(epoch) &&
    (epoch ?? 0) >= 1 &&
    isInstant(from) &&
    (to === undefined || (isInstant(to) && to >= from)) &&
    (prev === undefined || (use === 'head' && isKid(prev) && prev !== kid)) &&
    (isOfSomebody ? isPerson(person) : person === undefined)
  );
}

function isPerson(value: unknown): value is CardPerson {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  const { objectId, tenantId } = value as Partial<CardPerson>;
  return isShortText(objectId) && isShortText(tenantId);
}

export function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 100;
}

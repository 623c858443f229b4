/** Opens an envelope and believes it only when everything fits: key, row, sender, recipients, revision. */

import type { MissionCode } from '../domain/ids.ts';
import { fromUtf8, textFromBase64url } from './bytes.ts';
import type { CardPerson } from './cards.ts';
import { decrypted } from './decrypt.ts';
import { type Binding, isSameTo, type Payload, readBinding, readOuter, readPayload } from './envelope.ts';
import type { Opening, Row } from './opening.ts';
import { type OpenFault, orRefuse, Refusal } from './refusal.ts';
import { besideSeen, nothingSeen } from './seen.ts';
import { checkSignature, readCompact, type Unverified } from './sign.ts';
import { isDatedWithin, signerAt } from './standing.ts';

export interface Opened {
  readonly ok: true;
  readonly payload: Payload;
  readonly digest: string;
  readonly sender: { readonly mission: MissionCode; readonly kid: string; readonly person: CardPerson };
  /** `late`: not seen before, although later ones of this sender were. `known`: verified before, by our own book. */
  readonly news: 'new' | 'late' | 'known';
}

export interface NotOpened {
  readonly ok: false;
  readonly code: OpenFault;
}

const MOST_OPENED = 65_536;

/** Fits in everything, and nobody has looked at the signature. Not to be shown to anybody. */
export interface Unproven {
  /** What it is, if the signature holds. */
  readonly claim: Opened;
  readonly signed: Unverified;
  readonly key: CryptoKey;
}

/** Never throws for what somebody else wrote. */
export async function openEnvelope(text: string, opening: Opening): Promise<Opened | NotOpened> {
  const found = await readEnvelope(text, opening);
  return 'claim' in found ? proven(found) : found;
}

/** Everything but the signature, for whoever proves many at once. Never throws for what somebody else wrote. */
export async function readEnvelope(text: string, opening: Opening): Promise<Unproven | NotOpened> {
  try {
    return await fitting(text, opening);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code };
    throw error;
  }
}

/** What our own book holds as verified, with this very digest, is not verified once more. */
export async function proven({ claim, signed, key }: Unproven): Promise<Opened | NotOpened> {
  try {
    if (claim.news !== 'known') await checkSignature(signed, key);
    return claim;
  } catch {
    return { ok: false, code: 'bad-signature' };
  }
}

async function fitting(text: string, opening: Opening): Promise<Unproven> {
  const { row, me, standing } = opening;
  if (row.from !== me && !row.audience.includes(me)) throw new Refusal('not-for-us');
  const sender = standing.missions.get(row.from)?.state ?? 'no-card';
  if (sender === 'unpinned' || sender === 'broken' || sender === 'no-card')
    throw new Refusal('sender-not-verified');
  if (text.length > MOST_OPENED) throw new Refusal('too-large');
  const outer = orRefuse('malformed', () => readOuter(text));
  const binding = orRefuse('malformed', () => readBinding(textFromBase64url(outer.aad)));
  checkRow(binding, opening);

  const { plaintext, to } = await decrypted(outer, binding, opening);
  const signed = orRefuse('malformed', () => readCompact(fromUtf8(plaintext), 'fp-entry', MOST_OPENED));
  const payload = orRefuse('malformed', () => readPayload(signed.payload));
  const { digest } = signed;
  checkPayload(payload, digest, binding, row);
  if (!isSameTo(payload.to, to(payload))) throw new Refusal('other-recipients');
  const news = besideSeen(opening.seen ?? nothingSeen, payload, digest);
  if (news === 'old-revision' || news === 'two-texts') throw new Refusal(news);
  const { key, person } = signerOf(signed, payload, opening, news === 'known');
  const claim = { ok: true, payload, digest, news, sender: { ...payload.from, person } } as const;
  return { claim, signed, key };
}

function checkRow({ circle, code, entry }: Binding, { place, row }: Opening): void {
  if (circle !== place.circle || entry !== row.entry || code !== row.code) throw new Refusal('other-row');
}

function checkPayload(payload: Payload, digest: string, binding: Binding, row: Row): void {
  const isTheOneCommittedTo =
    digest === binding.commit &&
    payload.circle === binding.circle &&
    payload.code === binding.code &&
    payload.entry === binding.entry &&
    payload.rev === binding.rev;
  if (!isTheOneCommittedTo) throw new Refusal('other-payload');
  if (payload.from.mission !== row.from) throw new Refusal('other-sender');
  const shown = new Set([...row.audience, row.from]);
  const meant = new Set([...payload.to.map(({ mission }) => mission), row.from]);
  if (shown.size !== meant.size || [...meant].some((mission) => !shown.has(mission)))
    throw new Refusal('other-recipients');
}

/**
 * The card of the signer counted when it was signed, and is the one that the payload names; the host did not take it in at
 * quite another time, unless our own book holds it as verified.
 */
function signerOf({ kid }: Unverified, { from, at }: Payload, { standing, row }: Opening, isKnown: boolean) {
  const signer = from.kid === kid ? signerAt(standing, from.mission, kid, at) : undefined;
  const person = signer?.person;
  if (signer === undefined || person === undefined || person.objectId !== from.person)
    throw new Refusal('signer-unknown');
  const dates = { signed: at, written: row.writtenAt };
  if (!isKnown && !isDatedWithin(standing, from.mission, kid, dates)) throw new Refusal('other-time');
  return { key: signer.key, person };
}

/** Signed acts of a mission, each naming the one before: what is missing, doubled or moved shows. */

import { type Instant, isInstant, isMissionCode, type MissionCode } from '../domain/ids.ts';
import { type ActBodies, type ActType, actRules, isActType } from './act-types.ts';
import { digestOf, isBase64url } from './bytes.ts';
import { canonical, parseCanonical } from './canonical.ts';
import { type CardPerson, isShortText } from './cards.ts';
import type { UnlockedKey } from './keys.ts';
import { checkSignature, readCompact, signCompact } from './sign.ts';
import { isDatedWithin, type Standing, signerAt } from './standing.ts';

/** What every act says of itself. */
export interface ActHead {
  readonly circle: string;
  readonly from: MissionCode;
  /** 1 for a mission's first act. */
  readonly seq: number;
  /** Digest of the mission's act before; empty for the first. */
  readonly prev: string;
  readonly at: Instant;
}

export type Act = { [T in ActType]: ActHead & { readonly type: T } & ActBodies[T] }[ActType];

export interface SignedAct {
  readonly jws: string;
  /** What the next act of this mission names as `prev`. */
  readonly digest: string;
}

export interface ActRead {
  readonly ok: true;
  readonly act: Act;
  readonly digest: string;
  readonly kid: string;
  /** Absent where the mission's own key signed. */
  readonly person?: CardPerson;
}

export interface ActNotRead {
  readonly ok: false;
  readonly code: 'malformed' | 'signer-unknown' | 'bad-signature';
}

/** @throws TypeError for an act that nobody would accept */
export async function signAct(act: Act, signer: UnlockedKey): Promise<SignedAct> {
  const payload = canonical({ ...act, suite: 'fp1' });
  if (actIn(payload) === undefined) throw new TypeError(`${act.type}: an act that nobody could read`);
  return { jws: await signCompact(payload, 'fp-act', signer), digest: digestOf(payload) };
}

/** Never throws for what somebody else wrote. @param written when the host took it in */
export async function readAct(
  jws: string,
  standing: Standing,
  written: Instant,
): Promise<ActRead | ActNotRead> {
  let signed: ReturnType<typeof readCompact>;
  try {
    signed = readCompact(jws, 'fp-act', 63_999);
  } catch {
    return { ok: false, code: 'malformed' };
  }
  const act = actIn(signed.payload);
  if (act === undefined || act.circle !== standing.circle) return { ok: false, code: 'malformed' };
  const signer = signerAt(standing, act.from, signed.kid, act.at);
  const isMission = actRules[act.type].signer === 'mission';
  const dates = { signed: act.at, written };
  if (
    signer === undefined ||
    (signer.use === 'mission') !== isMission ||
    !isDatedWithin(standing, act.from, signed.kid, dates)
  )
    return { ok: false, code: 'signer-unknown' };
  try {
    await checkSignature(signed, signer.key);
  } catch {
    return { ok: false, code: 'bad-signature' };
  }
  const person = signer.person === undefined ? {} : { person: signer.person };
  return { ok: true, act, digest: signed.digest, kid: signed.kid, ...person };
}

function actIn(payload: string): Act | undefined {
  let value: unknown;
  try {
    value = parseCanonical(payload);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { suite, type, circle, from, seq, prev, at, ...body } = value as Readonly<Record<string, unknown>>;
  const hasHead =
    suite === 'fp1' &&
    isShortText(circle) &&
    isMissionCode(from) &&
    Number.isSafeInteger(seq) &&
    Number(seq) >= 1 &&
    (seq === 1 ? prev === '' : isBase64url(prev, 32)) &&
    isInstant(at);
  if (!hasHead || !isActType(type)) return undefined;
  const { checks } = actRules[type];
  const fits =
    Object.keys(body).length === Object.keys(checks).length &&
    Object.entries(checks).every(([name, check]) => check(body[name], at as Instant));
  if (!fits) return undefined;
  const { suite: _, ...act } = value as Readonly<Record<string, unknown>>;
  return act as unknown as Act;
}

/** An act as one link of its mission's chain. */
export interface Link {
  readonly seq: number;
  readonly prev: string;
  readonly digest: string;
}

export type ChainFault = {
  /** `gap`: one is missing. `fork`: two in one place, or after another one. `reordered`: not in turn. `rollback`: what we had seen is gone. */
  readonly what: 'gap' | 'fork' | 'reordered' | 'rollback';
  /** Tells this very fault from every other of the chain. */
  readonly sign: string;
  /** The act that does not fit, by its place; of a rollback the one that is gone. */
  readonly seq: number;
};

/** The place of a signed text in its chain, whoever signed it; undefined for what is no act at all. */
export function linkIn(jws: string): (Link & Pick<ActHead, 'at' | 'circle' | 'from'>) | undefined {
  try {
    const { payload, digest } = readCompact(jws, 'fp-act', 63_999);
    const act = actIn(payload);
    if (!act) return undefined;
    const { seq, prev, at, circle, from } = act;
    return { seq, prev, at, circle, from, digest };
  } catch {
    return undefined;
  }
}

/**
 * What does not fit in the acts of one mission, in the order the list gives them, beside the head that we had seen. `ended`
 * says of two neighbours that what lay between them may be over and is not read any more; before the first, of `undefined`
 * and it.
 */
export function chainFaults<L extends Link>(
  links: readonly L[],
  seen?: Pick<Link, 'seq' | 'digest'>,
  ended: (before: L | undefined, after: L) => boolean = () => false,
): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  let before: L | undefined;
  for (const link of links) {
    const next = (before?.seq ?? 0) + 1;
    const what = faultAt(link, before, links, ended);
    const isOther = link.seq === seen?.seq && link.digest !== seen.digest;
    if (what || isOther)
      faults.push({
        what: what ?? 'fork',
        sign: `${what ?? 'fork'} ${link.seq} ${link.digest}`,
        seq: link.seq,
      });
    if (link.seq >= next) before = link;
  }
  if (seen !== undefined && (before?.seq ?? 0) < seen.seq)
    faults.push({ what: 'rollback', sign: `rollback ${seen.seq} ${seen.digest}`, seq: seen.seq });
  return faults;
}

function faultAt<L extends Link>(
  link: L,
  before: L | undefined,
  links: readonly L[],
  ended: (before: L | undefined, after: L) => boolean,
): ChainFault['what'] | undefined {
  const next = (before?.seq ?? 0) + 1;
  if (link.seq === next) return link.prev === (before?.digest ?? '') ? undefined : 'fork';
  if (link.seq < next)
    return link.seq === before?.seq && link.digest !== before.digest ? 'fork' : 'reordered';
  if (ended(before, link)) return undefined;
  return links.some(({ seq }) => seq === next) ? 'reordered' : 'gap';
}

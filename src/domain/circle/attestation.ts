/** Whether a mission may act on what another one shared: only under a live word of the owner that consent stands. */

import { type ConsentAction, type IdentityLevel, identityLevels } from '../consent/need.ts';
import { type EntryId, type Instant, type MissionCode, msOf } from '../ids.ts';

/** No attestation counts for longer. */
export const ATTESTATION_HOURS = 72;

/** A verified act of the owner: for this very content, this action, these missions, until then. */
export interface Attestation {
  readonly from: MissionCode;
  readonly of: EntryId;
  readonly digest: string;
  readonly action: ConsentAction;
  readonly audience: readonly MissionCode[];
  readonly identity: IdentityLevel;
  readonly at: Instant;
  readonly until: Instant;
}

/** What somebody is about to do, on an entry as it was opened here. */
export interface ToActOn {
  readonly entry: EntryId;
  readonly owner: MissionCode;
  readonly digest: string;
  readonly me: MissionCode;
  readonly action: ConsentAction;
  readonly identity: IdentityLevel;
}

export interface CircleWord {
  readonly attestations: readonly Attestation[];
  /** Entries whose owner took them back, for whatever reason: nothing said of them counts any more. */
  readonly ended: ReadonlySet<EntryId>;
  /** Missions whose acts do not fit together: one that ends what they said may be kept from us. */
  readonly inDoubt: ReadonlySet<MissionCode>;
}

export type ActVerdict =
  | { readonly allowed: true; readonly until: Instant }
  | { readonly allowed: false; readonly code: 'ask-the-owner' | 'owner-in-doubt' };

const refused: ActVerdict = { allowed: false, code: 'ask-the-owner' };

/** @param now the server's time; unknown refuses */
export function mayActOn(step: ToActOn, word: CircleWord, now: Instant | undefined): ActVerdict {
  if (now === undefined || word.ended.has(step.entry)) return refused;
  if (word.inDoubt.has(step.owner)) return { allowed: false, code: 'owner-in-doubt' };
  const until = word.attestations
    .filter((one) => covers(one, step) && isLive(one, now))
    .reduce<Instant | undefined>((last, one) => (!last || one.until > last ? one.until : last), undefined);
  return until ? { allowed: true, until } : refused;
}

/** How long the owner's word stands for this entry and digest, whatever is to be done. */
export function attestedUntil(
  of: Pick<ToActOn, 'entry' | 'owner' | 'digest' | 'me'>,
  word: CircleWord,
  now: Instant,
): Instant | undefined {
  if (word.ended.has(of.entry) || word.inDoubt.has(of.owner)) return undefined;
  return word.attestations
    .filter((one) => isFor(one, of) && isLive(one, now))
    .map(({ until }) => until)
    .sort()
    .at(-1);
}

function isFor(one: Attestation, of: Pick<ToActOn, 'entry' | 'owner' | 'digest' | 'me'>): boolean {
  return (
    one.from === of.owner && one.of === of.entry && one.digest === of.digest && one.audience.includes(of.me)
  );
}

function covers(one: Attestation, step: ToActOn): boolean {
  return (
    isFor(one, step) &&
    one.action === step.action &&
    identityLevels.indexOf(one.identity) >= identityLevels.indexOf(step.identity)
  );
}

/** Dated in the future, or longer than any may be: whoever wrote it did not write what we accept. */
function isLive({ at, until }: Attestation, now: Instant): boolean {
  return at <= now && now < until && msOf(until) - msOf(at) <= ATTESTATION_HOURS * 3_600_000;
}

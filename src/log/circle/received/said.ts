/** What the verified acts of a circle say about entries: attested, taken back, asked to delete, deleted. */

import type { Attestation, CircleWord } from '../../../domain/circle/attestation.ts';
import type { TakenBack } from '../../../domain/circle/withheld.ts';
import type { Day, EntryId, Instant, MissionCode } from '../../../domain/ids.ts';
import type { CircleAct } from '../trust/acts.ts';

export interface Said extends CircleWord, TakenBack {
  /** Entries whose deletion the owner asked for. */
  readonly askedToDelete: ReadonlySet<EntryId>;
  /** Who deleted what, and when. */
  readonly deleted: ReadonlyMap<EntryId, ReadonlyMap<MissionCode, Day>>;
}

/**
 * @param ownerOf the sender of a row: of others' words about its entry only the owner's counts
 * @param inDoubt whose word that consent stands does not count
 * @param dayOf the day of an instant by the mission's own calendar
 */
export function saidIn(
  acts: readonly CircleAct[],
  ownerOf: (entry: EntryId) => MissionCode | undefined,
  inDoubt: ReadonlySet<MissionCode>,
  dayOf: (at: Instant) => Day,
): Said {
  const attestations: Attestation[] = [];
  const withdrawn = new Set<EntryId>();
  const retracted = new Set<EntryId>();
  const askedToDelete = new Set<EntryId>();
  const deleted = new Map<EntryId, Map<MissionCode, Day>>();
  for (const { act } of acts) {
    const isOwners = (entry: EntryId) => ownerOf(entry) === act.from;
    if (act.type === 'attested' && isOwners(act.entry)) attestations.push(attestationIn(act));
    if (act.type === 'withdrawn') for (const one of act.entries) if (isOwners(one)) withdrawn.add(one);
    if (act.type === 'retracted' && isOwners(act.entry)) retracted.add(act.entry);
    if (act.type === 'deletion-asked' && isOwners(act.entry)) askedToDelete.add(act.entry);
    if (act.type === 'deleted') {
      const of = deleted.get(act.entry) ?? new Map<MissionCode, Day>();
      deleted.set(act.entry, of.set(act.from, dayOf(act.at)));
    }
  }
  const ended = new Set([...withdrawn, ...retracted]);
  return { attestations, withdrawn, retracted, askedToDelete, deleted, ended, inDoubt };
}

type Attested = Extract<CircleAct['act'], { readonly type: 'attested' }>;

function attestationIn(act: Attested): Attestation {
  return {
    from: act.from,
    of: act.entry,
    digest: act.digest,
    action: act.action,
    audience: act.audience.flatMap((one) =>
      one.startsWith('mission:') ? [one.slice('mission:'.length) as MissionCode] : [],
    ),
    identity: act.identity,
    at: act.at,
    until: act.until,
  };
}

/** The longest word of ours that still lives for this content. */
export function ownWordUntil(said: Said, entry: EntryId, digest: string, now: Instant): Instant | undefined {
  if (said.ended.has(entry)) return undefined;
  return said.attestations
    .filter((one) => one.of === entry && one.digest === digest && one.until > now)
    .map(({ until }) => until)
    .sort()
    .at(-1);
}

/** Whom we believe: cards, our pins and verified acts worked out into one standing, anew whenever one of them changes. */

import type { Instant, MissionCode } from '../../../domain/ids.ts';
import { msOf } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import type { PinRecord } from '../../../domain/system/pin.ts';
import type { ReadCard } from '../../../sealing/cards.ts';
import { type Standing, type StandingInput, standingOf, type Vouch } from '../../../sealing/standing.ts';
import type { CircleGround } from '../core.ts';
import type { Acts, CircleAct, Judged, LastSeen } from './acts.ts';
import { sinceOwnBeginning } from './cards.ts';
import { publicIn } from './mission-keys.ts';

export interface Beliefs extends Judged {
  readonly standing: Standing;
  /** What `standing` was worked out from, for a worker that has to do the same. */
  readonly believed: StandingInput;
  /** Every card that can be read, those of heads that we refuted left out. */
  readonly cards: readonly ReadCard[];
  readonly removed: ReadonlyMap<MissionCode, Instant>;
}

export interface BeliefSources {
  readonly acts: Acts;
  cards(): Promise<readonly ReadCard[]>;
  /** Pins of this circle that count, oldest first. */
  pins(): readonly Entry<PinRecord>[];
  /** Signing keys of everybody who ever was one of us. */
  signers(): readonly { readonly kid: string; readonly publicJwk: string }[];
  seen(): ReadonlyMap<MissionCode, LastSeen>;
  /** Signs of alarms about which one of us asked the mission. */
  cleared(): ReadonlySet<string>;
}

/** A standing says which keys count now: after so long it is worked out again though nothing has changed. */
const GOOD_FOR_MS = 10 * 60_000;

export function openBeliefs(ground: CircleGround, sources: BeliefSources): () => Promise<Beliefs> {
  const worked = new Map<'first' | 'whole', { readonly key: string; readonly standing: Standing }>();

  async function standing(step: 'first' | 'whole', input: StandingInput): Promise<Standing> {
    const { at, ...rest } = input;
    const key = JSON.stringify(rest);
    const held = worked.get(step);
    if (held?.key === key && msOf(at) - msOf(held.standing.at) < GOOD_FOR_MS) return held.standing;
    const fresh = await standingOf(input);
    worked.set(step, { key, standing: fresh });
    return fresh;
  }

  return async () => {
    const me = ground.me().mission.code;
    const pins = sources.pins();
    const signers = sources.signers().flatMap((signer) => {
      const jwk = publicIn(signer);
      return jwk ? [{ kid: signer.kid, jwk }] : [];
    });
    const isRefuted = refutedIn(pins);
    const cards = sinceOwnBeginning(
      (await sources.cards()).filter(({ mission, kid }) => !isRefuted(mission, kid)),
      me,
      new Set(signers.map(({ kid }) => kid)),
    );
    const input: StandingInput = {
      circle: ground.id,
      at: ground.circle.clock.now(),
      cards: cards.map(({ signed }) => signed.jws).sort(),
      pins: pins.filter(({ record }) => record.how === 'in-person').map(({ record }) => record.jws),
      followed: pins
        // Followed once and refuted since, when they had begun anew: its card is left out by us, and nobody hides it.
        .filter(({ record }) => record.how !== 'in-person' && !isRefuted(record.of, record.kid))
        .map(({ record }) => ({ mission: record.of, kid: record.kid })),
      vouches: [],
      removed: [],
      me: { mission: me, signers: signers.map(({ jwk }) => jwk) },
    };
    const first = await standing('first', input);
    const heard = (await sources.acts.judge(first, sources.seen())).acts;
    const removed = removedBy(heard);
    const believed: StandingInput = {
      ...input,
      vouches: vouchesIn(heard),
      removed: [...removed].map(([mission, since]) => ({ mission, since })),
    };
    const whole = await standing('whole', believed);
    return {
      standing: whole,
      believed,
      cards,
      removed,
      ...(await sources.acts.judge(whole, sources.seen(), sources.cleared())),
    };
  };
}

/** Somebody showed another head when we compared the number: that one is not theirs, whoever shows it. */
function refutedIn(pins: readonly Entry<PinRecord>[]): (mission: MissionCode, kid: string) => boolean {
  const refuted = new Map<MissionCode, ReadonlySet<string>>();
  for (const { record } of pins)
    if (record.how === 'in-person')
      refuted.set(record.of, new Set(record.refuted === undefined ? [] : record.refuted.split(' ')));
  return (mission, kid) => refuted.get(mission)?.has(kid) === true;
}

/**
 * In the order in which it was said; whoever was removed can no longer remove or add. Nor by an earlier date: nothing was
 * said before the host took it in.
 */
export function removedBy(acts: readonly CircleAct[]): ReadonlyMap<MissionCode, Instant> {
  const removed = new Map<MissionCode, Instant>();
  const dated = acts.map(({ act, written }) => ({ act, at: act.at > written ? act.at : written }));
  for (const { act, at } of dated.sort((a, b) => msOf(a.at) - msOf(b.at))) {
    if (removed.has(act.from)) continue;
    if (act.type === 'mission-removed' && !removed.has(act.mission)) removed.set(act.mission, at);
    if (act.type === 'mission-added') removed.delete(act.mission);
  }
  return removed;
}

function vouchesIn(acts: readonly CircleAct[]): readonly Vouch[] {
  return acts.flatMap(({ act }) =>
    act.type === 'vouched' ? [{ by: act.from, mission: act.mission, kid: act.kid }] : [],
  );
}

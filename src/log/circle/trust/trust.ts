/** Keys, pins and acts of an open circle, worked out together: who we are there, and whom we believe. */

import { act as actKind } from '../../../domain/circle/kinds/act.ts';
import { circleMission } from '../../../domain/circle/kinds/circle-mission.ts';
import { keyCard } from '../../../domain/circle/kinds/key-card.ts';
import type { MissionCode } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import type { ActBodies, ActType } from '../../../sealing/act-types.ts';
import { type Standing, type StandingInput, signerAt } from '../../../sealing/standing.ts';
import type { CircleView } from '../circle.ts';
import { missionsOf } from '../circle-missions.ts';
import type { KeyState, Keys } from '../contract/keys.ts';
import type { CircleGround, Keyring } from '../core.ts';
import { type CircleAct, openActs } from './acts.ts';
import { type Beliefs, openBeliefs } from './beliefs.ts';
import { openCards } from './cards.ts';
import { openKeys } from './keys.ts';
import { openMissionKeys } from './mission-keys.ts';
import { openOwnKey } from './own-key.ts';
import { openOwnWords } from './own-words.ts';
import { numbersOf, openPins, type PinDesk } from './pins.ts';

type TrustView = Pick<CircleView, 'keys' | 'unlocked' | 'ownFingerprint' | 'ownQr' | 'missions' | 'alarms'>;

export interface Trust {
  readonly keys: Keys;
  readonly pins: PinDesk;
  keyring(): Keyring;
  standing(): Standing;
  believed(): StandingInput;
  /** Verified, oldest first. */
  acts(): readonly CircleAct[];
  removed(): Beliefs['removed'];
  /** Missions with an alarm that nobody has cleared. */
  inDoubt(): ReadonlySet<MissionCode>;
  /** Appends to our own chain. @throws TypeError while the key that signs it is not at hand */
  act<T extends ActType>(type: T, body: ActBodies[T]): Promise<Entry>;
  view(): TrustView;
  /** Entries of the circle that are new or different. */
  heard(entries: readonly Entry[]): void;
  /** What was heard until now is worked out. */
  settled(): Promise<void>;
  /** Whatever is being worked out is done. */
  idle(): Promise<void>;
  /** Reads again what colleagues may have changed, and works everything out anew. */
  refresh(): Promise<void>;
}

const concerning: ReadonlySet<string> = new Set([actKind.key, keyCard.key, circleMission.key]);

export async function openTrust(ground: CircleGround): Promise<Trust> {
  const { own, me } = ground;
  let beliefs: Beliefs | undefined;
  let view: TrustView | undefined;
  let isStale = false;
  let working: Promise<void> | undefined;

  const missionKeys = await openMissionKeys(own, own.journal, changed);
  const ownKey = await openOwnKey(own, own.journal, changed);
  const isOurs = openOwnWords(
    () => [...missionKeys.all().map(({ record }) => record), ...ownKey.everybody()],
    () => Promise.all([missionKeys.read(), ownKey.read()]),
  );
  const cards = openCards(ground, missionKeys, ownKey, isOurs);
  const acts = openActs(ground, isOurs);
  const pins = await openPins({ ground, keyring, beliefs: held, say: act, changed, settled });
  const workOut = openBeliefs(ground, {
    acts,
    cards: () => cards.read(),
    pins: pins.counting,
    signers: () => ownKey.everybody(),
    seen: pins.seen,
    cleared: pins.cleared,
  });

  function held(): Beliefs {
    if (!beliefs) throw new TypeError('the circle is not worked out yet');
    return beliefs;
  }
  /** Worked out again as soon as what is under way is done; whoever waits hears of everything until now. */
  function changed(): void {
    isStale = true;
    if (beliefs) void settle();
  }
  function settle(): Promise<void> {
    working ??= work().finally(() => {
      working = undefined;
      if (isStale) void settle();
    });
    return working;
  }
  async function work(): Promise<void> {
    do {
      isStale = false;
      const fresh = await workOut();
      beliefs = fresh;
      view = viewed(fresh);
      // Shown at once: our own book may answer slowly.
      ground.changed();
      // A book that cannot be written now is written the next time; what was worked out counts all the same.
      await pins.keep(fresh).catch(() => undefined);
    } while (isStale);
  }

  function keyring(): Keyring {
    const now = beliefs?.standing;
    const signs = (kid: string | undefined) =>
      kid !== undefined && now !== undefined && signerAt(now, me().mission.code, kid, now.at) !== undefined;
    const mission = [...missionKeys.unlocked('mission').values()].find(({ kid }) => signs(kid));
    const person = ownKey.unlocked();
    return {
      sealing: missionKeys.unlocked('seal'),
      ...(mission ? { missionSigner: mission } : {}),
      ...(person && signs(person.kid) ? { personSigner: person } : {}),
    };
  }

  function act<T extends ActType>(type: T, body: ActBodies[T]): Promise<Entry> {
    return acts.append(type, body, keyring());
  }

  function keyState(now: Beliefs): KeyState {
    if (missionKeys.epoch() === 0) return 'none';
    const mine = ownKey.mine();
    if (!mine) return 'no-own-key';
    const waits = cards.waiting(now).filter(({ ends, again }) => !ends && !again);
    const isReady = waits.every(({ use, kid }) => use === 'person' && kid !== mine.record.kid);
    return isReady ? 'ready' : 'waits-for-head';
  }

  function viewed(now: Beliefs): TrustView {
    const code = me().mission.code;
    const ownHead = now.standing.missions.get(code)?.headKid;
    const numbers = ownHead === undefined ? undefined : numbersOf(ground.id, code, ownHead);
    return {
      keys: keyState(now),
      unlocked: ownKey.unlocked() !== undefined,
      ...(numbers ? { ownFingerprint: numbers.fingerprint, ownQr: numbers.qr } : {}),
      missions: missionsOf(ground, now, pins.counting()),
      alarms: now.alarms.map(({ mission, what }) => ({ mission, what })),
    };
  }

  await settle();
  return {
    pins,
    keyring,
    standing: () => held().standing,
    believed: () => held().believed,
    acts: () => held().acts,
    removed: () => held().removed,
    inDoubt: () => new Set(held().alarms.map(({ mission }) => mission)),
    act,
    view() {
      if (!view) throw new TypeError('the circle is not worked out yet');
      return { ...view, unlocked: ownKey.unlocked() !== undefined };
    },
    heard(entries) {
      if (entries.some(({ kind }) => concerning.has(kind))) changed();
    },
    settled,
    async idle() {
      while (working) await working;
    },
    async refresh() {
      await Promise.all([missionKeys.read(), ownKey.read(), pins.read()]);
      await settled();
    },
    keys: openKeys(ground, { missionKeys, ownKey, cards, beliefs: held, settled }),
  };

  async function settled(): Promise<void> {
    isStale = true;
    await settle();
  }
}

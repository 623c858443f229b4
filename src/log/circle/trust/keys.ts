/** The keys of a mission and of the person at this screen, as the screen may use them. */

import type { Ability } from '../../../domain/roles.ts';
import type { UnlockedKey } from '../../../sealing/keys.ts';
import { newPassphrase } from '../../../sealing/passphrase.ts';
import type { Keys } from '../contract/keys.ts';
import type { CircleGround } from '../core.ts';
import { register } from '../mission-row.ts';
import type { Beliefs } from './beliefs.ts';
import type { Cards } from './cards.ts';
import type { MissionKeys } from './mission-keys.ts';
import type { OwnKey } from './own-key.ts';
import { readableWith } from './readable.ts';

export interface KeyParts {
  readonly missionKeys: MissionKeys;
  readonly ownKey: OwnKey;
  readonly cards: Cards;
  beliefs(): Beliefs;
  /** Works everything out anew with what was just written. */
  settled(): Promise<void>;
}

export function openKeys(ground: CircleGround, parts: KeyParts): Keys {
  const { missionKeys, ownKey, cards, beliefs, settled } = parts;
  const { own, me, circle } = ground;

  function must(ability: Ability): void {
    if (!own.may(ability)) throw new TypeError('keys are not decided in this role');
  }
  function signer(): UnlockedKey {
    const unlocked = ownKey.unlocked();
    if (!unlocked) throw new TypeError('the key is locked');
    return unlocked;
  }
  const standing = () => beliefs().standing;

  return {
    async createMissionKeys() {
      must('act');
      if (missionKeys.epoch() === 0) await missionKeys.make(1);
      await register(ground, me().mission);
      const recoveryCode = await missionKeys.newSheet();
      await settled();
      return { recoveryCode };
    },
    async newSheet() {
      must('act');
      return { recoveryCode: await missionKeys.newSheet() };
    },
    get hasSheet() {
      return missionKeys.hasSheet();
    },
    proposePassphrase: () => newPassphrase(),
    async createOwnKey(passphrase) {
      must('act');
      await ownKey.create(passphrase);
      await settled();
    },
    async unlock(passphrase) {
      await ownKey.unlock(passphrase);
      await settled();
    },
    lock: () => ownKey.lock(),
    get waiting() {
      return cards.waiting(beliefs());
    },
    get isHead() {
      const mine = ownKey.mine()?.record.kid;
      const head = standing().missions.get(me().mission.code)?.headKid;
      return mine !== undefined && (head === undefined ? own.may('approve') : head === mine);
    },
    async signCards() {
      must('approve');
      await cards.sign(beliefs(), signer());
      await settled();
    },
    heirs: () => cards.heirs(standing()),
    async handOver(heir) {
      must('approve');
      await cards.handOver(standing(), signer(), heir);
      await settled();
    },
    async beginAnew() {
      must('approve');
      await cards.beginAnew(signer());
      await settled();
      await cards.sign(beliefs(), signer());
      await settled();
    },
    async rotate(why) {
      must('act');
      await missionKeys.read();
      await missionKeys.make(missionKeys.epoch() + 1, why);
      await settled();
    },
    readableWith(epoch) {
      const key = missionKeys.all().find(({ record }) => record.use === 'seal' && record.epoch === epoch);
      return key ? readableWith(circle.replica, key.record.kid) : [];
    },
    async drill(code) {
      must('act');
      const opened = await missionKeys.drill(code);
      await settled();
      return { opened };
    },
    get drilledOn() {
      return missionKeys.drilledOn();
    },
    get epochs() {
      return missionKeys
        .all()
        .filter(({ record }) => record.use === 'seal')
        .map(({ record: { epoch, from, retiredOn } }) => ({
          epoch,
          from,
          ...(retiredOn === undefined ? {} : { retiredOn }),
        }));
    },
  };
}

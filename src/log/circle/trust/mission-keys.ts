/** The mission's own keys, epoch by epoch, and the sheet in its safe that brings them back. */

import type { RotationReason } from '../../../domain/circle/rotation.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import { type MissionKeyRecord, missionKey } from '../../../domain/system/mission-key.ts';
import {
  type KeyPair,
  newSealingKey,
  newSigningKey,
  type PublicJwk,
  type UnlockedKey,
  unlock,
} from '../../../sealing/keys.ts';
import {
  openRecovery,
  parseRecoveryCode,
  type RecoveryCode,
  recoveryCode,
  wrapForRecovery,
} from '../../../sealing/recovery.ts';
import { SealingError } from '../../../sealing/sealing-error.ts';
import type { Journal } from '../../journal.ts';
import type { OwnBook } from '../core.ts';
import { openShelf } from '../shelf.ts';

export interface MissionKeys {
  /** All epochs, newest first. */
  all(): readonly Entry<MissionKeyRecord>[];
  /** The latest epoch; 0 before there are keys. */
  epoch(): number;
  /** Ready for use by kid, those of ended epochs too: what was sealed to them still opens. */
  unlocked(use: 'seal' | 'mission'): ReadonlyMap<string, UnlockedKey>;
  read(): Promise<void>;
  /** Makes the keys of an epoch. Two colleagues at the same time make one epoch: the first key of each use stands. */
  make(epoch: number, why?: RotationReason): Promise<void>;
  /**
   * A new code that opens every key there is; the codes on older sheets open no later keys.
   * @throws SheetMadeMeanwhile
   */
  newSheet(): Promise<RecoveryCode>;
  /** Whether the sheet opens the latest keys. */
  hasSheet(): boolean;
  /** Tries the code, puts keys back that are missing, and notes the day. @throws WrongRecoveryCode */
  drill(typed: string): Promise<number>;
  drilledOn(): MissionKeyRecord['drilledOn'];
}

/** The paper does not say what was typed, or was typed wrongly: `group` counts its groups of four from 1. */
export class WrongRecoveryCode extends Error {
  override readonly name = 'WrongRecoveryCode';
  readonly why: 'length' | 'character' | 'mistyped' | 'other-sheet' | 'no-sheet';
  readonly group: number | undefined;
  constructor(why: WrongRecoveryCode['why'], group?: number) {
    super(`recovery code: ${why}`);
    this.why = why;
    this.group = group;
  }
}

/** A colleague made a sheet at the same moment: theirs opens the keys, this one does not. */
export class SheetMadeMeanwhile extends Error {
  override readonly name = 'SheetMadeMeanwhile';
}

const uses = ['seal', 'mission'] as const;
const nameOf = (use: 'seal' | 'mission', epoch: number) => `mission-key ${use} ${epoch}`;

export async function openMissionKeys(
  own: OwnBook,
  journal: Journal,
  changed: () => void,
): Promise<MissionKeys> {
  const ready = new Map<string, UnlockedKey>();
  const shelf = await openShelf(own, missionKey, changed);
  await unlockAll();

  const all = () => [...shelf.all()].sort((a, b) => b.record.epoch - a.record.epoch);
  const epoch = () => Math.max(0, ...shelf.all().map(({ record }) => record.epoch));
  const tell = async (act: Parameters<Journal['write']>[0]['act']) =>
    journal.write({ act, kind: missionKey.key }).catch(() => undefined);

  /** A key that somebody spoilt by hand stays out, the others work. */
  async function unlockAll(): Promise<void> {
    for (const { record } of shelf.all()) {
      const pair = pairIn(record);
      if (!pair || ready.has(record.kid)) continue;
      const key = await unlock(pair, record.use === 'seal' ? 'sealing' : 'signing').catch(() => undefined);
      if (key) ready.set(record.kid, key);
    }
  }

  function sheet(): Entry<MissionKeyRecord> | undefined {
    return shelf.all().find(({ record }) => record.use === 'seal' && record.epoch === epoch());
  }

  return {
    all,
    epoch,
    unlocked: (use) =>
      new Map(
        all().flatMap(({ record }) => {
          const key = record.use === use ? ready.get(record.kid) : undefined;
          return key ? [[record.kid, key] as const] : [];
        }),
      ),
    async read() {
      await shelf.read();
      await unlockAll();
    },
    async make(wanted, why) {
      for (const use of uses) {
        const pair = await (use === 'seal' ? newSealingKey() : newSigningKey());
        await shelf.add(nameOf(use, wanted), {
          ...storedPair(pair),
          ...{ epoch: wanted, use, from: own.today() },
          ...(why ? { why } : {}),
        });
        if (wanted > 1)
          await shelf.change(nameOf(use, wanted - 1), (before) =>
            before && before.retiredOn === undefined ? { ...before, retiredOn: own.today() } : undefined,
          );
      }
      await unlockAll();
      await tell('keys-made');
    },
    async newSheet() {
      await shelf.read();
      const held = sheet()?.record;
      if (!held) throw new TypeError('there are no keys to put on a sheet');
      const code = recoveryCode();
      const pairs = shelf.all().flatMap(({ record }) => pairIn(record) ?? []);
      const recovery = await wrapForRecovery(pairs, code);
      await shelf.change(nameOf('seal', held.epoch), (now) => {
        if (!now || now.recovery !== held.recovery) throw new SheetMadeMeanwhile();
        const { drilledOn: _, ...rest } = now;
        return { ...rest, recovery };
      });
      await tell('sheet-made');
      return code;
    },
    hasSheet: () => sheet()?.record.recovery !== undefined,
    async drill(typed) {
      const held = sheet()?.record;
      const parsed = parseRecoveryCode(typed);
      if (!parsed.ok) throw new WrongRecoveryCode(parsed.why, 'group' in parsed ? parsed.group : undefined);
      if (held?.recovery === undefined) throw new WrongRecoveryCode('no-sheet');
      const pairs = await opened(held.recovery, parsed.code);
      for (const { record } of shelf.all()) {
        const pair = pairs.find(({ kid }) => kid === record.kid);
        if (!pair || record.privateJwk !== undefined || record.destroyedOn !== undefined) continue;
        await shelf.change(nameOf(record.use, record.epoch), (now) =>
          now ? { ...now, privateJwk: JSON.stringify(pair.privateJwk) } : undefined,
        );
      }
      await unlockAll();
      await shelf.change(nameOf('seal', held.epoch), (now) => now && { ...now, drilledOn: own.today() });
      await tell('sheet-drilled');
      return pairs.length;
    },
    drilledOn: () => sheet()?.record.drilledOn,
  };
}

async function opened(recovery: string, code: RecoveryCode): Promise<readonly KeyPair[]> {
  try {
    return await openRecovery(recovery, code);
  } catch (error) {
    if (error instanceof SealingError && error.code === 'wrong-recovery-code')
      throw new WrongRecoveryCode('other-sheet');
    throw error;
  }
}

function storedPair({ kid, publicJwk, privateJwk }: KeyPair) {
  return { kid, publicJwk: JSON.stringify(publicJwk), privateJwk: JSON.stringify(privateJwk) };
}

/** Undefined where the private part is gone. */
function pairIn({ kid, publicJwk, privateJwk }: MissionKeyRecord): KeyPair | undefined {
  if (privateJwk === undefined) return undefined;
  try {
    return { kid, publicJwk: JSON.parse(publicJwk), privateJwk: JSON.parse(privateJwk) };
  } catch {
    return undefined;
  }
}

/** The public half of a stored key; undefined where somebody spoilt it by hand. */
export function publicIn(record: { readonly publicJwk: string }): PublicJwk | undefined {
  try {
    return JSON.parse(record.publicJwk) as PublicJwk;
  } catch {
    return undefined;
  }
}

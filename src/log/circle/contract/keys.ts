/** What the screen may know and do of a mission's keys, and of the numbers it compared with others. */

import type { RotationReason } from '../../../domain/circle/rotation.ts';
import type { Day, EntryId, MissionCode } from '../../../domain/ids.ts';

/** Where this mission stands with its keys; each step leads to the next. */
export type KeyState =
  /** No keys yet: the guided set-up begins here. */
  | 'none'
  /** The mission has keys, this person none. */
  | 'no-own-key'
  /** The head of mission has not signed the cards yet. */
  | 'waits-for-head'
  | 'ready';

export type PinState = 'own' | 'in-person' | 'predecessor' | 'vouched' | 'unpinned' | 'broken' | 'no-card';

/** A key that nobody outside believes yet, or still believes (`ends`), until the head of mission signs its card. */
export interface WaitingCard {
  readonly use: 'head' | 'person' | 'seal' | 'mission';
  readonly name?: string;
  readonly kid: string;
  /** Its person has left. */
  readonly ends?: true;
  /** A former head signed it: who verifies us from now on does not know them. */
  readonly again?: true;
}

export interface Heir {
  readonly kid: string;
  readonly name: string;
  /** This key was the head's before, and nobody follows twice with one key. */
  readonly needsNewKey?: true;
}

export interface Keys {
  /** Makes the mission's keys; answers the recovery code to print, shown once. @throws `SheetMadeMeanwhile` */
  createMissionKeys(): Promise<{ readonly recoveryCode: string }>;
  /** A new code for all keys there are; older sheets open no later keys. @throws `SheetMadeMeanwhile` */
  newSheet(): Promise<{ readonly recoveryCode: string }>;
  /** Whether the sheet opens the latest keys. */
  readonly hasSheet: boolean;
  /** Six words, proposed and not yet kept anywhere. */
  proposePassphrase(): Promise<string>;
  /** Makes this person's signing key, wrapped with the passphrase; in place of one whose words are forgotten. */
  createOwnKey(passphrase: string): Promise<void>;
  /** @throws Error named `WrongPassphrase` */
  unlock(passphrase: string): Promise<void>;
  lock(): void;
  /** Cards that wait for the head of mission's signature. */
  readonly waiting: readonly WaitingCard[];
  /** Whether this person's key is the one that signs cards: the head's, or a first head's to be. */
  readonly isHead: boolean;
  /** Only the head of mission, unlocked. */
  signCards(): Promise<void>;
  /** Further heads of mission with a key, who could follow. */
  heirs(): Promise<readonly Heir[]>;
  /** The head of today, unlocked: missions that trust us go on trusting us. */
  handOver(heir: string): Promise<void>;
  /** A head without a predecessor's signature, unlocked: every mission must verify us again. */
  beginAnew(): Promise<void>;
  /** A new epoch: the old keys only open what was sealed to them. Cards wait for the head. */
  rotate(why: RotationReason): Promise<void>;
  /** Entries that the keys of this epoch open: what to think of when they fell into other hands. */
  readableWith(epoch: number): readonly EntryId[];
  /** Opens the sheet with the code: the restore drill. @throws Error named `WrongRecoveryCode` */
  drill(code: string): Promise<{ readonly opened: number }>;
  readonly drilledOn: Day | undefined;
  /** Newest first. */
  readonly epochs: readonly { readonly epoch: number; readonly from: Day; readonly retiredOn?: Day }[];
}

export interface Pins {
  /** Both sides pressed "verified in person": our half. Refused with a TypeError where the numbers differ. */
  verify(missions: readonly { readonly mission: MissionCode; readonly fingerprint: string }[]): Promise<void>;
  vouch(mission: MissionCode): Promise<void>;
  unpin(mission: MissionCode): Promise<void>;
  /** Somebody asked that mission, not through the circle, and it is explained; journalled. The next that does not fit is told again. */
  clearAlarms(mission: MissionCode): Promise<void>;
}

/** What the parts that send, read and take back are given: the open circle with its keys and verified acts. */

import type { Code, MissionCode } from '../../domain/ids.ts';
import type { IdentityRecord } from '../../domain/system/identity.ts';
import type { ActBodies, ActType } from '../../sealing/act-types.ts';
import type { Standing, StandingInput } from '../../sealing/standing.ts';
import type { CircleGround, Keyring } from './core.ts';
import type { CircleAct } from './trust/acts.ts';

export interface SharingCore extends CircleGround {
  /** Whose keys we believe, as of now. */
  standing(): Standing;
  /** What `standing` was worked out from; absent where nobody opens much. */
  believed?(): StandingInput;
  keyring(): Keyring;
  /** Those that verify, oldest first. */
  acts(): readonly CircleAct[];
  /** Missions whose acts do not fit together, until one of us has asked them. */
  inDoubt(): ReadonlySet<MissionCode>;
  /** Appends to the chain of our mission. @throws TypeError while the key that signs such an act is not at hand */
  act<T extends ActType>(type: T, body: ActBodies[T]): Promise<unknown>;
  /** What was heard a moment ago is worked out. */
  settled(): Promise<void>;
  /** Journalled before it is read. */
  showIdentity(code: Code): Promise<IdentityRecord | undefined>;
}

/** The closed list of acts: what each says, in ids and closed words only, and whose key signs it. */

import { consentActions, type IdentityLevel, identityLevels, isAudience } from '../domain/consent/need.ts';
import {
  type EntryId,
  type Instant,
  isEntryId,
  isInstant,
  isMissionCode,
  type MissionCode,
  msOf,
} from '../domain/ids.ts';
import { isBase64url } from './bytes.ts';
import { isKid } from './keys.ts';

interface OfMission {
  readonly mission: MissionCode;
}
interface OfKey extends OfMission {
  readonly kid: string;
}
interface OfEntry {
  readonly entry: EntryId;
}

export interface ActBodies {
  /** "Consent for this stands until then." Never longer than 72 hours. */
  attested: OfEntry & {
    readonly digest: string;
    readonly action: (typeof consentActions)[number];
    readonly audience: readonly string[];
    readonly identity: IdentityLevel;
    readonly until: Instant;
  };
  withdrawn: { readonly entries: readonly EntryId[] };
  retracted: OfEntry;
  'deletion-asked': OfEntry;
  deleted: OfEntry;
  verified: OfKey;
  vouched: OfKey;
  'mission-added': OfMission;
  'mission-removed': OfMission;
}
export type ActType = keyof ActBodies;

interface Rule {
  /** `mission`: never needs anybody's passphrase. */
  readonly signer: 'mission' | 'person';
  readonly checks: Readonly<Record<string, (value: unknown, at: Instant) => boolean>>;
}

const LONGEST_ATTESTATION = 72 * 3_600_000;
const MOST_ENTRIES = 500;

const listOf = (most: number, each: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.length <= most && value.every(each);
const oneOf = (words: readonly string[]) => (value: unknown) => words.some((word) => word === value);
const soon = (value: unknown, at: Instant) =>
  isInstant(value) && msOf(value) > msOf(at) && msOf(value) - msOf(at) <= LONGEST_ATTESTATION;

const ofEntry = { entry: isEntryId };
const ofMission = { mission: isMissionCode };
const ofKey = { mission: isMissionCode, kid: isKid };

export const actRules: Readonly<Record<ActType, Rule>> = {
  attested: {
    signer: 'mission',
    checks: {
      ...ofEntry,
      digest: (value) => isBase64url(value, 32),
      action: oneOf(consentActions),
      audience: listOf(64, isAudience),
      identity: oneOf(identityLevels),
      until: soon,
    },
  },
  withdrawn: { signer: 'mission', checks: { entries: listOf(MOST_ENTRIES, isEntryId) } },
  retracted: { signer: 'mission', checks: ofEntry },
  'deletion-asked': { signer: 'mission', checks: ofEntry },
  deleted: { signer: 'mission', checks: ofEntry },
  verified: { signer: 'person', checks: ofKey },
  vouched: { signer: 'person', checks: ofKey },
  'mission-added': { signer: 'person', checks: ofMission },
  'mission-removed': { signer: 'person', checks: ofMission },
};

export function isActType(value: unknown): value is ActType {
  return typeof value === 'string' && Object.hasOwn(actRules, value);
}

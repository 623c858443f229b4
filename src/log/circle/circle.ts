/** What the screen may know and do of one circle: the missions that share a site, what they sent us, and what leaves ours. */

import type { SharedHearing } from '../../domain/circle/shared-hearings.ts';
import type { MissionLoad } from '../../domain/circle/turns.ts';
import type { WithheldWhy } from '../../domain/circle/withheld.ts';
import type { Code, Day, EntryId, Instant, MissionCode } from '../../domain/ids.ts';
import type { AnyRecord, Entry } from '../../domain/record-kind.ts';
import type { KeyState, Keys, PinState, Pins } from './contract/keys.ts';
import type { Matching } from './contract/matching.ts';
import type { CircleOutcome, Sharing } from './contract/sharing.ts';
import type { Undone } from './contract/undone.ts';

/** Why a circle is not open: the host's administrator, an owner of its site or the person themselves can help. */
export type CircleTrouble =
  | 'offline'
  | 'signed-out'
  | 'not-invited'
  | 'no-consent'
  | 'not-found'
  | 'not-provisioned'
  | 'failed';

/** A mission of the circle as its registry, its cards and our pins say. */
export interface CircleMission {
  readonly code: MissionCode;
  readonly name: string;
  /** Not connected: its word is entered by others as reported, and nothing is sealed to it. */
  readonly connected: boolean;
  /** The directory its people sign in to, as the registry has it. */
  readonly tenantId?: string;
  readonly regions: readonly string[];
  readonly removed: boolean;
  readonly pin: PinState;
  readonly pinnedOn?: Day;
  /** They told the circle that they verified us. */
  readonly verifiedUsOn?: Day;
  /** 12 groups of 5 digits, once the mission has a head's card. */
  readonly fingerprint?: string;
  /** What their QR code says. */
  readonly qr?: string;
  readonly people: readonly DirectoryPerson[];
  readonly confirmedOn?: Day;
}

export interface DirectoryPerson {
  readonly name: string;
  readonly role: string;
  readonly phone?: string;
  readonly mail?: string;
  readonly away?: string;
}

/** One row of the circle's log, with what could be opened. Rows not addressed to us have no `content`. */
export interface CircleEntry {
  readonly entry: EntryId;
  readonly from: MissionCode;
  readonly coarse: Coarse;
  readonly code?: string;
  readonly week: string;
  readonly state: 'open' | 'no-observer' | 'observer' | 'answered' | 'closed' | 'retracted';
  readonly audience: readonly MissionCode[];
  readonly at: Instant;
  readonly rev: number;
  readonly content?: Opened;
  /** Why something that was sent to us is not shown. */
  readonly withheld?: WithheldWhy;
  /** When we said that we deleted it. */
  readonly deletedOn?: Day;
  /** Own defender, group or case that a person linked the circle code with. */
  readonly linked?: Code;
  /** A live word of the owner that consent stands; without it nobody acts on the entry. */
  readonly attestedUntil?: Instant;
  /** What its sender signed does not fit together, and nobody of ours has asked them: their word does not count. */
  readonly inDoubt?: true;
  /** Came in, or changed, since this person last looked. */
  readonly fresh: boolean;
}

export type Coarse = 'contact' | 'trial' | 'visit' | 'visa' | 'measure' | 'request' | 'case' | 'circle';

/** A payload that was opened and verified: `type` and body as declared in domain/circle/payloads. */
export interface Opened {
  readonly type: string;
  readonly at: Instant;
  readonly seq: number;
  readonly body: AnyRecord;
  readonly until?: Day;
}

export interface CircleView {
  readonly state: 'opening' | 'ready' | 'failed';
  /** Why its host has not been heard since `asOf`: what is shown is as old as that. */
  readonly trouble?: CircleTrouble;
  readonly asOf?: Instant;
  readonly keys: KeyState;
  /** Whether this person's signing key is open in memory: needed to send and to sign, never to take back. */
  readonly unlocked: boolean;
  readonly ownFingerprint?: string;
  readonly ownQr?: string;
  readonly missions: readonly CircleMission[];
  /** Newest first; usable after the first fifty while the rest is opened. */
  readonly entries: readonly CircleEntry[];
  readonly opening?: { readonly done: number; readonly all: number };
  /** Of what was shared with us and by us, by day: computed by `hearingsAndLoad`. */
  readonly hearings: readonly SharedHearing[];
  readonly load: readonly MissionLoad[];
  /** Our own shares, newest first. */
  readonly shares: readonly Entry[];
  /** What upkeep could not do yet: it is tried again by itself, and with `refresh`. */
  readonly undone: readonly Undone[];
  /** Missions whose acts do not fit together or with what we had seen. Until somebody clears it, nobody acts on their word. */
  readonly alarms: readonly {
    readonly mission: MissionCode;
    readonly what: 'gap' | 'fork' | 'rollback' | 'altered';
  }[];
}

export interface Registry {
  add(mission: {
    readonly code: MissionCode;
    readonly name: string;
    readonly tenantId: string;
    readonly connected: boolean;
    readonly regions: readonly string[];
  }): Promise<void>;
  /** One action: ends what is sealed to it, makes new audience keys, and answers what had been shared with it. */
  remove(mission: MissionCode): Promise<{ readonly shared: readonly Entry[] }>;
  setRegions(mission: MissionCode, regions: readonly string[]): Promise<void>;
  /** Tells the others who works here, with today as "confirmed on". */
  publishDirectory(people: readonly DirectoryPerson[]): Promise<CircleOutcome>;
}

export interface Circle {
  /** `host:/sites/path` of the shared site. */
  readonly id: string;
  readonly name: string;
  view(): CircleView;
  subscribe(listener: () => void): () => void;
  readonly keys: Keys;
  readonly pins: Pins;
  readonly sharing: Sharing;
  readonly matching: Matching;
  readonly registry: Registry;
  markSeen(entry: EntryId): void;
  refresh(): Promise<void>;
}

/** What the screen may know and do of one circle: the missions that share a site, what they sent us, and what leaves ours. */

import type { Observer } from '../../domain/circle/observers.ts';
import type { requestAsks } from '../../domain/circle/requests.ts';
import type { RotationReason } from '../../domain/circle/rotation.ts';
import type { SharedHearing } from '../../domain/circle/shared-hearings.ts';
import type { MissionLoad } from '../../domain/circle/turns.ts';
import type { Verdict } from '../../domain/consent/decision.ts';
import type { DataCategory, IdentityLevel } from '../../domain/consent/need.ts';
import type { Code, Day, EntryId, Instant, MissionCode } from '../../domain/ids.ts';
import type { AnyRecord, Entry, Problems } from '../../domain/record-kind.ts';
import type { Undone } from './undone.ts';

/** Why a circle is not open: the host's administrator, an owner of its site or the person themselves can help. */
export type CircleTrouble =
  | 'offline'
  | 'signed-out'
  | 'not-invited'
  | 'no-consent'
  | 'not-found'
  | 'not-provisioned'
  | 'failed';

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

/** Why something that was sent to us is not shown. */
export type Withheld = 'withdrawn' | 'retracted' | 'ended' | 'altered' | 'sender-not-verified' | 'not-for-us';

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
  readonly withheld?: Withheld;
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

/** What shall be sent, to whom. */
export interface SharePlan {
  /** Entry id of the share, made when the dialog opens. */
  readonly share: EntryId;
  readonly source: EntryId;
  readonly to: readonly MissionCode[];
  /** Field keys of the source that cross. */
  readonly parts: readonly string[];
  readonly identity: IdentityLevel;
  /** Beside those that the parts tell of. */
  readonly categories: readonly DataCategory[];
  readonly until: Day;
}

/** What the missions named will read, whole: this very text is sealed, or nothing is. */
export interface ShareLook {
  readonly to: readonly MissionCode[];
  readonly body: AnyRecord;
}

export interface SharePreview {
  /** What stands in clear in the index for everybody in the circle and its host. */
  readonly index: Readonly<Record<'coarse' | 'code' | 'from' | 'week' | 'state' | 'audience', string>>;
  readonly recipients: readonly { readonly mission: MissionCode; readonly pin: PinState }[];
  /** What the parts chosen tell of, whoever ticks what: consent is asked for these and for those ticked. */
  readonly told: readonly DataCategory[];
  readonly verdict: Verdict;
  /** Nothing can be sent while one of these stands in the way. */
  readonly blocked: readonly ShareBlock[];
}
export type ShareBlock =
  | 'refused'
  | 'locked'
  | 'no-keys'
  | 'recipient-not-verified'
  | 'own-mission-only'
  | 'no-recipients'
  | 'no-end'
  /** It stays in the mission: its kind is not shared, or nothing of it was chosen. */
  | 'nothing-to-share'
  /** It is no longer what was looked at: look again. */
  | 'changed'
  /** It was taken back: begin anew. */
  | 'taken-back'
  /** No live word of the owner that consent stands. */
  | 'ask-the-owner'
  /** An alarm about the owner that nobody has cleared. */
  | 'owner-in-doubt'
  /** Roles of this person do not plan or share. */
  | 'role';

export type CircleOutcome =
  | { readonly outcome: 'done'; readonly entry: EntryId }
  | { readonly outcome: 'invalid'; readonly problems: Problems }
  | { readonly outcome: 'refused'; readonly verdict: Verdict }
  | { readonly outcome: 'blocked'; readonly why: readonly ShareBlock[] };

/** What another mission is asked for, with the least that lets it answer. */
export interface Request {
  readonly entry: EntryId;
  readonly asks: (typeof requestAsks)[number];
  /** Own defender or case; crosses as a circle code only. */
  readonly about?: Code;
  readonly to: readonly MissionCode[];
  readonly urgency?: '24-h' | '72-h' | '15-days' | 'routine';
  /** What was shared before that this asks about: who leads there. */
  readonly of?: EntryId;
  readonly people?: number;
  readonly place?: string;
  readonly by?: Day;
  readonly words?: string;
  readonly until: Day;
}

export interface Answer {
  readonly entry: EntryId;
  readonly to: EntryId;
  readonly says: 'yes' | 'no' | 'conditions';
  readonly conditions?: string;
  readonly until?: Day;
  readonly part?: Observer['part'];
  readonly state?: Observer['state'];
  readonly who?: string;
  /** The word of a mission that is not connected, as somebody heard it. */
  readonly reported?: {
    readonly mission: MissionCode;
    readonly by: string;
    readonly how: 'phone' | 'meeting' | 'mail' | 'note';
    /** The day it was heard; today where nothing is said. */
    readonly at?: Day;
  };
}

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

/** A circle code and the mission that uses it: another one may use the same for somebody else. */
export interface SentCode {
  readonly from: MissionCode;
  readonly code: string;
}

export interface Sharing {
  preview(plan: SharePlan): SharePreview;
  /**
   * What would be sealed, with the name in it where one was chosen: its reading is journalled. `before` is what was
   * looked at a moment ago, whose name is not read again. Undefined while consent does not cover the plan.
   */
  look(plan: SharePlan, before?: ShareLook): Promise<ShareLook | { readonly problems: Problems } | undefined>;
  /** Seals what was looked at; where it has changed meanwhile, nothing. */
  share(plan: SharePlan, looked: ShareLook): Promise<CircleOutcome>;
  /** Taken back by our own wish; never needs a passphrase. */
  revoke(share: EntryId): Promise<void>;
  /** Who received what under this code, and who confirmed its deletion. */
  received(about: Code): readonly {
    readonly share: EntryId;
    readonly mission: MissionCode;
    readonly at: Instant;
    readonly deletedOn?: Day;
  }[];
  ask(request: Request): Promise<CircleOutcome>;
  answer(answer: Answer): Promise<CircleOutcome>;
  comment(comment: {
    readonly entry: EntryId;
    readonly to: EntryId;
    readonly words: string;
  }): Promise<CircleOutcome>;
  /** Says "we were in touch lately" to the missions named, and nothing more. */
  tellInTouch(about: Code, to: readonly MissionCode[]): Promise<CircleOutcome>;
  /** We deleted what was taken back. */
  confirmDeletion(entry: EntryId): Promise<void>;
  /**
   * A person says that a mission's circle code is one of ours, in whatever entry it stands; undefined takes the link away.
   * @throws TypeError where it stands for somebody else: that link is taken away first
   */
  link(code: SentCode, own: Code | undefined): Promise<void>;
}

export interface Matching {
  /** Runs that wait for somebody, and those that ended. */
  readonly runs: readonly MatchRun[];
  /** @throws TypeError when this pair ran too lately */
  begin(mission: MissionCode): Promise<void>;
  /** Answers a run that another mission began: our turn. */
  take(run: EntryId): Promise<void>;
  /** Both must say yes before anything more than "possible match" is known; a no is for good. A yes asks the gate. */
  lift(run: EntryId, match: EntryId, agrees: boolean): Promise<CircleOutcome>;
  nextAllowed(mission: MissionCode): Instant | undefined;
  /** Sends what broke off, gives our codes where both agreed, and ends runs that nobody went on with. */
  goOn(): Promise<void>;
}
export interface MatchRun {
  readonly run: EntryId;
  readonly with: MissionCode;
  readonly begunBy: MissionCode;
  /**
   * `refused`: too soon after the last one, or with a message that no honest mission sends. `halted`: somebody compared
   * took their word back before our message went out.
   */
  readonly state: 'waits-for-them' | 'waits-for-us' | 'done' | 'refused' | 'lapsed' | 'halted';
  /** What is to be done next while it waits for somebody; `send`: what we made has not arrived. */
  readonly turn?: 'reply' | 'finish' | 'read' | 'send';
  /** When it ends by itself unless somebody goes on. */
  readonly lapses?: Instant;
  readonly at: Instant;
  /** People of ours who were compared, and who could not be: known once we took part. */
  readonly compared?: number;
  readonly left?: number;
  readonly matches: readonly {
    readonly id: EntryId;
    /** Our own defender; the other mission's is not known to us. */
    readonly own: Code;
    readonly we: 'open' | 'yes' | 'no';
    readonly they: 'open' | 'yes' | 'no';
    /** Known once both agreed. */
    readonly circleCode?: string;
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

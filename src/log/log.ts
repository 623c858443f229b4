/** The only door for the screen: what a person may read, decide and save. The app receives a `Log` as a prop. */

import type { Speaker } from '../domain/consent/consent-file.ts';
import type { Verdict } from '../domain/consent/decision.ts';
import type { Need } from '../domain/consent/need.ts';
import type { Duty } from '../domain/duties/duty.ts';
import type { ReadonlyIdTable } from '../domain/id-table.ts';
import type { Code, Day, EntryId, Instant } from '../domain/ids.ts';
import type { Mission, Role } from '../domain/missions.ts';
import type { AnyRecord, Entry, Person } from '../domain/record-kind.ts';
import type { IdentityRecord } from '../domain/system/identity.ts';
import type { KindHealth, Malformed, TrailLine } from '../store/book.ts';
import type { StoreError, StoreErrorCode } from '../store/store-error.ts';
import type { Circle } from './circle/circle.ts';
import type { CircleSite } from './circle/site.ts';
import type { Life } from './life/life.ts';
import type { ListEdit } from './writing/code-lists.ts';
import type { ConsularDesk } from './writing/consular-desk.ts';
import type { HandedOut, ToHandOut } from './writing/hand-out.ts';
import type { RowOutcome, RowToImport } from './writing/import-row.ts';
import type { FilterToKeep } from './writing/saved-filters.ts';
import type {
  ConsentInput,
  Draft,
  DutyClosing,
  KeptDraft,
  MergePlan,
  SaveOutcome,
} from './writing/saving.ts';

/** Who is signed in, in which mission, with which roles (roles prevent mistakes, SharePoint groups enforce). */
export interface Me {
  readonly person: Person;
  readonly mission: Mission;
  readonly roles: readonly Role[];
}

/** How a decision recorded outside a form is told apart from another one. */
export interface Recording {
  /** Made when the dialog opens and kept through every retry: the same decision is never added twice. */
  readonly id?: EntryId;
  /** The entry during which the question came up. */
  readonly source?: EntryId;
}

export interface WithdrawOutcome {
  /** Entries that were ahead (planned, announced) and are now halted. */
  readonly halted: readonly Entry[];
  /** What had been done or sent under the withdrawn consent. */
  readonly received: readonly {
    readonly entry: EntryId;
    readonly kind: string;
    readonly audiences: readonly string[];
    readonly at: Instant;
  }[];
  /** Somebody acted at this very moment: recall it now. */
  readonly inFlight: readonly EntryId[];
}

/** Everything the screen shows, as one immutable value; a new one for every change. */
export interface View {
  readonly state: 'opening' | 'ready' | 'failed';
  readonly error?: StoreError;
  /** Entries by kind key, newest `day` first. Only what this person may read ever arrives here. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly byEntry: ReadonlyIdTable<Entry>;
  readonly drafts: readonly KeptDraft[];
  readonly duties: readonly Duty[];
  readonly malformed: readonly Malformed[];
  readonly health: readonly KindHealth[];
  readonly sync: Sync;
  /** Entries that others changed since this person last looked: marked, never moved under the pointer. */
  readonly changedByOthers: ReadonlySet<EntryId>;
}

export interface Sync {
  readonly state: 'live' | 'polling' | 'offline' | 'slowed' | 'stopped';
  readonly lastAt: Instant | undefined;
  /** Older entries still arriving in the background. */
  readonly older?: { readonly done: number; readonly all?: number };
  /** This machine's clock is off by so many seconds (shown above 120). */
  readonly clockSkewSeconds: number;
}

export interface Log {
  readonly me: Me;
  view(): View;
  subscribe(listener: () => void): () => void;
  /** The server's time as well as it is known. */
  now(): Instant;
  today(): Day;
  newEntryId(): EntryId;
  newCode(): Code;
  need(draft: Draft): Need;
  /** The gate and whatever writes are fetched after the first page; resolves when they are here, rejects when the network fails. */
  ready(): Promise<void>;
  /**
   * Pure and immediate, from what is in memory: shown beside buttons. Saving decides again on a fresh read.
   * @throws TypeError before the log is `ready`
   */
  decide(need: Need): Verdict;
  save(draft: Draft): Promise<SaveOutcome>;
  /** After the person settled a merge. */
  saveMerged(draft: Draft, plan: MergePlan, chosen: AnyRecord): Promise<SaveOutcome>;
  recordConsent(input: ConsentInput, recording?: Recording): Promise<void>;
  withdrawConsent(input: ConsentInput, recording?: Recording): Promise<WithdrawOutcome>;
  setSpeakers(code: Code, speakers: readonly Speaker[]): Promise<SaveOutcome>;
  closeDuty(closing: DutyClosing): Promise<void>;
  /** Visa bundles given to consular officers, and their answers. */
  readonly consular: ConsularDesk;
  keepDraft(draft: Draft): Promise<Instant>;
  discardDraft(draft: Draft): Promise<void>;
  /** Journalled before it is read: no journal, no names. Shown for five minutes by the caller. */
  showIdentity(code: Code): Promise<IdentityRecord | undefined>;
  saveIdentity(code: Code, identity: IdentityRecord): Promise<void>;
  /** Who looked at this defender's identity, newest first. */
  whoLooked(code: Code): Promise<readonly { readonly by: Person; readonly at: Instant }[]>;
  /**
   * For each text the names from the mission's own list that stand in it, as they are written there. Undefined where this
   * person reads no names, or the list cannot be reached.
   */
  namesIn(texts: readonly string[]): Promise<readonly (readonly string[])[] | undefined>;
  /** Entries that may leave as a file or on paper; journalled before they are given. @throws StoreError */
  handOut(asked: ToHandOut): Promise<HandedOut>;
  /** Stores one row of an old list, once however often it is tried. @throws StoreError: trying again is harmless */
  importRow(row: RowToImport): Promise<RowOutcome>;
  /** Which of these rows of an old list are stored and still tell of somebody, as they stand now. @throws StoreError */
  importedBefore(kind: string, sources: readonly string[]): Promise<ReadonlyMap<string, Entry>>;
  /** Keeps a choice of entries under a name for this person, renames it or throws it away. @throws StoreError */
  keepFilter(filter: FilterToKeep): Promise<void>;
  history(entry: EntryId): Promise<readonly { readonly at: Instant; readonly by: Person | undefined }[]>;
  markSeen(entry: EntryId): void;
  /** What is removed, held, kept longer, made anonymous and handed to those it is about. */
  life(): Promise<Life>;
  /** The circles open to this person, fetched on first use; `circleSites` tells why another is not. */
  circles(): Promise<readonly Circle[]>;
  /** `host:/sites/path` of each configured circle; without one nothing of a circle is on screen. */
  readonly circleIds: readonly string[];
  /** The sites of the configured circles: whether each is open to us, what it lacks, and its set-up. */
  circleSites(): Promise<readonly CircleSite[]>;
  refresh(): Promise<void>;
  /** Forgets the keys that this person unlocked, and what is known of names: whoever comes back types their words again. */
  lockKeys(): void;
  /** Follows the host: stop polling and flush drafts, or start again. */
  suspend(): Promise<void>;
  resume(): Promise<void>;
  /** Who works in this mission, with which roles. @throws StoreError `changed-meanwhile` when somebody was faster. */
  savePeople(people: Mission['people']): Promise<void>;
  /**
   * Changes an open list of the mission; edits of different lines merge.
   * @returns `conflict` when somebody else changed the same: nothing was saved then
   */
  saveCodeList(edit: ListEdit): Promise<'saved' | 'conflict'>;
  provision(progress: (done: number, all?: number) => void): Promise<readonly KindHealth[]>;
  trail(): readonly TrailLine[];
  close(): void;
}

export type { StoreErrorCode };

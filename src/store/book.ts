/** The port of one book: everything the log may ask of a place where entries are kept. */

import type { Cleared } from '../domain/consent/clear.ts';
import type { Day, EntryId, Instant } from '../domain/ids.ts';
import type { AnyKind, AnyRecord, Entry, Person } from '../domain/record-kind.ts';

/** One stored entry as of a fresh read or write. */
export interface Fresh<R = AnyRecord> {
  readonly entry: Entry<R>;
}

export interface Page {
  readonly entries: readonly Entry[];
  /** Rows that could not be read (a list edited by hand): kept apart, never dropped silently. */
  readonly malformed: readonly Malformed[];
  readonly next?: PageToken;
}

export interface Malformed {
  readonly kind: string;
  readonly id: string;
  readonly column: string;
  readonly code: string;
}

export type PageToken = string & { readonly __page: true };
export type ChangeToken = string & { readonly __change: true };

/** What a kind's list looks like compared with what the kind declares. */
export interface KindHealth {
  readonly kind: string;
  readonly list: 'present' | 'missing';
  readonly missingColumns: readonly string[];
  readonly wrongColumns: readonly string[];
  readonly writable: boolean;
}

export interface Opening {
  /** Everything `live` on or after the asked day, by kind key. */
  readonly pages: ReadonlyMap<string, Page>;
  /** Where to listen from; taken before the pages were read. */
  readonly pulse: ChangeToken;
  readonly health: readonly KindHealth[];
  /** Latest server instant seen. */
  readonly at: Instant | undefined;
}

export interface Changes {
  readonly entries: readonly Entry[];
  readonly malformed: readonly Malformed[];
  readonly next: ChangeToken;
  /** The token was too old or the feed broke: everything was read again, `entries` is complete. */
  readonly resynced: boolean;
}

export interface Version {
  readonly id: string;
  readonly at: Instant;
  readonly by: Person | undefined;
}

/** Progress of long work, as finished and (where known) all. */
export type Progress = (done: number, all?: number) => void;

export interface Book {
  /** Opaque name of the place, for diagnostics and deep links. */
  readonly name: string;
  /**
   * First load of a book in at most two dependent round trips: health, change token of the pulse kind, then the live
   * part of every kind. @throws StoreError
   */
  open(kinds: readonly AnyKind[], pulse: AnyKind, since: Day): Promise<Opening>;
  /** Entries whose live day lies before `before` (older ones), page by page; `next` continues. */
  load(
    kind: AnyKind,
    window: { readonly before?: Day; readonly since?: Day; readonly page?: PageToken },
  ): Promise<Page>;
  /** Every entry of a kind, following pages; for withdrawal, subject access, sweeps. */
  loadAll(kind: AnyKind, progress?: Progress): Promise<Page>;
  changes(kind: AnyKind, since: ChangeToken): Promise<Changes>;
  get(kind: AnyKind, id: string): Promise<Fresh | undefined>;
  find(kind: AnyKind, entry: EntryId): Promise<Fresh | undefined>;
  /**
   * Adds an entry. Repeating it with the same EntryId and the same content returns what is there.
   * @throws TypeError when it was not cleared; StoreError `duplicate` when the EntryId holds something else.
   */
  add(cleared: Cleared): Promise<Fresh>;
  /**
   * Writes a new version of an entry whose version is still `version`.
   * @throws StoreError `changed-meanwhile` when it is not; `fresh` of the error holds what is there now.
   */
  amend(cleared: Cleared, at: { readonly id: string; readonly version: string }): Promise<Fresh>;
  /** Fetches what writing takes, so that the first write waits for nothing else. Rejects where it cannot be fetched now. */
  readyToWrite(): Promise<void>;
  versions(kind: AnyKind, id: string): Promise<readonly Version[]>;
  health(kinds: readonly AnyKind[]): Promise<readonly KindHealth[]>;
  /** Creates what is missing, adds columns, never drops or changes one. Needs an owner. */
  provision(kinds: readonly AnyKind[], progress?: Progress): Promise<readonly KindHealth[]>;
  /** The last request ids and codes, for support; no content. */
  trail(): readonly TrailLine[];
}

export interface TrailLine {
  readonly at: number;
  readonly method: string;
  /** Path with every literal replaced, e.g. `lists/Contacts/items`. */
  readonly path: string;
  readonly status: number;
  readonly requestId?: string;
}

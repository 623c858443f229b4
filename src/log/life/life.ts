/** The life of what is written down: removed and restored, held, kept longer, made anonymous, handed to the one it is about. */

import type { Decision, Ticket } from '../../domain/consent/consent-file.ts';
import type { Verdict } from '../../domain/consent/decision.ts';
import type { Code, Day, EntryId, Instant } from '../../domain/ids.ts';
import type { DueEntry } from '../../domain/keeping/retention.ts';
import type { Entry, Person } from '../../domain/record-kind.ts';
import type { IdentityRecord } from '../../domain/system/identity.ts';
import type { KeepingRecord } from '../../domain/system/keeping.ts';

/** Names or consent kept longer than they should be; a defender who left the book has no entry to show. */
export interface DueFile {
  readonly what: 'identity' | 'consent-file';
  /** Id of the row, for a note that keeps it longer. */
  readonly entry: EntryId;
  readonly about: Code;
  readonly due: Day;
  readonly held: boolean;
}

export interface DueList {
  readonly entries: readonly DueEntry[];
  readonly files: readonly DueFile[];
}

/** Why something was left as it is. */
export type StaysWhy =
  /** A legal hold forbids it. */
  | 'held'
  /** It is still open and concerns others: a person takes the code out in its form. */
  | 'others'
  /** A newer app wrote it. */
  | 'newer'
  /** It is open. */
  | 'open';

export interface Stayed {
  readonly entry: Entry;
  readonly why: StaysWhy;
}

export interface Anonymised {
  readonly done: number;
  readonly stayed: readonly Stayed[];
}

/** Everything the book holds about one code, for the person it is about. */
export interface Gathered {
  readonly about: Code;
  readonly at: Instant;
  readonly entries: readonly Entry[];
  readonly decisions: readonly Decision[];
  readonly tickets: readonly Ticket[];
  readonly looked: readonly { readonly by: Person; readonly at: Instant }[];
  /** Absent where there are no names, or where this role does not show names. */
  readonly identity?: IdentityRecord;
}

/** Something of which SharePoint still keeps earlier text, until an owner purges it by hand. */
export interface Purge {
  readonly entry: EntryId;
  readonly kind: string;
  /** `versions`: earlier versions of an item that stays; `item`: the item itself, then the recycle bin. */
  readonly what: 'versions' | 'item';
  /** The row in its list. */
  readonly item: string;
  readonly since: Instant;
  readonly done?: { readonly on: Day; readonly by: Person };
}

export type RemoveOutcome =
  | { readonly outcome: 'removed' }
  | { readonly outcome: 'held' }
  /** Its code stands in so many other entries: they would speak of nobody. */
  | { readonly outcome: 'needed'; readonly by: number }
  /** The head of mission has decided on it: who decided what is not taken out of the log. */
  | { readonly outcome: 'decided'; readonly who: Person };

export type RestoreOutcome =
  | { readonly outcome: 'restored' }
  /** It lies ahead, and consent does not cover it any more. */
  | { readonly outcome: 'refused'; readonly verdict: Verdict };

export interface Life {
  /** Waits until memory holds the whole book: without it nothing about due, holds or one person is certain. */
  whole(): Promise<void>;
  /** Takes a mistaken entry out of every list, count and duty. @throws StoreError `changed-meanwhile` */
  remove(entry: EntryId, reason: string): Promise<RemoveOutcome>;
  /** What lies ahead passes the gate as if it were new. @throws StoreError */
  restore(entry: EntryId): Promise<RestoreOutcome>;
  /** What was removed, latest first. */
  removed(): readonly Entry[];
  /** What was noted about the life of entries, by the entry it is about. */
  notes(): Promise<ReadonlyMap<EntryId, KeepingRecord>>;
  placeHold(about: Code, reason: string, until?: Day): Promise<void>;
  endHold(hold: EntryId, why: string): Promise<void>;
  due(): Promise<DueList>;
  /** Months by kind key that differ from the usual ones. */
  setPeriods(periods: Readonly<Record<string, number>>): Promise<void>;
  /** Days by name that differ from the usual ones. */
  setDays(days: Readonly<Record<string, number>>): Promise<void>;
  renew(entry: EntryId, until: Day, reason: string): Promise<void>;
  /** Only what is due; stops at the first failure, and goes on from there when it is asked again. */
  anonymise(entries: readonly EntryId[], progress: (done: number, all: number) => void): Promise<Anonymised>;
  /** Names go, the code stays for what is still written under it. */
  emptyIdentity(about: Code): Promise<'emptied' | 'held' | 'none'>;
  /** Decisions and tickets go, once nothing that relied on them is left and their time is over. */
  emptyConsent(about: Code): Promise<'emptied' | 'held' | 'none'>;
  purges(): Promise<readonly Purge[]>;
  tickPurge(purge: Purge): Promise<void>;
  /** Journalled before anything is gathered. */
  gather(about: Code): Promise<Gathered>;
  /** What would stay if everything about this code were erased, and how much would go. */
  eraseView(about: Code): Promise<{ readonly goes: readonly Entry[]; readonly stays: readonly Stayed[] }>;
  erase(about: Code, progress: (done: number, all: number) => void): Promise<Anonymised>;
}

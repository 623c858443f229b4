/** What a save takes, and what becomes of it. */

import type { Decision } from '../../domain/consent/consent-file.ts';
import type { Verdict } from '../../domain/consent/decision.ts';
import type { Code, Day, EntryId, Instant } from '../../domain/ids.ts';
import type { AnyRecord, Entry, Person, Problems } from '../../domain/record-kind.ts';
import type { DutyOutcome, NotToldReason } from '../../domain/system/duty-closing.ts';

/** A form's content before it is a record. `entry` is made when the form opens. */
export interface Draft {
  readonly kind: string;
  readonly entry: EntryId;
  readonly values: AnyRecord;
  /** Consent recorded in the same save (practice: sixty seconds, inside the contact form). */
  readonly consent?: readonly ConsentInput[];
  /** Duties ticked as done in the same save. */
  readonly closes?: readonly DutyClosing[];
  /** Set while editing: what the form started from. */
  readonly base?: { readonly id: string; readonly version: string; readonly record: AnyRecord };
  /** Saved by a press elsewhere: words that wait in a form of this entry are not of this save, and stay. */
  readonly besideForm?: true;
}

/** A decision as the form gives it; id, author and time are added by the log. */
export type ConsentInput = Omit<Decision, 'id' | 'by' | 'at' | 'source'> & { readonly about: Code };

/** What became of something owed; `snoozed` and `handed-over` leave it open. */
export interface DutyClosing {
  readonly duty: string;
  readonly outcome: DutyOutcome;
  readonly on: Day;
  readonly reaction?: 'satisfied' | 'mixed' | 'not-satisfied' | 'harm' | 'unknown';
  /** Why they were not told. */
  readonly because?: NotToldReason;
  readonly reason?: string;
  /** Back on this day; today wakes what was set aside. */
  readonly until?: Day;
  readonly to?: Person;
}

export interface KeptDraft {
  readonly draft: Draft;
  readonly savedAt: Instant;
}

/** Field-by-field merge after somebody else saved first. */
export interface MergePlan {
  readonly kind: string;
  readonly theirs: Entry;
  readonly fields: readonly MergeField[];
  /** Values that merge without a question. */
  readonly settled: AnyRecord;
}
export interface MergeField {
  readonly key: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Consent, audience and risk have none: the person must choose. */
  readonly suggestion?: 'mine' | 'theirs';
}

export type SaveOutcome =
  | {
      readonly outcome: 'saved';
      readonly entry: Entry;
      readonly next: readonly { kind: string; draft: AnyRecord }[];
      readonly left: readonly Code[];
      /** Whose consent was taken back while this was being saved: it is in the log, and must not go ahead. */
      readonly recalled: readonly Code[];
    }
  | { readonly outcome: 'invalid'; readonly problems: Problems }
  | { readonly outcome: 'refused'; readonly verdict: Verdict }
  /** It has happened without consent on record: say why (`withoutConsentWhy`), then save again. */
  | { readonly outcome: 'say-why'; readonly verdict: Verdict }
  | { readonly outcome: 'merge'; readonly plan: MergePlan }
  /** This kind cannot be written here and now. */
  | {
      readonly outcome: 'read-only';
      readonly why: 'newer-schema' | 'missing-column' | 'append-only' | 'role' | 'put-away';
    };

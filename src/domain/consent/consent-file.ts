/** One consent file per defender: every decision ever recorded and every ticket taken under it. */

import type { Code, Day, EntryId, Instant } from '../ids.ts';
import type { Person } from '../record-values.ts';
import type { Audience, ConsentAction, DataCategory, IdentityLevel, ToldMore } from './need.ts';

export const outcomes = ['given', 'given-in-part', 'refused', 'withdrawn', 'deferred'] as const;
export type Outcome = (typeof outcomes)[number];

/** Who spoke. The order is the order of precedence where the defender named none. */
export const givers = [
  'defender',
  'legal-representative',
  'family',
  'colleague-friend',
  'organisation',
] as const;
export type Giver = (typeof givers)[number];

export const informedElements = [
  'purpose',
  'who-will-see',
  'may-withdraw',
  'risks',
  'benefits',
  'alternatives',
  'what-we-cannot-do',
  'retention',
] as const;
export type InformedElement = (typeof informedElements)[number];

/** The three that suffice for quiet measures. */
export const quietElements: readonly InformedElement[] = ['purpose', 'who-will-see', 'may-withdraw'];

/** One cell block of a decision: this action, towards these audiences (none listed = every audience, refusals only). */
export interface Grant {
  readonly action: ConsentAction;
  readonly audiences: readonly Audience[];
  readonly identity: IdentityLevel;
  readonly categories: readonly DataCategory[];
  /** Public texts only: exactly this text, these points, or any text by the missions named as audience. */
  readonly text?: {
    readonly mode: 'exact' | 'points' | 'any';
    readonly digest?: string;
    readonly may?: string;
    readonly mustNot?: string;
  };
  /** Members of each circle in `audiences` on the day of the decision; later joiners were not asked. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
}

export type Validity =
  | { readonly kind: 'until'; readonly day: Day }
  | { readonly kind: 'proceeding'; readonly entry: EntryId; readonly day: Day }
  | { readonly kind: 'while-detained'; readonly day: Day }
  | { readonly kind: 'once'; readonly day: Day };

/** When a decision starts to count: at once, or as a wish given in advance. */
export type Effect =
  | { readonly when: 'now' }
  | { readonly when: 'if-arrested' }
  | { readonly when: 'if-unreachable'; readonly hours: number }
  | { readonly when: 'if-missing' }
  | { readonly when: 'if-killed' };

export interface Decision {
  /** Derived from the entry in which it was taken, so that a repeated save adds nothing. */
  readonly id: string;
  readonly outcome: Outcome;
  readonly giver: Giver;
  /** Which of several of that rank: a defender code, or a role word such as `mother`. Never a name. */
  readonly giverRef: string;
  /** Code of the giver when they have one here. */
  readonly giverCode?: Code;
  readonly freeToSpeak: 'yes' | 'no' | 'unclear';
  readonly howWeKnow: 'known-to-us' | 'introduced' | 'document-seen' | 'not-confirmed';
  /** Why the defender was not asked; required when the giver is someone else. */
  readonly whyNotDefender?:
    | 'detained'
    | 'missing'
    | 'unreachable'
    | 'incapacitated'
    | 'minor'
    | 'deceased'
    | 'other';
  /** Given: what was agreed. Withdrawn: what is withdrawn (none listed = everything). Refused, deferred: left empty. */
  readonly grants: readonly Grant[];
  /** What was asked and not agreed. For `refused` with none listed: everything. */
  readonly refuses: readonly Grant[];
  readonly effect: Effect;
  readonly validity?: Validity;
  readonly reviewOn?: Day;
  /** Shown in full beside each action, in the giver's own words. */
  readonly limits?: string;
  readonly channel: string;
  readonly language?: string;
  readonly interpreter?: 'none' | 'sworn' | 'trusted' | 'family';
  readonly informed: readonly InformedElement[];
  readonly evidence?: {
    readonly form: 'oral' | 'written' | 'audio' | 'message' | 'public-appeal';
    readonly where?: string;
  };
  /** Oral consent to a public step: a second officer, or read back and confirmed. */
  readonly witness?: 'second-officer' | 'read-back';
  /** A minor's own view, noted beside the guardian's decision. */
  readonly childView?: string;
  /** After a death: this giver lifts the defender's earlier refusal of publicity, in these words. */
  readonly liftsRefusal?: string;
  readonly statistics: boolean;
  readonly by: Person;
  readonly at: Instant;
  /** The entry (a contact) in which it was recorded. */
  readonly source?: EntryId;
}

/** A single-use permission placed in the file before acting; used tickets list what was done and who received what. */
export interface Ticket {
  readonly id: string;
  readonly entry: EntryId;
  readonly kind: string;
  readonly action: ConsentAction;
  readonly audiences: readonly Audience[];
  readonly identity: IdentityLevel;
  readonly categories: readonly DataCategory[];
  /** Whom of the audiences it tells of more, and of what. */
  readonly more?: readonly ToldMore[];
  readonly textDigest?: string;
  /** What the step was aimed at, where its kind says so. */
  readonly occasion?: EntryId;
  /** The decision it stands on; `no-refusal` where none was needed. */
  readonly under: string;
  readonly by: Person;
  readonly at: Instant;
  /** At most 72 hours after `at`. */
  readonly until: Instant;
  readonly state: 'placed' | 'used' | 'released' | 'recalled';
}

export interface ConsentFile {
  readonly about: Code;
  readonly decisions: readonly Decision[];
  readonly tickets: readonly Ticket[];
}

/** Who may speak, as the defender ordered it; `doNotInvolve` marks someone who must never be asked. */
export interface Speaker {
  readonly giver: Giver;
  readonly giverRef: string;
  readonly giverCode?: Code;
  readonly proof?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly limits?: string;
  readonly doNotInvolve?: boolean;
}

/** What the gate must know about one person besides the consent file. */
export interface Circumstances {
  readonly code: Code;
  /** The defender's own order of who speaks; empty when they named none. */
  readonly speakers: readonly Speaker[];
  readonly minor: boolean;
  /** Coded status of today (free, detained, missing, killed …) or undefined when unknown. */
  readonly status?: string;
  /** When that status was recorded here; a yes said before does not lift a wish given for it. */
  readonly statusSince?: Instant;
  readonly unreachableSince?: Instant;
  /** A group's mandated speaker ranks first for matters that name no member. */
  readonly group: boolean;
}

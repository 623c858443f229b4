/** A duty: something owed to a defender, computed from records; only its closing is stored. */

import type { Code, Day, EntryId } from '../ids.ts';
import type { AnyRecord, Person } from '../record-kind.ts';
import type { Ability } from '../roles.ts';
import type { DutyOutcome } from '../system/duty-closing.ts';

/** What harms most when late stands first: the order within a group. */
export const dutyKinds = [
  'incident-untold',
  'torture-alleged',
  'urgent-health',
  'told-without-consent',
  'decision-due',
  'hearing-without-observer',
  'appeal-deadline',
  'reconfirm-proxy',
  'reprisal-review',
  'reprisal-check',
  'incident-note-due',
  'risk-review',
  'visa-desk-over',
  'visa-ending',
  'visa-clock',
  'wishes-missing',
  'consent-ending',
  'consent-review',
  'follow-up',
  'commitment-due',
  'asks-for-reply',
  'feedback',
  'visa-answer',
  'visa-told',
  'visa-incomplete',
  'visa-renewal',
  'visit-no-reply',
  'subject-request-due',
  'closing-untold',
  'hearing-preparation',
  'hearing-report',
  'visit-report',
  'reasons-due',
  'effect-due',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

export interface Duty {
  /** Derived from entry and kind of duty, so that a closing finds it again. */
  readonly id: string;
  readonly kind: DutyKind;
  readonly about: Code | undefined;
  readonly entry: EntryId | undefined;
  readonly due: Day;
  /** Late, or could harm someone if late / this week / later / waiting for the defender. */
  readonly urgency: 'act-now' | 'this-week' | 'later' | 'waiting';
  /** Waits for the defender to start contact: never overdue. */
  readonly waits: boolean;
  /** Figures for the sentence `duties.<kind>.sentence`; `context` picks `sentence_<context>` where there is one. */
  readonly values: Readonly<Record<string, string | number>>;
  /** What one click does. */
  readonly step: 'tell' | 'ask-consent' | 'confirm-observer' | 'write-report' | 'review-risk' | 'open';
  /** The form that does the step, where the rule knows it: a new entry with these values, or a change of that entry. */
  readonly opens?: DutyForm;
  /** Closes only by what its entry comes to say, never by a tick. */
  readonly closesIn?: 'entry';
  /** Only who has this ability can do the step; everybody else waits for them. */
  readonly whoMay?: Ability;
  /** Settled only by speaking with the defender, or with whoever may speak for them. */
  readonly needsContact: boolean;
  /** What a conversation makes of it, where one can settle it. */
  readonly bySpeaking?: DutyOutcome;
  /** Who is to do it: whoever it was given to, who promised it, or who leads the case. Absent: whoever comes first. */
  readonly owner?: Person;
  /** Was given to its owner by a colleague, with these words; empty for none. */
  readonly given?: string;
  readonly setAside?: SetAside;
  /** Until when it may be set aside at most (absent: any day); a day that is not ahead: not at all. */
  readonly setAsideLimit?: Day;
  /** Last day on which they were asked and did not answer. */
  readonly askedOn?: Day;
  /** They could not be told on this day: `due` is the day that was set to look at it again. */
  readonly untoldOn?: Day;
}

/** Back on `until`, for the reason given. */
export interface SetAside {
  readonly until: Day;
  readonly reason: string;
}

export type DutyForm =
  | { readonly what: 'new'; readonly kind: string; readonly values: AnyRecord }
  | { readonly what: 'change'; readonly entry: EntryId /** Unfolded at once. */; readonly section?: string };

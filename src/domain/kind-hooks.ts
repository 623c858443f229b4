/** What a kind's hooks answer with: marks in the calendar, who goes, what is asked of others, how long it is kept, who decides. */

import type { Day, EntryId, MissionCode } from './ids.ts';
import type { AnyRecord, Person } from './record-values.ts';

/** Something a record puts into the calendar. */
export interface CalendarMark {
  readonly day: Day;
  /** `HH:MM` at `zone`; absent for a whole day. */
  readonly time?: string;
  readonly zone?: string;
  /** Key of the words: `calendar.<kind>.<word>`. */
  readonly word: string;
  /** Somebody must be there, unlike a day by which something is due. */
  readonly appointment?: true;
  /** Does not take place on this day after all; `word` says so too. */
  readonly off?: true;
  /** Where, for whoever goes there. */
  readonly place?: string;
  /** Of all entries about one code that speak of this, only the one with the latest day counts. */
  readonly topic?: string;
}

/** The question "do you go there?" to one mission. */
export interface Going {
  readonly said: 'yes' | 'no' | undefined;
  /** The whole record with the answer; `row` is an id that no other row has. */
  answered(goes: boolean, who: Person, row: string): AnyRecord;
}

/** Where somebody should be for a hearing or visit, and how far it is, as far as a few parts of the record tell. */
export interface Attendance {
  readonly what: 'hearing' | 'visit';
  readonly day: Day;
  /** `HH:MM` at `zone`; absent for a whole day. */
  readonly time?: string;
  readonly zone?: string;
  readonly place?: string;
  /** `ahead` also for what waits for an answer; `off`: it does not take place on this day. */
  readonly state: 'ahead' | 'held' | 'off';
  /** What the authorities answered to a visit that was asked for. */
  readonly answer?: 'granted' | 'refused' | 'no-reply' | 'cancelled-at-gate' | 'withdrawn' | 'waiting';
  readonly observers: readonly {
    readonly mission: MissionCode;
    readonly part: 'lead' | 'member' | 'reserve';
    readonly state: 'invited' | 'confirmed' | 'declined';
  }[];
}

/** What other missions may be asked for because of an entry, with the least that lets them answer. */
export interface AsksOthers {
  readonly asks: 'visa' | 'observe' | 'visit' | 'premises' | 'lead';
  readonly urgency?: '24-h' | '72-h' | '15-days' | 'routine';
  readonly people?: number;
  readonly by?: Day;
}

/** What somebody of ours said that they will do. */
export interface Promised {
  readonly id: string;
  readonly what: string;
  readonly owner: Person;
  readonly due: Day;
}

/** What one entry tells of another, which does not say so yet. */
export interface Settling {
  /** The other entry and its kind. */
  readonly entry: EntryId;
  readonly kind: string;
  /** Its whole record, once it says so. */
  readonly values: AnyRecord;
  /** The field of it that says what it is about. */
  readonly field: string;
  /** The day of the other entry. */
  readonly day: Day;
  /** Who of ours was there, where it will say that too. */
  readonly there?: Person;
  /** A field that has to be filled in with it: only a form can. */
  readonly asks?: string;
}

/** A warning before a save, by the field that it stands beside. */
export interface Caution {
  readonly field: string;
  /** One of the kind's `cautionNames`. */
  readonly name: string;
}

/** What lies around a record that is checked, where it is known. */
export interface Around {
  /** The record as it was stored before this edit. */
  readonly before?: AnyRecord;
  /** The record of another entry of the same book. */
  readonly find?: (entry: EntryId) => AnyRecord | undefined;
  /** The day it is at a place; undefined for a zone that nobody knows. */
  readonly todayIn?: (zone: string) => Day | undefined;
}

/** A stored record while it is changed in a form. */
export interface Edit {
  /** With what was just typed. */
  readonly draft: AnyRecord;
  readonly before: AnyRecord;
  readonly today: Day;
  /** An id that no other row has. */
  newRow(): string;
}

/** How long an entry is kept as it is: so many months after what. Then it is made anonymous, and counts survive. */
export interface Retention {
  /**
   * `last-contact` with those it concerns; `close` of the entry, of what it refers to and of the cases of those it
   * concerns; `decision` and `end`: the day that `since` gives (`end` also waits for cases).
   */
  readonly from: 'last-contact' | 'close' | 'decision' | 'end';
  readonly months: number;
  /** The day its part of the story ended; undefined while it goes on. Where absent, `live` says it. */
  since?(record: AnyRecord): Day | undefined;
}

export const decisionAnswers = ['agreed', 'sent-back', 'declined'] as const;
export type DecisionAnswer = (typeof decisionAnswers)[number];

/** A step that waits for the head of the own mission. */
export interface DecisionStep<R> {
  /** Whether it waits for them now. */
  isDue(record: R): boolean;
  /** The day by which they should have decided, where one was given. */
  decideBy(record: R): Day | undefined;
  /** Keys of the fields to read before answering. */
  readonly reads: readonly string[];
  /** The record after their answer; `why` is asked for unless they agree. */
  take(
    record: R,
    answer: DecisionAnswer,
    decided: { readonly by: Person; readonly on: Day; readonly why?: string },
  ): AnyRecord;
  /** Who is said to have decided, where a save takes a decision that was not there before: it must be them. */
  taken(record: R, before: AnyRecord | undefined): Person | undefined;
}

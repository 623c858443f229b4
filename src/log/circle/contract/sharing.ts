/** What the screen may send to other missions and take back: entries, requests, answers, words. */

import type { Observer } from '../../../domain/circle/observers.ts';
import type { requestAsks } from '../../../domain/circle/requests.ts';
import type { Verdict } from '../../../domain/consent/decision.ts';
import type { DataCategory, IdentityLevel } from '../../../domain/consent/need.ts';
import type { Code, Day, EntryId, Instant, MissionCode } from '../../../domain/ids.ts';
import type { AnyRecord, Problems } from '../../../domain/record-kind.ts';
import type { PinState } from './keys.ts';

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
  /** Of what the words tell, as whoever wrote them says: asked of the gate, and not sent. */
  readonly categories?: readonly DataCategory[];
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
  /** We deleted what was taken back. @throws TypeError where it was not */
  confirmDeletion(entry: EntryId): Promise<void>;
  /**
   * A person says that a mission's circle code is one of ours, in whatever entry it stands; undefined takes the link away.
   * @throws TypeError where it stands for somebody else: that link is taken away first
   */
  link(code: SentCode, own: Code | undefined): Promise<void>;
}

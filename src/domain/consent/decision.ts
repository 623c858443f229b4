/** What the gate answers: allowed under which decision, or refused with a closed code per person. */

import type { Code, EntryId, Instant } from '../ids.ts';
import type { Circumstances, ConsentFile } from './consent-file.ts';
import type { Audience, ConsentAction, Need } from './need.ts';

export const refusalCodes = [
  'clock-unknown',
  'unknown-value',
  'file-not-read',
  'nobody-named',
  'not-asked',
  'asked-no-answer',
  'refused',
  'withdrawn',
  'deferred',
  'expired',
  'review-passed',
  'not-yet-in-effect',
  'used-once',
  'action-not-covered',
  'audience-not-covered',
  'identity-not-covered',
  'category-not-covered',
  'text-not-covered',
  'not-free-to-speak',
  'giver-not-confirmed',
  'giver-not-to-be-involved',
  'not-informed',
  'witness-missing',
  'guardian-missing',
  'not-detained-any-more',
  'other-proceeding',
  /** Our single-use ticket is not (any more) in the file that was read again. */
  'no-ticket',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Why one person's consent does not carry the step towards one audience. Holds codes only, never words of people. */
export interface Refusal {
  readonly person: Code | undefined;
  readonly code: RefusalCode;
  readonly action?: ConsentAction;
  readonly audience?: Audience;
  /** The decision that stands in the way, or the nearest one. */
  readonly decision?: string;
  readonly on?: string;
}

/** The consent that carries the step for one person and audience. */
export interface Cover {
  readonly person: Code;
  readonly audience: Audience;
  /** Decision id, or `no-refusal` where a step of principle needs none. */
  readonly decision: string;
  readonly warnings: readonly (
    | 'review-passed'
    | 'review-soon'
    | 'ends-soon'
    | 'reconfirm-proxy'
    | 'family-interpreter'
    /** Consent to points or to any text: the officer judges whether this text stays within it. */
    | 'text-to-judge'
  )[];
  /** The giver's own limits, to be shown in full. */
  readonly limits?: string;
}

/** The answer for a whole step. `cleared` and `left` list the persons one by one, so that who refuses is left out and the rest proceed. */
export interface Verdict {
  readonly allowed: boolean;
  readonly need: Need;
  readonly covers: readonly Cover[];
  readonly refusals: readonly Refusal[];
  readonly cleared: readonly Code[];
  readonly left: readonly Code[];
}

/** What was read about each person; a person that is missing here is refused as `file-not-read`. */
export interface Evidence {
  readonly files: ReadonlyMap<Code, ConsentFile>;
  readonly circumstances: ReadonlyMap<Code, Circumstances>;
  /** Persons behind each case and group (`membersOf`); a code that is not here stands for one person. */
  readonly members?: ReadonlyMap<Code, readonly Code[]>;
  /** The mission's IANA zone: days of consent end at midnight there. An unknown one refuses, as an unknown clock does. */
  readonly zone: string;
}

export interface GateContext {
  /** The server's time, or undefined when unknown (which refuses). */
  readonly now: Instant | undefined;
  /** The ticket taken for this very act is not counted as "used once". */
  readonly entry?: EntryId;
}

/** Answers "may I?" for one defender and one measure: yes, no, or within limits, from what is in memory. */

import type { Refusal, Verdict } from '../../domain/consent/decision.ts';
import {
  type Audience,
  type ConsentAction,
  type ConsentNeed,
  type IdentityLevel,
  identityLevels,
  type Need,
} from '../../domain/consent/need.ts';
import type { Code } from '../../domain/ids.ts';

/** Towards whom a measure usually goes; the first of a person's questions, not the last. */
const towards: Readonly<Record<ConsentAction, readonly Audience[]>> = {
  'quiet-contact': ['embassy'],
  demarche: ['host-authority'],
  trial: ['court'],
  prison: ['prison'],
  visa: ['embassy', 'ministry'],
  support: ['embassy'],
  publicity: ['public'],
  company: ['company'],
  'un-regional': ['un-regional'],
};

export interface MayI {
  readonly action: ConsentAction;
  readonly audience: Audience;
  readonly answer: 'yes' | 'no' | 'limits';
  /** How much of their identity may be used, where the answer is not no. */
  readonly identity: IdentityLevel | undefined;
  /** The giver's own limits, in full. */
  readonly limits: readonly string[];
  /** Why not, where the answer is no. */
  readonly because: readonly Refusal[];
}

/** One answer for each audience. `decide` is the log's; nothing is read or written. */
export function mayI(code: Code, action: ConsentAction, decide: (need: Need) => Verdict): readonly MayI[] {
  return towards[action].map((audience) => answerFor(code, action, audience, decide));
}

function answerFor(
  code: Code,
  action: ConsentAction,
  audience: Audience,
  decide: (need: Need) => Verdict,
): MayI {
  let last: Verdict | undefined;
  for (const identity of [...identityLevels].reverse()) {
    const need: ConsentNeed = {
      kind: 'consent',
      action,
      audiences: [audience],
      identity,
      categories: [],
      persons: [code],
      basis: 'consent',
      tense: 'ahead',
    };
    last = decide(need);
    if (!last.allowed) continue;
    const limits = [...new Set(last.covers.flatMap((cover) => cover.limits ?? []))];
    const limited = limits.length > 0 || identity !== 'full-name';
    return { action, audience, answer: limited ? 'limits' : 'yes', identity, limits, because: [] };
  }
  return { action, audience, answer: 'no', identity: undefined, limits: [], because: last?.refusals ?? [] };
}

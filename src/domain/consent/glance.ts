/** Consent at a glance: for each action and audience whether it is given, refused, running out, over or not asked, and by whom. */

import { addDays, type Day, dayOf, daysBetween, type Instant } from '../ids.ts';
import type { Circumstances, ConsentFile, Decision } from './consent-file.ts';
import type { RefusalCode } from './decision.ts';
import { judge } from './judge.ts';
import { type Audience, type ConsentAction, closedAudiences, consentActions } from './need.ts';

/** An agreement with fewer days left than this says how many. */
const ENDS_SOON_DAYS = 14;

export interface GlanceCell {
  readonly action: ConsentAction;
  readonly audience: Audience;
  readonly state: 'given' | 'given-ending' | 'refused' | 'expired' | 'incomplete' | 'not-asked';
  /** `given-ending`: whole days left. */
  readonly daysLeft?: number;
  /** The decision that decides the cell, with who gave it. */
  readonly decision?: Decision;
  /** Why it is not simply given. */
  readonly code?: RefusalCode;
}

const refusing: readonly RefusalCode[] = ['refused', 'withdrawn'];
const over: readonly RefusalCode[] = ['expired', 'used-once', 'not-detained-any-more'];
const unasked: readonly RefusalCode[] = [
  'not-asked',
  'action-not-covered',
  'audience-not-covered',
  'asked-no-answer',
  'deferred',
];

/** Every cell of the closed audiences and of those the file itself mentions; `given` without name and without data. */
export function glance(file: ConsentFile, circumstances: Circumstances, now: Instant): readonly GlanceCell[] {
  const audiences = audiencesOf(file);
  return consentActions.flatMap((action) =>
    audiences.map((audience) => cellOf(file, circumstances, now, action, audience)),
  );
}

function cellOf(
  file: ConsentFile,
  circumstances: Circumstances,
  now: Instant,
  action: ConsentAction,
  audience: Audience,
): GlanceCell {
  const day = dayOf(now);
  const judgement = judge(
    file.about,
    file,
    { action, audience, identity: 'none', categories: [], overview: true },
    'consent',
    {
      now,
      day,
      soon: addDays(day, ENDS_SOON_DAYS),
      circumstances,
      tickets: file.tickets,
      namesNoMember: circumstances.group,
    },
  );
  const { decision } = judgement;
  const base = { action, audience, ...(decision ? { decision } : {}) };
  if ('cover' in judgement) {
    const left = decision ? daysLeft(decision, day) : undefined;
    return left !== undefined && left <= ENDS_SOON_DAYS
      ? { ...base, state: 'given-ending', daysLeft: left }
      : { ...base, state: 'given' };
  }
  const { code } = judgement.refusal;
  return { ...base, code, state: stateOf(code) };
}

function stateOf(code: RefusalCode): GlanceCell['state'] {
  if (refusing.includes(code)) return 'refused';
  if (over.includes(code)) return 'expired';
  return unasked.includes(code) ? 'not-asked' : 'incomplete';
}

function daysLeft(decision: Decision, today: Day): number | undefined {
  return decision.validity ? daysBetween(today, decision.validity.day) : undefined;
}

function audiencesOf(file: ConsentFile): readonly Audience[] {
  const mentioned = file.decisions.flatMap(({ grants, refuses }) =>
    [...grants, ...refuses].flatMap(({ audiences }) => audiences),
  );
  return [...new Set<Audience>([...closedAudiences, ...mentioned])];
}

/** One cell of consent at a glance, read from the gate's own answer: given, refused, expired, running out, put off, not asked. */

import type { Decision, Giver } from '../../domain/consent/consent-file.ts';
import type { RefusalCode, Verdict } from '../../domain/consent/decision.ts';
import type { Audience, ConsentAction, ConsentNeed } from '../../domain/consent/need.ts';
import { type Code, type Day, daysBetween } from '../../domain/ids.ts';

export type CellState =
  | 'given'
  | 'given-ending'
  /** Given, and only for one proceeding. */
  | 'one-proceeding'
  | 'refused'
  | 'expired'
  | 'asked'
  | 'incomplete'
  | 'not-asked';

export interface GlanceCell {
  readonly state: CellState;
  /** Days left, for `given-ending`. */
  readonly days?: number;
  /** The decision that says so, where one does. */
  readonly decision?: string;
  /** Why it does not carry, for `incomplete`. */
  readonly code?: RefusalCode;
}

const SOON_DAYS = 30;

const states: Partial<Record<RefusalCode, CellState>> = {
  refused: 'refused',
  withdrawn: 'refused',
  expired: 'expired',
  'review-passed': 'expired',
  'used-once': 'expired',
  'not-detained-any-more': 'expired',
  'asked-no-answer': 'asked',
  deferred: 'asked',
  'other-proceeding': 'one-proceeding',
  'not-asked': 'not-asked',
  'action-not-covered': 'not-asked',
  'audience-not-covered': 'not-asked',
};

/** The least one can ask for: this action towards this audience, naming nobody. */
export function glanceNeed(code: Code, action: ConsentAction, audience: Audience): ConsentNeed {
  return {
    kind: 'consent',
    action,
    audiences: [audience],
    identity: 'none',
    categories: [],
    persons: [code],
    basis: 'consent',
    tense: 'ahead',
  };
}

/** `verdict` answers a `glanceNeed`; `decisions` are those of the person's file. */
export function glanceCell(verdict: Verdict, decisions: readonly Decision[], today: Day): GlanceCell {
  const [cover] = verdict.covers;
  if (verdict.allowed && cover) {
    const ends = decisions.find(({ id }) => id === cover.decision)?.validity?.day;
    const days = ends === undefined ? undefined : daysBetween(today, ends);
    return days !== undefined && days <= SOON_DAYS
      ? { state: 'given-ending', days: Math.max(0, days), decision: cover.decision }
      : { state: 'given', decision: cover.decision };
  }
  const [refusal] = verdict.refusals;
  if (!refusal) return { state: 'not-asked' };
  const state = states[refusal.code] ?? 'incomplete';
  // What they said about something else does not answer this question: the cell starts asking.
  if (state === 'not-asked') return { state };
  return {
    state,
    ...(refusal.decision === undefined ? {} : { decision: refusal.decision }),
    ...(state === 'incomplete' ? { code: refusal.code } : {}),
  };
}

/** Whose words a cell rests on; nobody's where nobody was asked or nobody answered. */
export function giverOf(cell: GlanceCell, decisions: readonly Decision[]): Giver | undefined {
  if (cell.state === 'not-asked' || cell.state === 'asked') return undefined;
  return decisions.find(({ id }) => id === cell.decision)?.giver;
}

/** Columns always shown; others appear once a decision speaks of them. */
export function glanceAudiences(
  decisions: readonly Decision[],
  circle: string | undefined,
): readonly Audience[] {
  const always: readonly Audience[] = [
    'embassy',
    'ministry',
    ...(circle ? ([`circle:${circle}`] as const) : []),
    'host-authority',
    'public',
  ];
  const spoken = decisions.flatMap(({ grants, refuses }) =>
    [...grants, ...refuses].flatMap(({ audiences }) => audiences),
  );
  return [...new Set([...always, ...spoken])];
}

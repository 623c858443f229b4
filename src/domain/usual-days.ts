/** Days after which something is usually due, and what a mission set in their place. */

export const usualDays = {
  /** Until a request to visit counts as not answered. */
  'no-reply': 14,
  /** Until a risk of each level is looked at again, where nothing else was agreed. */
  'review-critical': 14,
  'review-high': 30,
  'review-medium': 90,
  'review-low': 180,
  /** Until those whom something was done for, or refused to, are told what came of it; at critical risk, sooner. */
  'feedback-critical': 3,
  feedback: 7,
  /** Until what somebody agreed to is asked again: a consent, one to be named in public, a wish given in advance. */
  'consent-review': 90,
  'consent-review-public': 30,
  'consent-review-wish': 365,
  /** Until a consent ends where its last day is still to be said. */
  'consent-end': 180,
} as const;
export type UsualDay = keyof typeof usualDays;

/** Days by name, where a mission set others. */
export type OwnDays = Readonly<Record<string, number>>;

export function daysFor(name: UsualDay, own: OwnDays | undefined): number {
  return own?.[name] ?? usualDays[name];
}

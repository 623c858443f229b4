/** What a joint meeting has to speak about, by circle code and cover name only. */

import { addDays, type Code, type Day, type MissionCode } from '../ids.ts';
import type { OpenRequest } from './requests.ts';
import type { SharedHearing } from './shared-hearings.ts';
import { byText } from './told.ts';

/** A share of ours that ends, or a review due of somebody the circle knows by a code. */
export interface ReviewDue {
  readonly what: 'share-ends' | 'risk' | 'consent';
  readonly own: Code;
  readonly code?: string;
  readonly day: Day;
}

/** What we took back, and who has not said yet that it was deleted. */
export interface DeletionOpen {
  readonly code?: string;
  readonly mission: MissionCode;
  readonly asked: Day;
}

export interface AgendaSources {
  readonly requests: readonly OpenRequest[];
  readonly hearings: readonly SharedHearing[];
  readonly reviews: readonly ReviewDue[];
  readonly deletions: readonly DeletionOpen[];
  readonly missions: readonly {
    readonly code: MissionCode;
    readonly connected: boolean;
    readonly removed: boolean;
    readonly pin: string;
  }[];
  readonly today: Day;
}

export interface MeetingAgenda {
  readonly until: Day;
  readonly requests: readonly OpenRequest[];
  readonly hearings: readonly SharedHearing[];
  readonly reviews: readonly ReviewDue[];
  readonly deletions: readonly DeletionOpen[];
  readonly notVerified: readonly MissionCode[];
}

const verified: ReadonlySet<string> = new Set(['own', 'in-person', 'predecessor', 'vouched']);

export function isVerified(pin: string): boolean {
  return verified.has(pin);
}

/** What is open or falls within so many weeks; what has no observer first among the hearings of a day. */
export function meetingAgenda(sources: AgendaSources, weeks: number): MeetingAgenda {
  const { today } = sources;
  const until = addDays(today, weeks * 7);
  return {
    until,
    requests: sources.requests.filter(({ over, waitsFor }) => !over && waitsFor.length > 0),
    hearings: sources.hearings
      .filter(({ state, day }) => state === 'ahead' && day >= today && day <= until)
      .sort(
        (a, b) =>
          byText(a.day, b.day) ||
          Number(b.proposed !== undefined) - Number(a.proposed !== undefined) ||
          byText(a.time ?? '', b.time ?? '') ||
          byText(a.entry, b.entry),
      ),
    reviews: sources.reviews.filter(({ day }) => day <= until).sort((a, b) => byText(a.day, b.day)),
    deletions: [...sources.deletions].sort(
      (a, b) => byText(a.asked, b.asked) || byText(a.mission, b.mission),
    ),
    notVerified: sources.missions
      .filter(({ connected, removed, pin }) => connected && !removed && !isVerified(pin))
      .map(({ code }) => code)
      .sort(byText),
  };
}

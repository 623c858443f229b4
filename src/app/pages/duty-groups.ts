/** Sorts duties into the groups of Today. */

import type { Duty } from '../../domain/duties/duty.ts';

export const dutyGroupNames = ['decide', 'act-now', 'this-week', 'waiting', 'later'] as const;
export type DutyGroupName = (typeof dutyGroupNames)[number];

/** What a head of mission is asked to decide, by kind of duty. */
const decisions: ReadonlySet<string> = new Set(['decision-due']);

/**
 * Groups that hold something, each in the order given (by harm, then time); a duty that waits for the defender is never
 * overdue. For whoever `decides`, what waits for their decision stands first, in a group of its own.
 */
export function dutyGroups(
  duties: readonly Duty[],
  decides = false,
): readonly { readonly group: DutyGroupName; readonly duties: readonly Duty[] }[] {
  return dutyGroupNames
    .map((group) => ({ group, duties: duties.filter((duty) => groupOf(duty, decides) === group) }))
    .filter((found) => found.duties.length > 0);
}

function groupOf(duty: Duty, decides: boolean): DutyGroupName {
  if (duty.setAside) return 'later';
  if (decides && decisions.has(duty.kind)) return 'decide';
  return duty.waits ? 'waiting' : duty.urgency;
}

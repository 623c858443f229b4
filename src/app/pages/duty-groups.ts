/** Sorts duties into the groups of Today. */

import type { Duty } from '../../domain/duties/duty.ts';

export const dutyGroupNames = ['act-now', 'this-week', 'waiting', 'later'] as const;
export type DutyGroupName = (typeof dutyGroupNames)[number];

/** Groups that hold something, each in the order given (by harm, then time); a duty that waits for the defender is never overdue. */
export function dutyGroups(
  duties: readonly Duty[],
): readonly { readonly group: DutyGroupName; readonly duties: readonly Duty[] }[] {
  return dutyGroupNames
    .map((group) => ({
      group,
      duties: duties.filter((duty) => groupOf(duty) === group),
    }))
    .filter((found) => found.duties.length > 0);
}

function groupOf(duty: Duty): DutyGroupName {
  return duty.waits ? 'waiting' : duty.urgency;
}

/** Sorts duties into the groups of Today. */

import type { Duty } from '../../../domain/duties/duty.ts';
import type { Ability } from '../../../domain/roles.ts';

export const dutyGroupNames = ['decide', 'act-now', 'this-week', 'waiting', 'later'] as const;
export type DutyGroupName = (typeof dutyGroupNames)[number];

/**
 * Groups that hold something, each in the order given (by harm, then time); a duty that waits for the defender is never
 * overdue. `mayDo` tells what this person's roles allow: a decision they may take stands first, in a group of its
 * own; one that others must take waits for them.
 */
export function dutyGroups(
  duties: readonly Duty[],
  mayDo: (ability: Ability) => boolean = () => true,
): readonly { readonly group: DutyGroupName; readonly duties: readonly Duty[] }[] {
  return dutyGroupNames
    .map((group) => ({ group, duties: duties.filter((duty) => groupOf(duty, mayDo) === group) }))
    .filter((found) => found.duties.length > 0);
}

function groupOf(duty: Duty, mayDo: (ability: Ability) => boolean): DutyGroupName {
  if (duty.setAside) return 'later';
  if (duty.whoMay) return mayDo(duty.whoMay) ? 'decide' : 'waiting';
  return duty.waits ? 'waiting' : duty.urgency;
}

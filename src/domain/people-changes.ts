/** When a person's place in a mission is confirmed again, and what a mission would lose when its people change. */

import { addDays, type Day } from './ids.ts';
import type { MissionPerson } from './missions.ts';
import { may } from './roles.ts';

/** After so many days a person's place in the mission should be confirmed again. */
const CONFIRMED_FOR_DAYS = 90;

export function isConfirmationDue(person: Pick<MissionPerson, 'confirmedOn'>, today: Day): boolean {
  return person.confirmedOn === undefined || person.confirmedOn < addDays(today, -CONFIRMED_FOR_DAYS);
}

/**
 * What a mission would lose if `after` became its people: its last focal point, its last administrator, or the last
 * person who may record. Nothing is lost that was not there before, and who has left does not count.
 */
export function lossOfRoles(
  before: readonly MissionPerson[],
  after: readonly MissionPerson[],
  today: Day,
): 'focal-point' | 'administrator' | 'record' | undefined {
  const here = (people: readonly MissionPerson[]) =>
    people.filter((person) => person.to === undefined || person.to >= today);
  const was = here(before);
  const stays = here(after);
  const isLost = (has: (person: MissionPerson) => boolean) => was.some(has) && !stays.some(has);
  if (isLost((person) => may(person, 'record'))) return 'record';
  return (['focal-point', 'administrator'] as const).find((role) =>
    isLost((person) => person.roles.includes(role)),
  );
}

/** Who is here, who is away, and who stands in for them. */

import { type Day, isDay } from './ids.ts';
import type { MissionPerson } from './missions.ts';
import { may } from './roles.ts';

/** Away on that day; an absence without an end lasts. */
export function isAway(person: Pick<MissionPerson, 'awayFrom' | 'awayTo'>, today: Day): boolean {
  const { awayFrom, awayTo } = person;
  return awayFrom !== undefined && awayFrom <= today && (awayTo === undefined || awayTo >= today);
}

/** An absence that is not over, as other missions are told of it: the first day, and the last where there is one. */
export function absenceTold(
  { awayFrom, awayTo }: Pick<MissionPerson, 'awayFrom' | 'awayTo'>,
  today: Day,
): string | undefined {
  if (awayFrom === undefined || (awayTo !== undefined && awayTo < today)) return undefined;
  return awayTo === undefined ? awayFrom : `${awayFrom}/${awayTo}`;
}

/** The days of an absence that was told; undefined where it was told in words. */
export function absenceIn(told: string): { readonly from: Day; readonly to?: Day } | undefined {
  const [from, to, ...more] = told.split('/');
  if (!isDay(from) || more.length > 0) return undefined;
  if (to === undefined) return { from };
  return isDay(to) ? { from, to } : undefined;
}

/** Works here on that day: has come, and has not left. */
export function isHere(person: Pick<MissionPerson, 'from' | 'to'>, today: Day): boolean {
  return (
    (person.from === undefined || person.from <= today) && (person.to === undefined || person.to >= today)
  );
}

/** Whom to propose where somebody must do something: themselves, or who stands in while they are away or gone. */
export function inPlaceOf(
  people: readonly MissionPerson[],
  objectId: string,
  today: Day,
): MissionPerson | undefined {
  const asked = people.find((person) => person.objectId === objectId);
  if (asked && isHere(asked, today) && !isAway(asked, today)) return asked;
  const present = people.filter(
    (person) =>
      person.objectId !== objectId &&
      isHere(person, today) &&
      !isAway(person, today) &&
      may(person, 'record'),
  );
  for (const role of ['focal-point', 'deputy'] as const) {
    const found = present.find(({ roles }) => roles.includes(role));
    if (found) return found;
  }
  return present[0];
}

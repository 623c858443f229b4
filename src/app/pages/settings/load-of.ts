/** Counts open urgent duties by who has them: a hint for kindness, by name and never ranked. */

import type { Duty } from '../../../domain/duties/duty.ts';
import type { Day } from '../../../domain/ids.ts';
import type { MissionPerson } from '../../../domain/missions.ts';
import type { Me } from '../../../log/log.ts';

export interface LoadOf {
  /** Focal points and deputies in the order of the mission's list, and whoever else has something urgent. */
  readonly people: readonly { readonly person: MissionPerson; readonly count: number }[];
  /** Urgent, and nobody's yet. */
  readonly nobodys: number;
  /** This person's own, to be given away. */
  readonly mine: readonly Duty[];
}

export function loadOf(duties: readonly Duty[], me: Pick<Me, 'mission' | 'person'>, today: Day): LoadOf {
  const urgent = duties.filter(({ urgency }) => urgency === 'act-now');
  const ownedBy = (objectId: string) => urgent.filter(({ owner }) => owner?.objectId === objectId);
  const people = me.mission.people
    .filter((person) => person.to === undefined || person.to >= today)
    .map((person) => ({ person, count: ownedBy(person.objectId).length }))
    .filter(
      ({ person: { roles }, count }) =>
        count > 0 || roles.includes('focal-point') || roles.includes('deputy'),
    );
  return {
    people,
    nobodys: urgent.filter(({ owner }) => owner === undefined).length,
    mine: ownedBy(me.person.objectId),
  };
}

/** Who this person is in the mission whose book was opened, or why it is not open to them. */

import type { Mission } from '../domain/missions.ts';
import type { Entry, Person } from '../domain/record-kind.ts';
import { mission as missionKind } from '../domain/system/mission.ts';
import type { KindHealth } from '../store/book.ts';
import type { Me } from './log.ts';

/** The book is there, but not (yet) anybody's mission book, or not for this person. */
export class NoMission extends Error {
  override readonly name = 'NoMission';
  /** `unreadable`: the item is there, but somebody changed it by hand. */
  readonly why: 'not-provisioned' | 'no-mission-item' | 'unreadable' | 'not-listed';
  readonly health: readonly KindHealth[];
  constructor(why: NoMission['why'], health: readonly KindHealth[]) {
    super(`no mission: ${why}`);
    this.why = why;
    this.health = health;
  }
}

/** @throws NoMission */
export function whoAmI(held: Entry | undefined, person: Person, health: readonly KindHealth[]): Me {
  if (!held) {
    const missing = health.find((each) => each.kind === missionKind.key)?.list === 'missing';
    throw new NoMission(missing ? 'not-provisioned' : 'no-mission-item', health);
  }
  const me = meIn(held, person);
  if (!me.mission.people.some((each) => isSame(each, person))) throw new NoMission('not-listed', health);
  return me;
}

/** Whoever was taken off the list while the log was open goes on without a role. */
export function meIn(held: Entry, person: Person): Me {
  const mission = held.record as unknown as Mission;
  const roles = mission.people.find((each) => isSame(each, person))?.roles ?? [];
  return { person, mission, roles };
}

export function isSame(a: Person, b: Person): boolean {
  return a.objectId === b.objectId && a.tenantId === b.tenantId;
}

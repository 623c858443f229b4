/** A mission's site before its first day: lists made by its owner, their permissions, and the item that says whose book it is. */

import { clearNone } from '../../domain/consent/clear.ts';
import type { Day, MissionCode } from '../../domain/ids.ts';
import type { MissionPerson, Role } from '../../domain/missions.ts';
import { checkRecord } from '../../domain/record-kind.ts';
import { recordKinds } from '../../domain/registry.ts';
import { mission as missionKind } from '../../domain/system/mission.ts';
import { systemKinds } from '../../domain/system-kinds.ts';
import type { LocalTenant } from '../../local-tenant/local-tenant.ts';
import { derivedEntryId } from '../../log/environment.ts';
import { type DemoMinistry, type DemoPerson, type DemoRole, demoPeople, ministryOf } from '../people.ts';
import { setListPermissions } from '../world.ts';
import { asPerson, castPerson } from './act.ts';
import { type Calendar, zone } from './calendar.ts';
import type { Staff } from './staff.ts';

export const circleId = 'meren-like-minded';

const kinds = [...recordKinds, ...systemKinds];

/** People of the ministry who work in the mission, as its book names their roles; the capital's desk is not among them. */
const roles: Readonly<Partial<Record<DemoRole, readonly Role[]>>> = {
  'focal-point': ['focal-point'],
  deputy: ['deputy'],
  'head-of-mission': ['head-of-mission'],
  charge: ['head-of-mission'],
  'consular-officer': ['consular'],
  'site-owner': ['administrator'],
};

/** Days before the seeding on which everybody's place in the mission was last confirmed. */
const CONFIRMED_DAYS_AGO = 12;

/**
 * Sets a mission up as on the day `n` of the calendar; its people were confirmed some days before the seeding, so that a
 * fresh demo does not begin with overdue confirmations.
 * @throws StoreError when the site cannot be set up.
 */
export async function setUp(
  tenant: LocalTenant,
  staff: Staff,
  owner: string,
  calendar: Calendar,
  n: number,
): Promise<void> {
  const ministry = ministryOf(castPerson(owner).ministry);
  const { mission } = ministry;
  if (!mission) throw new TypeError(`${ministry.name} has no mission`);
  const book = staff.book(owner, true);
  await book.provision(kinds);
  setListPermissions(tenant.world, ministry, kinds);
  const checked = checkRecord(
    missionKind,
    {
      code: mission.code as MissionCode,
      name: mission.name,
      state: stateOf(ministry),
      hostCountry: 'Varosia',
      kind: mission.name.startsWith('Delegation') ? 'delegation' : 'embassy',
      zone,
      circle: circleId,
      people: peopleOf(ministry, calendar.day(-CONFIRMED_DAYS_AGO)),
    },
    calendar.day(n),
  );
  if (!checked.ok) throw new TypeError(`${mission.name}: ${Object.keys(checked.problems).join(', ')}`);
  const entry = await derivedEntryId(staff.environment, `mission ${mission.code}`);
  await book.add(clearNone({ kind: missionKind, entry, record: checked.record, by: asPerson(owner) }));
}

/** `Aldermark`, `Western Union`. */
function stateOf({ slug }: DemoMinistry): string {
  return slug
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}

function peopleOf({ slug }: DemoMinistry, confirmedOn: Day): readonly MissionPerson[] {
  return demoPeople
    .filter((person) => person.ministry === slug)
    .flatMap((person: DemoPerson) => {
      const held = roles[person.role];
      return held ? [{ ...asPerson(person.key), roles: held, confirmedOn }] : [];
    });
}

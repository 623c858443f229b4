/** The circle's site before its first day: lists made by its host, who may do what in them, and the missions that belong to it. */

import { type CircleMissionRecord, circleMission } from '../../domain/circle/kinds/circle-mission.ts';
import { circleLists } from '../../domain/circle/registry.ts';
import { clearNone } from '../../domain/consent/clear.ts';
import { isMissionCode } from '../../domain/ids.ts';
import { checkRecord } from '../../domain/record-kind.ts';
import type { LocalTenant } from '../../local-tenant/local-tenant.ts';
import { openCircleBook } from '../../log/circle/circle-book.ts';
import { derivedEntryId } from '../../log/environment.ts';
import { ministryOf } from '../people.ts';
import { setCirclePermissions } from '../world.ts';
import type { Staff } from './staff.ts';

const regions: Readonly<Record<string, CircleMissionRecord['regions']>> = {
  aldermark: ['north'],
  brenland: ['west', 'north'],
  corvia: ['south'],
  'western-union': ['centre'],
  estmark: ['east'],
};

/** @throws StoreError when the site cannot be set up. */
export async function setUpCircle(tenant: LocalTenant, staff: Staff, owner: string): Promise<void> {
  await staff.circle(owner, true).book.provision(circleLists);
  setCirclePermissions(tenant.world, circleLists);
}

/** @throws StoreError; TypeError for a ministry without a mission. */
export async function joinCircle(staff: Staff, owner: string, slug: string): Promise<void> {
  const { mission, tenantId } = ministryOf(slug);
  if (!mission || !isMissionCode(mission.code)) throw new TypeError(`${slug} has no mission`);
  const { id, book, opening } = staff.circle(owner);
  const opened = await opening;
  if (!opened.ok) throw opened.error;
  const circle = openCircleBook({
    id,
    book,
    opened,
    environment: staff.environment,
    onChanged: () => undefined,
  });
  const raw = {
    code: mission.code,
    name: mission.name,
    tenant: tenantId,
    connected: true,
    regions: regions[slug],
  };
  const checked = checkRecord(circleMission, raw, opened.since);
  if (!checked.ok) throw new TypeError(`${mission.name}: ${Object.keys(checked.problems).join(', ')}`);
  const entry = await derivedEntryId(staff.environment, `circle mission ${mission.code}`);
  await circle.add(clearNone({ kind: circleMission, entry, record: checked.record, by: circle.me }));
}

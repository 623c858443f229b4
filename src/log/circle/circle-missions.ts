/** The missions of a circle as its registry, its cards, our pins and its acts say together. */

import { type CircleMissionRecord, circleMission } from '../../domain/circle/kinds/circle-mission.ts';
import type { Day, MissionCode } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';
import type { PinRecord } from '../../domain/system/pin.ts';
import { todayAt } from '../clock.ts';
import type { CircleMission } from './circle.ts';
import type { CircleGround } from './core.ts';
import type { CircleAct } from './trust/acts.ts';
import type { Beliefs } from './trust/beliefs.ts';
import { numbersOf } from './trust/pins.ts';

/** Those of the registry, and whoever has a card without standing there. Who works there is told elsewhere. */
export function missionsOf(
  ground: CircleGround,
  beliefs: Beliefs,
  pins: readonly Entry<PinRecord>[],
): readonly CircleMission[] {
  const { standing, removed, acts } = beliefs;
  const { code: me, zone } = ground.me().mission;
  const rows = new Map(
    ground.circle.replica
      .of(circleMission.key)
      .map(({ record }) => record as unknown as CircleMissionRecord)
      .map((record) => [record.code, record]),
  );
  const verifiedUs = daysOfVerifying(acts, me, standing.missions.get(me)?.headKid, zone);
  const missions: CircleMission[] = [];
  for (const code of new Set([...rows.keys(), ...standing.missions.keys()])) {
    const row = rows.get(code);
    const of = standing.missions.get(code);
    const kid = of?.headKid ?? of?.shownKid;
    const numbers = kid === undefined ? undefined : numbersOf(ground.id, code, kid);
    const pin = pins.findLast(({ record }) => record.of === code && record.kid === kid);
    const verifiedUsOn = verifiedUs.get(code);
    missions.push({
      code,
      name: row?.name ?? code,
      connected: row?.connected ?? of !== undefined,
      ...(row ? { tenantId: row.tenant } : {}),
      regions: row?.regions ?? [],
      removed: removed.has(code),
      pin: of?.state ?? 'no-card',
      ...(pin ? { pinnedOn: pin.record.on } : {}),
      ...(verifiedUsOn ? { verifiedUsOn } : {}),
      ...(numbers ? { fingerprint: numbers.fingerprint, qr: numbers.qr } : {}),
      people: [],
    });
  }
  return missions.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The day on which each mission told that it verified this key of ours. */
function daysOfVerifying(
  acts: readonly CircleAct[],
  me: MissionCode,
  kid: string | undefined,
  zone: string,
): ReadonlyMap<MissionCode, Day> {
  const days = new Map<MissionCode, Day>();
  for (const { act } of acts)
    if (act.type === 'verified' && act.mission === me && act.kid === kid)
      days.set(act.from, todayAt(zone, act.at));
  return days;
}

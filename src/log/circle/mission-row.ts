/** The row of a mission in the circle's list: read, changed and written until nobody was faster. */

import { type CircleMissionRecord, circleMission } from '../../domain/circle/kinds/circle-mission.ts';
import { clearNone } from '../../domain/consent/clear.ts';
import { dayOf, type MissionCode } from '../../domain/ids.ts';
import type { Mission } from '../../domain/missions.ts';
import { checkRecord } from '../../domain/record-kind.ts';
import { isStoreError } from '../bookkeeping.ts';
import { derivedEntryId } from '../environment.ts';
import type { CircleGround } from './core.ts';

const ATTEMPTS = 6;

type Step = (held: CircleMissionRecord | undefined) => CircleMissionRecord | undefined;

/** Reads the mission's row, applies `step` and writes until nobody was faster. */
export async function changeMission(
  { own, circle }: CircleGround,
  code: MissionCode,
  step: Step,
): Promise<void> {
  const entry = await derivedEntryId(own.environment, `circle mission ${code}`);
  for (let attempt = 1; ; attempt += 1) {
    const held = await circle.fresh(circleMission, entry);
    const after = step(held?.record as unknown as CircleMissionRecord | undefined);
    if (!after) return;
    const checked = checkRecord(circleMission, after, dayOf(circle.clock.now()));
    if (!checked.ok) throw new TypeError(`a mission: ${Object.keys(checked.problems).join(', ')}`);
    const cleared = clearNone({ kind: circleMission, entry, record: checked.record, by: circle.me });
    try {
      await (held ? circle.amend(cleared, held) : circle.add(cleared));
      return;
    } catch (error) {
      if (attempt >= ATTEMPTS || !isStoreError(error, 'changed-meanwhile', 'duplicate')) throw error;
    }
  }
}

/** Our own mission enters itself, or says that it is connected now. */
export function register(ground: CircleGround, { code, name }: Mission): Promise<void> {
  const { tenantId } = ground.me().person;
  return changeMission(ground, code, (held) =>
    held?.connected === true && held.tenant === tenantId
      ? undefined
      : { ...(held ?? { code, name }), tenant: tenantId, connected: true },
  );
}

/** Who belongs to the circle: missions added and removed in one action each, and the regional groups they stand in. */

import { type CircleMissionRecord, circleMission } from '../../domain/circle/kinds/circle-mission.ts';
import { clearNone } from '../../domain/consent/clear.ts';
import { dayOf, type MissionCode } from '../../domain/ids.ts';
import type { Mission } from '../../domain/missions.ts';
import { checkRecord } from '../../domain/record-kind.ts';
import { regions as allRegions } from '../../domain/regions.ts';
import { type ShareRecord, share } from '../../domain/system/share.ts';
import { isStoreError } from '../bookkeeping.ts';
import { derivedEntryId } from '../environment.ts';
import type { Registry } from './circle.ts';
import type { CircleGround } from './core.ts';
import type { Trust } from './trust.ts';

const ATTEMPTS = 6;

type Step = (held: CircleMissionRecord | undefined) => CircleMissionRecord | undefined;

/** Reads the mission's row, applies `step` and writes until nobody was faster. */
async function change({ own, circle }: CircleGround, code: MissionCode, step: Step): Promise<void> {
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
  return change(ground, code, (held) =>
    held?.connected === true && held.tenant === tenantId
      ? undefined
      : { ...(held ?? { code, name }), tenant: tenantId, connected: true },
  );
}

export function openRegistry(
  ground: CircleGround,
  trust: Pick<Trust, 'act' | 'keyring' | 'removed' | 'refresh'>,
): Omit<Registry, 'publishDirectory'> {
  const { id, own } = ground;

  function must(): void {
    if (!own.may('act')) throw new TypeError('missions are not added or removed in this role');
  }

  return {
    async add({ code, name, tenantId, connected, regions }) {
      must();
      // A removal was signed by a person, and only a person takes it back.
      if (trust.removed().has(code) || trust.keyring().personSigner)
        await trust.act('mission-added', { mission: code });
      await change(ground, code, (held) => ({
        ...held,
        ...{ code, name, tenant: tenantId, connected },
        regions: allRegions.filter((each) => regions.includes(each)),
      }));
      await trust.refresh();
    },
    async remove(code) {
      must();
      await trust.act('mission-removed', { mission: code });
      await change(ground, code, (held) => held && { ...held, connected: false });
      await trust.refresh();
      const shared = own.replica.of(share.key).filter(({ record }) => {
        const { circle, to, state } = record as unknown as ShareRecord;
        return circle === id && state === 'shared' && to.includes(code);
      });
      return { shared };
    },
    async setRegions(code, regions) {
      must();
      await change(
        ground,
        code,
        (held) => held && { ...held, regions: allRegions.filter((each) => regions.includes(each)) },
      );
      await trust.refresh();
    },
  };
}

/** Who belongs to the circle: missions added and removed in one action each, and the regional groups they stand in. */

import { regions as allRegions } from '../../domain/regions.ts';
import { type ShareRecord, share } from '../../domain/system/share.ts';
import type { Registry } from './circle.ts';
import type { CircleGround } from './core.ts';
import { changeMission } from './mission-row.ts';
import type { Trust } from './trust/trust.ts';

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
      await changeMission(ground, code, (held) => ({
        ...held,
        ...{ code, name, tenant: tenantId, connected },
        regions: allRegions.filter((each) => regions.includes(each)),
      }));
      await trust.refresh();
    },
    async remove(code) {
      must();
      await trust.act('mission-removed', { mission: code });
      await changeMission(ground, code, (held) => held && { ...held, connected: false });
      await trust.refresh();
      const shared = own.replica.of(share.key).filter(({ record }) => {
        const { circle, to, state } = record as unknown as ShareRecord;
        return circle === id && state === 'shared' && to.includes(code);
      });
      return { shared };
    },
    async setRegions(code, regions) {
      must();
      await changeMission(
        ground,
        code,
        (held) => held && { ...held, regions: allRegions.filter((each) => regions.includes(each)) },
      );
      await trust.refresh();
    },
  };
}

/** The demo's circle with nine months of work in it, seeded once a day and copied for every file of journeys. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalTenant, openLocalTenant } from '../../../src/local-tenant/local-tenant.ts';
import { openRig, type Rig } from '../rig.ts';
import { tenantOrigin as origin, seededFile } from '../seeded.ts';

export interface Circle {
  readonly rig: Rig;
  readonly tenant: LocalTenant;
  /** Closes the server and its file, and opens another on the same file; the rig before is gone. */
  restart(): Promise<Rig>;
  close(): Promise<void>;
}

/** A circle of its own: what a journey writes stays in its copy, which `close` deletes. */
export async function openCircle(): Promise<Circle> {
  const folder = mkdtempSync(join(tmpdir(), 'focal-point-circle-'));
  const file = join(folder, 'tenant.sqlite');
  copyFileSync(await seededFile(), file);
  const dist = process.env.FOCAL_POINT_TAB;
  const open = async () => {
    const tenant = openLocalTenant({ file, origin });
    return { tenant, rig: await openRig({ tenant, ...(dist ? { dist } : {}) }) };
  };
  const end = async ({ rig, tenant }: { rig: Rig; tenant: LocalTenant }) => {
    await rig.close();
    tenant.close();
  };
  let current = await open();
  return {
    get rig() {
      return current.rig;
    },
    get tenant() {
      return current.tenant;
    },
    async restart() {
      await end(current);
      current = await open();
      return current.rig;
    },
    async close() {
      await end(current);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

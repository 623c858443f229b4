/** The demo's circle with nine months of work in it, seeded once a day and copied for every file of journeys. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openData } from '../../../src/demo/data.ts';
import { type LocalTenant, openLocalTenant } from '../../../src/local-tenant/local-tenant.ts';
import { seedCanaries } from '../canary-seed.ts';
import { openRig, projectRoot, type Rig } from '../rig.ts';

const origin = 'https://login.microsoftonline.com';

/** What the seed's outcome depends on: a change in any of them seeds anew. */
const makers = ['demo', 'domain', 'local-tenant', 'log', 'store'];

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

/** The seed counts its days from today, so a file of yesterday is stale. */
async function seededFile(): Promise<string> {
  const stamp = Math.max(...makers.map((room) => newest(join(projectRoot, 'src', room))));
  const today = new Date().toISOString().slice(0, 10);
  const kept = join(tmpdir(), `focal-point-seed-${today}-${Math.round(stamp)}.sqlite`);
  if (existsSync(kept)) return kept;
  const folder = mkdtempSync(join(tmpdir(), 'focal-point-seeding-'));
  mkdirSync(folder, { recursive: true });
  const tenant = await openData({ folder, origin, fresh: true, progress: () => undefined });
  await seedCanaries(tenant);
  tenant.close();
  renameSync(join(folder, 'tenant.sqlite'), kept);
  rmSync(folder, { recursive: true, force: true });
  return kept;
}

/** Time of the last change below a folder; ms. */
function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** The demo's circle as a file, seeded once a day and after every change of what makes it. */
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openData } from '../../src/demo/data.ts';
import { seedCanaries } from './canary-seed.ts';
import { projectRoot } from './project-root.ts';

export const tenantOrigin = 'https://login.microsoftonline.com';

/** What the seed's outcome depends on: a change in any of them seeds anew. */
const makers = [
  ...['demo', 'domain', 'local-tenant', 'log', 'sealing', 'store'].map((room) => join('src', room)),
  ...['canaries.ts', 'canary-seed.ts'].map((file) => join('tests/support', file)),
];

/** The seed counts its days from today, so a file of yesterday is stale. */
export async function seededFile(): Promise<string> {
  const stamp = Math.max(...makers.map((path) => newest(join(projectRoot, path))));
  const today = new Date().toISOString().slice(0, 10);
  const kept = join(tmpdir(), `focal-point-seed-${today}-${Math.round(stamp)}.sqlite`);
  if (existsSync(kept)) return kept;
  const folder = mkdtempSync(join(tmpdir(), 'focal-point-seeding-'));
  const tenant = await openData({ folder, origin: tenantOrigin, fresh: true, progress: () => undefined });
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

/** The demo's data: one SQLite file, made and seeded as a whole or not at all. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalTenant, openLocalTenant } from '../local-tenant/local-tenant.ts';
import { seed } from './seed/seed.ts';
import { makeWorld } from './world.ts';

/** A database and the files SQLite keeps beside it; the database comes last, for where it is, all is. */
const endings = ['-wal', '-shm', '-journal', ''];

/**
 * Opens the local tenant with the demo's world in it; `folder` is made when missing. A new world is built in a file of
 * its own and takes its place only when it is complete, so an interrupted start leaves no half of it.
 */
export async function openData(options: {
  folder: string;
  origin: string;
  fresh: boolean;
  progress(line: string): void;
  /** What a new world is filled with; default the circle's nine months. */
  fill?: ((tenant: LocalTenant) => Promise<void>) | undefined;
}): Promise<LocalTenant> {
  const { folder, origin, progress } = options;
  const fill = options.fill ?? ((tenant) => seed({ tenant, progress }));
  const file = join(folder, 'tenant.sqlite');
  mkdirSync(folder, { recursive: true });
  if (options.fresh) remove(file);
  if (!existsSync(file)) {
    progress('seeding…');
    const unfinished = join(folder, 'tenant.unfinished.sqlite');
    remove(unfinished);
    const tenant = openLocalTenant({ file: unfinished, origin });
    try {
      makeWorld(tenant.world);
      await fill(tenant);
    } finally {
      tenant.close();
    }
    for (const end of endings) {
      if (existsSync(unfinished + end)) renameSync(unfinished + end, file + end);
    }
  }
  return openLocalTenant({ file, origin });
}

function remove(file: string): void {
  for (const end of endings) rmSync(file + end, { force: true });
}

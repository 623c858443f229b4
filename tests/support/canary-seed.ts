/** Puts the canaries where names belong: into a mission's list of identities, through the door that its people use. */
import { openChance } from '../../src/demo/seed/chance.ts';
import { openStaff } from '../../src/demo/seed/staff.ts';
import type { LocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { canaries } from './canaries.ts';

export async function seedCanaries(tenant: LocalTenant): Promise<void> {
  const chance = openChance();
  chance.begin('canaries');
  const staff = openStaff(tenant, chance);
  try {
    const log = await staff.log('ines');
    for (const { code, fullName, alias } of canaries)
      await log.saveIdentity(code, { about: code, fullName, alias });
  } finally {
    staff.close();
  }
}

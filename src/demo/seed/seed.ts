/** Stories of an invented circle, told through the front door: every consent and ticket passed the gate at its own time. */

import type { LocalTenant } from '../../local-tenant/local-tenant.ts';
import type { Story } from './act.ts';
import { calendarFrom } from './calendar.ts';
import { openChance } from './chance.ts';
import { inOrder, perform } from './perform.ts';
import { openStaff } from './staff.ts';
import { stories } from './stories.ts';

/**
 * Fills a tenant whose world has been made (`makeWorld`) and sets its clock back to the real time. `progress` gets a
 * line for each month. Throws an Error naming the act when one does not go as told; the tenant is then half told.
 */
export async function seed(input: {
  tenant: LocalTenant;
  /** Default: all nine months. */
  stories?: readonly Story[];
  progress(line: string): void;
}): Promise<void> {
  const { tenant, stories: told = stories, progress } = input;
  const calendar = calendarFrom(tenant.clock.now());
  const chance = openChance();
  const staff = openStaff(tenant, chance);
  const acts = inOrder(
    told.flatMap((story) => story(calendar)),
    calendar,
  );
  let month = '';
  try {
    for (const act of acts) {
      const now = calendar.day(act.day).slice(0, 7);
      if (now !== month) progress(`seeding… ${now}`);
      month = now;
      await perform({ tenant, staff, chance, calendar }, act);
    }
  } finally {
    staff.close();
    tenant.clock.set(undefined);
  }
}

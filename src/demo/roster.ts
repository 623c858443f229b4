/** The cast as the host page's switcher wants it. */
import type { Roster } from './host/roster.ts';
import { demoClientId, demoMinistries, demoPeople, roleName } from './people.ts';

/** `tabs` is the address below which every ministry's build lies, ending in a slash. */
export function rosterAt(tabs: string): Roster {
  return {
    clientId: demoClientId,
    ministries: demoMinistries.map(({ slug, name, tenantId, mission }) => ({
      slug,
      name,
      tenantId,
      group: mission?.name ?? name,
      tab: `${tabs}${slug}/`,
    })),
    people: demoPeople.map((person) => ({
      key: person.key,
      id: person.id,
      name: person.name,
      mail: person.mail,
      role: roleName(person),
      ministry: person.ministry,
    })),
  };
}

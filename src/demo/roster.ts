/** The cast as the host page's switcher wants it. */
import type { HostCircle, Roster } from './host/roster.ts';
import {
  circlePath,
  demoClientId,
  demoMinistries,
  demoPeople,
  ministryOf,
  roleName,
  siteAddress,
} from './people.ts';

/** `tabs` is the address below which every ministry's build lies, ending in a slash. */
export function rosterAt(tabs: string): Roster {
  return {
    clientId: demoClientId,
    circle: circle(),
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

function circle(): HostCircle {
  const administrator = demoPeople.find(({ role }) => role === 'circle-administrator');
  if (!administrator) throw new TypeError('the circle has no host');
  const host = ministryOf(administrator.ministry);
  return { tenantId: host.tenantId, site: siteAddress(host, circlePath), mail: administrator.mail };
}

/** One line that says who somebody is, for those who cannot add themselves to a list: copied on one screen, pasted on another. */

import { checkPerson } from './fields/reference.ts';
import type { Person } from './record-kind.ts';

/** `Pavel Drost 9e0b1e00-… 7e4a0001-…`: name, object id, tenant id. */
export function personLine({ name, objectId, tenantId }: Person): string {
  return `${name} ${objectId} ${tenantId}`;
}

/** The person of such a line, or undefined when it is none; space around and between the parts does not matter. */
export function personIn(line: string): Person | undefined {
  const [, name, objectId, tenantId] = /^\s*(\S.*?)\s+(\S{36})\s+(\S{36})\s*$/u.exec(line) ?? [];
  const checked = checkPerson({ name, objectId, tenantId });
  return checked.ok ? checked.value : undefined;
}

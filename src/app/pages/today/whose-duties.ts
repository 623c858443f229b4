/** Which duties Today shows to whom: by what a role may do, and, where asked for, only one's own. */

import type { Duty } from '../../../domain/duties/duty.ts';
import { may, mayLog } from '../../../domain/roles.ts';
import type { Me } from '../../../log/log.ts';

/** What an observer without further roles is asked to do; the sentences of these tell nothing but day and court. */
const forObservers: ReadonlySet<Duty['kind']> = new Set(['hearing-without-observer', 'hearing-report']);

/**
 * Duties this person's roles are about. Who records sees all; an observer sees hearings to go to and to report on, and
 * what is theirs by name; who neither records nor observes sees nothing of cases here.
 */
export function dutiesFor(duties: readonly Duty[], me: Pick<Me, 'roles' | 'person'>): readonly Duty[] {
  if (may(me, 'record')) return duties;
  if (!mayLog(me)) return [];
  return duties.filter((duty) => forObservers.has(duty.kind) || isOwnedBy(duty, me));
}

/** Given to me, promised by me, of a case I lead; for a focal point also what nobody has yet. */
export function isMine(duty: Duty, me: Pick<Me, 'roles' | 'person'>): boolean {
  return duty.owner ? isOwnedBy(duty, me) : me.roles.includes('focal-point');
}

/** Whether duties have other owners than me, so that a choice between mine and all means something. */
export function isShared(duties: readonly Duty[], me: Pick<Me, 'roles' | 'person'>): boolean {
  return duties.some((duty) => !isMine(duty, me)) && duties.some((duty) => isMine(duty, me));
}

function isOwnedBy(duty: Duty, me: Pick<Me, 'person'>): boolean {
  return duty.owner?.objectId === me.person.objectId && duty.owner.tenantId === me.person.tenantId;
}

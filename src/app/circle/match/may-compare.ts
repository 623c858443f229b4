/** Whether the person at this screen may compare: it acts towards another mission and reads names. */

import { may } from '../../../domain/roles.ts';
import { useLog } from '../../log-context.tsx';

export function useMayCompare(): boolean {
  const { me } = useLog();
  const listed = me.mission.people.find(({ objectId }) => objectId === me.person.objectId);
  const isLocal = listed?.locallyEngaged === true;
  return may(me, 'act') && may({ roles: me.roles, locallyEngaged: isLocal }, 'show-names');
}

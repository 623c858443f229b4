/** What a circle needs of this mission, as rows: asked of us, nobody goes, to be deleted, to be verified, keys. */

import { isVerified } from '../../../domain/circle/meeting-agenda.ts';
import { mustStepIn } from '../../../domain/circle/observers.ts';
import { type OpenRequest, requestsIn, waitingFor } from '../../../domain/circle/requests.ts';
import type { SharedHearing } from '../../../domain/circle/shared-hearings.ts';
import type { Day, MissionCode } from '../../../domain/ids.ts';
import type { CircleEntry, CircleView } from '../../../log/circle/circle.ts';
import type { KeyState } from '../../../log/circle/contract/keys.ts';
import type { Matching } from '../../../log/circle/contract/matching.ts';

export type CircleNeed = { readonly id: string } & (
  | { readonly what: 'keys'; readonly state: Exclude<KeyState, 'ready'> }
  | { readonly what: 'delete'; readonly row: CircleEntry }
  | { readonly what: 'hearing'; readonly hearing: SharedHearing }
  | { readonly what: 'request'; readonly request: OpenRequest }
  | { readonly what: 'verify'; readonly mission: MissionCode; readonly changed: boolean }
  | { readonly what: 'match'; readonly mission: MissionCode }
  | { readonly what: 'alarm'; readonly mission: MissionCode; readonly alarm: string }
);

/** What could harm stands first: content to delete, hearings nobody goes to, requests; then what keeps the circle sound. */
export function needsOf(
  view: CircleView,
  own: MissionCode,
  today: Day,
  runs: Matching['runs'] = [],
): readonly CircleNeed[] {
  const deletions = view.entries.filter(
    ({ withheld, deletedOn, from, audience }) =>
      deletedOn === undefined &&
      (withheld === 'withdrawn' || withheld === 'retracted') &&
      from !== own &&
      audience.includes(own),
  );
  const hearings = view.hearings.filter(
    ({ alert, observers, state, day }) =>
      alert !== undefined || (state === 'ahead' && day >= today && mustStepIn(observers, own)),
  );
  const requests = waitingFor(requestsIn(view.entries, today), own);
  const missions = view.missions.filter(
    ({ code, connected, removed, pin }) =>
      connected &&
      !removed &&
      code !== own &&
      !isVerified(pin) &&
      // Without keys of our own there is nothing to compare with; a number that changed is told all the same.
      (view.keys !== 'none' || pin === 'broken'),
  );
  return [
    ...deletions.map((row): CircleNeed => ({ id: `delete ${row.entry}`, what: 'delete', row })),
    ...hearings.map((hearing): CircleNeed => ({ id: `hearing ${hearing.entry}`, what: 'hearing', hearing })),
    ...requests.map((request): CircleNeed => ({ id: `request ${request.entry}`, what: 'request', request })),
    ...runs
      .filter(({ state }) => state === 'waits-for-us')
      .map((run): CircleNeed => ({ id: `match ${run.run}`, what: 'match', mission: run.with })),
    ...view.alarms.map(
      ({ mission, what }): CircleNeed => ({
        id: `alarm ${mission} ${what}`,
        what: 'alarm',
        mission,
        alarm: what,
      }),
    ),
    ...(view.keys === 'ready' ? [] : [{ id: 'keys', what: 'keys', state: view.keys } as const]),
    ...missions.map(
      ({ code, pin }): CircleNeed => ({
        id: `verify ${code}`,
        what: 'verify',
        mission: code,
        changed: pin === 'broken',
      }),
    ),
  ];
}

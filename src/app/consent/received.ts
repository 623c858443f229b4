/** Tells who outside our own service had received something, and what only went on within it. */

import { type Audience, isAudience } from '../../domain/consent/need.ts';
import type { MissionCode } from '../../domain/ids.ts';
import type { WithdrawOutcome } from '../../log/log.ts';

export interface ReceivedItem {
  readonly entry: WithdrawOutcome['received'][number]['entry'];
  readonly kind: string;
  readonly at: WithdrawOutcome['received'][number]['at'];
  readonly audiences: readonly Audience[];
}

/**
 * `outside`: towards anybody but us, to be asked to delete it. `sentOn`: from this mission to its ministry. What never
 * left the mission is in neither: its own log keeps it, and nobody has to be asked.
 */
export function whoReceived(
  received: WithdrawOutcome['received'],
  mission: MissionCode,
): { readonly outside: readonly ReceivedItem[]; readonly sentOn: readonly ReceivedItem[] } {
  const isMission = (audience: Audience) => audience === 'embassy' || audience === `mission:${mission}`;
  const only = (kept: (audience: Audience) => boolean): readonly ReceivedItem[] =>
    received.flatMap(({ entry, kind, at, audiences }) => {
      const left = audiences.filter(isAudience).filter(kept);
      return left.length > 0 ? [{ entry, kind, at, audiences: left }] : [];
    });
  return {
    outside: only((audience) => !isMission(audience) && audience !== 'ministry'),
    sentOn: only((audience) => audience === 'ministry'),
  };
}

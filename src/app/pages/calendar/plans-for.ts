/** Finds the steps of ours that lie ahead and are aimed at one appointment. */

import type { EntryId } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import type { View } from '../../../log/log.ts';

type Plans = ReadonlyMap<EntryId, readonly Entry[]>;

const known = new WeakMap<View['entries'], Plans>();

/** Entries that need consent, lie ahead and name this one (a hearing) as what they are for. */
export function plansFor(view: Pick<View, 'entries'>, entry: EntryId): readonly Entry[] {
  const plans = known.get(view.entries) ?? plansIn(view.entries);
  known.set(view.entries, plans);
  return plans.get(entry) ?? [];
}

function plansIn(entries: View['entries']): Plans {
  const plans = new Map<EntryId, readonly Entry[]>();
  for (const [key, ofKind] of entries) {
    const kind = kindByKey(key);
    if (!kind) continue;
    for (const entry of ofKind) {
      if (entry.newer || kind.live(entry.record) !== 'open') continue;
      const need = kind.need(entry.record);
      if (need.kind !== 'consent' || need.tense !== 'ahead' || !need.occasion) continue;
      plans.set(need.occasion, [...(plans.get(need.occasion) ?? []), entry]);
    }
  }
  return plans;
}

/** Organisations that protect people here, as those towards whom somebody may agree: by the code they are listed under. */

import type { Audience } from '../../domain/consent/need.ts';
import { protectionActor } from '../../domain/records/protection-actor.ts';
import type { View } from '../../log/log.ts';

export interface NgoAudience {
  readonly audience: Audience;
  readonly name: string;
  /** Named where it stands already, and not offered anew. */
  readonly isInDoubt: boolean;
}

/** In the order of their names, each once. */
export function ngoAudiences({ entries }: Pick<View, 'entries'>): readonly NgoAudience[] {
  const found = new Map<Audience, NgoAudience>();
  for (const { record } of entries.get(protectionActor.key) ?? []) {
    const { listedAs, organisation, independence } = record;
    if (typeof listedAs !== 'string' || typeof organisation !== 'string') continue;
    const audience: Audience = `ngo:${listedAs}`;
    if (!found.has(audience))
      found.set(audience, { audience, name: organisation, isInDoubt: independence === 'in-doubt' });
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

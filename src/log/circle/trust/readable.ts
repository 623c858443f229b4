/** Which entries a sealing key of ours opens: the list to go through when that key fell into other hands. */

import { type CircleEntryRecord, circleEntry } from '../../../domain/circle/kinds/circle-entry.ts';
import type { EntryId } from '../../../domain/ids.ts';
import { audienceKeyEntry } from '../../../sealing/audience-key.ts';
import { fromBase64url, fromUtf8 } from '../../../sealing/bytes.ts';
import type { Replica } from '../../memory/replica.ts';

/** Of what is in memory, and what was sealed under an audience key that this key opens. */
export function readableWith(circle: Replica, kid: string): readonly EntryId[] {
  const readable = new Map<EntryId, boolean>();
  const opens = (entry: EntryId): boolean => {
    const known = readable.get(entry);
    if (known !== undefined) return known;
    readable.set(entry, false);
    const record = circle.find(entry)?.record as unknown as CircleEntryRecord | undefined;
    const { kids, under } = keysOf(record?.envelope ?? '');
    const does = kids.includes(kid) || (under !== undefined && opens(under));
    readable.set(entry, does);
    return does;
  };
  return circle
    .of(circleEntry.key)
    .map(({ entry }) => entry)
    .filter(opens);
}

interface Outside {
  readonly recipients?: readonly { readonly header?: { readonly kid?: unknown } }[];
  readonly protected?: unknown;
}

/** To whom an envelope is sealed as its outside says; nothing for a text that is none. */
function keysOf(envelope: string): { readonly kids: readonly unknown[]; readonly under?: EntryId } {
  try {
    const outside = JSON.parse(envelope) as Outside;
    const kids = (outside.recipients ?? []).map(({ header }) => header?.kid);
    const { alg, kid } = JSON.parse(fromUtf8(fromBase64url(String(outside.protected)))) as {
      readonly alg?: unknown;
      readonly kid?: unknown;
    };
    return { kids, ...(alg === 'dir' && typeof kid === 'string' ? { under: audienceKeyEntry(kid) } : {}) };
  } catch {
    return { kids: [] };
  }
}

/** Which entries tell of something that we did or mean to do, so that what followed can be laid beside it. */

import type { Entry } from './record-kind.ts';
import { kindByKey } from './registry.ts';

/** A step that needs consent, or one that counts as a measure. */
export function isOwnStep(entry: Entry): boolean {
  const kind = kindByKey(entry.kind);
  if (!kind || kind.system || entry.newer) return false;
  return kind.need(entry.record).kind === 'consent' || kind.measure?.(entry.record) !== undefined;
}

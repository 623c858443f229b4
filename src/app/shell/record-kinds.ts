/** Tells the kinds people log from those the product keeps for itself. */

import { kindByKey } from '../../domain/registry.ts';

/** False also for a kind that only a newer app knows. */
export function isRecordKind(key: string): boolean {
  const kind = kindByKey(key);
  return kind !== undefined && !kind.system;
}

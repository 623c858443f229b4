/** What an entry says about its own life, beside the consent that cleared it: removed as a mistake, or made anonymous. */

import type { Entry } from '../record-kind.ts';

/** Stands in `under` beside what cleared the entry, so that restoring brings back exactly what was there. */
export const REMOVED = 'removed';
/** Stands in `under` alone: which consent cleared the entry would lead back to somebody. */
export const ANONYMISED = 'anonymised';

export function isRemoved(entry: Pick<Entry, 'under'>): boolean {
  return entry.under.includes(REMOVED);
}

export function isAnonymised(entry: Pick<Entry, 'under'>): boolean {
  return entry.under.includes(ANONYMISED);
}

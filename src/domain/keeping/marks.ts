/** What an entry says about its own life, beside the consent that cleared it: removed as a mistake, or made anonymous. */

import type { Entry } from '../record-kind.ts';

/** Stands in `under` beside what cleared the entry, so that restoring brings back exactly what was there. */
export const REMOVED = 'removed';
/** Stands in `under` alone: which consent cleared the entry would lead back to somebody. */
export const ANONYMISED = 'anonymised';
/** Stands beside `anonymised` until nothing else quotes the entry by its id: a run that broke off is taken up again. */
export const STILL_QUOTED = 'still-quoted';

export function isRemoved(entry: Pick<Entry, 'under'>): boolean {
  return entry.under.includes(REMOVED);
}

export function isAnonymised(entry: Pick<Entry, 'under'>): boolean {
  return entry.under.includes(ANONYMISED);
}

export function isStillQuoted(entry: Pick<Entry, 'under'>): boolean {
  return entry.under.includes(STILL_QUOTED);
}

/** What was done without consent on record is told to those it concerned within 3 days of being recorded. */

import { addDays } from '../../ids.ts';
import type { Entry } from '../../record-kind.ts';
import { localNow } from '../../zoned.ts';
import { concernedBy, type Due, type DutySources, dutyId, partOf } from '../sources.ts';

export function toldWithoutConsent(sources: DutySources): readonly Due[] {
  return [...partOf(sources).values()]
    .flat()
    .filter(isWithoutConsent)
    .flatMap((entry) =>
      concernedBy(sources, entry).map((about, place): Due => {
        const recorded = localNow(entry.createdAt, sources.zone).day;
        return {
          id: dutyId(entry.entry, 'told-without-consent', about, place),
          kind: 'told-without-consent',
          about,
          entry: entry.entry,
          due: addDays(recorded, 3),
          step: 'tell',
          values: { day: recorded },
          harmsFrom: 3,
          needsContact: true,
        };
      }),
    );
}

export function isWithoutConsent(entry: Entry): boolean {
  return entry.under.includes('none-on-record');
}

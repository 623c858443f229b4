/** Who was not told that their case is closed is told within 7 days, or as the mission set. */

import { addDays } from '../../ids.ts';
import { caseKind } from '../../records/case.ts';
import { concernedBy, type Due, type DutySources, daysUntilTold, dutyId, entriesOf } from '../sources.ts';

export function closingUntold(sources: DutySources): readonly Due[] {
  return entriesOf(sources, caseKind).flatMap((entry) => {
    const { state, informed, closedOn } = entry.record;
    if (state !== 'closed' || informed !== false || closedOn === undefined) return [];
    return concernedBy(sources, entry)
      .filter((about) => about !== entry.record.about)
      .map(
        (about, place): Due => ({
          // A case closed a second time is told a second time.
          id: `${dutyId(entry.entry, 'closing-untold', about, place)}:${closedOn}`,
          kind: 'closing-untold',
          about,
          entry: entry.entry,
          due: addDays(closedOn, daysUntilTold(sources, false)),
          step: 'tell',
          values: { day: closedOn },
          needsContact: true,
        }),
      );
  });
}

/** Where a step of ours may have brought a threat, that step is looked at again within 3 days of hearing of it. */

import { addDays } from '../../ids.ts';
import { codesOf } from '../../record-kind.ts';
import { isLinked, threatEvent } from '../../records/threat-event.ts';
import { localNow } from '../../zoned.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

const DAYS = 3;

export function reprisalReview(sources: DutySources): readonly Due[] {
  return entriesOf(sources, threatEvent)
    .filter(({ record }) => isLinked(record))
    .map((event): Due => {
      const { day, ourStep } = event.record;
      return {
        id: `${event.entry}:reprisal-review`,
        kind: 'reprisal-review',
        about: codesOf(event.record)[0],
        // The step where it is named, so that one click leads to what is to be looked at.
        entry: ourStep ?? event.entry,
        due: addDays(localNow(event.createdAt, sources.zone).day, DAYS),
        step: 'open',
        values: { day },
        harmsFrom: DAYS,
        needsContact: false,
      };
    });
}

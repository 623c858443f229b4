/** Written reasons of a judgment are asked after from a week before they are due until they arrive. */

import { addDays, type Day } from '../../ids.ts';
import { proceeding } from '../../records/proceeding.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

const DAYS_BEFORE = 7;

export function reasonsDue(sources: DutySources, today: Day): readonly Due[] {
  return entriesOf(sources, proceeding).flatMap((entry) => {
    const { reasonsDue: due, reasonsReceivedOn, about, court } = entry.record;
    if (due === undefined || reasonsReceivedOn !== undefined || due > addDays(today, DAYS_BEFORE)) return [];
    return [
      {
        id: `${entry.entry}:reasons-due:${due}`,
        kind: 'reasons-due',
        about,
        entry: entry.entry,
        due,
        step: 'open',
        values: { day: due, court },
        needsContact: false,
      } satisfies Due,
    ];
  });
}

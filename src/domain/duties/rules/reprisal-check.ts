/** After a step that may bring reprisals, those it concerned are asked twice how they are: after 3 days and after 14. */

import { addDays, type Day } from '../../ids.ts';
import type { Entry } from '../../record-kind.ts';
import { kindByKey } from '../../registry.ts';
import { localNow } from '../../zoned.ts';
import { concernedBy, type Due, type DutySources, dutyId, partOf } from '../sources.ts';

/** Reprisals come at once or once nobody looks any more. */
const FIRST_DAYS = 3;
const SECOND_DAYS = 14;

export function reprisalCheck(sources: DutySources): readonly Due[] {
  return [...partOf(sources)].flatMap(([key, entries]) => {
    const checks = kindByKey(key)?.checksReprisals;
    if (!checks) return [];
    return entries.flatMap((entry) => {
      const day = entry.newer ? undefined : checks(entry.record);
      return day === undefined ? [] : checksAfter(sources, entry, day);
    });
  });
}

function checksAfter(sources: DutySources, entry: Entry, day: Day): readonly Due[] {
  // What was entered long after it happened (an old list) is past both checks.
  const recorded = localNow(entry.createdAt, sources.zone).day;
  if (recorded > addDays(day, SECOND_DAYS)) return [];
  const concerned = concernedBy(sources, entry).filter((code) => code !== undefined);
  return [FIRST_DAYS, SECOND_DAYS].flatMap((days) =>
    concerned.map(
      (about, place): Due => ({
        id: `${dutyId(entry.entry, 'reprisal-check', about, place)}:${days}`,
        kind: 'reprisal-check',
        about,
        entry: entry.entry,
        due: addDays(day, days),
        step: 'open',
        values: { day, days },
        ...(days === FIRST_DAYS ? { harmsFrom: 0 } : {}),
        needsContact: true,
      }),
    ),
  );
}

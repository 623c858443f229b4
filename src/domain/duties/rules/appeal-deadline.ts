/** The last day to appeal is announced 7, 3 and 1 days before, until an appeal is lodged. */

import { type Day, daysBetween } from '../../ids.ts';
import { proceeding } from '../../records/proceeding.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

const FIRST_ALERT_DAYS = 7;
const URGENT_DAYS = 3;

export function appealDeadline(sources: DutySources, today: Day): readonly Due[] {
  return entriesOf(sources, proceeding).flatMap((entry) =>
    (entry.record.defendants ?? []).flatMap((row) => {
      if (row.appealDeadline === undefined || row.appealLodgedOn !== undefined) return [];
      const left = daysBetween(today, row.appealDeadline);
      if (left > FIRST_ALERT_DAYS) return [];
      return [
        {
          id: `${entry.entry}:appeal-deadline:${row.id}`,
          kind: 'appeal-deadline',
          about: row.code,
          entry: entry.entry,
          due: row.appealDeadline,
          step: 'open',
          values: {
            day: row.appealDeadline,
            court: entry.record.court,
            alert: left <= 1 ? 1 : left <= 3 ? 3 : 7,
          },
          harmsFrom: URGENT_DAYS,
          needsContact: false,
        } satisfies Due,
      ];
    }),
  );
}

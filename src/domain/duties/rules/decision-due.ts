/** What was put before the head of the own mission is decided by the day that was asked for, else within 2 days. */

import { addDays } from '../../ids.ts';
import { aboutOf } from '../../record-kind.ts';
import { recordKinds } from '../../registry.ts';
import { localNow } from '../../zoned.ts';
import { type Due, type DutySources, partOf } from '../sources.ts';

const DAYS = 2;

export function decisionDue(sources: DutySources): readonly Due[] {
  return recordKinds.flatMap((kind) =>
    (partOf(sources).get(kind.key) ?? []).flatMap((entry): readonly Due[] => {
      if (entry.newer || !kind.decision?.isDue(entry.record)) return [];
      const put = localNow(entry.at, sources.zone).day;
      const due = kind.decision.decideBy(entry.record) ?? addDays(put, DAYS);
      return [
        {
          // Put before them anew after it was sent back, it is another decision.
          id: `${entry.entry}:decision-due:${due}`,
          kind: 'decision-due',
          about: aboutOf(entry.record),
          entry: entry.entry,
          due,
          step: 'open',
          closesIn: 'entry',
          values: { day: put, what: typeof entry.record.gist === 'string' ? entry.record.gist : '' },
          harmsFrom: 1,
          needsContact: false,
          whoMay: 'approve',
        },
      ];
    }),
  );
}

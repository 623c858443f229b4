/** A hearing nobody is going to is shown from 7 days before; from 3 days before, or entered that late, it is urgent. */

import { addDays, type Day, daysBetween, msOf } from '../../ids.ts';
import type { Entry, RecordIn } from '../../record-kind.ts';
import { hearing } from '../../records/hearing.ts';
import { trialObservation } from '../../records/trial-observation.ts';
import { localNow } from '../../zoned.ts';
import { type Due, type DutySources, entriesBy, entriesOf } from '../sources.ts';

export type HearingEntry = Entry<RecordIn<typeof hearing>>;

const FIRST_ALERT_DAYS = 7;
const URGENT_DAYS = 3;
const LATE_ENTRY_HOURS = 72;

export function hearingWithoutObserver(sources: DutySources): readonly Due[] {
  return entriesOf(sources, hearing).flatMap((entry) => {
    const { start, outcome } = entry.record;
    if (outcome !== undefined) return [];
    const local = localNow(sources.now, start.zone);
    const left = daysBetween(local.day, start.day);
    if (left < 0 || left > FIRST_ALERT_DAYS) return [];
    if (left === 0 && local.time > start.time) return [];
    if (isCovered(sources, entry)) return [];
    return [
      {
        id: `${entry.entry}:hearing-without-observer:${start.day}`,
        kind: 'hearing-without-observer',
        about: entry.record.about,
        entry: entry.entry,
        due: start.day,
        step: 'confirm-observer',
        values: {
          day: start.day,
          time: start.time,
          zone: start.zone,
          court: entry.record.court,
          alert: alertOf(entry, local),
        },
        harmsFrom: URGENT_DAYS,
        // The afternoon before is the last chance to find somebody.
        lastCall: addDays(start.day, -1),
        needsContact: false,
      } satisfies Due,
    ];
  });
}

/** Which alert stands: seven days, three days, entered within 72 hours, or from noon of the day before. */
function alertOf(entry: HearingEntry, local: { readonly day: Day; readonly time: string }): string {
  const { start } = entry.record;
  const left = daysBetween(local.day, start.day);
  if (left === 0 || (left === 1 && local.time >= '12:00')) return 'afternoon-before';
  if (isEnteredLate(entry)) return 'within-72-hours';
  return left <= URGENT_DAYS ? 'three-days' : 'seven-days';
}

/** Entered (a moved hearing is a new one) less than 72 hours before its day begins. */
function isEnteredLate(entry: HearingEntry): boolean {
  const begins = Date.parse(`${entry.record.start.day}T00:00:00Z`);
  return begins - msOf(entry.createdAt) <= LATE_ENTRY_HOURS * 3_600_000;
}

/** Somebody confirmed, or an observation of it is planned. */
export function isCovered(sources: DutySources, entry: HearingEntry): boolean {
  return (
    (entry.record.observers ?? []).some(({ state }) => state === 'confirmed' || state === 'done') ||
    entriesBy(sources, trialObservation, 'hearing').has(entry.entry)
  );
}

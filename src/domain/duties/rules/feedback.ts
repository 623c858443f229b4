/** Every action that was done or refused is told to those it concerned: within 3 days for a critical risk, else within 7, or as the mission set. */

import { addDays, type Day } from '../../ids.ts';
import { codesOf, type Entry } from '../../record-kind.ts';
import { contact } from '../../records/contact.ts';
import { recognition } from '../../records/recognition.ts';
import { recordKinds } from '../../registry.ts';
import { localNow } from '../../zoned.ts';
import {
  concernedBy,
  type Due,
  type DutySources,
  daysUntilTold,
  dutyId,
  entriesOf,
  isCritical,
  partOf,
} from '../sources.ts';
import { isWithoutConsent } from './told-without-consent.ts';

export function feedback(sources: DutySources): readonly Due[] {
  return [
    ...actionsDone(sources),
    ...entriesOf(sources, recognition).filter(({ record }) => record.result === 'not-now'),
    ...entriesOf(sources, contact).filter(({ record }) => record.told?.includes('not-told-yet')),
  ].flatMap((entry) => tell(sources, entry));
}

/**
 * A step that needs consent and lies in the past is something we did, or tried to do and could not; what we will not or
 * cannot do is refused.
 */
function actionsDone(sources: DutySources): readonly Entry[] {
  return recordKinds
    .filter((kind) => !kind.tellsItself)
    .flatMap((kind) =>
      (partOf(sources).get(kind.key) ?? []).filter((entry) => {
        if (entry.newer || isWithoutConsent(entry)) return false;
        if (kind.refused?.(entry.record)) return codesOf(entry.record).length > 0;
        const need = kind.need(entry.record);
        return need.kind === 'consent' && need.tense === 'past';
      }),
    );
}

function tell(sources: DutySources, entry: Entry): readonly Due[] {
  const done = doneOn(entry, sources.zone);
  return concernedBy(sources, entry).map((about, place) => {
    const critical = isCritical(sources, about);
    return {
      id: dutyId(entry.entry, 'feedback', about, place),
      kind: 'feedback',
      about,
      entry: entry.entry,
      due: addDays(done, daysFor(sources, entry, critical)),
      step: 'tell',
      values: { day: done },
      ...(critical ? { harmsFrom: 0 } : {}),
      needsContact: true,
    };
  });
}

/** Who is at critical risk and asked for something hears from us within a day. */
function daysFor(sources: DutySources, { kind }: Entry, critical: boolean): number {
  return critical && kind === contact.key ? 1 : daysUntilTold(sources, critical);
}

/** A refusal may speak of a day that lies ahead: then the day on which it was written counts. */
function doneOn({ record, createdAt, at }: Entry, zone: string): Day {
  if (typeof record.day !== 'string') return localNow(createdAt, zone).day;
  const written = localNow(at, zone).day;
  return record.day < written ? (record.day as Day) : written;
}

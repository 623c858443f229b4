/** What a visit needs the gate to clear: for whoever gives leave, for the place, and for whoever reads the report. */

import { type Audience, type Need, noNeed } from '../consent/need.ts';
import { codesOf } from '../record-kind.ts';
import type { PrisonVisit } from './prison-visit.ts';

type Step = { readonly step?: unknown; readonly type?: unknown; readonly askedOn?: unknown };

/** Whether somebody outside has learnt of it by what this says. */
export function isTold({ step, type, askedOn }: Step): boolean {
  if (step === undefined || step === 'planned') return false;
  if (type === 'family') return step === 'done';
  // A visit at home may need nobody's leave.
  return step !== 'cancelled' || askedOn !== undefined;
}

/** Guarded places are asked for: whoever gives leave learns the name, and so does the place. */
function audiencesOf(record: PrisonVisit): readonly Audience[] {
  if (record.type === 'family' || record.step === 'planned') return ['embassy'];
  if (record.askedOn === undefined && (record.type === 'house-arrest' || record.step === 'cancelled'))
    return ['embassy'];
  return [
    'host-authority',
    ...(record.type === 'house-arrest' ? [] : (['prison'] as const)),
    ...(record.askedTo === 'judge' ? (['court'] as const) : []),
  ];
}

type Report = NonNullable<PrisonVisit['reportTo']>[number];

/** Who learns of it from a report, for the gate; `their-side` is nobody further, undefined where it is not said. */
export function readerOf({ reader, mission, ngo }: Report): Audience | 'their-side' | undefined {
  if (reader === 'capital') return 'ministry';
  if (reader === 'other-mission') return mission ? `mission:${mission}` : undefined;
  if (reader === 'ngo') return ngo ? `ngo:${ngo}` : undefined;
  return reader;
}

export function visitNeed(record: PrisonVisit): Need {
  if (record.step === 'cancelled' && record.askedOn === undefined) return noNeed;
  const reports = record.reportTo ?? [];
  const readers = reports.map(readerOf).filter((each) => each !== undefined && each !== 'their-side');
  const audiences = [...new Set([...audiencesOf(record), ...readers])];
  // A report without a day is still to be sent.
  const isToSend = reports.some((row) => row.on === undefined && readerOf(row) !== 'their-side');
  return {
    kind: 'consent',
    action: record.type === 'family' ? 'quiet-contact' : 'prison',
    audiences,
    identity: audiences.some((audience) => audience !== 'embassy') ? 'full-name' : 'none',
    categories: [],
    persons: codesOf(record),
    basis: 'consent',
    tense: record.step === 'planned' || record.step === 'asked' || isToSend ? 'ahead' : 'past',
  };
}

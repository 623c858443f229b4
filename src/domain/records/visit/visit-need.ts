/** What a visit needs the gate to clear: for whoever gives leave, for the place, and for whoever reads the report. */

import type { SharingRules } from '../../circle/sharing-rules.ts';
import { categoriesIn } from '../../circle/told-categories.ts';
import { type Audience, type Need, noNeed, type ToldMore } from '../../consent/need.ts';
import { codesOf } from '../../record-kind.ts';
import { categoriesOfPlace } from '../vocabulary.ts';
import type { PrisonVisit } from './prison-visit-fields.ts';

/** What the answers of a visit tell to whoever reads them: the missions it is shared with, the readers of its report. */
export const visitTells: NonNullable<SharingRules<PrisonVisit>['categories']> = {
  '*': ({ type }) => categoriesOfPlace(type),
  urgentHealth: 'health',
  illTreatment: 'health',
  healthNeed: 'health',
  medicine: 'health',
  doctorCame: 'health',
  disability: 'health',
  hungerStrikeDay: 'health',
  treatment: { 'health-care': 'health', 'books-religion': 'religion' },
  followUps: { medicine: 'health', family: 'family' },
};

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

/** A report tells what the visit holds, unless somebody said that it leaves that out. */
function toldByReports(record: PrisonVisit): readonly ToldMore[] {
  const reports = record.reportTo ?? [];
  const held = reports.length === 0 ? [] : categoriesIn(visitTells, record, Object.keys(record));
  return reports.flatMap((row) => {
    const to = readerOf(row);
    const categories = held.filter((one) => !row.leavesOut?.some((left) => left === one));
    return to === undefined || to === 'their-side' || categories.length === 0 ? [] : [{ to, categories }];
  });
}

export function visitNeed(record: PrisonVisit): Need {
  if (record.step === 'cancelled' && record.askedOn === undefined) return noNeed;
  const reports = record.reportTo ?? [];
  const readers = reports.map(readerOf).filter((each) => each !== undefined && each !== 'their-side');
  const audiences = [...new Set([...audiencesOf(record), ...readers])];
  const more = toldByReports(record);
  // A report without a day is still to be sent.
  const isToSend = reports.some((row) => row.on === undefined && readerOf(row) !== 'their-side');
  return {
    kind: 'consent',
    action: record.type === 'family' ? 'quiet-contact' : 'prison',
    audiences,
    identity: audiences.some((audience) => audience !== 'embassy') ? 'full-name' : 'none',
    categories: [],
    ...(more.length > 0 ? { more } : {}),
    persons: codesOf(record),
    basis: 'consent',
    tense: record.step === 'planned' || record.step === 'asked' || isToSend ? 'ahead' : 'past',
  };
}

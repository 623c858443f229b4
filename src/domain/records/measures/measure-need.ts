/** The consent that a measure needs, by whom it names and who learns of it. */

import {
  type Audience,
  type ConsentAction,
  type DataCategory,
  type Need,
  noNeed,
} from '../../consent/need.ts';
import { type AnyRecord, codesOf } from '../../record-kind.ts';
import { speaksOfNobody } from '../rule.ts';
import type { MeasureRecord } from './measure-fields.ts';

/** It came to nothing, so nobody outside learns of it. */
export function isGivenUp({ step }: { readonly step?: unknown }): boolean {
  return step === 'not-possible' || step === 'declined' || step === 'halted';
}

/**
 * The consent that a measure needs. Whom it names decides, not what it says it is about: only a measure that names
 * nobody at all, because it is about a situation, needs none. An identity that was not chosen counts as the full name.
 * The capital learns of it by our report, and by that what the measure itself tells.
 */
export function needOfMeasure(
  record: MeasureRecord,
  action: ConsentAction,
  addressed: readonly Audience[],
  itselfTells: readonly DataCategory[] = [],
): Need {
  if (isGivenUp(record)) return noNeed;
  if (record.subject !== 'defender' && speaksOfNobody(record)) return noNeed;
  const isReported = record.reportedOn !== undefined;
  const audiences = new Set([
    ...addressed,
    ...missionsTold(record),
    ...(isReported ? (['ministry'] as const) : []),
  ]);
  const stays = [...audiences].every((audience) => audience === 'embassy');
  return {
    kind: 'consent',
    action,
    audiences: [...audiences],
    identity: record.identity ?? (stays ? 'none' : 'full-name'),
    categories: record.categories ?? [],
    ...(isReported && itselfTells.length > 0 ? { more: [{ to: 'ministry', categories: itselfTells }] } : {}),
    persons: codesOf(record),
    basis: 'consent',
    ...(record.proceeding ? { proceeding: record.proceeding } : {}),
    tense: record.step === 'sent' ? 'past' : 'ahead',
  };
}

/** About a situation, a law, an anniversary, with nobody linked to it. */
export function namesNobody(record: AnyRecord): boolean {
  return record.subject !== undefined && record.subject !== 'defender' && speaksOfNobody(record);
}

/** Missions that lead or join learn whom it is for; one that does not join was only asked whether it would. */
function missionsTold({ missions = [] }: MeasureRecord): readonly Audience[] {
  return missions.flatMap(({ mission, part }) =>
    part === 'not-joining' ? [] : [`mission:${mission}` as const],
  );
}

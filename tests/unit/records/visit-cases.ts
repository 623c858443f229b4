/** Visits in short, as they are asked for, answered and carried out; everybody is invented. */

import type { Day } from '../../../src/domain/ids.ts';
import { type AnyKind, type AnyRecord, checkRecord } from '../../../src/domain/record-kind.ts';
import { prisonVisit } from '../../../src/domain/records/visit/prison-visit.ts';
import type { PrisonVisit } from '../../../src/domain/records/visit/prison-visit-fields.ts';
import { oskel } from '../consent/consent-cases.ts';

export const today = '2026-11-20' as Day;

export function visit(more: AnyRecord = {}): AnyRecord {
  return { about: oskel, type: 'prison', facility: 'Oskel Colony', step: 'planned', ...more };
}
export function sound(kind: AnyKind, raw: AnyRecord): AnyRecord {
  const checked = checkRecord(kind, raw, today);
  if (!checked.ok) throw new TypeError(JSON.stringify(checked.problems));
  return checked.record;
}
export const kept = (more: AnyRecord = {}) => sound(prisonVisit as AnyKind, visit(more)) as PrisonVisit;
export const asked = (askedOn: string, more: AnyRecord = {}) =>
  kept({ step: 'asked', askedOn, askedTo: 'prison-administration', ...more });
export const answered = (answer: string, more: AnyRecord = {}) =>
  asked('2026-11-01', { step: 'answered', answer, answeredOn: '2026-11-09', ...more });
export function broken(raw: AnyRecord): readonly string[] {
  const checked = checkRecord(prisonVisit, raw, today);
  if (checked.ok) return [];
  return Object.values(checked.problems).flatMap((all) => all.map(({ values }) => String(values?.rule)));
}

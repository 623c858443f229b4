/** What does not apply to a visit as far as it is told, and is therefore neither shown nor kept. */

import type { AnyRecord } from '../../record-kind.ts';
import { type prisonVisitFields, sensitive } from './prison-visit-fields.ts';
import { isTold } from './visit-need.ts';

const duringVisit = [
  'withinHearing',
  'visitors',
  'interpreter',
  'minutes',
  'announced',
  'urgentHealth',
  'parcel',
  'letter',
  'notesAllowed',
  'talk',
  'treatment',
  'capacity',
  'held',
  'cooperation',
  'followUps',
  'reportTo',
] as const;
const inRequest = [
  'askedOn',
  'askedTo',
  'askedBy',
  'ourReference',
  'theirReference',
  'requestedFor',
  'proposed',
  'legalBasis',
  'whoseNational',
  'through',
] as const;
const inAnswer = ['answer', 'answeredOn', 'ground', 'conditions'] as const;

export function hiddenIn(draft: AnyRecord): readonly (keyof typeof prisonVisitFields)[] {
  const happened = draft.step === 'done';
  const overheard =
    (draft.talk !== 'private' && draft.talk !== 'in-sight') ||
    (Array.isArray(draft.withinHearing) && draft.withinHearing.length > 0);
  const home = draft.type === 'family';
  const refusal = draft.answer === 'refused' || draft.answer === 'cancelled-at-gate';
  return [
    ...(home ? [...inRequest, ...inAnswer] : []),
    ...(!home && (draft.step === 'planned' || draft.step === 'asked') ? inAnswer : []),
    ...(!home && draft.step !== 'planned' && draft.step !== 'asked' && !refusal ? (['ground'] as const) : []),
    ...(happened ? [] : duringVisit),
    // Where staff can hear, the questions are not asked at all; what was typed before is not kept.
    ...(happened && !overheard ? [] : sensitive),
    ...(isTold(draft) ? [] : (['withoutConsentWhy'] as const)),
  ];
}

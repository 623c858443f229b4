/** A visit to somebody held, under house arrest, or to their family: from the request to the reprisal check, in one record. */

import { addDays, type Code, type Day, type EntryId, type MissionCode } from '../../ids.ts';
import type { Caution } from '../../kind-hooks.ts';
import { placeIn } from '../../place-words.ts';
import { defineRecordKind, type RecordIn } from '../../record-kind.ts';
import { daysFor, type OwnDays } from '../../usual-days.ts';
import { visitAttendance } from '../attendance.ts';
import { futureIn, isFuture, problemsOf, speaksOfNobody } from '../rule.ts';
import {
  type PrisonVisit,
  prisonVisitFields,
  prisonVisitSections,
  sensitive,
} from './prison-visit-fields.ts';
import { hiddenIn } from './visit-hidden.ts';
import { readerOf, visitNeed, visitTells } from './visit-need.ts';
import type { VisitAnswer } from './visit-vocabulary.ts';

/** More consecutive days alone than this are prolonged solitary confinement (rules 43 and 44). */
const PROLONGED_DAYS = 15;

export const prisonVisit = defineRecordKind({
  key: 'prison-visit',
  list: 'PrisonVisits',
  schema: 1,
  fields: prisonVisitFields,
  sections: prisonVisitSections,
  table: ['askedOn', 'about', 'type', 'facility', 'step', 'answer', 'visitOn'],
  glance: 'visit-wait',
  summary: (record, words) =>
    [
      record.facility ? placeIn(record.facility, words) : words.text(`choices.visit-types.${record.type}`),
      words.text(`choices.visit-steps.${record.step}`),
      record.step === 'answered' && record.answer && words.text(`choices.visit-answers.${record.answer}`),
    ]
      .filter(Boolean)
      .join(' · '),
  sharing: {
    coarse: 'visit',
    words: ['facility', 'conditions', 'healthNeed'],
    categories: visitTells,
  },
  day: (record) => record.visitOn ?? record.answeredOn ?? record.askedOn ?? record.requestedFor,
  live: (record) => (isGoingOn(record) ? 'open' : lastDay(record)),
  need: visitNeed,
  hides: hiddenIn,
  needs: (draft) => [
    ...(draft.step === 'asked' ? (['askedOn', 'askedTo'] as const) : []),
    ...(draft.step === 'answered' ? (['answer', 'answeredOn'] as const) : []),
    ...(draft.answer === 'refused' ? (['ground'] as const) : []),
    ...(draft.step === 'done' ? (['visitOn', 'talk'] as const) : []),
  ],
  ruleNames: [
    'somebody',
    'asked-needs-day',
    'asked-needs-whom',
    'answered-needs-answer',
    'answered-needs-day',
    'refused-needs-ground',
    'done-needs-day',
    'done-needs-talk',
    'already-happened',
    'answer-is-later',
    'report-needs-reader',
  ],
  rules: (record, today) =>
    problemsOf([
      [speaksOfNobody(record), 'about', 'somebody'],
      [record.step === 'asked' && record.askedOn === undefined, 'askedOn', 'asked-needs-day'],
      [record.step === 'asked' && record.askedTo === undefined, 'askedTo', 'asked-needs-whom'],
      [record.step === 'answered' && record.answer === undefined, 'answer', 'answered-needs-answer'],
      [record.step === 'answered' && record.answeredOn === undefined, 'answeredOn', 'answered-needs-day'],
      [record.answer === 'refused' && record.ground === undefined, 'ground', 'refused-needs-ground'],
      [record.step === 'done' && record.visitOn === undefined, 'visitOn', 'done-needs-day'],
      [record.step === 'done' && record.talk === undefined, 'talk', 'done-needs-talk'],
      [isFuture(record.askedOn, today), 'askedOn', 'already-happened'],
      [isFuture(record.answeredOn, today), 'answeredOn', 'already-happened'],
      [record.step === 'done' && isFuture(record.visitOn, today), 'visitOn', 'already-happened'],
      [
        record.askedOn !== undefined && record.answeredOn !== undefined && record.answeredOn < record.askedOn,
        'answeredOn',
        'answer-is-later',
      ],
      [
        record.reportTo?.some((row) => readerOf(row) === undefined) ?? false,
        'reportTo',
        'report-needs-reader',
      ],
      [futureIn(record.reportTo, ['on'], today), 'reportTo', 'already-happened'],
    ]),
  cautionNames: ['no-treaty-right', 'consular-case', 'staff-hear', 'prolonged-isolation', 'refer-to-doctor'],
  cautions: (record): readonly Caution[] => {
    const ours = record.whoseNational === 'ours' || record.whoseNational === 'dual';
    const found: readonly (readonly [boolean, Caution])[] = [
      [ours, { field: 'whoseNational', name: 'consular-case' }],
      [
        !ours && record.legalBasis?.includes('consular-convention') === true,
        { field: 'legalBasis', name: 'no-treaty-right' },
      ],
      [
        record.step === 'done' && (record.talk === 'staff-hear' || record.talk === 'glass-or-phone'),
        { field: 'talk', name: 'staff-hear' },
      ],
      [(record.isolationDays ?? 0) > PROLONGED_DAYS, { field: 'isolationDays', name: 'prolonged-isolation' }],
      [
        record.illTreatment === 'alleged' || record.illTreatment === 'visible-signs',
        { field: 'illTreatment', name: 'refer-to-doctor' },
      ],
    ];
    return found.flatMap(([is, caution]) => (is ? [caution] : []));
  },
  calendar: (record) =>
    record.visitOn && isGoingOn(record)
      ? [
          {
            day: record.visitOn,
            word: 'visit',
            appointment: true,
            ...(record.facility ? { place: record.facility } : {}),
          },
        ]
      : record.visitOn && record.step === 'done'
        ? [{ day: record.visitOn, word: 'visited' }]
        : [],
  attends: (record) => (record.visitors ?? record.proposed ?? []).flatMap(({ who }) => (who ? [who] : [])),
  blankSheet: {
    open: [
      'visitOn',
      'talk',
      'withinHearing',
      'minutes',
      'notesAllowed',
      'urgentHealth',
      'parcel',
      'letter',
      'treatment',
      'followUps',
    ],
    inPrivate: sensitive,
  },
  asksOthers: (record) =>
    isGoingOn(record) ? { asks: 'visit', ...(record.visitOn ? { by: record.visitOn } : {}) } : undefined,
  attendance: (known, today, own) => visitAttendance(known, today, daysFor('no-reply', own)),
  measure: (record) => (record.step === 'done' ? measureOf(record) : undefined),
  bringsNews: (record) => (record.step === 'done' && record.talk !== 'not-met' ? record.visitOn : undefined),
  checksReprisals: (record) =>
    record.step === 'done' && record.talk !== 'not-met' ? record.visitOn : undefined,
  next: (record, id) => {
    const failed = record.step === 'answered' && record.answer !== undefined && !isGranted(record.answer);
    if (record.step !== 'done' && record.step !== 'not-met' && !failed) return [];
    const same = {
      ...(record.about ? { about: record.about } : {}),
      ...(record.named ? { named: record.named } : {}),
    };
    const again = {
      kind: 'prison-visit',
      draft: {
        ...same,
        type: record.type,
        ...(record.facility ? { facility: record.facility } : {}),
        previous: id,
        step: 'planned',
      },
    };
    return record.step === 'done' ? [again] : [again, { kind: 'demarche', draft: same }];
  },
});

/** Invented, valid, complete. @public */
export const prisonVisitExample: RecordIn<typeof prisonVisit> = {
  about: '2GW9KRPCZ' as Code,
  named: ['9BGPNH00W' as Code],
  type: 'remand-centre',
  facility: 'Meren Remand Centre No. 2',
  step: 'done',
  visitOn: '2026-11-12' as Day,
  askedOn: '2026-10-20' as Day,
  askedTo: 'prison-administration',
  askedBy: 'note-verbale',
  ourReference: 'NV 212/2026',
  theirReference: 'MR-88-14',
  requestedFor: '2026-11-05' as Day,
  proposed: [{ id: 'p1', mission: 'aldermark' as MissionCode }],
  legalBasis: ['courtesy', 'un-rule'],
  whoseNational: 'not-ours',
  through: 'none',
  answer: 'with-conditions',
  answeredOn: '2026-11-02' as Day,
  conditions: 'Half an hour, no notes',
  visitors: [
    {
      id: 'v1',
      mission: 'aldermark' as MissionCode,
      who: {
        objectId: '00000000-0000-4000-8000-000000000102',
        tenantId: '00000000-0000-4000-8000-000000000001',
        name: 'Deputy, Aldermark',
      },
      role: 'diplomat',
    },
  ],
  interpreter: false,
  minutes: 30,
  announced: true,
  talk: 'in-sight',
  parcel: 'accepted',
  letter: 'not-tried',
  notesAllowed: false,
  urgentHealth: true,
  consentAsked: true,
  consentResult: 'same',
  illTreatment: 'none',
  healthNeed: 'Needs tablets that ran out a week ago',
  medicine: 'partly',
  doctorCame: false,
  disability: false,
  hungerStrikeDay: 2,
  isolationDays: 16,
  reprisalRisk: 'feared',
  treatment: {
    'health-care': { answer: 'concern', note: 'The doctor comes once a month', basis: 'reported' },
    food: { answer: 'ok', basis: 'reported' },
    exercise: { answer: 'not-seen' },
  },
  capacity: 400,
  held: 520,
  cooperation: 'formal',
  followUps: ['medicine', 'new-visit'],
  reportTo: [
    { id: 'r1', to: 'Their lawyer', reader: 'their-side', on: '2026-11-13' as Day },
    {
      id: 'r2',
      to: 'Human rights desk',
      reader: 'capital',
      leavesOut: ['health', 'religion'],
      on: '2026-11-14' as Day,
    },
  ],
  previous: '01HZX3K8Q2W7V5R4T9N6M1C0BH' as EntryId,
  registryNumber: 'MER-2026-140',
  note: 'Asked for the same books again.',
};

function measureOf({ type }: PrisonVisit): string {
  if (type === 'family') return 'family-visit';
  return type === 'house-arrest' ? 'house-arrest-visit' : 'prison-visit';
}

export function isGranted(answer: VisitAnswer): boolean {
  return answer === 'granted' || answer === 'with-conditions';
}

function isGoingOn({ step, answer }: PrisonVisit): boolean {
  if (step === 'answered') return answer !== undefined && isGranted(answer);
  return step === 'planned' || step === 'asked';
}

function lastDay(record: PrisonVisit): Day {
  const days = [record.visitOn, record.answeredOn, record.askedOn, record.requestedFor].filter(
    (day) => day !== undefined,
  );
  return days.sort().at(-1) ?? ('2000-01-01' as Day);
}

/** The day from which a request that waits counts as not answered. */
export function noReplyFrom(askedOn: Day, own: OwnDays | undefined): Day {
  return addDays(askedOn, daysFor('no-reply', own));
}

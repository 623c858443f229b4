/**
 * A visa asked for one person or a whole family: who decides, how far it is, each applicant's decision, that they were
 * told why, and what follows the journey. What it needs of consent is said in `visa-need.ts`.
 */

import type { Code, Day, MissionCode } from '../../ids.ts';
import { type AnyRecord, defineRecordKind, type RecordIn } from '../../record-kind.ts';
import { latest } from '../rule.ts';
import { areAllDecided, clockFacts, firstEnd, isLodged, stillApplying } from './visa-bundle.ts';
import { visaMarks } from './visa-clock.ts';
import { rowsIn, visaNeed } from './visa-need.ts';
import { visaFields } from './visa-request-fields.ts';
import { visaRequestRuleNames, visaRequestRules } from './visa-request-rules.ts';

const letter = ['letterTo', 'letterMission', 'letterVersion', 'letterOn'] as const;
const told = [
  'toldOn',
  'toldHow',
  'toldLanguage',
  'otherOptions',
  'notToldWhy',
  'notToldOn',
  'notToldReview',
  'closedOn',
] as const;
const afterTravel = [
  'arrivedOn',
  'plan',
  'returnCheckedOn',
  'handOverTo',
  'handOverService',
  'handOverAcceptedOn',
  'refoulement',
] as const;

const askedUrgencies = {
  '24-hours': '24-h',
  '72-hours': '72-h',
  '15-days': '15-days',
  routine: 'routine',
} as const;

/** The last decision once everybody has one; of a bundle closed without them, the day it was closed. */
function lastDecision(record: AnyRecord): Day | undefined {
  const decided = rowsIn(record).map((row) => row.decidedOn as Day | undefined);
  const days = decided.filter((day) => day !== undefined).sort();
  if (days.length > 0 && days.length === decided.length) return days.at(-1);
  return record.closedOn as Day | undefined;
}

export const visaRequest = defineRecordKind({
  key: 'visa-request',
  list: 'VisaRequests',
  schema: 1,
  fields: visaFields,
  sections: {
    main: ['about', 'day', 'visaKind', 'urgency', 'applicants', 'stage'],
    asked: ['reason', 'entries', 'wantedFrom', 'wantedUntil', 'stayDays'],
    course: [
      'decidedBy',
      'representedBy',
      'lodgeDirectly',
      'legalStay',
      'priorConsultation',
      'obstacles',
      'appointmentOn',
      'lodgedOn',
      'admissibleOn',
      'extendedOn',
    ],
    letter: ['letterState', ...letter],
    told: [...told],
    after: [...afterTravel],
    file: ['named', 'withoutConsentWhy', 'registryNumber', 'note'],
  },
  table: ['day', 'about', 'visaKind', 'urgency', 'stage'],
  summary: (record, words) => {
    const number = record.applicants.length;
    return [
      words.text(`choices.visa-kinds.${record.visaKind}`),
      words.text(number === 1 ? 'choices.visa-bundles.one' : 'choices.visa-bundles.several', { number }),
      words.text(`choices.visa-stages.${record.stage}`),
    ].join(' · ');
  },
  sharing: {
    coarse: 'visa',
    words: ['handOverService'],
    categories: {
      '*': 'immigration',
      applicants: { spouse: 'family', child: 'family', dependant: 'family', minor: 'family' },
      reason: { medical: 'health', 'family-unity': 'family' },
    },
  },
  day: (record) => record.day,
  live: (record) => {
    // Whoever could not be told why is thought of again, closed or not.
    if (!record.closedOn || record.notToldReview) return 'open';
    const open = record.returnCheckedOn || record.handOverAcceptedOn ? [] : record.applicants;
    return latest(record.closedOn, ...open.flatMap((row) => [row.visaEnds, row.appealUntil]));
  },
  // Passports and families: not a day longer than the decision may be questioned.
  retention: { from: 'decision', months: 12, since: lastDecision },
  need: visaNeed,
  starts: (today) => ({ day: today, stage: 'asked', entries: 'multiple' }),
  hides: (draft) => {
    const people = rowsIn(draft);
    const lodged = isLodged(draft.stage);
    return [
      // Who applies stands in the rows; the codes follow from them.
      'named',
      ...(draft.decidedBy === 'representing-state' ? [] : (['representedBy'] as const)),
      ...(lodged ? [] : (['lodgedOn', 'withoutConsentWhy'] as const)),
      ...(lodged && draft.stage !== 'lodged' ? [] : (['admissibleOn', 'extendedOn'] as const)),
      ...(draft.letterState === 'planned' || draft.letterState === 'sent' ? [] : letter),
      ...(draft.letterState === 'planned' ? (['letterOn'] as const) : []),
      ...(draft.letterTo === 'other-mission' ? [] : (['letterMission'] as const)),
      ...(people.some(({ decision }) => decision !== undefined) ? [] : told),
      ...(draft.toldOn === undefined ? [] : (['notToldWhy', 'notToldOn', 'notToldReview'] as const)),
      ...(people.some(({ decision }) => decision === 'issued') ? [] : afterTravel),
    ];
  },
  needs: (draft) => [
    ...(draft.decidedBy === 'representing-state' ? (['representedBy'] as const) : []),
    ...(isLodged(draft.stage) ? (['lodgedOn'] as const) : []),
    ...(isLodged(draft.stage) && draft.stage !== 'lodged' ? (['admissibleOn'] as const) : []),
    ...(draft.toldOn === undefined ? [] : (['toldHow', 'toldLanguage'] as const)),
    ...(draft.notToldWhy === undefined ? [] : (['notToldOn', 'notToldReview'] as const)),
  ],
  follows: (record) => {
    const others = new Set(record.applicants.map((row) => row.code).filter((each) => each !== record.about));
    return others.size > 0 ? { named: [...others].sort() } : {};
  },
  without: (record, isOut) => ({
    ...record,
    applicants: rowsIn(record).filter((row) => !isOut(row.code as Code)),
  }),
  asksOthers: (record) =>
    record.closedOn || areAllDecided(record.applicants)
      ? undefined
      : {
          asks: 'visa',
          urgency: askedUrgencies[record.urgency],
          people: stillApplying(record.applicants).length,
          ...(record.wantedFrom ? { by: record.wantedFrom } : {}),
        },
  tellsItself: true,
  part: 'visa-desk',
  ruleNames: visaRequestRuleNames,
  rules: visaRequestRules,
  calendar: (record) => {
    const open = record.closedOn === undefined && !record.applicants.every(({ decision }) => decision);
    const end = firstEnd(record.applicants);
    const first = record.extendedOn ? 'day-45' : 'day-15';
    return [
      ...(record.appointmentOn && !isLodged(record.stage)
        ? [{ day: record.appointmentOn, word: 'appointment' }]
        : []),
      ...(open
        ? visaMarks(clockFacts(record))
            .filter(({ name }) => name === first)
            .map((mark) => ({ day: mark.day, word: mark.name }))
        : []),
      ...record.applicants.flatMap((row) =>
        row.appealUntil ? [{ day: row.appealUntil, word: 'appeal-until' }] : [],
      ),
      ...(end && !record.returnCheckedOn ? [{ day: end.day, word: 'visa-ends' }] : []),
    ];
  },
  measure: (record) => {
    if (!isLodged(record.stage)) return undefined;
    return record.visaKind === 'asylum-or-resettlement' ? 'asylum-route' : 'visa';
  },
});

/** Invented, valid, complete. @public */
export const visaRequestExample: RecordIn<typeof visaRequest> = {
  about: '9BGPNH00W' as Code,
  named: ['2GW9KRPCZ' as Code, 'GSCP57DRW' as Code],
  day: '2026-09-01' as Day,
  visaKind: 'schengen-uniform',
  urgency: '15-days',
  applicants: [
    {
      id: 'a1',
      code: '9BGPNH00W' as Code,
      role: 'defender',
      applies: 'own',
      entries: 'multiple',
      document: 'valid',
      state: 'lodged',
      decision: 'issued',
      decidedOn: '2026-10-12' as Day,
      visaEnds: '2027-04-12' as Day,
    },
    {
      id: 'a2',
      code: '2GW9KRPCZ' as Code,
      role: 'spouse',
      applies: 'own',
      visaKind: 'schengen-ltv',
      document: 'alien-passport',
      decision: 'refused',
      decidedOn: '2026-10-14' as Day,
      grounds: ['means-not-shown', 'return-in-doubt'],
      appealUntil: '2026-11-14' as Day,
      appealNote: 'Administrative court of Aldermark, in writing, no lawyer needed',
    },
    {
      id: 'a3',
      code: 'GSCP57DRW' as Code,
      role: 'child',
      applies: 'guardian',
      document: 'seized',
      minor: true,
      otherParent: 'agreed-in-writing',
      missing: ['travel-document'],
      state: 'not-applying',
    },
  ],
  stage: 'decided',
  reason: 'family-unity',
  entries: 'multiple',
  wantedFrom: '2026-10-15' as Day,
  wantedUntil: '2027-04-15' as Day,
  stayDays: 90,
  decidedBy: 'representing-state',
  representedBy: 'brenland' as MissionCode,
  lodgeDirectly: true,
  legalStay: 'host-country',
  priorConsultation: 'other-states',
  obstacles: ['no-passport', 'appointment'],
  appointmentOn: '2026-09-10' as Day,
  lodgedOn: '2026-09-10' as Day,
  admissibleOn: '2026-09-12' as Day,
  extendedOn: '2026-09-25' as Day,
  letterState: 'sent',
  letterTo: 'other-mission',
  letterMission: 'brenland' as MissionCode,
  letterVersion: 'Second version, 9 September',
  letterOn: '2026-09-09' as Day,
  toldOn: '2026-10-15' as Day,
  toldHow: 'in-person',
  toldLanguage: 'Varosian, sworn interpreter',
  otherOptions: ['appeal', 'apply-again'],
  closedOn: '2026-10-16' as Day,
  arrivedOn: '2026-10-20' as Day,
  plan: 'safe-return',
  returnCheckedOn: '2026-11-18' as Day,
  handOverTo: 'safe-haven',
  handOverService: 'Housing and schooling for three months',
  handOverAcceptedOn: '2026-10-22' as Day,
  refoulement: 'No return against their will while the trial is open.',
  registryNumber: 'MER-2026-088',
  note: 'The younger child stays with an aunt until the passport is back.',
};

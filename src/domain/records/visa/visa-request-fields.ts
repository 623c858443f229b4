/** The fields of a visa request: who applies, how far it is, what they were told, and what follows the journey. */

import { choice, choices, code } from '../../fields/choice.ts';
import { optional } from '../../fields/define-field.ts';
import { number, yesNo } from '../../fields/number.ts';
import { defender, defenders, mission } from '../../fields/reference.ts';
import { rows } from '../../fields/rows.ts';
import { note, text } from '../../fields/text.ts';
import { day } from '../../fields/time.ts';
import type { RecordOf } from '../../record-kind.ts';
import { channels } from '../vocabulary.ts';
import {
  applicantRoles,
  applicationVoices,
  otherParentAnswers,
  refusalGrounds,
  travelDocuments,
  visaDeciders,
  visaDecisions,
  visaDocuments,
  visaEntries,
  visaKinds,
  visaStages,
  visaUrgencies,
} from './visa-vocabulary.ts';

export const visaFields = {
  about: defender({ indexed: true }),
  named: optional(defenders()),
  day: day({ indexed: true }),
  visaKind: choice('visa-kinds', visaKinds, { indexed: true }),
  urgency: choice('visa-urgencies', visaUrgencies, { noDefaultInMerge: true }),
  applicants: rows(
    {
      code: defender({ units: ['individual', 'family-member', 'colleague'] }),
      role: choice('applicant-roles', applicantRoles),
      applies: choice('application-voices', applicationVoices),
      visaKind: optional(choice('visa-kinds', visaKinds)),
      entries: optional(choice('visa-entries', visaEntries)),
      document: optional(choice('travel-documents', travelDocuments)),
      minor: optional(yesNo()),
      otherParent: optional(choice('other-parent-answers', otherParentAnswers)),
      missing: optional(choices('visa-documents', visaDocuments)),
      state: optional(choice('applicant-states', ['preparing', 'complete', 'lodged', 'not-applying'])),
      decision: optional(choice('visa-decisions', visaDecisions)),
      decidedOn: optional(day()),
      grounds: optional(choices('refusal-grounds', refusalGrounds)),
      appealUntil: optional(day()),
      appealNote: optional(text({ noNames: true })),
      visaEnds: optional(day()),
    },
    {
      hides: (row) => [
        ...(row.minor === true ? [] : ['otherParent']),
        ...(row.decision === undefined ? ['decidedOn'] : []),
        ...(row.decision === 'refused' ? [] : ['grounds', 'appealUntil', 'appealNote']),
        ...(row.decision === 'issued' ? [] : ['visaEnds']),
      ],
    },
  ),
  stage: choice('visa-stages', visaStages, { indexed: true, noDefaultInMerge: true }),
  reason: optional(
    choice('visa-reasons', [
      'immediate-danger',
      'rest',
      'medical',
      'hearing-abroad',
      'award-or-event',
      'family-unity',
      'shelter-city',
      'study',
      'transit',
      'precaution',
    ]),
  ),
  entries: optional(choice('visa-entries', visaEntries)),
  wantedFrom: optional(day()),
  wantedUntil: optional(day()),
  stayDays: optional(number({ min: 1, max: 3660, whole: true })),
  decidedBy: optional(choice('visa-deciders', visaDeciders, { noDefaultInMerge: true })),
  representedBy: optional(mission()),
  lodgeDirectly: optional(yesNo()),
  legalStay: optional(choice('legal-stays', ['host-country', 'third-country', 'present-not-resident'])),
  priorConsultation: optional(choice('prior-consultations', ['none', 'central-authority', 'other-states'])),
  obstacles: optional(
    choices('visa-obstacles', [
      'no-passport',
      'residence-rule',
      'appointment',
      'document-missing',
      'insurance',
      'funds',
      'fee',
      'biometrics',
      'travel-ban',
      'no-consulate',
      'prior-consultation',
    ]),
  ),
  appointmentOn: optional(day()),
  lodgedOn: optional(day()),
  admissibleOn: optional(day()),
  extendedOn: optional(day()),
  letterState: optional(choice('letter-states', ['none', 'planned', 'sent'], { noDefaultInMerge: true })),
  letterTo: optional(choice('letter-addressees', ['our-consulate', 'other-mission'])),
  letterMission: optional(mission()),
  letterVersion: optional(text({ max: 80, noNames: true })),
  letterOn: optional(day()),
  toldOn: optional(day()),
  toldHow: optional(choice('channels', channels)),
  toldLanguage: optional(text({ max: 60 })),
  otherOptions: optional(
    choices('visa-options', [
      'other-visa',
      'other-mission',
      'other-country',
      'appeal',
      'apply-again',
      'relocation-ngo',
      'support-in-country',
      'none',
    ]),
  ),
  notToldWhy: optional(text({ noNames: true })),
  notToldOn: optional(day()),
  notToldReview: optional(day()),
  closedOn: optional(day()),
  arrivedOn: optional(day()),
  plan: optional(choice('stay-plans', ['safe-return', 'extend', 'asylum'])),
  returnCheckedOn: optional(day()),
  handOverTo: optional(code('ngos')),
  handOverService: optional(text({ noNames: true })),
  handOverAcceptedOn: optional(day()),
  refoulement: optional(note({ max: 4000, noNames: true })),
  withoutConsentWhy: optional(note({ max: 2000, noNames: true })),
  registryNumber: optional(text()),
  note: optional(note({ noNames: true })),
};

export type VisaRequest = RecordOf<typeof visaFields>;

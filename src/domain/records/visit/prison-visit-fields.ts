/** The fields of a visit to somebody held, or to their family: one record from the request to the report. */

import { checklist } from '../../fields/checklist.ts';
import { choice, choices, code } from '../../fields/choice.ts';
import { optional } from '../../fields/define-field.ts';
import { number, yesNo } from '../../fields/number.ts';
import { defender, defenders, entry, mission, person } from '../../fields/reference.ts';
import { rows } from '../../fields/rows.ts';
import { note, text } from '../../fields/text.ts';
import { day } from '../../fields/time.ts';
import type { RecordOf } from '../../record-kind.ts';
import {
  prisonRules,
  reportLeavesOut,
  reportReaders,
  visitAnswers,
  visitAuthorities,
  visitGrounds,
  visitTypes,
} from './visit-vocabulary.ts';

export const prisonVisitFields = {
  about: optional(defender({ indexed: true })),
  named: optional(defenders()),
  type: choice('visit-types', visitTypes, { indexed: true }),
  facility: optional(text({ suggests: 'facilities' })),
  step: choice('visit-steps', ['planned', 'asked', 'answered', 'done', 'not-met', 'cancelled'], {
    indexed: true,
    noDefaultInMerge: true,
  }),
  visitOn: optional(day({ indexed: true })),

  askedOn: optional(day({ indexed: true })),
  askedTo: optional(choice('visit-authorities', visitAuthorities)),
  askedBy: optional(choice('visit-means', ['note-verbale', 'letter', 'call', 'meeting'])),
  ourReference: optional(text()),
  theirReference: optional(text()),
  requestedFor: optional(day()),
  proposed: optional(rows({ mission: mission(), who: optional(person()) })),
  legalBasis: optional(
    choices('visit-bases', ['courtesy', 'national-law', 'un-rule', 'consular-convention']),
  ),
  whoseNational: optional(choice('visit-nationalities', ['not-ours', 'ours', 'dual'])),
  through: optional(choice('visit-go-betweens', ['none', 'ombudsman', 'red-cross'])),

  answer: optional(choice('visit-answers', visitAnswers, { indexed: true, noDefaultInMerge: true })),
  answeredOn: optional(day()),
  ground: optional(choice('visit-grounds', visitGrounds)),
  conditions: optional(text({ noNames: true })),

  visitors: optional(
    rows({
      mission: mission(),
      who: optional(person()),
      role: optional(
        choice('observer-roles', ['head-of-mission', 'diplomat', 'local-staff', 'lawyer', 'interpreter']),
      ),
    }),
  ),
  interpreter: optional(yesNo()),
  minutes: optional(number({ min: 0, max: 1440, whole: true })),
  announced: optional(yesNo()),
  talk: optional(
    choice('visit-talks', ['private', 'in-sight', 'staff-hear', 'glass-or-phone', 'not-met'], {
      noDefaultInMerge: true,
    }),
  ),
  withinHearing: optional(
    choices('visit-hearers', ['guards', 'director', 'officials', 'interpreter-of-theirs', 'other-prisoners']),
  ),
  parcel: optional(choice('visit-parcels', ['accepted', 'refused', 'not-tried'])),
  letter: optional(choice('visit-parcels', ['accepted', 'refused', 'not-tried'])),
  notesAllowed: optional(yesNo()),
  urgentHealth: optional(yesNo()),

  consentAsked: optional(yesNo()),
  consentResult: optional(choice('visit-consents', ['same', 'wider', 'narrower', 'withdrawn', 'unclear'])),
  illTreatment: optional(
    choice('visit-ill-treatment', ['none', 'alleged', 'visible-signs', 'documented-elsewhere']),
  ),
  healthNeed: optional(text({ noNames: true })),
  medicine: optional(choice('visit-access', ['yes', 'partly', 'no'])),
  doctorCame: optional(yesNo()),
  disability: optional(yesNo()),
  hungerStrikeDay: optional(number({ min: 1, max: 400, whole: true })),
  isolationDays: optional(number({ min: 0, max: 9999, whole: true })),
  reprisalRisk: optional(choice('visit-reprisals', ['none', 'feared', 'threatened', 'happened'])),

  treatment: optional(
    checklist('prison-rules', prisonRules, 'prison-rule-answers', ['ok', 'concern', 'serious', 'not-seen']),
  ),
  capacity: optional(number({ min: 0, max: 99999, whole: true })),
  held: optional(number({ min: 0, max: 99999, whole: true })),
  cooperation: optional(choice('visit-cooperation', ['good', 'formal', 'poor'])),

  followUps: optional(
    choices('visit-follow-ups', ['lawyer', 'family', 'medicine', 'books', 'letter', 'new-visit', 'silence']),
  ),
  reportTo: optional(
    rows(
      {
        to: text({ noNames: true }),
        reader: optional(choice('report-readers', reportReaders)),
        mission: optional(mission()),
        ngo: optional(code('ngos')),
        leavesOut: optional(choices('report-leaves-out', reportLeavesOut, { noDefaultInMerge: true })),
        on: optional(day()),
      },
      {
        hides: ({ reader }) => [
          ...(reader === 'other-mission' ? [] : ['mission']),
          ...(reader === 'ngo' ? [] : ['ngo']),
          ...(reader === 'their-side' ? ['leavesOut'] : []),
        ],
      },
    ),
  ),

  previous: optional(entry('prison-visit')),
  withoutConsentWhy: optional(note({ max: 2000, noNames: true })),
  registryNumber: optional(text()),
  note: optional(note({ noNames: true })),
};

export type PrisonVisit = RecordOf<typeof prisonVisitFields>;

/** Only to be asked where nobody of the place could hear: what is answered in hearing may be paid for. */
export const sensitive = [
  'consentAsked',
  'consentResult',
  'illTreatment',
  'healthNeed',
  'medicine',
  'doctorCame',
  'disability',
  'hungerStrikeDay',
  'isolationDays',
  'reprisalRisk',
] as const;

export const prisonVisitSections = {
  main: ['about', 'type', 'facility', 'step', 'visitOn', 'talk'],
  request: [
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
  ],
  answer: ['answer', 'answeredOn', 'ground', 'conditions'],
  visit: [
    'withinHearing',
    'visitors',
    'interpreter',
    'minutes',
    'announced',
    'urgentHealth',
    'parcel',
    'letter',
    'notesAllowed',
  ],
  sensitive,
  treatment: ['treatment', 'capacity', 'held', 'cooperation'],
  after: ['followUps', 'reportTo'],
  file: ['named', 'previous', 'withoutConsentWhy', 'registryNumber', 'note'],
} as const;

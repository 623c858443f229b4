/** The fields of a trial observation: before the day, at the door, in court, and what the guarantees came to. */

import { checklist } from '../fields/checklist.ts';
import { choice, choices } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { number, yesNo } from '../fields/number.ts';
import { defender, defenders, entry } from '../fields/reference.ts';
import { rows } from '../fields/rows.ts';
import { note, text } from '../fields/text.ts';
import { day, localTime } from '../fields/time.ts';

/** The guarantees of article 14 of the Covenant, in the order in which a report lists them. */
const guarantees = [
  'equality',
  'impartial-tribunal',
  'public-hearing',
  'presumption-of-innocence',
  'told-the-charge',
  'time-and-counsel',
  'no-undue-delay',
  'present-in-person',
  'own-defence',
  'witnesses',
  'interpreter',
  'no-compelled-confession',
  'juveniles',
  'appeal',
] as const;

const answers = ['respected', 'concern', 'violated', 'not-observed', 'not-applicable'] as const;

export const observationFields = {
  about: optional(defender({ indexed: true })),
  named: optional(defenders()),
  hearing: entry('hearing', { indexed: true }),
  proceeding: optional(entry('proceeding')),
  day: day({ indexed: true }),
  step: choice('observation-steps', ['planned', 'announced', 'done', 'not-held'], {
    indexed: true,
    noDefaultInMerge: true,
  }),
  basis: choice('observation-bases', ['for-defender', 'principle'], { noDefaultInMerge: true }),
  askedFirst: optional(choice('asked-first', ['defender', 'lawyer', 'family', 'not-possible'])),
  askedFirstNote: optional(text({ noNames: true })),
  notice: optional(
    choice('notices', ['none', 'ministry', 'court-president', 'at-the-door'], { noDefaultInMerge: true }),
  ),
  access: optional(
    choice('access', [
      'admitted',
      'partly',
      'refused',
      'waited-outside',
      'online',
      'closed',
      'postponed',
      'not-held',
    ]),
  ),
  accessGround: optional(
    choice('access-grounds', [
      'full-room',
      'accreditation',
      'closed-hearing',
      'identity-document',
      'no-reason',
      'other',
    ]),
  ),
  nonIntervention: optional(yesNo()),
  press: optional(choice('press', ['silent', 'agreed-line', 'spoke'])),
  present: optional(
    choices('present-in-court', [
      'accused',
      'counsel',
      'family',
      'press',
      'other-missions',
      'supporters-removed',
    ]),
  ),
  otherMissions: optional(number({ min: 0, max: 99, whole: true })),
  condition: optional(
    choices('conditions-in-court', [
      'fit',
      'unwell',
      'signs-of-ill-treatment',
      'not-seen',
      'handcuffs',
      'cage',
    ]),
  ),
  fairTrial: optional(checklist('fair-trial', guarantees, 'fair-trial-answers', answers)),
  events: optional(rows({ time: optional(text({ max: 5 })), what: text({ noNames: true }) })),
  torture: optional(
    choice('torture-allegations', [
      'none',
      'raised-and-acted-on',
      'raised-and-ignored',
      'raised-reaction-unclear',
    ]),
  ),
  appraisal: optional(choice('appraisals', ['none', 'respected', 'concerns', 'serious-concerns'])),
  nextHearing: optional(localTime()),
  withoutConsentWhy: optional(note({ max: 2000, noNames: true })),
  registryNumber: optional(text()),
  note: optional(note({ noNames: true })),
};

export const observationSections = {
  main: ['about', 'hearing', 'day', 'step', 'basis', 'access'],
  before: ['askedFirst', 'askedFirstNote', 'notice'],
  'in-court': ['accessGround', 'present', 'otherMissions', 'condition', 'nonIntervention', 'press', 'events'],
  'fair-trial': ['fairTrial', 'torture', 'appraisal'],
  next: ['nextHearing'],
  file: ['named', 'proceeding', 'withoutConsentWhy', 'registryNumber', 'note'],
} as const;

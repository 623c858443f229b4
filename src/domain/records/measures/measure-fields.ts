/** The fields that every measure has, a démarche or another: who wanted it, who takes part, what it risks, who agreed, what came of it. */

import { dataCategories, identityLevels } from '../../consent/need.ts';
import { choice, choices } from '../../fields/choice.ts';
import { optional } from '../../fields/define-field.ts';
import { yesNo } from '../../fields/number.ts';
import { defender, defenders, entry, mission, person } from '../../fields/reference.ts';
import { rows } from '../../fields/rows.ts';
import { note, text } from '../../fields/text.ts';
import { day } from '../../fields/time.ts';
import type { RecordOf } from '../../record-kind.ts';
import { measureKeys, measuresTell } from './measures.ts';

/** Ahead: draft, put before the head of mission, agreed. Then it went out, or it came to nothing. */
export const measureSteps = [
  'draft',
  'for-decision',
  'agreed',
  'sent',
  'not-possible',
  'declined',
  'halted',
] as const;
/** What the authorities (or whoever was addressed) answered. */
export const replies = [
  'help',
  'promise',
  'asks-for-more',
  'token',
  'denies',
  'obstructs',
  'none',
  'other',
] as const;
const effects = ['strong-plus', 'plus', 'slight-plus', 'none', 'minus', 'strong-minus', 'unknown'] as const;
const reprisalRisks = ['none-expected', 'possible', 'likely', 'not-assessed'] as const;

export const measureFields = {
  about: optional(defender({ indexed: true })),
  named: optional(defenders()),
  subject: choice('measure-subjects', ['defender', 'situation', 'law', 'anniversary'], {
    noDefaultInMerge: true,
  }),
  gist: text({ noNames: true }),
  day: day({ indexed: true }),
  step: choice('measure-steps', measureSteps, { indexed: true, noDefaultInMerge: true }),

  askedBy: optional(
    choice('measure-askers', ['defender', 'family', 'lawyer', 'organisation', 'other-mission', 'our-idea']),
  ),
  preferred: optional(
    rows({ measure: choice('measures', measureKeys), remark: optional(text({ noNames: true })) }),
  ),
  alternatives: optional(note({ max: 2000, noNames: true })),
  whyThis: optional(text({ noNames: true })),

  approach: optional(
    choice('measure-approaches', ['joint', 'parallel', 'single', 'single-after-no-agreement']),
  ),
  missions: optional(
    rows({
      mission: mission(),
      part: choice('mission-parts', ['lead', 'joins', 'not-joining'], { noDefaultInMerge: true }),
      toldBy: optional(text({ noNames: true })),
      toldHow: optional(choice('mission-told-hows', ['phone', 'in-person', 'message', 'note'])),
      toldOn: optional(day()),
    }),
  ),

  identity: optional(choice('identity-levels', identityLevels, { noDefaultInMerge: true })),
  categories: optional(choices('data-categories', dataCategories, { noDefaultInMerge: true })),

  reprisalDefender: optional(choice('measure-reprisals', reprisalRisks, { noDefaultInMerge: true })),
  reprisalFamily: optional(choice('measure-reprisals', reprisalRisks, { noDefaultInMerge: true })),
  reprisalOthers: optional(choice('measure-reprisals', reprisalRisks, { noDefaultInMerge: true })),
  bilateral: optional(note({ max: 2000, noNames: true })),
  mitigation: optional(note({ max: 2000, noNames: true })),
  riskToldOn: optional(day()),

  decideBy: optional(day()),
  decision: optional(
    choice('measure-decisions', ['agreed', 'sent-back', 'declined'], { noDefaultInMerge: true }),
  ),
  decidedBy: optional(person()),
  decidedOn: optional(day()),
  decisionWhy: optional(text({ noNames: true })),

  ground: optional(
    choice('measure-grounds', [
      'no-legal-base',
      'no-resources',
      'no-evidence',
      'risk-too-high',
      'outside-mandate',
      'other-mission-better',
      'not-our-policy',
      'consent-gone',
      'other',
    ]),
  ),
  whyNot: optional(text({ noNames: true })),

  after: optional(
    choice('measure-afters', ['awaiting-reply', 'replied', 'evaluated', 'closed'], { indexed: true }),
  ),
  reply: optional(choice('measure-replies', replies)),
  replyOn: optional(day()),
  replyNote: optional(note({ max: 4000, noNames: true })),
  answeredOn: optional(day()),
  commitments: optional(
    rows({
      what: text({ noNames: true }),
      due: optional(day()),
      kept: optional(choice('measure-commitments', ['kept', 'partly', 'not-kept'])),
    }),
  ),
  reportedOn: optional(day()),

  effectOfficer: optional(choice('measure-effects', effects)),
  effectDefender: optional(choice('measure-effects', effects)),
  effectNote: optional(note({ max: 2000, noNames: true })),
  followUp: optional(choice('measure-follow-ups', ['none', 'repeat', 'raise-level', 'public', 'ask-again'])),

  proceeding: optional(entry('proceeding')),
  ownMissionOnly: optional(yesNo()),
  withoutConsentWhy: optional(note({ max: 2000, noNames: true })),
  registryNumber: optional(text()),
  note: optional(note({ noNames: true })),
} as const;

/** What both kinds of measures hold. */
export type MeasureRecord = RecordOf<typeof measureFields>;

/** The named sections both kinds share, in the order of the work. */
export const measureSections = {
  whose: ['askedBy', 'preferred', 'alternatives', 'whyThis'],
  with: ['approach', 'missions'],
  consent: ['identity', 'categories'],
  risk: ['reprisalDefender', 'reprisalFamily', 'reprisalOthers', 'bilateral', 'mitigation', 'riskToldOn'],
  decision: ['decideBy', 'decision', 'decidedBy', 'decidedOn', 'decisionWhy', 'ground', 'whyNot'],
  answer: ['after', 'reply', 'replyOn', 'replyNote', 'answeredOn', 'commitments', 'reportedOn'],
  effect: ['effectOfficer', 'effectDefender', 'effectNote', 'followUp'],
} as const satisfies Readonly<Record<string, readonly (keyof typeof measureFields)[]>>;

/** Whatever of a measure others read tells what the officer said it holds. */
export const measureCategories = {
  '*': ({ categories = [] }: Pick<MeasureRecord, 'categories'>) => categories,
  preferred: measuresTell,
} as const;

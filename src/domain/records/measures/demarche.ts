/** A démarche: what it is to reach and with which words, where and in which form it was delivered, what was answered and promised. */

import type { Audience } from '../../consent/need.ts';
import { choice } from '../../fields/choice.ts';
import { optional } from '../../fields/define-field.ts';
import { entry } from '../../fields/reference.ts';
import { rows } from '../../fields/rows.ts';
import { note, text } from '../../fields/text.ts';
import type { Code, Day, EntryId, MissionCode } from '../../ids.ts';
import { defineRecordKind, type RecordIn } from '../../record-kind.ts';
import { problemsOf } from '../rule.ts';
import { measureCategories, measureFields, measureSections } from './measure-fields.ts';
import { isGivenUp, namesNobody, needOfMeasure } from './measure-need.ts';
import {
  hiddenInMeasure,
  liveMeasure,
  marksOfMeasure,
  measureDecision,
  measureRuleNames,
  neededInMeasure,
  nextOfMeasure,
  reprisalsFrom,
  rulesOfMeasure,
} from './measure-rules.ts';

const levels = [
  'desk-officer',
  'head-of-department',
  'director-general',
  'deputy-minister',
  'minister',
  'head-of-government',
  'prosecutor',
  'judge',
  'prison-administration',
  'local-governor',
] as const;

/** What can only be said once it was delivered. */
const delivered = ['deliveredBy', 'documentLeft', 'theirReference'] as const;

/** What the head of mission agrees to. */
const substance = [
  'subject',
  'about',
  'named',
  'gist',
  'identity',
  'categories',
  'missions',
  'objective',
  'points',
  'notToRaise',
  'form',
  'level',
];

export const demarche = defineRecordKind({
  key: 'demarche',
  list: 'Demarches',
  schema: 1,
  fields: {
    ...measureFields,
    form: choice('demarche-forms', [
      'verbal',
      'note-verbale',
      'aide-memoire',
      'non-paper',
      'memorandum',
      'letter',
      'joint-letter',
      'telephone',
      'summons',
    ]),
    objective: optional(choice('demarche-objectives', ['persuade', 'inform', 'gather', 'protest'])),
    background: optional(note({ max: 8000, noNames: true })),
    arguments: optional(
      rows({
        argument: text({ noNames: true }),
        counter: optional(text({ noNames: true })),
        answer: optional(text({ noNames: true })),
      }),
    ),
    points: optional(note({ max: 8000, noNames: true })),
    notToRaise: optional(note({ max: 4000, noNames: true })),
    openness: optional(choice('opennesses', ['confidential', 'defender-may-tell', 'public'])),
    level: optional(choice('delivery-levels', levels, { noDefaultInMerge: true })),
    interlocutor: optional(text({ noNames: true, suggests: 'authorities' })),
    deliveredBy: optional(text({ noNames: true })),
    documentLeft: optional(
      choice('documents-left', [
        'none',
        'note-verbale',
        'aide-memoire',
        'non-paper',
        'memorandum',
        'letter',
        'list-of-cases',
      ]),
    ),
    ourReference: optional(text()),
    theirReference: optional(text()),
    previous: optional(entry('demarche', { indexed: true })),
  },
  sections: {
    main: ['about', 'subject', 'gist', 'form', 'day', 'step'],
    words: ['objective', 'background', 'arguments', 'points', 'notToRaise', 'openness'],
    delivery: ['level', 'interlocutor', ...delivered, 'ourReference'],
    whose: measureSections.whose,
    with: measureSections.with,
    consent: measureSections.consent,
    risk: measureSections.risk,
    decision: measureSections.decision,
    answer: measureSections.answer,
    effect: measureSections.effect,
    file: [
      'named',
      'proceeding',
      'previous',
      'ownMissionOnly',
      'withoutConsentWhy',
      'registryNumber',
      'note',
    ],
  },
  table: ['day', 'about', 'gist', 'form', 'step', 'reply'],
  summary: (record, words) =>
    [
      words.text(`choices.measure-steps.${record.step}`),
      record.reply && words.text(`choices.measure-replies.${record.reply}`),
      record.gist,
    ]
      .filter(Boolean)
      .join(' · '),
  sharing: {
    coarse: 'measure',
    words: ['gist', 'points', 'interlocutor', 'replyNote', 'commitments'],
    stays: ['bilateral'],
    categories: measureCategories,
  },
  day: (record) => record.day,
  live: (record) => liveMeasure(record),
  need: (record) => needOfMeasure(record, 'demarche', [audienceOf(record.level)]),
  starts: (today) => ({ day: today, subject: 'defender', step: 'draft' }),
  hides: (draft) => [...hiddenInMeasure(draft), ...(draft.step === 'sent' ? [] : delivered)],
  needs: (draft) => neededInMeasure(draft, 'formal'),
  ruleNames: measureRuleNames,
  rules: (record, today, around) => problemsOf(rulesOfMeasure(record, 'formal', substance, today, around)),
  calendar: (record) => marksOfMeasure(record),
  decision: measureDecision,
  namesNobody,
  refused: (record) => isGivenUp(record),
  checksReprisals: (record) => reprisalsFrom(record, 'targeted-formal'),
  measure: (record) => (record.step === 'sent' ? 'demarche' : undefined),
  next: (record, entry) =>
    nextOfMeasure(record, (same, how) =>
      how === 'public'
        ? { kind: 'measure-taken', draft: { ...same, measure: 'statement' } }
        : {
            kind: 'demarche',
            draft: {
              ...same,
              previous: entry,
              form: record.form,
              ...(how === 'repeat' && record.level ? { level: record.level } : {}),
              ...(record.points ? { points: record.points } : {}),
              ...(record.notToRaise ? { notToRaise: record.notToRaise } : {}),
            },
          },
    ),
});

/** Invented, valid, complete. @public */
export const demarcheExample: RecordIn<typeof demarche> = {
  about: '9BGPNH00W' as Code,
  named: ['2GW9KRPCZ' as Code],
  subject: 'defender',
  gist: 'Ask the ministry to let the observers in',
  day: '2026-10-20' as Day,
  step: 'sent',
  form: 'note-verbale',
  objective: 'persuade',
  background: 'Two hearings were closed without a reason.',
  arguments: [
    {
      id: 'a1',
      argument: 'The hearing is public by law',
      counter: 'The room is small',
      answer: 'Two chairs are enough',
    },
  ],
  points: 'Public hearing; two seats for observers.',
  notToRaise: 'The family.',
  openness: 'defender-may-tell',
  level: 'head-of-department',
  interlocutor: 'Ministry of Foreign Affairs, human rights department, head',
  deliveredBy: 'Deputy head of mission',
  documentLeft: 'note-verbale',
  ourReference: 'NV 112/2026',
  theirReference: '7/3-1911',
  askedBy: 'lawyer',
  preferred: [{ id: 'p1', measure: 'trial-observation' }],
  alternatives: 'A call to the court; its president does not receive missions.',
  whyThis: 'The ministry answers notes',
  approach: 'joint',
  missions: [{ id: 'm1', mission: 'corvia' as MissionCode, part: 'joins' }],
  identity: 'full-name',
  categories: ['legal'],
  reprisalDefender: 'possible',
  reprisalFamily: 'none-expected',
  reprisalOthers: 'likely',
  bilateral: 'A visit of the minister is being prepared.',
  mitigation: 'Name the law first, the person second.',
  riskToldOn: '2026-10-18' as Day,
  decision: 'agreed',
  decidedBy: {
    objectId: '00000000-0000-4000-8000-000000000103',
    tenantId: '00000000-0000-4000-8000-000000000001',
    name: 'Head of mission, Aldermark',
  },
  decidedOn: '2026-10-19' as Day,
  decisionWhy: 'Keep it short',
  after: 'evaluated',
  reply: 'asks-for-more',
  replyOn: '2026-10-24' as Day,
  replyNote: 'Asked for the list of observers.',
  answeredOn: '2026-10-27' as Day,
  commitments: [
    { id: 'c1', what: 'An answer before the next hearing', due: '2026-11-02' as Day, kept: 'partly' },
  ],
  reportedOn: '2026-10-25' as Day,
  effectOfficer: 'plus',
  effectDefender: 'slight-plus',
  effectNote: 'One seat was given.',
  followUp: 'raise-level',
  proceeding: '01HZX3K8Q2W7V5R4T9N6M1C0BC' as EntryId,
  previous: '01HZX3K8Q2W7V5R4T9N6M1C0BQ' as EntryId,
  ownMissionOnly: true,
  registryNumber: 'MER-2026-120',
  note: 'The desk was friendly.',
};

/** Who is spoken to; towards a court or a place of detention it is asked for by its own name. */
function audienceOf(level: (typeof levels)[number] | undefined): Audience {
  if (level === 'judge') return 'court';
  return level === 'prison-administration' ? 'prison' : 'host-authority';
}

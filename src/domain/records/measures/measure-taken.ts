/** A measure other than those with an entry of their own: quiet help, a word in private, a formal step, a public text, an exceptional one. */

import { categoriesIn } from '../../circle/told-categories.ts';
import type { Audience } from '../../consent/need.ts';
import { choice, code } from '../../fields/choice.ts';
import { optional } from '../../fields/define-field.ts';
import { entry } from '../../fields/reference.ts';
import { rows } from '../../fields/rows.ts';
import { text } from '../../fields/text.ts';
import type { Code, Day, EntryId, MissionCode } from '../../ids.ts';
import type { Around } from '../../kind-hooks.ts';
import { type AnyRecord, defineRecordKind, type RecordIn } from '../../record-kind.ts';
import { problemsOf } from '../rule.ts';
import { type MeasureRecord, measureCategories, measureFields, measureSections } from './measure-fields.ts';
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
  type Weight,
  weightOf,
} from './measure-rules.ts';
import { type Measure, measureKeys, measures, measuresTell } from './measures.ts';

/** Measures that are logged as a kind of their own. */
const elsewhere: readonly Measure[] = ['demarche', 'trial-observation', 'prison-visit', 'visa'];
const offered = measureKeys.filter((key) => !elsewhere.includes(key));

/** What the head of mission agrees to. */
const substance = [
  'measure',
  'subject',
  'about',
  'named',
  'gist',
  'identity',
  'categories',
  'missions',
  'toNgo',
  'text',
];

export const measureTaken = defineRecordKind({
  key: 'measure-taken',
  list: 'Measures',
  schema: 1,
  fields: {
    ...measureFields,
    measure: choice('measures', offered, { indexed: true, noDefaultInMerge: true }),
    toNgo: optional(code('ngos')),
    where: optional(text()),
    claims: optional(rows({ claim: entry('claim') })),
  },
  sections: {
    main: ['about', 'subject', 'measure', 'gist', 'day', 'step'],
    whose: measureSections.whose,
    with: [...measureSections.with, 'toNgo'],
    consent: measureSections.consent,
    risk: measureSections.risk,
    decision: measureSections.decision,
    text: ['claims', 'where'],
    answer: measureSections.answer,
    effect: measureSections.effect,
    file: ['named', 'proceeding', 'ownMissionOnly', 'withoutConsentWhy', 'registryNumber', 'note'],
  },
  table: ['day', 'about', 'measure', 'gist', 'step'],
  summary: (record, words) =>
    [
      words.text(`choices.measures.${record.measure}`),
      words.text(`choices.measure-steps.${record.step}`),
      record.gist,
    ].join(' · '),
  sharing: {
    coarse: 'measure',
    words: ['gist', 'where', 'replyNote', 'commitments'],
    stays: ['bilateral'],
    categories: { ...measureCategories, measure: measuresTell },
  },
  day: (record) => record.day,
  live: (record) => liveMeasure(record),
  need: (record) =>
    needOfMeasure(
      record,
      factsOf(record.measure).action,
      audiencesOf(record.measure, record.toNgo),
      categoriesIn({ measure: measuresTell }, record, ['measure']),
    ),
  starts: (today) => ({ day: today, subject: 'defender', step: 'draft' }),
  hides: (draft) => [
    ...hiddenInMeasure(draft),
    ...(draft.measure === 'ngo-link' ? [] : (['toNgo'] as const)),
    ...(weightIn(draft) === 'public' ? [] : (['claims', 'where'] as const)),
  ],
  needs: (draft) => [
    ...neededInMeasure(draft, weightIn(draft)),
    ...(draft.measure === 'ngo-link' ? (['toNgo'] as const) : []),
  ],
  ruleNames: [...measureRuleNames, 'which-organisation', 'claim-not-verified'],
  rules: (record, today, around) =>
    problemsOf([
      ...rulesOfMeasure(record, weightIn(record), substance, today, around),
      [record.measure === 'ngo-link' && record.toNgo === undefined, 'toNgo', 'which-organisation'],
      [restsOnUnverified(record, around), 'claims', 'claim-not-verified'],
    ]),
  calendar: (record) => marksOfMeasure(record),
  decision: measureDecision,
  namesNobody,
  refused: (record) => isGivenUp(record),
  checksReprisals: (record) => reprisalsFrom(record, factsOf(record.measure).group),
  measure: (record) => (record.step === 'sent' ? record.measure : undefined),
  next: (record) =>
    nextOfMeasure(record, (same, how) =>
      how === 'raise-level'
        ? { kind: 'demarche', draft: same }
        : {
            kind: 'measure-taken',
            draft: { ...same, measure: how === 'public' ? 'statement' : record.measure },
          },
    ),
});

/** Invented, valid, complete. @public */
export const measureTakenExample: RecordIn<typeof measureTaken> = {
  about: '9BGPNH00W' as Code,
  named: ['2GW9KRPCZ' as Code],
  subject: 'defender',
  gist: 'A word with the head of the forest agency about the permit',
  day: '2026-10-12' as Day,
  step: 'sent',
  askedBy: 'defender',
  preferred: [
    { id: 'p1', measure: 'good-offices', remark: 'Quietly' },
    { id: 'p2', measure: 'demarche' },
  ],
  alternatives: 'A letter; too slow before the hearing.',
  whyThis: 'The agency can still withdraw its complaint',
  approach: 'parallel',
  missions: [
    {
      id: 'm1',
      mission: 'brenland' as MissionCode,
      part: 'joins',
      toldBy: 'Their focal point',
      toldHow: 'phone',
      toldOn: '2026-10-10' as Day,
    },
  ],
  identity: 'initials',
  categories: ['legal'],
  reprisalDefender: 'possible',
  reprisalFamily: 'none-expected',
  reprisalOthers: 'none-expected',
  bilateral: 'The agency is a partner of two projects of ours.',
  mitigation: 'Speak of the permit, not of the person.',
  riskToldOn: '2026-10-09' as Day,
  measure: 'good-offices',
  after: 'replied',
  reply: 'promise',
  replyOn: '2026-10-14' as Day,
  replyNote: 'Will look at the file again.',
  commitments: [{ id: 'c1', what: 'An answer on the permit', due: '2026-11-30' as Day }],
  reportedOn: '2026-10-15' as Day,
  effectOfficer: 'slight-plus',
  effectDefender: 'unknown',
  effectNote: 'The tone in the next hearing was calmer.',
  followUp: 'repeat',
  proceeding: '01HZX3K8Q2W7V5R4T9N6M1C0BC' as EntryId,
  ownMissionOnly: true,
  registryNumber: 'MER-2026-112',
  note: 'Not in writing.',
};

function factsOf(measure: Measure) {
  return measures[measure];
}

function weightIn(draft: AnyRecord): Weight {
  const key = measureKeys.find((each) => each === draft.measure);
  return key === undefined ? 'informal' : weightOf(factsOf(key).group);
}

/** Whoever learns of the person through this measure. */
function audiencesOf(measure: Measure, ngo: string | undefined): readonly Audience[] {
  if (measure === 'ngo-link') return ngo === undefined ? ['public'] : [`ngo:${ngo}`];
  switch (factsOf(measure).action) {
    case 'demarche':
      return ['host-authority'];
    case 'prison':
      return ['prison'];
    case 'publicity':
      return ['public'];
    case 'company':
      return ['company'];
    case 'un-regional':
      return ['un-regional'];
    default:
      return ['embassy'];
  }
}

/** A public text that lies ahead rests on nothing that is unverified or comes from a source in doubt. */
function restsOnUnverified(
  record: MeasureRecord & { readonly claims?: readonly { readonly claim: EntryId }[] },
  around: Around | undefined,
): boolean {
  if (record.step === 'sent' || isGivenUp(record)) return false;
  return (record.claims ?? []).some(({ claim }) => {
    const held = around?.find?.(claim);
    return held !== undefined && (held.verification === 'unverified' || held.independence === 'in-doubt');
  });
}

/** What holds for every measure: what must be known before it goes out, who may agree to it, and what comes next. */

import { sameValue } from '../../fields/field.ts';
import type { Day } from '../../ids.ts';
import type { Around, CalendarMark, DecisionStep } from '../../kind-hooks.ts';
import type { AnyRecord } from '../../record-kind.ts';
import { type Broken, futureIn, isFuture, latest, speaksOfNobody } from '../rule.ts';
import type { MeasureRecord } from './measure-fields.ts';
import { isGivenUp } from './measure-need.ts';
import type { MeasureGroup } from './measures.ts';

/** How much must be said before it goes out: a line; a note on the risk; everything. */
export type Weight = 'informal' | 'formal' | 'public';

const weights: Readonly<Record<MeasureGroup, Weight>> = {
  general: 'informal',
  'targeted-informal': 'informal',
  exceptional: 'informal',
  'targeted-formal': 'formal',
  company: 'formal',
  public: 'public',
};

export function weightOf(group: MeasureGroup): Weight {
  return weights[group];
}

/** Whether it lies ahead. */
function isAhead(step: unknown): boolean {
  return step === 'draft' || step === 'for-decision' || step === 'agreed';
}

function isComing(step: unknown): boolean {
  return step === 'for-decision' || step === 'agreed';
}

const afterwards = [
  'after',
  'reply',
  'replyOn',
  'replyNote',
  'answeredOn',
  'commitments',
  'reportedOn',
  'effectOfficer',
  'effectDefender',
  'effectNote',
  'followUp',
  'withoutConsentWhy',
] as const;
const decided = ['decision', 'decidedBy', 'decidedOn', 'decisionWhy'] as const;

/** What was decided is shown once it was decided, and falls when an agreed measure goes back to be a draft. */
export function hiddenInMeasure(draft: AnyRecord): readonly (keyof MeasureRecord & string)[] {
  const stillDecided =
    draft.decision !== undefined &&
    (!['draft', 'for-decision'].includes(String(draft.step)) || draft.decision === 'sent-back');
  const replied = draft.reply !== undefined && draft.reply !== 'none';
  return [
    ...(draft.step === 'sent' ? [] : afterwards),
    ...(draft.step === 'sent' && !replied ? (['replyOn', 'replyNote', 'commitments'] as const) : []),
    ...(draft.step === 'sent' && draft.reply !== 'asks-for-more' ? (['answeredOn'] as const) : []),
    ...(stillDecided ? [] : decided),
    ...(draft.step === 'for-decision' ? [] : (['decideBy'] as const)),
    ...(isGivenUp(draft) ? [] : (['ground', 'whyNot'] as const)),
    ...(draft.subject === undefined || draft.subject === 'defender'
      ? []
      : ([
          'identity',
          'categories',
          'proceeding',
          'reprisalDefender',
          'reprisalFamily',
          'riskToldOn',
        ] as const)),
  ];
}

export function neededInMeasure(draft: AnyRecord, weight: Weight): readonly (keyof MeasureRecord & string)[] {
  const isFor = draft.subject === undefined || draft.subject === 'defender';
  return [
    ...(isFor ? (['about'] as const) : []),
    ...(isGivenUp(draft) ? (['whyNot'] as const) : []),
    ...(isFor && weight !== 'informal' && (isComing(draft.step) || draft.step === 'sent')
      ? (['reprisalDefender'] as const)
      : []),
    ...(isFor && weight === 'public' && isComing(draft.step)
      ? (['preferred', 'alternatives', 'whyThis', 'riskToldOn'] as const)
      : []),
    ...(draft.after === 'evaluated' ? (['effectOfficer'] as const) : []),
  ];
}

export const measureRuleNames = [
  'somebody',
  'names-nobody',
  'already-happened',
  'not-yet',
  'risk-note-first',
  'say-if-assessed',
  'public-needs-all',
  'head-decides',
  'changed-since-agreed',
  'who-decided',
  'say-why-not',
  'reply-is-later',
  'say-effect',
] as const;

type Rule = readonly [
  broken: Broken,
  field: keyof MeasureRecord & string,
  rule: (typeof measureRuleNames)[number],
];

/** Days of what was done about it, whatever step it has reached. */
const past = ['riskToldOn', 'decidedOn', 'replyOn', 'answeredOn', 'reportedOn'] as const;

/** @param substance fields which the head of mission agrees to, so that a change asks them again */
export function rulesOfMeasure(
  record: MeasureRecord,
  weight: Weight,
  substance: readonly string[],
  today: Day,
  around: Around | undefined,
): readonly Rule[] {
  const isFor = record.subject === 'defender';
  const isHeavy = weight !== 'informal';
  const isComingPublic = isFor && weight === 'public' && isComing(record.step);
  return [
    [isFor && speaksOfNobody(record), 'about', 'somebody'],
    [!isFor && !speaksOfNobody(record), 'subject', 'names-nobody'],
    [record.step === 'sent' && isFuture(record.day, today), 'day', 'already-happened'],
    [isFor && isHeavy && isComing(record.step) && !isAssessed(record), 'reprisalDefender', 'risk-note-first'],
    [
      isFor && isHeavy && record.step === 'sent' && record.reprisalDefender === undefined,
      'reprisalDefender',
      'say-if-assessed',
    ],
    [isComingPublic && !record.preferred?.length, 'preferred', 'public-needs-all'],
    [isComingPublic && !record.alternatives, 'alternatives', 'public-needs-all'],
    [isComingPublic && !record.whyThis, 'whyThis', 'public-needs-all'],
    [isComingPublic && !record.riskToldOn, 'riskToldOn', 'public-needs-all'],
    [isHeavy && record.step === 'agreed' && record.decision !== 'agreed', 'step', 'head-decides'],
    [isChangedSince(record, around?.before, substance), 'step', 'changed-since-agreed'],
    [
      record.decision !== undefined && (record.decidedBy === undefined || record.decidedOn === undefined),
      'decision',
      'who-decided',
    ],
    [
      (record.decision === 'sent-back' || record.decision === 'declined') && !record.decisionWhy,
      'decisionWhy',
      'say-why-not',
    ],
    [isGivenUp(record) && !record.whyNot, 'whyNot', 'say-why-not'],
    [record.replyOn !== undefined && record.replyOn < record.day, 'replyOn', 'reply-is-later'],
    ...past.map((key) => [isFuture(record[key], today), key, 'not-yet'] as const),
    [futureIn(record.missions, ['toldOn'], today), 'missions', 'not-yet'],
    [record.after === 'evaluated' && record.effectOfficer === undefined, 'effectOfficer', 'say-effect'],
  ];
}

function isAssessed({ reprisalDefender }: MeasureRecord): boolean {
  return reprisalDefender !== undefined && reprisalDefender !== 'not-assessed';
}

/** Agreed, and still said to be agreed, with other words than those which the head of mission read. */
function isChangedSince(
  record: MeasureRecord,
  before: AnyRecord | undefined,
  substance: readonly string[],
): boolean {
  if (before?.step !== 'agreed' || before.decision !== 'agreed' || record.step !== 'agreed') return false;
  const now: AnyRecord = record;
  return substance.some((key) => !sameValue(before[key], now[key])) && !isNewDecision(record, before);
}

function isNewDecision(record: MeasureRecord, before: AnyRecord | undefined): boolean {
  return record.decision !== undefined && decided.some((key) => !sameValue(before?.[key], record[key]));
}

/** How the head of mission agrees, sends back or declines. */
export const measureDecision: DecisionStep<MeasureRecord> = {
  isDue: (record) => record.step === 'for-decision',
  decideBy: (record) => record.decideBy,
  reads: [
    'gist',
    'measure',
    'form',
    'interlocutor',
    'approach',
    'missions',
    'points',
    'notToRaise',
    'identity',
    'reprisalDefender',
    'reprisalFamily',
    'reprisalOthers',
    'mitigation',
    'bilateral',
  ],
  take(record, answer, { by, on, why }) {
    const decision = { decision: answer, decidedBy: by, decidedOn: on };
    const because = why === undefined || why === '' ? {} : { decisionWhy: why };
    const { decisionWhy: _, ...rest } = record;
    switch (answer) {
      case 'agreed':
        return { ...rest, ...decision, ...because, step: 'agreed' };
      case 'sent-back':
        return { ...rest, ...decision, ...because, step: 'draft' };
      case 'declined':
        return { ...rest, ...decision, ...because, step: 'declined', ...(why ? { whyNot: why } : {}) };
    }
  },
  taken: (record, before) => (isNewDecision(record, before) ? record.decidedBy : undefined),
};

export function liveMeasure(record: MeasureRecord): 'open' | Day {
  if (isGivenUp(record)) return record.day;
  const isOver = record.step === 'sent' && (record.after === 'evaluated' || record.after === 'closed');
  if (!isOver || openCommitments(record).length > 0) return 'open';
  return latest(record.day, record.replyOn, record.answeredOn, record.reportedOn);
}

/** What an authority, a company or the public learnt may be paid back; quiet help is not known outside. */
export function reprisalsFrom(record: MeasureRecord, group: MeasureGroup): Day | undefined {
  if (record.step !== 'sent' || speaksOfNobody(record)) return undefined;
  return group === 'general' || group === 'exceptional' ? undefined : record.day;
}

/** Promises of the authorities of which nobody said yet whether they were kept. */
export function openCommitments({ commitments = [] }: MeasureRecord) {
  return commitments.filter(({ kept }) => kept === undefined);
}

export function marksOfMeasure(record: MeasureRecord): readonly CalendarMark[] {
  return [
    ...(isAhead(record.step) ? [{ day: record.day, word: 'planned' }] : []),
    ...openCommitments(record).flatMap(({ due }) => (due ? [{ day: due, word: 'commitment' }] : [])),
  ];
}

/** After it went out: tell those it was for; then what the follow-up says. */
export function nextOfMeasure(
  record: MeasureRecord,
  again: (
    same: AnyRecord,
    how: 'repeat' | 'raise-level' | 'public',
  ) => { readonly kind: string; readonly draft: AnyRecord },
): readonly { readonly kind: string; readonly draft: AnyRecord }[] {
  if (record.step !== 'sent') return [];
  const same = {
    subject: record.subject,
    ...(record.about ? { about: record.about } : {}),
    ...(record.named ? { named: record.named } : {}),
    ...(record.proceeding ? { proceeding: record.proceeding } : {}),
  };
  const { followUp } = record;
  return [
    ...(followUp === 'repeat' || followUp === 'raise-level' || followUp === 'public'
      ? [again(same, followUp)]
      : []),
    ...(record.about
      ? [
          {
            kind: 'contact',
            draft: {
              about: record.about,
              purposes: followUp === 'ask-again' ? ['consent', 'feedback'] : ['feedback'],
            },
          },
        ]
      : []),
  ];
}

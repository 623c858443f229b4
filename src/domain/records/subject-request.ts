/** Somebody asks what is written about them, or for it to be corrected or erased: through any mission, answered in 30 days. */

import { noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { defender, mission } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day, MissionCode } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { isFuture, isOtherCode, problemsOf } from './rule.ts';

/** Days within which a request is answered. */
export const ANSWER_DAYS = 30;

const answered = ['answeredOn', 'how', 'whatStays'] as const;

export const subjectRequest = defineRecordKind({
  key: 'subject-request',
  list: 'SubjectRequests',
  schema: 1,
  fields: {
    about: defender({ indexed: true }),
    what: choice('subject-request-kinds', ['access', 'correct', 'erase']),
    receivedOn: day({ indexed: true }),
    askedBy: choice('subject-askers', ['themselves', 'lawyer', 'family', 'mandated-person', 'other']),
    identityCheck: optional(
      choice('identity-checks', [
        'known-to-us',
        'code-word',
        'document-seen',
        'through-known-person',
        'not-possible',
      ]),
    ),
    throughMission: optional(mission()),
    answer: optional(choice('subject-answers', ['done', 'done-in-part', 'refused', 'taken-back'])),
    answeredOn: optional(day()),
    how: optional(choice('subject-answer-ways', ['read-aloud', 'on-paper', 'file', 'message'])),
    whatStays: optional(note({ noNames: true })),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'what', 'receivedOn', 'askedBy', 'identityCheck'],
    answer: ['answer', ...answered],
    file: ['throughMission', 'registryNumber', 'note'],
  },
  table: ['receivedOn', 'about', 'what', 'answer'],
  summary: (record, words) =>
    [
      words.text(`choices.subject-request-kinds.${record.what}`),
      record.answer && words.text(`choices.subject-answers.${record.answer}`),
    ]
      .filter(Boolean)
      .join(' · '),
  day: (record) => record.receivedOn,
  live: (record) => record.answeredOn ?? 'open',
  need: () => noNeed,
  starts: (today) => ({ receivedOn: today }),
  hides: (draft) => (draft.answer === undefined ? answered : []),
  needs: (draft) =>
    draft.answer === undefined
      ? []
      : [
          'answeredOn',
          ...(draft.answer === 'taken-back' ? [] : (['identityCheck'] as const)),
          ...(draft.answer === 'done-in-part' || draft.answer === 'refused' ? (['whatStays'] as const) : []),
        ],
  ruleNames: ['already-happened', 'answer-needs-day', 'answer-needs-check', 'say-what-stays', 'code-stays'],
  rules: (record, today, around) => {
    const { answer } = record;
    const isPart = answer === 'done-in-part' || answer === 'refused';
    return problemsOf([
      [isOtherCode(record, around), 'about', 'code-stays'],
      [isFuture(record.receivedOn, today), 'receivedOn', 'already-happened'],
      [isFuture(record.answeredOn, today), 'answeredOn', 'already-happened'],
      [answer !== undefined && record.answeredOn === undefined, 'answeredOn', 'answer-needs-day'],
      [
        (answer === 'done' || answer === 'done-in-part') &&
          (record.identityCheck === undefined || record.identityCheck === 'not-possible'),
        'identityCheck',
        'answer-needs-check',
      ],
      [isPart && record.whatStays === undefined, 'whatStays', 'say-what-stays'],
    ]);
  },
});

/** Invented, valid, complete. @public */
export const subjectRequestExample: RecordIn<typeof subjectRequest> = {
  about: '9BGPNH00W' as Code,
  what: 'erase',
  receivedOn: '2026-10-28' as Day,
  askedBy: 'lawyer',
  identityCheck: 'through-known-person',
  throughMission: 'brenland' as MissionCode,
  answer: 'done-in-part',
  answeredOn: '2026-11-16' as Day,
  how: 'read-aloud',
  whatStays: 'What was agreed stays without a name, as long as the notes that relied on it.',
  registryNumber: 'MER-2026-140',
  note: 'Wants no paper.',
};

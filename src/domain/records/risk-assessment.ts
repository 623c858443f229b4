/** How great the risk is on a day, said by whoever saves it: a level and a day to look again; the rest helps to think. */

import { noNeed } from '../consent/need.ts';
import { checklist } from '../fields/checklist.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { number } from '../fields/number.ts';
import { defender } from '../fields/reference.ts';
import { rows } from '../fields/rows.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import { addDays, type Code, type Day, isDay } from '../ids.ts';
import { type AnyRecord, defineRecordKind, type RecordIn } from '../record-kind.ts';
import { daysFor, type OwnDays } from '../usual-days.ts';
import { isFuture, problemsOf } from './rule.ts';
import { channels, riskLevels } from './vocabulary.ts';

const dimensions = ['physical', 'digital', 'psychosocial', 'legal', 'economic', 'family'] as const;

const strength = () => optional(number({ min: 1, max: 5, whole: true }));
const thought = () => optional(note({ max: 4000, noNames: true }));

/** The product shows no figure made of the three levels: a number would look like a verdict. */
export const riskAssessment = defineRecordKind({
  key: 'risk-assessment',
  list: 'RiskAssessments',
  schema: 1,
  appendOnly: true,
  fields: {
    about: defender({ indexed: true }),
    day: day({ indexed: true }),
    level: choice('risk-levels', riskLevels, { indexed: true, noDefaultInMerge: true }),
    review: day({ indexed: true }),
    why: optional(text({ noNames: true })),
    threats: thought(),
    threatsLevel: strength(),
    vulnerabilities: thought(),
    vulnerabilitiesLevel: strength(),
    capacities: thought(),
    capacitiesLevel: strength(),
    dimensions: optional(
      checklist('risk-dimensions', dimensions, 'risk-dimension-answers', [
        'no-concern',
        'concern',
        'serious',
        'not-discussed',
      ]),
    ),
    advice: optional(
      rows({
        what: text({ noNames: true }),
        by: optional(
          choice('advice-givers', ['this-mission', 'other-mission', 'ngo', 'lawyer', 'un-body', 'other']),
        ),
        channel: optional(choice('channels', channels)),
      }),
    ),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'day', 'level', 'review', 'why'],
    balance: [
      'threats',
      'threatsLevel',
      'vulnerabilities',
      'vulnerabilitiesLevel',
      'capacities',
      'capacitiesLevel',
    ],
    dimensions: ['dimensions'],
    advice: ['advice'],
    file: ['registryNumber', 'note'],
  },
  table: ['day', 'about', 'level', 'review', 'why'],
  summary: (record, words) =>
    [words.text(`choices.risk-levels.${record.level}`), record.why].filter(Boolean).join(' · '),
  sharing: {
    coarse: 'case',
    words: ['why'],
    categories: { dimensions: { psychosocial: 'health', legal: 'legal', family: 'family' } },
  },
  day: (record) => record.day,
  // The latest says how great the risk is, however long ago it was made.
  live: () => 'open',
  retention: { from: 'last-contact', months: 36 },
  need: () => noNeed,
  starts: (today) => ({ day: today }),
  fillsIn: (field, draft, own) => (field === 'level' || field === 'day' ? reviewFor(draft, own) : {}),
  ruleNames: ['already-happened', 'review-is-later', 'all-dimensions'],
  rules: (record, today) =>
    problemsOf([
      [isFuture(record.day, today), 'day', 'already-happened'],
      [record.review <= record.day, 'review', 'review-is-later'],
      [
        record.dimensions !== undefined &&
          dimensions.some((dimension) => record.dimensions?.[dimension] === undefined),
        'dimensions',
        'all-dimensions',
      ],
    ]),
  calendar: (record) => [{ day: record.review, word: 'risk-review', topic: 'risk' }],
});

/** The usual day of the next review, counted from the day of the assessment. */
function reviewFor({ level, day }: AnyRecord, own: OwnDays | undefined): AnyRecord {
  const known = riskLevels.find((each) => each === level);
  return known === undefined || !isDay(day) ? {} : { review: addDays(day, daysFor(`review-${known}`, own)) };
}

/** Invented, valid, complete. @public */
export const riskAssessmentExample: RecordIn<typeof riskAssessment> = {
  about: '9BGPNH00W' as Code,
  day: '2026-11-18' as Day,
  level: 'high',
  review: '2026-12-18' as Day,
  why: 'Followed since the last hearing, the children too',
  threats: 'A car outside the school; calls at night.',
  threatsLevel: 4,
  vulnerabilities: 'Lives at the end of the road, no working lock.',
  vulnerabilitiesLevel: 3,
  capacities: 'Neighbours look in; a cousin in Meren takes them in.',
  capacitiesLevel: 2,
  dimensions: {
    physical: { answer: 'serious', note: 'Followed on foot twice', basis: 'reported' },
    digital: { answer: 'concern' },
    psychosocial: { answer: 'concern' },
    legal: { answer: 'no-concern' },
    economic: { answer: 'not-discussed' },
    family: { answer: 'serious' },
  },
  advice: [
    { id: 'a1', what: 'Change the way to school each day', by: 'ngo', channel: 'in-person' },
    { id: 'a2', what: 'Keep the number of the duty officer' },
  ],
  registryNumber: 'MER-2026-134',
  note: 'They ask for a new lock before anything else.',
};

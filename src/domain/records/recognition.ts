/** Why we treat someone as a defender: a dated judgement of what they do, never of what they call themselves. */

import { noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { defender, entry } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day, EntryId } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { isFuture, problemsOf } from './rule.ts';

/** Never amended: a new assessment reopens the question and names the one it replaces. */
export const recognition = defineRecordKind({
  key: 'recognition',
  list: 'Recognitions',
  schema: 1,
  appendOnly: true,
  fields: {
    about: defender({ indexed: true }),
    day: day({ indexed: true }),
    does: note({ max: 4000, noNames: true }),
    context: optional(note({ max: 4000, noNames: true })),
    violenceClaim: optional(
      choice('violence-claims', ['none', 'unfounded', 'not-decisive', 'unclear', 'founded']),
    ),
    peacefulMeans: note({ max: 4000, noNames: true }),
    result: choice('recognition-results', ['qualifies', 'not-now', 'needs-more'], { noDefaultInMerge: true }),
    reason: optional(note({ max: 4000, noNames: true })),
    replaces: optional(entry('recognition')),
    registryNumber: optional(text()),
  },
  sections: {
    main: ['about', 'day', 'does', 'peacefulMeans', 'result'],
    grounds: ['context', 'violenceClaim', 'reason'],
    file: ['replaces', 'registryNumber'],
  },
  table: ['day', 'about', 'result'],
  summary: (record, words) => words.text(`choices.recognition-results.${record.result}`),
  sharing: {
    coarse: 'case',
    words: ['does', 'context', 'peacefulMeans'],
    categories: { violenceClaim: 'legal' },
  },
  day: (record) => record.day,
  live: (record) => (record.result === 'needs-more' ? 'open' : record.day),
  need: () => noNeed,
  starts: (today) => ({ day: today }),
  ruleNames: ['say-why', 'already-happened'],
  rules: (record, today) =>
    problemsOf([
      [record.result !== 'qualifies' && record.reason === undefined, 'reason', 'say-why'],
      [isFuture(record.day, today), 'day', 'already-happened'],
    ]),
});

/** Invented, valid, complete. @public */
export const recognitionExample: RecordIn<typeof recognition> = {
  about: '9BGPNH00W' as Code,
  day: '2026-03-04' as Day,
  does: 'Documents waste in the river at Oskel and helps neighbours to file complaints.',
  context: 'The right to a healthy environment; the works supply the ministry.',
  violenceClaim: 'unfounded',
  peacefulMeans:
    'Letters, samples, vigils. The claim of a broken gate was weighed: two witnesses place it an hour after the vigil.',
  result: 'qualifies',
  reason: 'Peaceful action for the rights of others, over several years.',
  replaces: '01HZX3K8Q2W7V5R4T9N6M1C0BA' as EntryId,
  registryNumber: 'MER-2026-021',
};

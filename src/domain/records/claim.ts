/** Something we were told, with who says so and how far we may rely on it. */

import { type Need, noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { defender, defenders } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day } from '../ids.ts';
import { codesOf, defineRecordKind, type RecordIn } from '../record-kind.ts';
import { isFuture, problemsOf } from './rule.ts';
import { claimSources } from './vocabulary.ts';

export const claim = defineRecordKind({
  key: 'claim',
  list: 'Claims',
  schema: 1,
  fields: {
    about: optional(defender({ indexed: true })),
    named: optional(defenders()),
    day: day({ indexed: true }),
    statement: note({ max: 4000, noNames: true }),
    source: choice('claim-sources', claimSources),
    independence: optional(
      choice('independence', ['independent', 'in-doubt', 'unknown', 'not-checked'], {
        noDefaultInMerge: true,
      }),
    ),
    reliability: optional(
      choice('reliability', ['high', 'mostly', 'doubtful', 'unreliable', 'unknown'], {
        noDefaultInMerge: true,
      }),
    ),
    verification: choice('verification', ['unverified', 'partly', 'confirmed'], { noDefaultInMerge: true }),
    use: choice('claim-uses', ['internal', 'shared', 'public'], { noDefaultInMerge: true }),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'day', 'statement', 'source', 'verification', 'use'],
    weight: ['independence', 'reliability'],
    file: ['named', 'registryNumber', 'note'],
  },
  table: ['day', 'about', 'source', 'verification', 'use'],
  summary: (record, words) =>
    `${words.text(`choices.claim-sources.${record.source}`)} · ${words.text(`choices.verification.${record.verification}`)}`,
  sharing: { coarse: 'case', words: ['statement'] },
  day: (record) => record.day,
  live: (record) => record.day,
  need: (record): Need =>
    record.use === 'internal'
      ? noNeed
      : {
          kind: 'consent',
          action: 'publicity',
          audiences: ['public'],
          // The claim itself names nobody; a text that does asks for its own level.
          identity: 'none',
          categories: [],
          persons: codesOf(record),
          basis: 'consent',
          tense: 'ahead',
        },
  starts: (today) => ({ day: today }),
  ruleNames: ['already-happened', 'unverified-not-public', 'in-doubt-not-public'],
  rules: (record, today) =>
    problemsOf([
      [isFuture(record.day, today), 'day', 'already-happened'],
      [record.use === 'public' && record.verification === 'unverified', 'use', 'unverified-not-public'],
      [record.use === 'public' && record.independence === 'in-doubt', 'use', 'in-doubt-not-public'],
    ]),
});

/** Invented, valid, complete. @public */
export const claimExample: RecordIn<typeof claim> = {
  about: '9BGPNH00W' as Code,
  named: ['GSCP57DRW' as Code],
  day: '2026-10-05' as Day,
  statement: 'The passport of one child was taken at the school and no paper was given.',
  source: 'family',
  independence: 'independent',
  reliability: 'mostly',
  verification: 'partly',
  use: 'internal',
  registryNumber: 'MER-2026-107',
  note: 'A teacher saw it.',
};

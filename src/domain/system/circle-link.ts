/** Whom a code that another mission sent us stands for, as a colleague of ours said. */

import { optional } from '../fields/define-field.ts';
import { defender, mission } from '../fields/reference.ts';
import { text } from '../fields/text.ts';
import type { Code, MissionCode } from '../ids.ts';
import type { RecordIn } from '../record-kind.ts';
import { keptKind } from './kept-kind.ts';

/** `about` is absent once the link was taken back. */
export const circleLink = keptKind({
  key: 'circle-link',
  list: 'CircleLinks',
  apart: true,
  fields: {
    circle: text(),
    code: defender({ indexed: true }),
    from: mission(),
    about: optional(defender({ indexed: true })),
  },
  table: ['code', 'from', 'about'],
  summary: (record, words) => words.cover(record.about ?? record.code),
});

export type CircleLinkRecord = RecordIn<typeof circleLink>;

/** Invented, valid, complete. @public */
export const circleLinkExample: CircleLinkRecord = {
  circle: 'meren-like-minded',
  code: 'GSCP57DRW' as Code,
  from: 'brenland' as MissionCode,
  about: '9BGPNH00W' as Code,
};

/** The code by which a defender is known to certain missions of a circle, and to nobody else. */

import '../jitless.ts';
import { document } from '../fields/document.ts';
import { defender } from '../fields/reference.ts';
import { text } from '../fields/text.ts';
import type { Code, MissionCode } from '../ids.ts';
import type { RecordIn } from '../record-kind.ts';
import { keptKind } from './kept-kind.ts';
import { missionList } from './schemas.ts';

export const circleCode = keptKind({
  key: 'circle-code',
  list: 'CircleCodes',
  apart: true,
  fields: {
    about: defender({ indexed: true }),
    circle: text(),
    code: defender({ indexed: true, unique: true }),
    recipients: document<readonly MissionCode[]>(missionList()),
  },
  table: ['about', 'circle', 'code'],
  summary: (record, words) => words.cover(record.about),
});

export type CircleCodeRecord = RecordIn<typeof circleCode>;

/** Invented, valid, complete. @public */
export const circleCodeExample: CircleCodeRecord = {
  about: '9BGPNH00W' as Code,
  circle: 'meren-like-minded',
  code: 'GSCP57DRW' as Code,
  recipients: ['brenland' as MissionCode, 'corvia' as MissionCode],
};

/** Somebody of ours whom another mission may know as well, and our answer to "shall both know?". */

import '../jitless.ts';
import * as z from 'zod/mini';
import { type ConsentNeed, noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { document } from '../fields/document.ts';
import { defender, entry, mission } from '../fields/reference.ts';
import { text } from '../fields/text.ts';
import { instant } from '../fields/time.ts';
import { type Code, dayOf, type EntryId, type Instant, type MissionCode } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { word } from './schemas.ts';

const places: z.ZodMiniType<readonly string[]> = z.array(word);

/** What the gate must clear before a mission may learn that we know somebody, or be given points among which they stand. */
export function needToMatch(about: Code, towards: MissionCode): ConsentNeed {
  return {
    kind: 'consent',
    action: 'quiet-contact',
    audiences: [`mission:${towards}`],
    identity: 'none',
    categories: [],
    persons: [about],
    basis: 'consent',
    tense: 'ahead',
  };
}

/**
 * `pairs` are places in the two lists, the same words on both sides. `row` is the entry that told our answer, `codeRow`
 * the one that gave them `code`, our circle code, once both had agreed.
 */
export const match = defineRecordKind({
  key: 'match',
  list: 'Matches',
  schema: 1,
  system: true,
  fields: {
    about: defender({ indexed: true }),
    circle: text({ max: 80 }),
    run: entry('circle-entry', { indexed: true }),
    with: mission(),
    at: instant(),
    pairs: document<readonly string[]>(places),
    we: choice('match-answers', ['open', 'yes', 'no'], { noDefaultInMerge: true }),
    row: optional(entry('circle-entry')),
    code: optional(defender()),
    codeRow: optional(entry('circle-entry')),
  },
  sections: { main: ['about', 'circle', 'run', 'with', 'at', 'pairs', 'we', 'row', 'code', 'codeRow'] },
  table: ['about', 'with', 'we'],
  summary: (record, words) => words.cover(record.about),
  day: (record) => dayOf(record.at),
  live: () => 'open',
  need: (record) => (record.we === 'yes' ? needToMatch(record.about, record.with) : noNeed),
});

export type MatchRecord = RecordIn<typeof match>;

/** Invented, valid, complete. @public */
export const matchExample: MatchRecord = {
  about: '9BGPNH00W' as Code,
  circle: 'meren-like-minded',
  run: '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId,
  with: 'brenland' as MissionCode,
  at: '2026-11-20T10:42:00Z' as Instant,
  pairs: ['12-40'],
  we: 'yes',
  row: '01HZX3K8Q2W7V5R4T9N6M1C0BG' as EntryId,
  code: 'GSCP57DRW' as Code,
  codeRow: '01HZX3K8Q2W7V5R4T9N6M1C0BH' as EntryId,
};

/** Our side of one blind comparison with another mission, and what we keep secret of it until it has ended. */

import '../jitless.ts';
import * as z from 'zod/mini';
import { noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { document } from '../fields/document.ts';
import { number } from '../fields/number.ts';
import { entry, mission } from '../fields/reference.ts';
import { text } from '../fields/text.ts';
import { instant } from '../fields/time.ts';
import { dayOf, type EntryId, type Instant, type MissionCode } from '../ids.ts';
import { type AnyRecord, defineRecordKind, type RecordIn } from '../record-kind.ts';
import { word } from './schemas.ts';

/** Key of our points, who stands at which place of our list (-1: nobody), and whom each input stands for. */
export interface MatchHeld {
  readonly scalar: string;
  readonly places: readonly number[];
  readonly codes: readonly string[];
}

/** A message that is made and may not have arrived yet: sent again as it is, under the same id. */
export interface MatchOutgoing {
  readonly row: string;
  readonly type: string;
  readonly body: AnyRecord;
  /** Whom it was made of: it goes out only while each of them may be compared. */
  readonly codes: readonly string[];
}

const held: z.ZodMiniType<MatchHeld> = z.object({
  scalar: word,
  places: z.array(z.number()),
  codes: z.array(word),
});

const outgoing: z.ZodMiniType<MatchOutgoing> = z.object({
  row: word,
  type: word,
  body: z.record(z.string(), z.json()),
  codes: z.array(word),
});

/**
 * `run` is the entry of the circle that began it. `held` is gone as soon as our part is done or the run has ended;
 * `outgoing` as soon as it has arrived. `halted`: somebody compared took their word back before it went out. `compared` people were among our points, `left` had no place or no year of birth.
 */
export const matchRun = defineRecordKind({
  key: 'match-run',
  list: 'MatchRuns',
  schema: 1,
  system: true,
  versionless: true,
  apart: true,
  fields: {
    circle: text({ max: 80 }),
    run: entry('circle-entry', { indexed: true }),
    with: mission(),
    begunBy: mission(),
    at: instant(),
    state: choice('match-run-states', ['running', 'done', 'refused', 'lapsed', 'halted'], {
      noDefaultInMerge: true,
    }),
    compared: number({ min: 0, whole: true }),
    left: number({ min: 0, whole: true }),
    held: optional(document<MatchHeld>(held)),
    outgoing: optional(document<MatchOutgoing>(outgoing)),
  },
  sections: {
    main: ['circle', 'run', 'with', 'begunBy', 'at', 'state', 'compared', 'left', 'held', 'outgoing'],
  },
  table: ['at', 'with', 'state'],
  summary: (record) => `${record.with} ${dayOf(record.at)}`,
  day: (record) => dayOf(record.at),
  live: () => 'open',
  retention: 'keep',
  need: () => noNeed,
});

export type MatchRunRecord = RecordIn<typeof matchRun>;

/** Invented, valid, complete. @public */
export const matchRunExample: MatchRunRecord = {
  circle: 'meren-like-minded',
  run: '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId,
  with: 'brenland' as MissionCode,
  begunBy: 'aldermark' as MissionCode,
  at: '2026-11-20T10:42:00Z' as Instant,
  state: 'running',
  compared: 2,
  left: 1,
  held: {
    scalar: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
    places: [-1, 0, 1],
    codes: ['9BGPNH00W', 'GSCP57DRW'],
  },
  outgoing: {
    row: '01HZX3K8Q2W7V5R4T9N6M1C0BG',
    type: 'match-ask',
    body: { key: 'x', points: 'y' },
    codes: ['9BGPNH00W', 'GSCP57DRW'],
  },
};

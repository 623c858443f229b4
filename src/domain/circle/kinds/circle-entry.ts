/** One line of a circle's index: what everybody in the circle may know of an entry, and the envelope for those it is for. */

import { choice } from '../../fields/choice.ts';
import { optional } from '../../fields/define-field.ts';
import { defender, mission } from '../../fields/reference.ts';
import { note } from '../../fields/text.ts';
import type { Code, MissionCode } from '../../ids.ts';
import type { RecordIn } from '../../record-kind.ts';
import { keptKind } from '../../system/kept-kind.ts';
import { audience, missionsIn, week } from '../circle-fields.ts';
import { circleStates, coarseKinds } from '../coarse.ts';
import { mondayOf, sundayOf, type Week } from '../week.ts';

/** `code` stands for a defender towards these missions only; `envelope` is gone once the entry was taken back. */
export const circleEntry = keptKind({
  key: 'circle-entry',
  list: 'Log',
  bare: true,
  // What was taken back would stay in its earlier states.
  versionless: true,
  fields: {
    coarse: choice('circle-coarse', coarseKinds),
    code: optional(defender()),
    from: mission(),
    week: week(),
    state: choice('circle-states', circleStates),
    audience: audience(),
    envelope: optional(note()),
  },
  table: ['week', 'coarse', 'from', 'state'],
  summary: (record) => `${record.coarse} ${record.week}`,
  day: (record) => mondayOf(record.week),
  live: (record) =>
    record.state === 'closed' || record.state === 'retracted' ? sundayOf(record.week) : 'open',
  carries: ({ envelope, audience: missions, from }) =>
    envelope === undefined ? undefined : { envelope, to: missionsIn(missions).filter((one) => one !== from) },
});

export type CircleEntryRecord = RecordIn<typeof circleEntry>;

/** Invented, valid, complete. @public */
export const circleEntryExample: CircleEntryRecord = {
  coarse: 'trial',
  code: '9BGPNH00W' as Code,
  from: 'aldermark' as MissionCode,
  week: '2026-W47' as Week,
  state: 'no-observer',
  audience: 'aldermark brenland',
  envelope: '{"protected":"eyJlbmMiOiJBMjU2R0NNIn0","iv":"x","ciphertext":"x","tag":"x"}',
};

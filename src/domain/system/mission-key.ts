/** A key of the whole mission: what others seal to it, and what signs the statements that never wait for a person. */

import { rotationReasons } from '../circle/rotation.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { number } from '../fields/number.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Day } from '../ids.ts';
import type { RecordIn } from '../record-kind.ts';
import { keptKind } from './kept-kind.ts';

/**
 * `privateJwk` is gone once the key was destroyed. `recovery` is the same key wrapped with the recovery code, and
 * `drilledOn` the day on which somebody tried that code.
 */
export const missionKey = keptKind({
  key: 'mission-key',
  list: 'MissionKeys',
  apart: true,
  versionless: true,
  fields: {
    epoch: number({ min: 1, whole: true }),
    kid: text({ max: 64 }),
    use: choice('mission-key-uses', ['seal', 'mission']),
    publicJwk: note(),
    privateJwk: optional(note()),
    from: day(),
    retiredOn: optional(day()),
    destroyedOn: optional(day()),
    recovery: optional(note()),
    drilledOn: optional(day()),
    /** Why it took the place of the key before. */
    why: optional(choice('rotation-reasons', rotationReasons)),
  },
  table: ['epoch', 'use', 'from'],
  summary: (record) => `${record.use} ${record.epoch}`,
  day: (record) => record.from,
});

export type MissionKeyRecord = RecordIn<typeof missionKey>;

/** Invented, valid, complete. @public */
export const missionKeyExample: MissionKeyRecord = {
  epoch: 2,
  kid: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
  use: 'seal',
  publicJwk: '{"crv":"P-256","kty":"EC","x":"x","y":"y"}',
  privateJwk: '{"crv":"P-256","d":"d","kty":"EC","x":"x","y":"y"}',
  from: '2026-02-18' as Day,
  retiredOn: '2026-10-01' as Day,
  destroyedOn: '2026-11-20' as Day,
  recovery: '{"protected":"eyJlbmMiOiJBMjU2R0NNIn0","ciphertext":"x"}',
  drilledOn: '2026-02-19' as Day,
  why: 'yearly',
};

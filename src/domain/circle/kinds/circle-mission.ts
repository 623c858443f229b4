/** A mission of the circle, as all its members see it. */

import { choices } from '../../fields/choice.ts';
import { optional } from '../../fields/define-field.ts';
import { yesNo } from '../../fields/number.ts';
import { mission } from '../../fields/reference.ts';
import { text } from '../../fields/text.ts';
import type { MissionCode } from '../../ids.ts';
import type { RecordIn } from '../../record-kind.ts';
import { regions } from '../../regions.ts';
import { keptKind } from '../../system/kept-kind.ts';

/** `name` is the mission's official name and `tenant` the directory its people sign in to; `connected` while it belongs to the circle. */
export const circleMission = keptKind({
  key: 'circle-mission',
  list: 'Missions',
  bare: true,
  fields: {
    code: mission({ indexed: true, unique: true }),
    name: text(),
    tenant: text({ max: 64 }),
    connected: yesNo(),
    regions: optional(choices('regional-groups', regions)),
  },
  table: ['name', 'connected', 'regions'],
  summary: (record) => record.name,
});

export type CircleMissionRecord = RecordIn<typeof circleMission>;

/** Invented, valid, complete. @public */
export const circleMissionExample: CircleMissionRecord = {
  code: 'aldermark' as MissionCode,
  name: 'Embassy of Aldermark',
  tenant: '00000000-0000-4000-8000-000000000001',
  connected: true,
  regions: ['north', 'centre'],
};

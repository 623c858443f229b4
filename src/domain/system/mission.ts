/** The one item of a mission book that says whose book it is and who works in it. */

import '../jitless.ts';
import * as z from 'zod/mini';
import { noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { document } from '../fields/document.ts';
import { mission as missionField } from '../fields/reference.ts';
import { text } from '../fields/text.ts';
import { isZone } from '../fields/time.ts';
import type { MissionCode } from '../ids.ts';
import { type MissionPerson, roles } from '../missions.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { problemsOf } from '../records/rule.ts';
import { daySchema, personMembers, word } from './schemas.ts';

const people: z.ZodMiniType<readonly MissionPerson[]> = z.array(
  z.object({
    ...personMembers,
    roles: z.array(z.enum(roles)),
    locallyEngaged: z.exactOptional(z.boolean()),
    from: z.exactOptional(daySchema()),
    to: z.exactOptional(daySchema()),
    confirmedOn: z.exactOptional(daySchema()),
    awayFrom: z.exactOptional(daySchema()),
    awayTo: z.exactOptional(daySchema()),
  }),
);

/** Months by kind key, or days by name, where this mission has something shorter or longer than is usual. */
const periods: z.ZodMiniType<Readonly<Record<string, number>>> = z.record(
  word,
  z.int().check(z.minimum(1), z.maximum(600)),
);

export const mission = defineRecordKind({
  key: 'mission',
  list: 'Mission',
  schema: 1,
  system: true,
  fields: {
    code: missionField({ unique: true, indexed: true }),
    name: text(),
    state: text(),
    hostCountry: text(),
    kind: choice('mission-kinds', [
      'embassy',
      'delegation',
      'consulate',
      'permanent-mission',
      'liaison-office',
      'capital-desk',
    ]),
    zone: text(),
    circle: optional(text({ max: 40 })),
    people: document<readonly MissionPerson[]>(people),
    retention: optional(document<Readonly<Record<string, number>>>(periods)),
    days: optional(document<Readonly<Record<string, number>>>(periods)),
  },
  sections: {
    main: ['code', 'name', 'state', 'hostCountry', 'kind', 'zone', 'circle', 'people', 'retention', 'days'],
  },
  table: ['name', 'state', 'kind'],
  summary: (record) => record.name,
  day: () => undefined,
  live: () => 'open',
  need: () => noNeed,
  ruleNames: ['known-zone'],
  rules: (record) => problemsOf([[!isZone(record.zone), 'zone', 'known-zone']]),
});

/** Invented, valid, complete. @public */
export const missionExample: RecordIn<typeof mission> = {
  code: 'aldermark' as MissionCode,
  name: 'Embassy of Aldermark',
  state: 'Aldermark',
  hostCountry: 'Varosia',
  kind: 'embassy',
  zone: 'Asia/Tbilisi',
  circle: 'meren-like-minded',
  people: [
    {
      objectId: '00000000-0000-4000-8000-000000000101',
      tenantId: '00000000-0000-4000-8000-000000000001',
      name: 'Focal point, Aldermark',
      roles: ['focal-point'],
    },
  ],
  retention: { contact: 24 },
  days: { 'no-reply': 21 },
};

/** A choice of entries that a person gave a name, in the mission's book: nothing of it is kept in the browser. */

import { noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { yesNo } from '../fields/number.ts';
import { defender, mission, person } from '../fields/reference.ts';
import { text } from '../fields/text.ts';
import type { Code, MissionCode } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';

/** `name` is absent once its owner threw it away: nothing is deleted while lists are read bit by bit. */
export const savedFilter = defineRecordKind({
  key: 'saved-filter',
  list: 'SavedFilters',
  schema: 1,
  system: true,
  fields: {
    owner: person(),
    name: optional(text({ max: 60, noNames: true })),
    ofKind: optional(text({ max: 40 })),
    who: optional(defender()),
    period: optional(choice('filter-periods', ['30', '90', '365'])),
    mine: optional(yesNo()),
    state: optional(choice('filter-states', ['open', 'done'])),
    status: optional(text({ max: 40 })),
    mission: optional(mission()),
  },
  sections: {
    main: ['owner', 'name', 'ofKind', 'who', 'period', 'mine', 'state', 'status', 'mission'],
  },
  table: ['name', 'ofKind', 'who'],
  summary: (record) => record.name ?? '',
  day: () => undefined,
  live: () => 'open',
  need: () => noNeed,
});

/** Invented, valid, complete. @public */
export const savedFilterExample: RecordIn<typeof savedFilter> = {
  owner: {
    objectId: '00000000-0000-4000-8000-000000000101',
    tenantId: '00000000-0000-4000-8000-000000000001',
    name: 'Focal point, Aldermark',
  },
  name: 'Hearings still to come',
  ofKind: 'hearing',
  who: '9BGPNH00W' as Code,
  period: '90',
  mine: true,
  state: 'open',
  status: 'held',
  mission: 'aldermark' as MissionCode,
};

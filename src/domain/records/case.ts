/** A case: what happened to one defender or to several, followed under a code of its own until it is closed. */

import { noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { yesNo } from '../fields/number.ts';
import { defender, defenders, person } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { isFuture, isOtherCode, problemsOf } from './rule.ts';

/** `about` is the case's own code, `named` are its defenders; a defender may stand in several cases. */
export const caseKind = defineRecordKind({
  key: 'case',
  list: 'Cases',
  schema: 1,
  fields: {
    about: defender({ indexed: true, unique: true, units: ['case'] }),
    named: defenders(),
    gist: text({ noNames: true }),
    state: choice('case-states', ['open', 'closed'], { indexed: true }),
    kind: optional(
      choice('case-kinds', [
        'threat-or-attack',
        'arrest-or-detention',
        'prosecution',
        'harassment',
        'disappearance-or-killing',
        'travel-or-documents',
        'work-or-organisation',
        'other',
      ]),
    ),
    lead: optional(person()),
    openedOn: optional(day({ indexed: true })),
    closedOn: optional(day({ indexed: true })),
    ownMissionOnly: optional(yesNo()),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'named', 'gist', 'state'],
    course: ['kind', 'lead', 'openedOn', 'closedOn'],
    file: ['ownMissionOnly', 'registryNumber', 'note'],
  },
  table: ['openedOn', 'about', 'gist', 'state', 'lead'],
  summary: (record) => record.gist,
  day: (record) => record.openedOn,
  live: (record) => (record.state === 'closed' && record.closedOn ? record.closedOn : 'open'),
  need: () => noNeed,
  noExport: (record) => (record.ownMissionOnly === true ? [record.about] : []),
  starts: (today) => ({ openedOn: today, state: 'open' }),
  hides: (draft) => (draft.state === 'closed' ? [] : ['closedOn']),
  ruleNames: ['not-its-own-defender', 'closed-needs-day', 'already-happened', 'code-stays'],
  rules: (record, today, around) =>
    problemsOf([
      [isOtherCode(record, around), 'about', 'code-stays'],
      [record.named.includes(record.about), 'named', 'not-its-own-defender'],
      [record.state === 'closed' && record.closedOn === undefined, 'closedOn', 'closed-needs-day'],
      [isFuture(record.openedOn, today), 'openedOn', 'already-happened'],
      [isFuture(record.closedOn, today), 'closedOn', 'already-happened'],
    ]),
});

/** Invented, valid, complete. @public */
export const caseKindExample: RecordIn<typeof caseKind> = {
  about: '5Z9DSRTT4' as Code,
  named: ['2GW9KRPCZ' as Code, '9BGPNH00W' as Code],
  gist: 'Prosecution after the vigil at the river, Oskel',
  state: 'closed',
  kind: 'prosecution',
  lead: {
    objectId: '00000000-0000-4000-8000-000000000101',
    tenantId: '00000000-0000-4000-8000-000000000001',
    name: 'Focal point, Aldermark',
  },
  openedOn: '2026-03-10' as Day,
  closedOn: '2026-11-10' as Day,
  ownMissionOnly: true,
  registryNumber: 'MER-2026-030',
  note: 'Two defendants, one trial.',
};

/** Something got out, or may have: what, about whom, who was informed, and when those concerned were told. */

import { noNeed } from '../consent/need.ts';
import { choice, choices } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { defender, defenders } from '../fields/reference.ts';
import { rows } from '../fields/rows.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day } from '../ids.ts';
import { codesOf, defineRecordKind, type RecordIn } from '../record-kind.ts';
import { futureIn, isFuture, problemsOf } from './rule.ts';
import { channels } from './vocabulary.ts';

/** Hours are counted in days here: 72 hours after it was discovered. */
export const NOTE_DAYS = 3;

export const incident = defineRecordKind({
  key: 'incident',
  list: 'Incidents',
  schema: 1,
  fields: {
    about: optional(defender({ indexed: true })),
    named: optional(defenders()),
    discoveredOn: day({ indexed: true }),
    gist: text({ noNames: true }),
    what: choice('incident-kinds', [
      'device-lost',
      'account-taken-over',
      'sent-to-the-wrong-person',
      'seen-or-overheard',
      'paper-lost',
      'shared-too-widely',
      'other',
    ]),
    state: choice('incident-states', ['open', 'contained', 'closed']),
    happenedOn: optional(day()),
    measures: optional(
      choices('incident-measures', [
        'access-ended',
        'device-wiped',
        'password-changed',
        'message-recalled',
        'recipients-asked-to-delete',
        'safe-contact-changed',
        'risk-assessed-again',
      ]),
    ),
    informed: optional(
      rows({
        who: choice('incident-informed', [
          'head-of-mission',
          'own-ministry',
          'data-protection-officer',
          'supervisory-authority',
          'it-security',
          'other-missions',
        ]),
        on: day(),
      }),
    ),
    noteSentOn: optional(day()),
    noNoteWhy: optional(text({ noNames: true })),
    told: optional(rows({ code: defender(), on: day(), channel: choice('channels', channels) })),
    closedOn: optional(day()),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['gist', 'what', 'discoveredOn', 'state', 'about', 'named'],
    answer: ['happenedOn', 'measures', 'informed', 'noteSentOn', 'noNoteWhy', 'told', 'closedOn'],
    file: ['registryNumber', 'note'],
  },
  table: ['discoveredOn', 'gist', 'what', 'state'],
  summary: (record) => record.gist,
  day: (record) => record.discoveredOn,
  live: (record) => (record.state === 'closed' && record.closedOn ? record.closedOn : 'open'),
  need: () => noNeed,
  starts: (today) => ({ discoveredOn: today, state: 'open' }),
  hides: (draft) => (draft.state === 'closed' ? [] : ['closedOn']),
  needs: (draft) => (draft.state === 'closed' ? ['closedOn'] : []),
  ruleNames: [
    'already-happened',
    'happened-before-discovered',
    'closed-needs-day',
    'closed-needs-note',
    'told-first',
  ],
  rules: (record, today) => {
    const isClosed = record.state === 'closed';
    const told = new Set((record.told ?? []).map(({ code }) => code));
    return problemsOf([
      [isFuture(record.discoveredOn, today), 'discoveredOn', 'already-happened'],
      [isFuture(record.noteSentOn, today), 'noteSentOn', 'already-happened'],
      [futureIn(record.informed, ['on'], today), 'informed', 'already-happened'],
      [futureIn(record.told, ['on'], today), 'told', 'already-happened'],
      [isFuture(record.closedOn, today), 'closedOn', 'already-happened'],
      [
        record.happenedOn !== undefined && record.happenedOn > record.discoveredOn,
        'happenedOn',
        'happened-before-discovered',
      ],
      [isClosed && record.closedOn === undefined, 'closedOn', 'closed-needs-day'],
      [
        isClosed && record.noteSentOn === undefined && record.noNoteWhy === undefined,
        'noteSentOn',
        'closed-needs-note',
      ],
      [isClosed && codesOf(record).some((code) => !told.has(code)), 'told', 'told-first'],
    ]);
  },
});

/** Invented, valid, complete. @public */
export const incidentExample: RecordIn<typeof incident> = {
  about: '9BGPNH00W' as Code,
  named: ['GSCP57DRW' as Code],
  discoveredOn: '2026-11-09' as Day,
  gist: 'A phone with secure messages was left in a taxi in Meren',
  what: 'device-lost',
  state: 'closed',
  happenedOn: '2026-11-08' as Day,
  measures: ['access-ended', 'device-wiped', 'safe-contact-changed'],
  informed: [{ id: 'i1', who: 'own-ministry', on: '2026-11-09' as Day }],
  noteSentOn: '2026-11-10' as Day,
  noNoteWhy: 'Sent all the same: two people are named in messages',
  told: [
    { id: 't1', code: '9BGPNH00W' as Code, on: '2026-11-10' as Day, channel: 'in-person' },
    { id: 't2', code: 'GSCP57DRW' as Code, on: '2026-11-10' as Day, channel: 'in-person' },
  ],
  closedOn: '2026-11-17' as Day,
  registryNumber: 'MER-2026-139',
  note: 'Found again after a week, unopened as far as anybody can tell.',
};

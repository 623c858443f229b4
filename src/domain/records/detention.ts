/** One place in which somebody is or was held, from a day to a day: the places of a person make the history of transfers. */

import { noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { yesNo } from '../fields/number.ts';
import { defender } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day } from '../ids.ts';
import { placeIn } from '../place-words.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { isFuture, isOtherCode, problemsOf } from './rule.ts';
import { categoriesOfPlace, claimSources, facilityKinds } from './vocabulary.ts';

/** Where somebody is; whether they are free, charged or serving is said by changes of status alone. */
export const detention = defineRecordKind({
  key: 'detention',
  list: 'Detentions',
  schema: 1,
  fields: {
    about: defender({ indexed: true }),
    facility: text({ suggests: 'facilities' }),
    heldIn: optional(choice('facility-kinds', facilityKinds)),
    from: day({ indexed: true }),
    to: optional(day({ indexed: true })),
    source: optional(choice('claim-sources', claimSources)),
    notified: optional(choice('notified', ['yes', 'late', 'no'])),
    legalGround: optional(text({ noNames: true })),
    incommunicado: optional(yesNo()),
    alone: optional(yesNo()),
    lawyerAdmitted: optional(yesNo()),
    familyAdmitted: optional(yesNo()),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'facility', 'heldIn', 'from', 'to'],
    access: [
      'source',
      'notified',
      'legalGround',
      'incommunicado',
      'alone',
      'lawyerAdmitted',
      'familyAdmitted',
    ],
    file: ['registryNumber', 'note'],
  },
  table: ['from', 'to', 'about', 'facility', 'heldIn'],
  summary: (record, words) =>
    [placeIn(record.facility, words), record.heldIn && words.text(`choices.facility-kinds.${record.heldIn}`)]
      .filter(Boolean)
      .join(' · '),
  sharing: {
    coarse: 'case',
    action: 'prison',
    words: ['facility', 'legalGround'],
    categories: {
      '*': ({ heldIn }) => categoriesOfPlace(heldIn),
      legalGround: 'legal',
      familyAdmitted: 'family',
    },
  },
  day: (record) => record.from,
  live: (record) => record.to ?? 'open',
  need: () => noNeed,
  starts: (today) => ({ from: today }),
  ruleNames: ['already-happened', 'to-is-later', 'code-stays'],
  rules: (record, today, around) =>
    problemsOf([
      [isOtherCode(record, around), 'about', 'code-stays'],
      [isFuture(record.from, today), 'from', 'already-happened'],
      [record.to !== undefined && record.to < record.from, 'to', 'to-is-later'],
      [isFuture(record.to, today), 'to', 'already-happened'],
    ]),
  next: (record) =>
    record.to === undefined
      ? []
      : [
          { kind: 'detention', draft: { about: record.about, from: record.to } },
          { kind: 'status-change', draft: { about: record.about, day: record.to } },
        ],
});

/** Invented, valid, complete. @public */
export const detentionExample: RecordIn<typeof detention> = {
  about: '2GW9KRPCZ' as Code,
  facility: 'Meren Remand Centre No. 2',
  heldIn: 'remand-centre',
  from: '2026-09-14' as Day,
  to: '2026-11-02' as Day,
  source: 'lawyer',
  notified: 'late',
  legalGround: 'Court order, two months',
  incommunicado: false,
  alone: true,
  lawyerAdmitted: true,
  familyAdmitted: false,
  registryNumber: 'MER-2026-099',
  note: 'Moved at night; the family learnt of it at the gate.',
};

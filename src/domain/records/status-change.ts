/** A change in where and how someone is: free, held, missing. The history is these entries, none of them ever rewritten. */

import { heldStatuses } from '../consent/circumstances.ts';
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
import { isFuture, problemsOf } from './rule.ts';
import { categoriesOfPlace, claimSources, facilityKinds, statuses } from './vocabulary.ts';

export const statusChange = defineRecordKind({
  key: 'status-change',
  list: 'StatusChanges',
  schema: 1,
  appendOnly: true,
  fields: {
    about: defender({ indexed: true }),
    status: choice('statuses', statuses, { indexed: true, noDefaultInMerge: true }),
    day: day({ indexed: true }),
    source: choice('claim-sources', claimSources),
    heldIn: optional(choice('facility-kinds', facilityKinds)),
    facility: optional(text({ suggests: 'facilities' })),
    familyTold: optional(yesNo()),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'status', 'day', 'source'],
    place: ['heldIn', 'facility', 'familyTold'],
    file: ['registryNumber', 'note'],
  },
  table: ['day', 'about', 'status', 'facility'],
  summary: (record, words) =>
    [words.text(`choices.statuses.${record.status}`), record.facility && placeIn(record.facility, words)]
      .filter(Boolean)
      .join(' · '),
  sharing: {
    coarse: 'case',
    words: ['facility'],
    categories: {
      '*': ({ heldIn }) => categoriesOfPlace(heldIn),
      status: {
        'detained-without-charge': 'legal',
        'pre-trial-detention': 'legal',
        'house-arrest': 'legal',
        'on-trial-at-liberty': 'legal',
        serving: 'legal',
        released: 'legal',
        acquitted: 'legal',
      },
      heldIn: 'legal',
      facility: 'legal',
      familyTold: 'family',
    },
  },
  day: (record) => record.day,
  status: (record) => record.status,
  // What the gate must know about a person today may have changed years ago.
  live: () => 'open',
  // As long as the defender: the last one says how they are.
  retention: { from: 'last-contact', months: 36 },
  need: () => noNeed,
  starts: (today) => ({ day: today }),
  ruleNames: ['already-happened'],
  rules: (record, today) => problemsOf([[isFuture(record.day, today), 'day', 'already-happened']]),
  bringsNews: (record) => record.day,
  // The place has a history of its own, with days, transfers and who was let in.
  next: (record) =>
    heldStatuses.includes(record.status)
      ? [
          {
            kind: 'detention',
            draft: {
              about: record.about,
              from: record.day,
              source: record.source,
              ...(record.heldIn ? { heldIn: record.heldIn } : {}),
              ...(record.facility ? { facility: record.facility } : {}),
            },
          },
        ]
      : [],
});

/** Invented, valid, complete. @public */
export const statusChangeExample: RecordIn<typeof statusChange> = {
  about: '2GW9KRPCZ' as Code,
  status: 'pre-trial-detention',
  day: '2026-09-14' as Day,
  source: 'family',
  heldIn: 'remand-centre',
  facility: 'Meren Remand Centre No. 2',
  familyTold: true,
  registryNumber: 'MER-2026-098',
  note: 'Moved from the police station the same night.',
};

/** An organisation that protects people here: what it offers, where, whether it is independent, and how to reach it. */

import { noNeed } from '../consent/need.ts';
import { choice, choices, code } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { person } from '../fields/reference.ts';
import { comma } from '../fields/signs.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Day } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { isFuture, problemsOf } from './rule.ts';
import { placeClasses } from './vocabulary.ts';

export const protectionActor = defineRecordKind({
  key: 'protection-actor',
  list: 'ProtectionActors',
  schema: 1,
  fields: {
    organisation: text(),
    actorKind: choice('actor-kinds', [
      'local-ngo',
      'national-ngo',
      'international-ngo',
      'lawyers',
      'shelter',
      'clinic',
      'ombudsman',
      'un-body',
      'media',
      'faith',
      'network',
      'other',
    ]),
    offers: choices('actor-offers', [
      'legal-aid',
      'medical',
      'psychosocial',
      'shelter',
      'relocation',
      'digital-security',
      'funds',
      'emergency-phone',
      'monitoring',
      'training',
      'family-support',
    ]),
    place: optional(text()),
    independence: optional(
      choice('independence', ['independent', 'in-doubt', 'unknown', 'not-checked'], {
        noDefaultInMerge: true,
      }),
    ),
    confirmedOn: optional(day({ indexed: true })),
    offersNote: optional(text({ noNames: true })),
    placeClass: optional(choice('place-classes', placeClasses)),
    languages: optional(text()),
    checkedOn: optional(day()),
    checkedBy: optional(person()),
    checkedHow: optional(text({ noNames: true })),
    contactThrough: optional(text({ noNames: true })),
    listedAs: optional(code('ngos')),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['organisation', 'actorKind', 'offers', 'place', 'independence', 'confirmedOn'],
    offer: ['offersNote', 'placeClass', 'languages', 'contactThrough'],
    checked: ['checkedOn', 'checkedBy', 'checkedHow'],
    file: ['listedAs', 'registryNumber', 'note'],
  },
  table: ['organisation', 'offers', 'place', 'independence', 'confirmedOn'],
  summary: (record, words) =>
    [
      record.organisation,
      record.offers.map((offer) => words.text(`choices.actor-offers.${offer}`)).join(comma(words.locale)),
      record.independence === 'in-doubt' && words.text('choices.independence.in-doubt'),
    ]
      .filter(Boolean)
      .join(' · '),
  day: (record) => record.confirmedOn,
  live: () => 'open',
  need: () => noNeed,
  retention: 'keep',
  starts: (today) => ({ confirmedOn: today }),
  hides: (draft) =>
    draft.independence === undefined || draft.independence === 'not-checked'
      ? ['checkedOn', 'checkedBy', 'checkedHow']
      : [],
  needs: (draft) => (isChecked(draft.independence) ? ['checkedOn', 'checkedHow'] : []),
  ruleNames: ['already-happened', 'checked-when', 'checked-how'],
  rules: (record, today) =>
    problemsOf([
      [isFuture(record.confirmedOn, today), 'confirmedOn', 'already-happened'],
      [isFuture(record.checkedOn, today), 'checkedOn', 'already-happened'],
      [isChecked(record.independence) && record.checkedOn === undefined, 'checkedOn', 'checked-when'],
      [isChecked(record.independence) && record.checkedHow === undefined, 'checkedHow', 'checked-how'],
    ]),
  cautionNames: ['not-sole-source'],
  cautions: (record) =>
    record.independence === 'in-doubt' ? [{ field: 'independence', name: 'not-sole-source' }] : [],
});

/** Invented, valid, complete. @public */
export const protectionActorExample: RecordIn<typeof protectionActor> = {
  organisation: 'Oskel Legal Advice Desk',
  actorKind: 'lawyers',
  offers: ['legal-aid', 'family-support'],
  place: 'Oskel',
  independence: 'independent',
  confirmedOn: '2026-11-10' as Day,
  offersNote: 'Four lawyers; visits the colony every second week',
  placeClass: 'regional-town',
  languages: 'Varosian, English',
  checkedOn: '2026-10-02' as Day,
  checkedBy: {
    objectId: '00000000-0000-4000-8000-000000000102',
    tenantId: '00000000-0000-4000-8000-000000000001',
    name: 'Deputy, Aldermark',
  },
  checkedHow: 'Asked two lawyers and the regional network',
  contactThrough: 'Their office; write first',
  listedAs: 'oskel-legal-advice',
  registryNumber: 'MER-2026-142',
  note: 'Closed in August.',
};

/** Somebody looked into it and came to an answer. */
function isChecked(independence: unknown): boolean {
  return independence === 'independent' || independence === 'in-doubt';
}

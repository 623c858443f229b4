/** A defender, a group or a related person, known by code: how to support them safely, never who they are. */

import { givers } from '../consent/consent-file.ts';
import { type DataCategory, noNeed } from '../consent/need.ts';
import { choice, choices } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { yesNo } from '../fields/number.ts';
import { defender as defenderField } from '../fields/reference.ts';
import { rows } from '../fields/rows.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day } from '../ids.ts';
import { type AnyRecord, defineRecordKind, type RecordIn } from '../record-kind.ts';
import { isFuture, isOtherCode, problemsOf } from './rule.ts';
import { channels, placeClasses, riskLevels, units } from './vocabulary.ts';

const ofGroups = {
  lgbtqi: 'sexual-orientation',
  'religious-or-ethnic-minority': 'religion',
  disability: 'health',
  refugee: 'immigration',
} as const;

const ofNeeds: Readonly<Record<string, DataCategory>> = {
  medical: 'health',
  psychosocial: 'health',
  visa: 'immigration',
  'travel-document': 'immigration',
  'legal-aid': 'legal',
  schooling: 'family',
  'contact-with-detained': 'family',
};

const collective: readonly unknown[] = ['group', 'community', 'organisation'];

export const defender = defineRecordKind({
  key: 'defender',
  list: 'Defenders',
  schema: 1,
  fields: {
    about: defenderField({ indexed: true, unique: true }),
    unit: choice('units', units),
    riskLevel: optional(choice('risk-levels', riskLevels, { indexed: true, noDefaultInMerge: true })),
    riskReview: optional(day({ indexed: true })),
    riskNote: optional(note({ noNames: true })),
    minor: optional(yesNo()),
    fieldsOfWork: optional(
      choices('fields-of-work', [
        'civil-political',
        'economic-social-cultural',
        'environment-land',
        'womens-rights',
        'lgbtqi',
        'minority-indigenous',
        'labour',
        'media',
        'anti-corruption',
        'legal-defence',
        'democracy',
        'health-social',
        'other',
      ]),
    ),
    occupations: optional(
      choices('occupations', [
        'lawyer',
        'journalist',
        'artist',
        'trade-unionist',
        'academic',
        'health-worker',
        'community-leader',
        'blogger',
        'ngo-staff',
        'teacher',
        'entrepreneur',
        'politician',
        'other',
      ]),
    ),
    placeClass: optional(choice('place-classes', placeClasses)),
    members: optional(rows({ code: defenderField(), from: optional(day()), to: optional(day()) })),
    relations: optional(
      rows({
        relation: choice('relations', [
          'spouse',
          'child',
          'parent',
          'sibling',
          'colleague',
          'lawyer',
          'member-of',
        ]),
        code: defenderField(),
      }),
    ),
    needs: optional(
      choices('needs', [
        'safe-place',
        'visa',
        'travel-document',
        'medical',
        'psychosocial',
        'legal-aid',
        'schooling',
        'income',
        'contact-with-detained',
        'other',
      ]),
    ),
    needsNote: optional(note({ noNames: true })),
    speakers: optional(
      rows({
        giver: choice('givers', givers),
        giverRef: text({ max: 80, noNames: true }),
        giverCode: optional(defenderField()),
        proof: optional(text({ noNames: true })),
        from: optional(day()),
        to: optional(day()),
        limits: optional(note({ max: 2000, noNames: true })),
        doNotInvolve: optional(yesNo()),
      }),
    ),
    tags: optional(
      choices('group-tags', [
        'woman',
        'lgbtqi',
        'environmental',
        'journalist',
        'youth',
        'older',
        'disability',
        'indigenous',
        'religious-or-ethnic-minority',
        'refugee',
      ]),
    ),
    tagsPurpose: optional(text({ noNames: true })),
    safeChannels: optional(
      rows({ channel: choice('channels', channels), hint: optional(text({ noNames: true })) }),
    ),
    forbiddenChannels: optional(choices('channels', channels)),
    safeHours: optional(text()),
    onlyThemStart: optional(yesNo()),
    codeWordHint: optional(text({ noNames: true })),
    contactCheckedOn: optional(day()),
    ownMissionOnly: optional(yesNo()),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'unit', 'riskLevel', 'riskReview'],
    risk: ['riskNote', 'minor'],
    work: ['fieldsOfWork', 'occupations', 'placeClass'],
    people: ['members', 'relations', 'needs', 'needsNote'],
    speakers: ['speakers'],
    tags: ['tags', 'tagsPurpose'],
    'safe-contact': [
      'safeChannels',
      'forbiddenChannels',
      'safeHours',
      'onlyThemStart',
      'codeWordHint',
      'contactCheckedOn',
    ],
    file: ['ownMissionOnly', 'registryNumber', 'note'],
  },
  unlisted: ['tags', 'tagsPurpose'],
  table: ['about', 'unit', 'riskLevel', 'riskReview'],
  summary: (record, words) => `${words.cover(record.about)} · ${words.text(`choices.units.${record.unit}`)}`,
  sharing: {
    coarse: 'case',
    action: 'quiet-contact',
    words: ['needsNote', 'riskNote'],
    stays: ['speakers', 'safeChannels', 'forbiddenChannels', 'safeHours', 'codeWordHint'],
    categories: {
      unit: { 'family-member': 'family' },
      fieldsOfWork: ofGroups,
      relations: { spouse: 'family', child: 'family', parent: 'family', sibling: 'family' },
      needs: ofNeeds,
      needsNote: ({ needs = [] }) => needs.flatMap((need) => ofNeeds[need] ?? []),
      tags: ofGroups,
      onlyThemStart: 'contact',
      contactCheckedOn: 'contact',
    },
  },
  day: () => undefined,
  live: () => 'open',
  retention: { from: 'last-contact', months: 36 },
  need: () => noNeed,
  // A group has a file of its own; its members are asked one by one where a case names them.
  unit: ({ unit }) => (collective.includes(unit) ? { unit: 'group', named: [] } : { unit: 'person' }),
  members: (record) => (record.members ?? []).map(({ code }) => code),
  person: ({ unit, minor, speakers }) => ({
    // Without what only a form needs.
    speakers: (speakers ?? []).map(({ id: _, ...speaker }) => speaker),
    minor: minor === true,
    group: collective.includes(unit),
  }),
  hides: (draft: AnyRecord) => (collective.includes(draft.unit) ? ['minor'] : ['members']),
  ruleNames: [
    'level-needs-review',
    'tags-need-purpose',
    'safe-and-forbidden',
    'member-of-itself',
    'related-to-itself',
    'code-stays',
    'already-happened',
  ],
  rules: (record, today, around) =>
    problemsOf([
      [isOtherCode(record, around), 'about', 'code-stays'],
      [record.riskLevel !== undefined && record.riskReview === undefined, 'riskReview', 'level-needs-review'],
      [record.tags !== undefined && record.tagsPurpose === undefined, 'tagsPurpose', 'tags-need-purpose'],
      [
        record.safeChannels?.some(({ channel }) => record.forbiddenChannels?.includes(channel)) ?? false,
        'forbiddenChannels',
        'safe-and-forbidden',
      ],
      [record.members?.some(({ code }) => code === record.about) ?? false, 'members', 'member-of-itself'],
      [
        record.relations?.some(({ code }) => code === record.about) ?? false,
        'relations',
        'related-to-itself',
      ],
      [isFuture(record.contactCheckedOn, today), 'contactCheckedOn', 'already-happened'],
    ]),
  noExport: (record) => (record.ownMissionOnly === true ? [record.about] : []),
  calendar: (record) =>
    record.riskReview ? [{ day: record.riskReview, word: 'risk-review', topic: 'risk' }] : [],
});

/** Invented, valid, complete. @public */
export const defenderExample: RecordIn<typeof defender> = {
  about: '9BGPNH00W' as Code,
  unit: 'individual',
  riskLevel: 'high',
  riskReview: '2026-12-15' as Day,
  riskNote: 'Watched at home since the summons for a talk; the family too.',
  minor: false,
  fieldsOfWork: ['environment-land'],
  occupations: ['community-leader'],
  placeClass: 'regional-town',
  relations: [{ id: 'r1', relation: 'child', code: 'GSCP57DRW' as Code }],
  needs: ['travel-document', 'legal-aid'],
  needsNote: 'One passport of the family was seized.',
  speakers: [
    {
      id: 's1',
      giver: 'legal-representative',
      giverRef: 'chosen lawyer',
      proof: 'Signed power seen in Oskel',
    },
    { id: 's2', giver: 'family', giverRef: 'elder brother', doNotInvolve: true },
  ],
  tags: ['environmental', 'indigenous'],
  tagsPurpose: 'To ask for the fund kept for environmental defenders',
  safeChannels: [
    { id: 'c1', channel: 'secure-message' },
    { id: 'c2', channel: 'in-person', hint: 'Market days' },
  ],
  forbiddenChannels: ['phone'],
  safeHours: '18:00 to 20:00',
  onlyThemStart: false,
  codeWordHint: 'The fruit we talked about',
  contactCheckedOn: '2026-11-02' as Day,
  ownMissionOnly: false,
  registryNumber: 'MER-2026-114',
  note: 'Trial at liberty; the next hearing was postponed.',
};

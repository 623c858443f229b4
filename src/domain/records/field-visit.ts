/** A visit outside the capital: where, with which missions and organisations, whom we met, what is to be done after it. */

import { type Need, noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { yesNo } from '../fields/number.ts';
import { defender, defenders, entry, mission, person } from '../fields/reference.ts';
import { rows } from '../fields/rows.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day, EntryId, MissionCode } from '../ids.ts';
import { placeIn } from '../place-words.ts';
import { codesOf, defineRecordKind, type RecordIn } from '../record-kind.ts';
import { isFuture, latest, problemsOf } from './rule.ts';
import { placeClasses } from './vocabulary.ts';

export const fieldVisit = defineRecordKind({
  key: 'field-visit',
  list: 'FieldVisits',
  schema: 1,
  fields: {
    about: optional(defender({ indexed: true })),
    named: optional(defenders()),
    day: day({ indexed: true }),
    step: choice('field-visit-steps', ['planned', 'announced', 'done', 'cancelled'], {
      indexed: true,
      noDefaultInMerge: true,
    }),
    place: text({ noNames: true, suggests: 'places' }),
    placeClass: optional(choice('place-classes', placeClasses)),
    gist: optional(text({ noNames: true })),
    remote: optional(yesNo()),
    announcedTo: optional(choice('field-visit-told', ['nobody', 'local-authority', 'ministry', 'police'])),
    missions: optional(rows({ mission: mission(), who: optional(person()) })),
    actors: optional(rows({ actor: entry('protection-actor'), what: optional(text({ noNames: true })) })),
    followUps: optional(rows({ what: text({ noNames: true }), owner: person(), due: day() })),
    withoutConsentWhy: optional(note({ max: 2000, noNames: true })),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'named', 'day', 'step', 'place', 'gist'],
    where: ['placeClass', 'remote', 'announcedTo'],
    with: ['missions', 'actors'],
    after: ['followUps'],
    file: ['withoutConsentWhy', 'registryNumber', 'note'],
  },
  table: ['day', 'place', 'step', 'gist', 'missions'],
  summary: (record, words) =>
    [placeIn(record.place, words), words.text(`choices.field-visit-steps.${record.step}`), record.gist]
      .filter(Boolean)
      .join(' · '),
  sharing: { coarse: 'visit', words: ['place', 'gist'] },
  day: (record) => record.day,
  live: (record) =>
    record.step === 'planned' || record.step === 'announced'
      ? 'open'
      : latest(record.day, ...(record.followUps ?? []).map(({ due }) => due)),
  // Whoever is told that we come and whom we see learns names; a visit to a place, told to nobody, names nobody outside.
  need: (record): Need => {
    const persons = codesOf(record);
    const told = record.announcedTo !== undefined && record.announcedTo !== 'nobody';
    if (persons.length === 0 || record.step === 'cancelled' || (!told && record.step !== 'announced'))
      return noNeed;
    return {
      kind: 'consent',
      action: 'quiet-contact',
      audiences: ['host-authority'],
      identity: 'full-name',
      categories: [],
      persons,
      basis: 'consent',
      tense: record.step === 'done' ? 'past' : 'ahead',
    };
  },
  starts: (today) => ({ day: today }),
  hides: (draft) => (draft.step === 'done' ? [] : ['withoutConsentWhy']),
  needs: (draft) => (draft.step === 'announced' ? ['announcedTo'] : []),
  ruleNames: ['already-happened', 'announced-to-whom'],
  rules: (record, today) =>
    problemsOf([
      [record.step === 'done' && isFuture(record.day, today), 'day', 'already-happened'],
      [
        record.step === 'announced' && (record.announcedTo === undefined || record.announcedTo === 'nobody'),
        'announcedTo',
        'announced-to-whom',
      ],
    ]),
  calendar: (record) =>
    record.step === 'planned' || record.step === 'announced'
      ? [{ day: record.day, word: 'visit', appointment: true, place: record.place }]
      : [{ day: record.day, word: 'visited' }],
  attends: (record) => (record.missions ?? []).flatMap(({ who }) => (who ? [who] : [])),
  measure: (record) =>
    record.step === 'done' && codesOf(record).length > 0 ? 'visit-to-defender' : undefined,
  bringsNews: (record) => (record.step === 'done' ? record.day : undefined),
  checksReprisals: (record) =>
    record.step === 'done' && codesOf(record).length > 0 ? record.day : undefined,
  promises: (record) => record.followUps ?? [],
});

/** Invented, valid, complete. @public */
export const fieldVisitExample: RecordIn<typeof fieldVisit> = {
  about: '9BGPNH00W' as Code,
  named: ['2GW9KRPCZ' as Code],
  day: '2026-11-10' as Day,
  step: 'done',
  place: 'Oskel',
  placeClass: 'regional-town',
  gist: 'Met five people who are afraid to come to the capital',
  remote: true,
  announcedTo: 'nobody',
  missions: [
    { id: 'm1', mission: 'aldermark' as MissionCode },
    { id: 'm2', mission: 'brenland' as MissionCode },
  ],
  actors: [{ id: 'a1', actor: '01HZX3K8Q2W7V5R4T9N6M1C0BJ' as EntryId, what: 'Runs the legal advice desk' }],
  followUps: [
    {
      id: 'f1',
      what: 'Send the list of lawyers',
      owner: {
        objectId: '00000000-0000-4000-8000-000000000102',
        tenantId: '00000000-0000-4000-8000-000000000001',
        name: 'Deputy, Aldermark',
      },
      due: '2026-11-24' as Day,
    },
  ],
  withoutConsentWhy: 'Nobody was told beforehand.',
  registryNumber: 'MER-2026-141',
  note: 'The road is closed after the first snow.',
};

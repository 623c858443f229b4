/** A contact: with whom, when, in one line, and what was asked, told and promised. */

import { noNeed } from '../consent/need.ts';
import { choice, choices } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { yesNo } from '../fields/number.ts';
import { defender, defenders, person } from '../fields/reference.ts';
import { rows } from '../fields/rows.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import { addDays, type Code, type Day } from '../ids.ts';
import type { Caution } from '../kind-hooks.ts';
import { type AnyRecord, defineRecordKind, type RecordIn } from '../record-kind.ts';
import { measureKeys, measuresTell } from './measures/measures.ts';
import {
  isChangedInSilence,
  isChangeGone,
  isPromiseGone,
  linesAsked,
  type PromiseFields,
  promiseChanges,
  withWhatWas,
} from './promise-changes.ts';
import { DAYS_AFTER_PROMISE, futureIn, isFuture, latest, problemsOf, speaksOfNobody } from './rule.ts';
import { channels } from './vocabulary.ts';

/** Each row is one promise. */
const promised: PromiseFields = {
  changes: 'promiseChanges',
  promises: ({ promises }) => (Array.isArray(promises) ? promises : []),
};

/** The channel against what the defender told us is safe, and who started it against who may. */
function cautionsOf(
  channel: string | undefined,
  direction: string | undefined,
  about: AnyRecord | undefined,
): readonly Caution[] {
  if (!about) return [];
  const forbidden = (about.forbiddenChannels as readonly string[] | undefined) ?? [];
  const safe = ((about.safeChannels as readonly { readonly channel: string }[] | undefined) ?? []).map(
    (row) => row.channel,
  );
  const found: Caution[] = [];
  if (channel !== undefined && forbidden.includes(channel))
    found.push({ field: 'channel', name: 'forbidden-channel' });
  else if (channel !== undefined && safe.length > 0 && !safe.includes(channel))
    found.push({ field: 'channel', name: 'channel-not-listed-safe' });
  if (about.onlyThemStart === true && direction === 'by-mission')
    found.push({ field: 'direction', name: 'only-they-start' });
  return found;
}

export const contact = defineRecordKind({
  key: 'contact',
  list: 'Contacts',
  schema: 1,
  observed: true,
  fields: {
    about: optional(defender({ indexed: true })),
    named: optional(defenders()),
    otherParty: optional(
      choice('other-parties', [
        'authority',
        'other-mission',
        'ngo',
        'lawyer',
        'family',
        'journalist',
        'un-body',
        'company',
        'someone-else',
      ]),
    ),
    day: day({ indexed: true }),
    gist: text({ noNames: true }),
    direction: optional(choice('directions', ['by-defender', 'by-mission', 'by-third-party'])),
    channel: optional(choice('channels', channels)),
    place: optional(
      choice('contact-places', [
        'mission',
        'their-workplace',
        'neutral',
        'online',
        'remote-field',
        'court',
        'prison',
      ]),
    ),
    purposes: optional(
      choices('purposes', [
        'routine',
        'request-for-help',
        'threat',
        'consent',
        'feedback',
        'follow-up',
        'visit',
        'annual-meeting',
      ]),
    ),
    asked: optional(choices('measures', measureKeys)),
    told: optional(choices('expectations', ['can', 'cannot', 'risk-told', 'not-told-yet'])),
    toldNote: optional(text({ noNames: true })),
    promises: optional(rows({ what: text({ noNames: true }), owner: person(), due: day() })),
    promiseChanges: promiseChanges(),
    leaflet: optional(yesNo()),
    leafletLanguage: optional(text({ max: 60 })),
    onlyThemStart: optional(yesNo()),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'day', 'gist', 'asked', 'told'],
    people: ['named', 'otherParty'],
    how: ['direction', 'channel', 'place', 'purposes', 'onlyThemStart'],
    promises: ['toldNote', 'promises', 'promiseChanges', 'leaflet', 'leafletLanguage'],
    file: ['registryNumber', 'note'],
  },
  table: ['day', 'about', 'gist', 'channel'],
  summary: (record) => record.gist,
  sharing: {
    coarse: 'contact',
    words: ['gist'],
    categories: { channel: 'contact', onlyThemStart: 'contact', asked: measuresTell },
  },
  day: (record) => record.day,
  live: (record) =>
    latest(record.day, ...(record.promises ?? []).map(({ due }) => addDays(due, DAYS_AFTER_PROMISE))),
  need: () => noNeed,
  carriesConsent: true,
  insteadOfAbout: 'otherParty',
  starts: (today) => ({ day: today }),
  hides: (draft) => [
    ...(draft.leaflet === true ? [] : (['leafletLanguage'] as const)),
    ...(Array.isArray(draft.promiseChanges) ? [] : (['promiseChanges'] as const)),
  ],
  needs: (draft) => (draft.leaflet === true ? ['leafletLanguage'] : []),
  follows: (record, before) => withWhatWas(promised, record, before),
  asksBesides: (field, edit) => (field === 'promiseChanges' ? {} : linesAsked(promised, edit)),
  ruleNames: [
    'somebody',
    'asked-needs-told',
    'leaflet-needs-language',
    'already-happened',
    'promise-stays',
    'changed-needs-why',
    'change-stays',
  ],
  rules: (record, today, around) =>
    problemsOf([
      [isPromiseGone(promised, record, around?.before), 'promises', 'promise-stays'],
      [isChangedInSilence(promised, record, around?.before), 'promiseChanges', 'changed-needs-why'],
      [isChangeGone(promised, record, around?.before), 'promiseChanges', 'change-stays'],
      [futureIn(record.promiseChanges, ['on'], today), 'promiseChanges', 'already-happened'],
      [speaksOfNobody(record) && record.otherParty === undefined, 'about', 'somebody'],
      [record.asked !== undefined && record.told === undefined, 'told', 'asked-needs-told'],
      [
        record.leaflet === true && record.leafletLanguage === undefined,
        'leafletLanguage',
        'leaflet-needs-language',
      ],
      [isFuture(record.day, today), 'day', 'already-happened'],
    ]),
  cautionNames: ['forbidden-channel', 'channel-not-listed-safe', 'only-they-start'],
  cautions: (record, about) => cautionsOf(record.channel, record.direction, about),
  calendar: (record) => (record.promises ?? []).map(({ due }) => ({ day: due, word: 'promise' })),
  bringsNews: (record) => record.day,
  contactOn: (record) => record.day,
  promises: (record) => record.promises ?? [],
  measure: (record) => (record.purposes?.includes('visit') ? 'visit-to-defender' : undefined),
});

/** Invented, valid, complete. @public */
export const contactExample: RecordIn<typeof contact> = {
  about: '9BGPNH00W' as Code,
  named: ['GSCP57DRW' as Code],
  day: '2026-11-18' as Day,
  gist: 'Asked for someone at the hearing in Oskel and news about the passport',
  direction: 'by-defender',
  channel: 'secure-message',
  place: 'online',
  purposes: ['request-for-help', 'consent'],
  asked: ['trial-observation', 'visa'],
  told: ['can', 'cannot'],
  toldNote: 'We can attend; we cannot speed up the passport office.',
  promises: [
    {
      id: 'p1',
      what: 'Say by Friday who attends',
      owner: {
        objectId: '00000000-0000-4000-8000-000000000101',
        tenantId: '00000000-0000-4000-8000-000000000001',
        name: 'Focal point, Aldermark',
      },
      due: '2026-11-27' as Day,
    },
  ],
  promiseChanges: [
    {
      id: 'c1',
      on: '2026-11-20' as Day,
      why: 'Two missions have not answered yet',
      what: 'Say by Monday who attends',
      due: '2026-11-23' as Day,
    },
  ],
  leaflet: true,
  leafletLanguage: 'Varosian',
  onlyThemStart: false,
  registryNumber: 'MER-2026-131',
  note: 'Spoke freely, alone.',
};

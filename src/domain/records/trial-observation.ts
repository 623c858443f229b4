/** Going to a hearing: planned, announced, done; who let us in, what we saw against the fair-trial guarantees, what comes next. */

import type { Audience, ConsentNeed } from '../consent/need.ts';
import type { Code, Day, EntryId } from '../ids.ts';
import type { Around } from '../kind-hooks.ts';
import { type AnyRecord, codesOf, defineRecordKind, type RecordIn } from '../record-kind.ts';
import { askedAgain } from './hearing.ts';
import { hearingTold } from './hearing-told.ts';
import { isFuture, problemsOf, speaksOfNobody } from './rule.ts';
import { observationFields, observationSections } from './trial-observation-fields.ts';

/** What can only be said once we sat in the room. */
const seenInCourt = [
  'present',
  'otherMissions',
  'condition',
  'fairTrial',
  'events',
  'torture',
  'appraisal',
] as const;
/** What can only be said once the day is over. */
const afterTheDay = [
  'access',
  'accessGround',
  'nonIntervention',
  'press',
  'nextHearing',
  'withoutConsentWhy',
] as const;

export const trialObservation = defineRecordKind({
  key: 'trial-observation',
  list: 'TrialObservations',
  schema: 1,
  observed: true,
  fields: observationFields,
  sections: observationSections,
  table: ['day', 'about', 'step', 'access', 'appraisal'],
  summary: (record, words) =>
    [
      words.text(`choices.observation-steps.${record.step}`),
      record.access && words.text(`choices.access.${record.access}`),
    ]
      .filter(Boolean)
      .join(' · '),
  sharing: {
    coarse: 'trial',
    words: ['events', 'fairTrial'],
    categories: { condition: 'health', torture: 'health' },
  },
  day: (record) => record.day,
  live: (record) => (record.step === 'planned' || record.step === 'announced' ? 'open' : record.day),
  need: (record): ConsentNeed => {
    const over = record.step === 'done' || record.step === 'not-held';
    const told = audiencesTold(record.step === 'announced', record.notice);
    return {
      kind: 'consent',
      action: 'trial',
      audiences: told.length > 0 ? told : ['embassy'],
      identity: told.length > 0 ? 'full-name' : 'none',
      categories: [],
      persons: codesOf(record),
      // Only going there may be a matter of principle; whoever is told of it beforehand learns a name.
      basis: record.basis === 'principle' && told.length === 0 ? 'no-refusal' : 'consent',
      occasion: record.hearing,
      ...(record.proceeding ? { proceeding: record.proceeding } : {}),
      tense: over ? 'past' : 'ahead',
    };
  },
  blankSheet: {
    open: [
      'day',
      'access',
      'accessGround',
      'present',
      'otherMissions',
      'condition',
      'fairTrial',
      'torture',
      'events',
      'nextHearing',
    ],
  },
  reportsOn: (record) => record.hearing,
  starts: (today) => ({ day: today }),
  hides: (draft) => {
    if (draft.step !== 'done' && draft.step !== 'not-held') return [...afterTheDay, ...seenInCourt];
    return [
      ...(isSitting(draft) ? [] : seenInCourt),
      ...(draft.access === 'refused' || draft.access === 'partly' ? [] : (['accessGround'] as const)),
    ];
  },
  needs: (draft) => [
    ...(draft.step === 'done' ? (['access'] as const) : []),
    ...(draft.access === 'refused' ? (['accessGround'] as const) : []),
  ],
  takesOver: (field, picked) =>
    field === 'hearing' ? { day: dayOfHearing(picked), proceeding: picked.proceeding } : {},
  ruleNames: [
    'somebody',
    'done-needs-access',
    'refused-needs-ground',
    'already-happened',
    'next-is-later',
    'proceeding-of-hearing',
  ],
  rules: (record, today, around) =>
    problemsOf([
      [
        isOtherProceeding(record.proceeding, around?.find?.(record.hearing)),
        'proceeding',
        'proceeding-of-hearing',
      ],
      [speaksOfNobody(record), 'about', 'somebody'],
      [record.step === 'done' && record.access === undefined, 'access', 'done-needs-access'],
      [
        record.access === 'refused' && record.accessGround === undefined,
        'accessGround',
        'refused-needs-ground',
      ],
      [
        record.step === 'done' && isFuture(record.day, dayInCourt(record.hearing, today, around)),
        'day',
        'already-happened',
      ],
      [
        record.nextHearing !== undefined && record.nextHearing.day < record.day,
        'nextHearing',
        'next-is-later',
      ],
    ]),
  calendar: (record) =>
    record.step === 'planned' || record.step === 'announced'
      ? [{ day: record.day, word: 'observation' }]
      : [],
  measure: (record) => (record.step === 'done' ? 'trial-observation' : undefined),
  bringsNews: (record) => (record.present?.includes('accused') ? record.day : undefined),
  // Who came was seen, also by those who kept the door shut; where no hearing took place nobody came.
  checksReprisals: (record) => (isSitting(record) ? record.day : undefined),
  settles: (record, find, mission) => hearingTold(record, find(record.hearing), mission),
  next: (record, _entry, find) => {
    if (!record.nextHearing) return [];
    const before = find?.(record.hearing);
    return [
      {
        kind: 'hearing',
        draft: {
          ...(record.about ? { about: record.about } : {}),
          ...(record.named ? { named: record.named } : {}),
          ...(record.proceeding ? { proceeding: record.proceeding } : {}),
          start: record.nextHearing,
          previous: record.hearing,
          ...(typeof before?.court === 'string' ? { court: before.court } : {}),
          ...(Array.isArray(before?.observers) ? { observers: askedAgain(before.observers) } : {}),
        },
      },
    ];
  },
});

/** Invented, valid, complete. @public */
export const trialObservationExample: RecordIn<typeof trialObservation> = {
  about: '9BGPNH00W' as Code,
  named: ['2GW9KRPCZ' as Code],
  hearing: '01HZX3K8Q2W7V5R4T9N6M1C0BE' as EntryId,
  proceeding: '01HZX3K8Q2W7V5R4T9N6M1C0BC' as EntryId,
  day: '2026-11-16' as Day,
  step: 'done',
  basis: 'for-defender',
  askedFirst: 'lawyer',
  askedFirstNote: 'Asked for someone at the back',
  notice: 'at-the-door',
  access: 'partly',
  accessGround: 'full-room',
  nonIntervention: true,
  press: 'silent',
  present: ['accused', 'counsel', 'family', 'other-missions'],
  otherMissions: 2,
  condition: ['unwell', 'cage'],
  fairTrial: {
    'public-hearing': { answer: 'concern', note: 'Supporters were kept in the corridor', basis: 'own' },
    witnesses: { answer: 'violated', basis: 'reported' },
    interpreter: { answer: 'not-applicable' },
  },
  events: [
    { id: 'e1', time: '10:20', what: 'Doors closed' },
    { id: 'e2', what: 'Counsel objected twice' },
  ],
  torture: 'none',
  appraisal: 'concerns',
  nextHearing: { day: '2026-12-03' as Day, time: '10:00', zone: 'Asia/Tbilisi' },
  registryNumber: 'MER-2026-130',
  note: 'A neutral account; the verdict is expected at the next hearing.',
};

/** We came, and there was a hearing. */
function isSitting({ step, access }: { readonly step?: unknown; readonly access?: unknown }): boolean {
  return step === 'done' && access !== 'postponed' && access !== 'not-held';
}

/** The day it is where the hearing is held, as far as that is known. */
function dayInCourt(hearing: EntryId, today: Day, around: Around | undefined): Day {
  const start = around?.find?.(hearing)?.start as { readonly zone?: unknown } | undefined;
  return (typeof start?.zone === 'string' ? around?.todayIn?.(start.zone) : undefined) ?? today;
}

function dayOfHearing(hearing: AnyRecord): unknown {
  return (hearing.start as { readonly day?: unknown } | undefined)?.day;
}

/** Consent for one proceeding must not carry a hearing of another. */
function isOtherProceeding(proceeding: EntryId | undefined, hearing: AnyRecord | undefined): boolean {
  return proceeding !== undefined && hearing?.proceeding !== undefined && hearing.proceeding !== proceeding;
}

type Step = Pick<RecordIn<typeof trialObservation>, 'notice'>;

/** Those outside who learn of it beforehand; a written notice is an announcement whatever the step says. */
function audiencesTold(announced: boolean, notice: Step['notice']): readonly Audience[] {
  return [
    ...(announced || notice === 'ministry' ? (['host-authority'] as const) : []),
    ...(notice === 'court-president' ? (['court'] as const) : []),
  ];
}

/** One hearing on the clocks of its court, with who observes; a postponement is a new hearing that names the one before. */

import { type Need, noNeed } from '../consent/need.ts';
import { choice } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { yesNo } from '../fields/number.ts';
import { defender, defenders, entry, mission, person } from '../fields/reference.ts';
import { rows } from '../fields/rows.ts';
import { note, text } from '../fields/text.ts';
import { localTime } from '../fields/time.ts';
import type { Code, Day, EntryId, MissionCode } from '../ids.ts';
import { placeIn } from '../place-words.ts';
import { type AnyRecord, codesOf, defineRecordKind, type RecordIn } from '../record-kind.ts';
import { hearingAttendance } from './attendance.ts';
import { isFuture, problemsOf, speaksOfNobody } from './rule.ts';

export const hearing = defineRecordKind({
  key: 'hearing',
  list: 'Hearings',
  schema: 1,
  observed: true,
  fields: {
    about: optional(defender({ indexed: true })),
    named: optional(defenders()),
    proceeding: optional(entry('proceeding', { indexed: true })),
    start: localTime({ indexed: true }),
    court: text({ suggests: 'courts' }),
    room: optional(text()),
    dateSource: optional(
      choice('date-sources', [
        'court-list',
        'defender',
        'family',
        'lawyer',
        'ngo',
        'authority',
        'other-mission',
        'media',
      ]),
    ),
    confirmed: optional(yesNo()),
    outcome: optional(choice('hearing-outcomes', ['held', 'postponed', 'cancelled'], { indexed: true })),
    postponedWhy: optional(text({ noNames: true })),
    previous: optional(entry('hearing', { indexed: true })),
    type: optional(
      choice('hearing-types', ['open', 'closed-by-law', 'closed-by-decision', 'online', 'hybrid']),
    ),
    ground: optional(
      choice('closing-grounds', ['morals', 'public-order', 'national-security', 'private-life', 'justice']),
    ),
    observers: optional(
      rows({
        mission: mission(),
        who: optional(person()),
        role: optional(
          choice('observer-roles', ['head-of-mission', 'diplomat', 'local-staff', 'lawyer', 'interpreter']),
        ),
        part: choice('observer-parts', ['lead', 'member', 'reserve']),
        state: choice('observer-states', ['invited', 'confirmed', 'declined', 'done', 'no-show']),
        interpreter: optional(yesNo()),
        remark: optional(text({ noNames: true })),
      }),
    ),
    registryNumber: optional(text()),
    note: optional(note({ noNames: true })),
  },
  sections: {
    main: ['about', 'proceeding', 'start', 'court', 'observers'],
    date: ['dateSource', 'confirmed', 'room', 'previous'],
    course: ['type', 'ground', 'outcome', 'postponedWhy'],
    file: ['named', 'registryNumber', 'note'],
  },
  table: ['start', 'about', 'court', 'room', 'observers'],
  summary: (record, words) => [placeIn(record.court, words), record.room].filter(Boolean).join(' · '),
  sharing: {
    coarse: 'trial',
    action: 'trial',
    words: ['court', 'room'],
    state: (record) =>
      record.outcome ? 'closed' : isObserved(record.observers) ? 'observer' : 'no-observer',
    isPublic: (record) => record.dateSource === 'court-list' || record.dateSource === 'ngo',
  },
  day: (record) => record.start.day,
  live: (record) => (record.outcome ? record.start.day : 'open'),
  // A date from a court's list concerns nobody's consent. That somebody goes there is said of a public hearing: no consent
  // is needed for it, but a refusal of the people concerned stands in its way.
  need: (record): Need =>
    record.outcome === undefined && isObserved(record.observers)
      ? {
          kind: 'consent',
          action: 'trial',
          audiences: ['embassy'],
          identity: 'none',
          categories: [],
          persons: codesOf(record),
          basis: 'no-refusal',
          tense: 'ahead',
          ...(record.proceeding ? { proceeding: record.proceeding } : {}),
        }
      : noNeed,
  hides: (draft) => [
    ...(draft.type === 'closed-by-decision' ? [] : (['ground'] as const)),
    ...(draft.outcome === 'postponed' ? [] : (['postponedWhy'] as const)),
  ],
  takesOver: (field, picked) =>
    field === 'proceeding' ? { about: picked.about, named: picked.named, court: picked.court } : {},
  ruleNames: ['somebody', 'one-lead', 'held-lies-ahead'],
  // On the clock of its court: where that is ahead of ours, it was held before our day begins.
  rules: (record, today, around) =>
    problemsOf([
      [speaksOfNobody(record), 'about', 'somebody'],
      [
        (record.observers ?? []).filter(({ part, state }) => part === 'lead' && state !== 'declined').length >
          1,
        'observers',
        'one-lead',
      ],
      [
        record.outcome === 'held' &&
          isFuture(record.start.day, around?.todayIn?.(record.start.zone) ?? today),
        'outcome',
        'held-lies-ahead',
      ],
    ]),
  calendar: (record) => [
    {
      day: record.start.day,
      time: record.start.time,
      zone: record.start.zone,
      word: record.outcome ?? 'hearing',
      appointment: true,
      ...(record.outcome === 'postponed' || record.outcome === 'cancelled' ? { off: true } : {}),
      place: [record.court, record.room].filter(Boolean).join(' · '),
    },
  ],
  attends: (record) =>
    (record.observers ?? []).flatMap(({ who, state }) =>
      who && state !== 'declined' && state !== 'no-show' ? [who] : [],
    ),
  chain: (record) => ({
    ...(record.previous ? { previous: record.previous } : {}),
    ...(record.outcome === 'postponed' && record.postponedWhy ? { why: record.postponedWhy } : {}),
  }),
  going: (record, mission) => {
    if (record.outcome !== undefined) return undefined;
    const rows = record.observers ?? [];
    const ours = rows.find(
      (row) => row.mission === mission && row.state !== 'done' && row.state !== 'no-show',
    );
    const led = rows.some((row) => row !== ours && row.part === 'lead' && row.state !== 'declined');
    const part = ours?.part ?? 'lead';
    return {
      said: ours?.state === 'confirmed' ? 'yes' : ours?.state === 'declined' ? 'no' : undefined,
      answered: (goes, who, row) => {
        const answer = {
          ...(ours ?? { id: row, mission }),
          part: led && part === 'lead' ? 'member' : part,
          state: goes ? 'confirmed' : 'declined',
          ...(goes ? { who } : {}),
        };
        const observers = ours ? rows.map((each) => (each === ours ? answer : each)) : [...rows, answer];
        return { ...record, observers };
      },
    };
  },
  attendance: hearingAttendance,
  asksOthers: (record) =>
    record.outcome === undefined ? { asks: 'observe', by: record.start.day } : undefined,
  announcement: (record, goes) =>
    record.outcome === undefined && goes.length > 0
      ? { kind: 'demarche', draft: { ...sameAs(record), ...noteToCourt(goes) } }
      : undefined,
  next: (record, id) => {
    const same = sameAs(record);
    if (record.outcome === 'cancelled') return [];
    if (record.outcome === 'postponed')
      return [
        {
          kind: 'hearing',
          draft: {
            ...same,
            court: record.court,
            previous: id,
            ...(record.observers ? { observers: askedAgain(record.observers) } : {}),
          },
        },
      ];
    const goes = (record.observers ?? []).filter(({ state }) => state === 'confirmed');
    return [
      { kind: 'trial-observation', draft: { ...same, hearing: id, day: record.start.day } },
      ...(goes.length > 0 && record.outcome === undefined
        ? [{ kind: 'demarche', draft: { ...same, ...noteToCourt(goes.map(({ mission }) => mission)) } }]
        : []),
    ];
  },
});

/** Invented, valid, complete. @public */
export const hearingExample: RecordIn<typeof hearing> = {
  about: '9BGPNH00W' as Code,
  named: ['2GW9KRPCZ' as Code],
  proceeding: '01HZX3K8Q2W7V5R4T9N6M1C0BC' as EntryId,
  start: { day: '2026-12-03' as Day, time: '10:00', zone: 'Asia/Tbilisi' },
  court: 'Oskel District Court',
  room: '4',
  dateSource: 'lawyer',
  confirmed: true,
  outcome: 'postponed',
  postponedWhy: 'The bench was not complete',
  previous: '01HZX3K8Q2W7V5R4T9N6M1C0BD' as EntryId,
  type: 'closed-by-decision',
  ground: 'public-order',
  observers: [
    {
      id: 'o1',
      mission: 'aldermark' as MissionCode,
      who: {
        objectId: '00000000-0000-4000-8000-000000000102',
        tenantId: '00000000-0000-4000-8000-000000000001',
        name: 'Deputy, Aldermark',
      },
      role: 'diplomat',
      part: 'lead',
      state: 'confirmed',
      interpreter: true,
      remark: 'Leaves Meren at seven',
    },
    { id: 'o2', mission: 'aldermark' as MissionCode, part: 'reserve', state: 'invited' },
  ],
  registryNumber: 'MER-2026-129',
  note: 'Bring the accreditation letter.',
};

/** Somebody said that they go. */
function isObserved(observers: readonly { readonly state: string }[] | undefined): boolean {
  return observers?.some(({ state }) => state === 'confirmed') ?? false;
}

function sameAs(record: AnyRecord): AnyRecord {
  const { about, named, proceeding } = record;
  return { ...(about ? { about } : {}), ...(named ? { named } : {}), ...(proceeding ? { proceeding } : {}) };
}

/** Told to the court; whoever sends it may choose the ministry instead. How much is said of whom is left open. */
function noteToCourt(goes: readonly MissionCode[]): AnyRecord {
  return {
    form: 'note-verbale',
    objective: 'inform',
    level: 'judge',
    missions: goes.map((mission, nth) => ({ id: `goes${nth + 1}`, mission, part: 'joins' })),
  };
}

/** The same observers, each asked once more: who came last time has not yet said yes to the next. */
export function askedAgain(observers: readonly unknown[]): readonly unknown[] {
  return observers.map((row) =>
    typeof row === 'object' && row !== null ? { ...row, state: 'invited' } : row,
  );
}

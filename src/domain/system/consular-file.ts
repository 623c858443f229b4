/**
 * The bundle of a visa request as a focal point gives it to a consular officer, with what the officer answers.
 *
 * It lies in a list of its own, the only one of the mission's work that consular officers can open: what is needed to
 * issue a visa, never why it is asked for. Names stand nowhere in it; whoever comes to the counter says who they are.
 * Facts are written by the focal point, answers (`answer…`, `answers`) by the officer: neither overwrites the other.
 */

import { noNeed } from '../consent/need.ts';
import { choice, choices } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import type { Problem } from '../fields/field.ts';
import { number, yesNo } from '../fields/number.ts';
import { defender, entry, mission, person } from '../fields/reference.ts';
import { rows } from '../fields/rows.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day, EntryId } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { isFuture, problemsOf } from '../records/rule.ts';
import { visaNeed } from '../records/visa/visa-need.ts';
import {
  applicantRoles,
  applicationVoices,
  otherParentAnswers,
  refusalGrounds,
  travelDocuments,
  visaDeciders,
  visaDecisions,
  visaDocuments,
  visaEntries,
  visaKinds,
  visaStages,
  visaUrgencies,
} from '../records/visa/visa-vocabulary.ts';

export const consularFile = defineRecordKind({
  key: 'consular-file',
  list: 'ConsularDesk',
  schema: 1,
  system: true,
  versionless: true,
  unheard: true,
  part: 'visa-desk',
  fields: {
    request: entry('visa-request', { indexed: true, unique: true }),
    about: defender({ indexed: true }),
    officer: person(),
    givenBy: person(),
    givenOn: day(),
    withdrawnOn: optional(day()),
    askedOn: optional(day()),
    visaKind: optional(choice('visa-kinds', visaKinds)),
    urgency: optional(choice('visa-urgencies', visaUrgencies)),
    entries: optional(choice('visa-entries', visaEntries)),
    wantedFrom: optional(day()),
    wantedUntil: optional(day()),
    stayDays: optional(number({ min: 1, max: 3660, whole: true })),
    decidedBy: optional(choice('visa-deciders', visaDeciders)),
    representedBy: optional(mission()),
    lodgeDirectly: optional(yesNo()),
    legalStay: optional(choice('legal-stays', ['host-country', 'third-country', 'present-not-resident'])),
    priorConsultation: optional(choice('prior-consultations', ['none', 'central-authority', 'other-states'])),
    applicants: optional(
      rows({
        code: defender(),
        role: choice('applicant-roles', applicantRoles),
        applies: choice('application-voices', applicationVoices),
        visaKind: optional(choice('visa-kinds', visaKinds)),
        entries: optional(choice('visa-entries', visaEntries)),
        document: optional(choice('travel-documents', travelDocuments)),
        minor: optional(yesNo()),
        otherParent: optional(choice('other-parent-answers', otherParentAnswers)),
        missing: optional(choices('visa-documents', visaDocuments)),
      }),
    ),
    stage: optional(choice('visa-stages', visaStages)),
    appointmentOn: optional(day()),
    lodgedOn: optional(day()),
    admissibleOn: optional(day()),
    extendedOn: optional(day()),
    answeredOn: optional(day()),
    answerStage: optional(choice('visa-stages', visaStages)),
    answerAppointment: optional(day()),
    answerLodged: optional(day()),
    answerAdmissible: optional(day()),
    answerExtended: optional(day()),
    /** By the id of the applicant's row. */
    answers: optional(
      rows({
        missing: optional(choices('visa-documents', visaDocuments)),
        decision: optional(choice('visa-decisions', visaDecisions)),
        decidedOn: optional(day()),
        grounds: optional(choices('refusal-grounds', refusalGrounds)),
        appealUntil: optional(day()),
        appealNote: optional(text({ noNames: true })),
        visaEnds: optional(day()),
      }),
    ),
    answerNote: optional(note({ max: 2000, noNames: true })),
  },
  sections: {
    main: ['request', 'about', 'officer', 'givenBy', 'givenOn', 'withdrawnOn'],
    asked: [
      'askedOn',
      'visaKind',
      'urgency',
      'entries',
      'wantedFrom',
      'wantedUntil',
      'stayDays',
      'decidedBy',
      'representedBy',
      'lodgeDirectly',
      'legalStay',
      'priorConsultation',
      'applicants',
      'stage',
      'appointmentOn',
      'lodgedOn',
      'admissibleOn',
      'extendedOn',
    ],
    answer: [
      'answeredOn',
      'answerStage',
      'answerAppointment',
      'answerLodged',
      'answerAdmissible',
      'answerExtended',
      'answers',
      'answerNote',
    ],
  },
  table: ['givenOn', 'about', 'officer'],
  summary: (record, words) =>
    record.visaKind ? words.text(`choices.visa-kinds.${record.visaKind}`) : words.cover(record.about),
  day: (record) => record.givenOn,
  live: (record) => record.withdrawnOn ?? 'open',
  // Given to an officer of this embassy: whoever applies in person has said yes to that by applying. Taken back, nothing is left.
  need: (record) =>
    record.withdrawnOn
      ? noNeed
      : visaNeed({ about: record.about, ...(record.applicants ? { applicants: record.applicants } : {}) }),
  ruleNames: [
    'lodged-needs-day',
    'admissible-needs-day',
    'decision-needs-day',
    'refused-needs-ground',
    'decided-needs-decisions',
    'already-happened',
  ],
  rules: (record, today) => {
    const stage = record.answerStage;
    const answers = record.answers ?? [];
    const lodged = record.answerLodged ?? record.lodgedOn;
    const admissible = record.answerAdmissible ?? record.admissibleOn;
    const wrong = wrongAnswers(record.applicants ?? [], answers, stage, today);
    const across = problemsOf([
      [
        (stage === 'lodged' || stage === 'admissible' || stage === 'decided') && lodged === undefined,
        'answerLodged',
        'lodged-needs-day',
      ],
      [stage === 'admissible' && admissible === undefined, 'answerAdmissible', 'admissible-needs-day'],
      ...(['answerLodged', 'answerAdmissible', 'answerExtended'] as const).map(
        (key) => [isFuture(record[key], today), key, 'already-happened'] as const,
      ),
    ]);
    return wrong.length === 0 ? across : { ...across, answers: wrong };
  },
});

/** What is wrong with the answers, each told of the applicant and the part it is about. */
function wrongAnswers(
  applicants: readonly { readonly id: string }[],
  answers: readonly {
    readonly id: string;
    readonly decision?: string;
    readonly decidedOn?: Day;
    readonly grounds?: readonly string[];
  }[],
  stage: string | undefined,
  today: Day,
): readonly Problem[] {
  const said = new Map(answers.map((answer) => [answer.id, answer]));
  // Who dropped out since is answered no more: nothing is drawn for them in which it could be mended.
  const applying = new Set(applicants.map(({ id }) => id));
  return [...new Set([...applying, ...said.keys()])].flatMap((row) => {
    const { decision, decidedOn, grounds } = said.get(row) ?? {};
    const rules = [
      [
        stage === 'decided' && decision === undefined && applying.has(row),
        'decision',
        'decided-needs-decisions',
      ],
      [decision !== undefined && decidedOn === undefined, 'decidedOn', 'decision-needs-day'],
      [decision === 'refused' && grounds === undefined, 'grounds', 'refused-needs-ground'],
      [isFuture(decidedOn, today), 'decidedOn', 'already-happened'],
    ] as const;
    return rules.flatMap(([broken, part, rule]): Problem[] =>
      broken ? [{ code: 'rule', values: { rule }, row, part }] : [],
    );
  });
}

export type ConsularFile = RecordIn<typeof consularFile>;

/** Invented, valid, complete. @public */
export const consularFileExample: ConsularFile = {
  request: '01HZX3K8Q2W7V5R4T9N6M1C0BG' as EntryId,
  about: '9BGPNH00W' as Code,
  officer: {
    objectId: '00000000-0000-4000-8000-000000000104',
    tenantId: '00000000-0000-4000-8000-000000000001',
    name: 'Consular officer, Aldermark',
  },
  givenBy: {
    objectId: '00000000-0000-4000-8000-000000000101',
    tenantId: '00000000-0000-4000-8000-000000000001',
    name: 'Focal point, Aldermark',
  },
  givenOn: '2026-11-02' as Day,
  withdrawnOn: '2026-11-19' as Day,
  askedOn: '2026-11-01' as Day,
  visaKind: 'schengen-uniform',
  urgency: '15-days',
  entries: 'multiple',
  wantedFrom: '2026-12-01' as Day,
  wantedUntil: '2027-06-01' as Day,
  stayDays: 90,
  decidedBy: 'our-consulate',
  representedBy: 'brenland' as RecordIn<typeof consularFile>['representedBy'] & string,
  lodgeDirectly: true,
  legalStay: 'host-country',
  priorConsultation: 'none',
  applicants: [
    {
      id: 'a1',
      code: '9BGPNH00W' as Code,
      role: 'defender',
      applies: 'own',
      visaKind: 'schengen-ltv',
      entries: 'multiple',
      document: 'valid',
      minor: true,
      otherParent: 'sole-custody',
      missing: ['insurance'],
    },
  ],
  stage: 'asked',
  appointmentOn: '2026-11-04' as Day,
  lodgedOn: '2026-11-04' as Day,
  admissibleOn: '2026-11-04' as Day,
  extendedOn: '2026-11-10' as Day,
  answeredOn: '2026-11-12' as Day,
  answerStage: 'decided',
  answerAppointment: '2026-11-04' as Day,
  answerLodged: '2026-11-04' as Day,
  answerAdmissible: '2026-11-05' as Day,
  answerExtended: '2026-11-11' as Day,
  answers: [
    {
      id: 'a1',
      missing: ['means'],
      decision: 'refused',
      decidedOn: '2026-11-12' as Day,
      grounds: ['means-not-shown'],
      appealUntil: '2026-12-12' as Day,
      appealNote: 'Administrative court of Aldermark',
      visaEnds: '2027-05-12' as Day,
    },
  ],
  answerNote: 'Means could be shown by a letter of invitation.',
};

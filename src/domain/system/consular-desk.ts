/** Between a visa request and its bundle at the consular desk: what is given, what comes back, and what the officer does next. */

import type { Day, EntryId } from '../ids.ts';
import type { AnyRecord, Person } from '../record-kind.ts';
import { stillApplying } from '../records/visa/visa-bundle.ts';
import type { ClockFacts } from '../records/visa/visa-clock.ts';
import type { VisaRequest } from '../records/visa/visa-request-fields.ts';
import { visaStages } from '../records/visa/visa-vocabulary.ts';
import { lacking } from './consular-answer.ts';
import type { ConsularFile } from './consular-file.ts';

/** What the officer may write. */
export const answerFields = [
  'answeredOn',
  'answerStage',
  'answerAppointment',
  'answerLodged',
  'answerAdmissible',
  'answerExtended',
  'answers',
  'answerNote',
] as const;
export type Answer = Pick<ConsularFile, (typeof answerFields)[number]>;

/** Fields of the request that go along as they are; its reason, notes and letters do not. */
const shared = [
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
  'stage',
  'appointmentOn',
  'lodgedOn',
  'admissibleOn',
  'extendedOn',
] as const;
const sharedOfApplicant = [
  'id',
  'code',
  'role',
  'applies',
  'visaKind',
  'entries',
  'document',
  'minor',
  'otherParent',
  'missing',
] as const;

/** The file as it is given; who was answered before keeps what the same officer answered. */
export function bundleFor(
  request: { readonly entry: EntryId; readonly record: VisaRequest },
  gift: { readonly officer: Person; readonly by: Person; readonly today: Day },
  before: ConsularFile | undefined,
): AnyRecord {
  const { entry, record } = request;
  const isSame =
    before !== undefined &&
    before.officer.objectId === gift.officer.objectId &&
    before.officer.tenantId === gift.officer.tenantId;
  return {
    request: entry,
    about: record.about,
    officer: gift.officer,
    givenBy: gift.by,
    givenOn: gift.today,
    askedOn: record.day,
    ...picked(record, shared),
    applicants: stillApplying(record.applicants).map((row) => picked(row, sharedOfApplicant)),
    ...(isSame && !before.withdrawnOn ? keptAnswer(before, record) : {}),
  };
}

/** Of those who still apply; what is missing is as the focal point says it now. */
function keptAnswer(before: ConsularFile, request: VisaRequest): AnyRecord {
  const applying = new Map(stillApplying(request.applicants).map((row) => [row.id, row]));
  const answers = (before.answers ?? []).flatMap(({ missing: _, ...answer }) => {
    const row = applying.get(answer.id);
    return row ? [{ ...answer, ...lacking(row.missing) }] : [];
  });
  const { answers: _, ...others } = picked(before, answerFields);
  return { ...others, ...(answers.length > 0 ? { answers } : {}) };
}

/** Taken back: that it was given stays, everything about the applicants goes. */
export function takenBack(file: ConsularFile, today: Day): AnyRecord {
  return {
    ...picked(file, ['request', 'about', 'officer', 'givenBy', 'givenOn'] as const),
    withdrawnOn: today,
  };
}

/** The file with the answer as the officer left it, not yet checked; whatever else stands in the answer changes nothing. */
export function answered(file: ConsularFile, answer: AnyRecord): AnyRecord {
  const facts = Object.entries(file).filter(([key]) => !(answerFields as readonly string[]).includes(key));
  const given = answerFields.flatMap((key) => (answer[key] === undefined ? [] : [[key, answer[key]]]));
  return { ...Object.fromEntries(facts), ...Object.fromEntries(given) };
}

export type DeskStep = 'appointment' | 'lodge' | 'admit' | 'decide' | 'nothing';

/** What the officer does next. */
export function deskStep(file: ConsularFile): DeskStep {
  const stage = stageAt(file);
  if (openAt(file).length === 0) return 'nothing';
  if (stage === 'asked') return 'appointment';
  if (stage === 'appointment') return 'lodge';
  return stage === 'lodged' ? 'admit' : 'decide';
}

/** The further of what was given and what was answered. */
export function stageAt({ stage = 'asked', answerStage = 'asked' }: ConsularFile): VisaRequest['stage'] {
  return visaStages.indexOf(answerStage) > visaStages.indexOf(stage) ? answerStage : stage;
}

/** Applicants without a decision at the desk. */
export function openAt(file: ConsularFile): NonNullable<ConsularFile['applicants']> {
  const decided = new Set((file.answers ?? []).flatMap(({ id, decision }) => (decision ? [id] : [])));
  return (file.applicants ?? []).filter(({ id }) => !decided.has(id));
}

/** The clock as the officer's desk knows it; undefined for a file that was taken back. */
export function deskClockFacts(file: ConsularFile): ClockFacts | undefined {
  if (!file.urgency || !file.askedOn) return undefined;
  const days = (file.answers ?? []).flatMap((row) => (row.decision && row.decidedOn ? [row.decidedOn] : []));
  return {
    kind: file.visaKind,
    urgency: file.urgency,
    askedOn: file.askedOn,
    lodgedOn: file.answerLodged ?? file.lodgedOn,
    admissibleOn: file.answerAdmissible ?? file.admissibleOn,
    extendedOn: file.answerExtended ?? file.extendedOn,
    decidedOn: openAt(file).length === 0 ? days.sort().at(-1) : undefined,
  };
}

function picked<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(
    keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])),
  ) as Partial<Pick<T, K>>;
}

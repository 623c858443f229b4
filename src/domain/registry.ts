/** Every kind there is, one line each; what a kind is and does is said in its own file. */

import type { AnyKind, Entry } from './record-kind.ts';
import { caseKind } from './records/case.ts';
import { claim } from './records/claim.ts';
import { contact } from './records/contact.ts';
import { defender } from './records/defender.ts';
import { detention } from './records/detention.ts';
import { fieldVisit } from './records/field-visit.ts';
import { hearing } from './records/hearing.ts';
import { incident } from './records/incident.ts';
import { demarche } from './records/measures/demarche.ts';
import { measureTaken } from './records/measures/measure-taken.ts';
import { proceeding } from './records/proceeding.ts';
import { promise } from './records/promise.ts';
import { protectionActor } from './records/protection-actor.ts';
import { recognition } from './records/recognition.ts';
import { riskAssessment } from './records/risk-assessment.ts';
import { statusChange } from './records/status-change.ts';
import { subjectRequest } from './records/subject-request.ts';
import { threatEvent } from './records/threat-event.ts';
import { trialObservation } from './records/trial-observation.ts';
import { visaRequest } from './records/visa/visa-request.ts';
import { prisonVisit } from './records/visit/prison-visit.ts';
import { codeList } from './system/code-list.ts';
import { consentArchive, consentFile } from './system/consent-file.ts';
import { consularFile } from './system/consular-file.ts';
import { draft } from './system/draft.ts';
import { dutyClosing } from './system/duty-closing.ts';
import { identity } from './system/identity.ts';
import { journal } from './system/journal.ts';
import { keeping } from './system/keeping.ts';
import { legalHold } from './system/legal-hold.ts';
import { match } from './system/match.ts';
import { mission } from './system/mission.ts';
import { savedFilter } from './system/saved-filter.ts';
import { share } from './system/share.ts';

/** Kinds with a form, a table and a timeline, in the order in which the screen offers them. */
export const recordKinds: readonly [AnyKind, ...AnyKind[]] = [
  contact,
  promise,
  defender,
  caseKind,
  proceeding,
  hearing,
  trialObservation,
  prisonVisit,
  fieldVisit,
  threatEvent,
  riskAssessment,
  demarche,
  measureTaken,
  statusChange,
  detention,
  claim,
  recognition,
  visaRequest,
  protectionActor,
  subjectRequest,
  incident,
];

/** Kinds the product keeps for itself and needs from the start; `system-kinds.ts` has all of them. */
export const firstSystemKinds: readonly AnyKind[] = [
  mission,
  consentFile,
  consentArchive,
  identity,
  draft,
  journal,
  dutyClosing,
  codeList,
  legalHold,
  keeping,
  consularFile,
  savedFilter,
  share,
  match,
];

const kinds: ReadonlyMap<string, AnyKind> = new Map(
  [...recordKinds, ...firstSystemKinds].map((kind) => [kind.key, kind]),
);

/** Kinds whose entries have a code of their own, by which others speak of them: a defender, a case. */
export const codedKinds: readonly AnyKind[] = recordKinds.filter((kind) =>
  kind.fields.about?.columns.some(({ unique }) => unique),
);

/** The kind that says who somebody is to the gate: a defender. */
export const personKind = theOne('person');

/** The kind whose newest entry says how somebody is. */
export const statusKind = theOne('status');

/** Kinds whose own code stands for several defenders: a case. */
export const gatheringKinds: readonly AnyKind[] = codedKinds.filter((kind) => kind.behind);

/** Entries whose own code stands for several defenders, kind by kind. */
export function gatherings(entries: ReadonlyMap<string, readonly Entry[]>): readonly Entry[] {
  return gatheringKinds.flatMap(({ key }) => entries.get(key) ?? []);
}

/** The kind of that key, or undefined when there is none (an entry of a newer app). */
export function kindByKey(key: string): AnyKind | undefined {
  return kinds.get(key);
}

/** The kind of that key. Throws TypeError when there is none. */
export function kindOf(key: string): AnyKind {
  const kind = kinds.get(key);
  if (!kind) throw new TypeError(`there is no kind ${key}`);
  return kind;
}

/** Throws TypeError at start-up unless exactly one kind answers that question. */
function theOne(question: 'person' | 'status'): AnyKind {
  const [kind, ...others] = recordKinds.filter((each) => each[question]);
  if (!kind || others.length > 0) throw new TypeError(`one kind must answer ${question}`);
  return kind;
}

/** Computes everything that is owed to defenders today, from records alone; nothing but the closing of a duty is stored. */

import { type Code, type Day, daysBetween } from '../ids.ts';
import type { Entry, Person } from '../record-kind.ts';
import { localNow } from '../zoned.ts';
import { caseLeads } from './case-leads.ts';
import {
  askedOn,
  type Closings,
  closingsInBits,
  givenTo,
  isClosed,
  setAside,
  setAsideLimit,
  untold,
} from './closings.ts';
import { type Duty, dutyKinds } from './duty.ts';
import { asksForReply, commitmentDue, effectDue } from './rules/after-measure.ts';
import { appealDeadline } from './rules/appeal-deadline.ts';
import { closingUntold } from './rules/closing-untold.ts';
import { consentEnding, consentReview } from './rules/consent-dates.ts';
import { decisionDue } from './rules/decision-due.ts';
import { feedback } from './rules/feedback.ts';
import { followUp } from './rules/follow-up.ts';
import { hearingPreparation } from './rules/hearing-preparation.ts';
import { hearingReport } from './rules/hearing-report.ts';
import { hearingWithoutObserver } from './rules/hearing-without-observer.ts';
import { incidentNoteDue, incidentUntold } from './rules/incident-duties.ts';
import { urgentHealth, visitNoReply, visitReport } from './rules/prison-visits.ts';
import { reasonsDue } from './rules/reasons-due.ts';
import { reconfirmProxy } from './rules/reconfirm-proxy.ts';
import { reprisalCheck } from './rules/reprisal-check.ts';
import { reprisalReview } from './rules/reprisal-review.ts';
import { riskReview } from './rules/risk-review.ts';
import { subjectRequestDue } from './rules/subject-request-due.ts';
import { toldWithoutConsent } from './rules/told-without-consent.ts';
import { tortureAlleged } from './rules/torture-alleged.ts';
import { visaAnswer } from './rules/visa-answer.ts';
import { visaClock } from './rules/visa-clock.ts';
import { visaDeskOver } from './rules/visa-desk-over.ts';
import { visaEnding, visaRenewal } from './rules/visa-ending.ts';
import { visaIncomplete } from './rules/visa-incomplete.ts';
import { visaTold } from './rules/visa-told.ts';
import { wishesMissing } from './rules/wishes-missing.ts';
import { type Due, type DutyRule, type DutySources, defenderOf } from './sources.ts';

/** What these say changes within a day, with the clock. */
const byTheClock: readonly DutyRule[] = [hearingWithoutObserver];

/** What the others say stays the same all day, while the records do. These look at everything together. */
const overAll: readonly DutyRule[] = [riskReview, wishesMissing, visaDeskOver];

/** These say of one consent file after the other what is owed. */
const overFiles: readonly DutyRule[] = [reconfirmProxy, consentEnding, consentReview];

/** These say of one entry after the other what is owed; where they need others, they look them up. */
const overEntries: readonly DutyRule[] = [
  toldWithoutConsent,
  incidentUntold,
  incidentNoteDue,
  subjectRequestDue,
  appealDeadline,
  reprisalReview,
  reprisalCheck,
  followUp,
  feedback,
  closingUntold,
  hearingPreparation,
  hearingReport,
  visitReport,
  visitNoReply,
  urgentHealth,
  tortureAlleged,
  reasonsDue,
  visaClock,
  visaAnswer,
  visaIncomplete,
  visaTold,
  visaEnding,
  visaRenewal,
  decisionDue,
  commitmentDue,
  asksForReply,
  effectDue,
];

const byUrgency = rankIn<Duty['urgency']>(['act-now', 'this-week', 'waiting', 'later']);
const byHarm = rankIn(dutyKinds);

/** What is owed on one day apart from what the clock decides; true as long as no record changes. */
export interface DutyDay {
  readonly today: Day;
  readonly closings: Closings;
  readonly leads: ReadonlyMap<Code, Person>;
  readonly duties: readonly Duty[];
}

/** Entries or files looked at in one go: a millisecond or two, and more where memory is slow. */
const AT_ONCE = 250;

/** Reads every record: whoever asks again and again keeps it. */
export function dutyDay(sources: DutySources): DutyDay {
  const bits = dutyDayInBits(sources);
  let bit = bits.next();
  while (!bit.done) bit = bits.next();
  return bit.value;
}

/** The same, resting between bits, so that whoever reads a long book meanwhile stays responsive. */
export function* dutyDayInBits(
  sources: DutySources,
  atOnce = AT_ONCE,
): Generator<undefined, DutyDay, undefined> {
  const today = localNow(sources.now, sources.zone).day;
  const closings = yield* closingsInBits(sources.closings, atOnce);
  const leads = caseLeads(sources);
  const found: Duty[] = [];
  const find = (rules: readonly DutyRule[], some: Partial<DutySources>): void => {
    for (const duty of openBy(rules, { sources: { ...sources, ...some }, today, closings, leads }))
      found.push(duty);
  };
  yield;
  find(overAll, {});
  for (const files of bitsOf(sources.files, atOnce)) {
    yield;
    find(overFiles, { files });
  }
  for (const part of partsOf(sources.entries, atOnce)) {
    yield;
    find(overEntries, { part });
  }
  yield;
  return { today, closings, leads, duties: found.sort(inOrder) };
}

/** Entries in parts of about so many; kinds with few share one. */
function* partsOf(entries: DutySources['entries'], atOnce: number): Generator<DutySources['entries']> {
  let part = new Map<string, readonly Entry[]>();
  let size = 0;
  for (const [kind, list] of entries)
    for (const bit of bitsOf(list, atOnce)) {
      part.set(kind, bit);
      size += bit.length;
      if (size < atOnce) continue;
      yield part;
      part = new Map();
      size = 0;
    }
  if (size > 0) yield part;
}

function* bitsOf<T>(list: readonly T[], atOnce: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += atOnce) yield list.slice(from, from + atOnce);
}

/**
 * Open duties: first what could harm someone, and all that is late; then this week, what waits for the defender, and
 * what comes later or was set aside. In each group by harm, then by time. `day` may come from earlier on the same day.
 */
export function duties(sources: DutySources, day: DutyDay = dutyDay(sources)): readonly Duty[] {
  const now = openBy(byTheClock, { ...day, sources });
  return now.length === 0 ? day.duties : [...day.duties, ...now].sort(inOrder);
}

interface Setting extends Omit<DutyDay, 'duties'> {
  readonly sources: DutySources;
}

function openBy(rules: readonly DutyRule[], setting: Setting): readonly Duty[] {
  return rules
    .flatMap((rule) => rule(setting.sources, setting.today))
    .filter((due) => due.closesIn === 'entry' || !isClosed(due, setting.closings, setting.today))
    .map((due) => dutyFrom(due, setting));
}

function dutyFrom(found: Due, { sources, closings, leads, today }: Setting): Duty {
  const before = untold(found, closings);
  const due = before ? { ...found, due: before.review } : found;
  const waits = due.needsContact && defenderOf(sources, due.about)?.onlyThemStart === true;
  const { id, kind, about, entry, step, values, opens, closesIn, whoMay, needsContact } = due;
  const aside = setAside(due, closings, today);
  const limit = setAsideLimit(due, today);
  const given = givenTo(due, closings);
  const owner = given?.to ?? due.owner ?? (about && leads.get(about));
  const asked = askedOn(due, closings);
  const bySpeaking = due.bySpeaking ?? (needsContact ? (step === 'tell' ? 'told' : 'done') : undefined);
  return {
    id,
    kind,
    about,
    entry,
    due: due.due,
    urgency: aside ? 'later' : waits ? 'waiting' : urgencyOf(due, today),
    waits,
    values,
    step,
    needsContact,
    ...(opens ? { opens } : {}),
    ...(closesIn ? { closesIn } : {}),
    ...(bySpeaking ? { bySpeaking } : {}),
    ...(owner ? { owner } : {}),
    ...(given ? { given: given.word } : {}),
    ...(aside ? { setAside: aside } : {}),
    ...(limit ? { setAsideLimit: limit } : {}),
    ...(asked ? { askedOn: asked } : {}),
    ...(before ? { untoldOn: before.on } : {}),
    ...(whoMay ? { whoMay } : {}),
  };
}

function urgencyOf(due: Due, today: Day): Duty['urgency'] {
  const left = daysBetween(today, due.due);
  // A word not kept harms trust, whatever it was about.
  if (left < 0 || (due.harmsFrom !== undefined && left <= due.harmsFrom)) return 'act-now';
  return left <= 7 ? 'this-week' : 'later';
}

function inOrder(a: Duty, b: Duty): number {
  return (
    byUrgency[a.urgency] - byUrgency[b.urgency] ||
    byHarm[a.kind] - byHarm[b.kind] ||
    byText(a.due, b.due) ||
    byText(a.id, b.id)
  );
}

/** Looked up for every comparison of a long list. */
function rankIn<K extends string>(order: readonly K[]): Readonly<Record<K, number>> {
  return Object.fromEntries(order.map((key, place) => [key, place])) as Record<K, number>;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

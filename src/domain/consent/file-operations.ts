/** What may happen to a consent file, as pure steps: each gives a new file or a closed reason why not; nothing is ever deleted. */

import { canonical } from '../fields/field.ts';
import { type Code, type Day, type EntryId, type Instant, instantFrom, msOf } from '../ids.ts';
import type { Person } from '../record-kind.ts';
import { endOfDay } from '../zoned.ts';
import type { ConsentFile, Decision, Ticket } from './consent-file.ts';
import type { Verdict } from './decision.ts';
import { fingerprint } from './fingerprint.ts';
import { type ConsentNeed, furtherTold } from './need.ts';
import { agreementsStanding, isEnded, isReplaced } from './standing.ts';

/** A ticket lives at most this long. */
export const TICKET_HOURS = 72;

export type FileStep =
  | { readonly ok: true; readonly file: ConsentFile }
  | {
      readonly ok: false;
      readonly why: 'other-decision' | 'other-ticket' | 'no-ticket' | 'used' | 'recalled';
    };

export function emptyFile(about: Code): ConsentFile {
  return { about, decisions: [], tickets: [] };
}

/**
 * Appends a decision. Repeating the same one changes nothing; another one under the same id is `other-decision`. It is
 * dated no earlier than what is there: a slow clock does not put a withdrawal before the consent it takes back.
 */
export function addDecision(file: ConsentFile, decision: Decision): FileStep {
  const there = file.decisions.find((each) => each.id === decision.id);
  if (!there) {
    const at = file.decisions.reduce((last, each) => (each.at > last ? each.at : last), decision.at);
    return { ok: true, file: { ...file, decisions: [...file.decisions, { ...decision, at }] } };
  }
  return isSame(there, decision) ? { ok: true, file } : { ok: false, why: 'other-decision' };
}

/** What a repeated save may differ in: the instant at which it was tried again. */
function isSame(a: Decision, b: Decision): boolean {
  return canonical({ ...a, at: b.at }) === canonical(b);
}

/**
 * One id for the ticket of this act in every file: the same for every retry of one save, another for another need or
 * for a later save of the same entry (`version` is the version being changed, absent for a new entry).
 */
export function ticketId(entry: EntryId, need: ConsentNeed, version = 'new'): string {
  const { persons: _persons, theirOwn: _theirOwn, more: _more, ...rest } = need;
  const audiences = [...need.audiences].sort();
  const categories = [...need.categories].sort();
  const further = furtherTold(need);
  const more = further.length > 0 ? { more: further } : {};
  return `${entry}-${fingerprint(canonical({ ...rest, audiences, categories, ...more, version }))}`;
}

/**
 * The ticket for one cleared person; `until` is 72 hours on, or the end of the last day of a consent it stands on,
 * at the mission's midnight.
 */
export function newTicket(
  verdict: Verdict,
  person: Code,
  act: {
    readonly id: string;
    readonly entry: EntryId;
    readonly kind: string;
    readonly by: Person;
    readonly at: Instant;
  },
  file: ConsentFile,
  zone: string,
): Ticket {
  const { need } = verdict;
  if (need.kind !== 'consent') throw new TypeError('a step that needs no consent takes no ticket');
  if (!verdict.cleared.includes(person)) throw new TypeError('only a cleared person gets a ticket');
  const under = [
    ...new Set(verdict.covers.filter((cover) => cover.person === person).map((cover) => cover.decision)),
  ].sort();
  const ends = file.decisions
    .filter(({ id }) => under.includes(id))
    .flatMap(({ validity }) => (validity ? [endOfDay(validity.day, zone)] : []));
  const latest = instantFrom(msOf(act.at) + TICKET_HOURS * 3_600_000);
  return {
    ...act,
    action: need.action,
    audiences: need.audiences,
    identity: need.identity,
    categories: need.categories,
    ...(need.more === undefined ? {} : { more: need.more }),
    ...(need.textDigest === undefined ? {} : { textDigest: need.textDigest }),
    ...(need.occasion === undefined ? {} : { occasion: need.occasion }),
    under: under.join(' '),
    until: [latest, ...ends].sort()[0] ?? latest,
    state: 'placed',
  };
}

/** Adds a ticket. The same act may place it again (a retry); one that was used or recalled stays as it is. */
export function placeTicket(file: ConsentFile, ticket: Ticket): FileStep {
  const there = file.tickets.find((each) => each.id === ticket.id);
  if (!there) return { ok: true, file: { ...file, tickets: [...file.tickets, ticket] } };
  if (there.entry !== ticket.entry) return { ok: false, why: 'other-ticket' };
  if (there.state === 'used' || there.state === 'recalled') return { ok: false, why: there.state };
  return { ok: true, file: withTicket(file, ticket) };
}

/** Marks the act as done. A recalled ticket cannot be used: the caller must take back what it did. */
export function useTicket(file: ConsentFile, id: string): FileStep {
  const ticket = file.tickets.find((each) => each.id === id);
  if (!ticket || ticket.state === 'released') return { ok: false, why: 'no-ticket' };
  if (ticket.state === 'recalled') return { ok: false, why: 'recalled' };
  return { ok: true, file: withTicket(file, { ...ticket, state: 'used' }) };
}

/** Gives back a ticket under which nothing was done. */
export function releaseTicket(file: ConsentFile, id: string): FileStep {
  const ticket = file.tickets.find((each) => each.id === id);
  if (!ticket) return { ok: true, file };
  if (ticket.state === 'used') return { ok: false, why: 'used' };
  return { ok: true, file: withTicket(file, { ...ticket, state: 'released' }) };
}

/** Takes a ticket away from whoever holds it; one that was used stays on the list of what was done. */
export function recallTicket(file: ConsentFile, id: string): FileStep {
  const ticket = file.tickets.find((each) => each.id === id);
  if (!ticket) return { ok: false, why: 'no-ticket' };
  if (ticket.state === 'used') return { ok: false, why: 'used' };
  return { ok: true, file: withTicket(file, { ...ticket, state: 'recalled' }) };
}

function withTicket(file: ConsentFile, ticket: Ticket): ConsentFile {
  return { ...file, tickets: file.tickets.map((each) => (each.id === ticket.id ? ticket : each)) };
}

/** Columns of the list that people and indexes see. */
export interface Summary {
  /** Earliest review of what still counts. */
  readonly reviewOn: Day | undefined;
  /** Earliest end of what still counts. */
  readonly endsOn: Day | undefined;
  /** Whether somebody refused or withdrew something that was not agreed to again. */
  readonly refused: boolean;
}

/** @param today the mission's day */
export function summaryOf(file: ConsentFile, today: Day): Summary {
  const agreed = agreementsStanding(file, today);
  const refused = file.decisions.some(
    (each) =>
      (each.outcome === 'refused' || each.outcome === 'withdrawn' || each.refuses.length > 0) &&
      each.outcome !== 'deferred' &&
      (each.outcome === 'given' || each.outcome === 'given-in-part' || !isEnded(each, today)) &&
      !isReplaced(file, each),
  );
  return {
    reviewOn: earliest(agreed.map((each) => each.reviewOn)),
    endsOn: earliest(agreed.map((each) => each.validity?.day)),
    refused,
  };
}

function earliest(days: readonly (Day | undefined)[]): Day | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(0);
}

/** Moves out of a full consent file what can no longer decide anything, and nothing else. */

import { type Day, dayOf, type Instant } from '../ids.ts';
import type { ConsentFile, Decision, Grant, Ticket } from './consent-file.ts';
import { fingerprint } from './fingerprint.ts';
import { giverKey } from './standing.ts';
import { standsOn } from './validity.ts';

/** Characters of JSON at which a file is split; a note holds 63,999. */
export const ARCHIVE_ABOVE = 55_000;
/** Moving goes on until the file is this small, so that a full file is not split at every save. */
const ARCHIVE_UNTIL = 40_000;

export interface Split {
  /** What stays and still decides exactly the same. */
  readonly kept: ConsentFile;
  readonly archived: { readonly decisions: readonly Decision[]; readonly tickets: readonly Ticket[] };
  /** Tells this part from others of the same person; the same for every retry. */
  readonly key: string;
  readonly part: number;
  readonly on: Day;
}

/** `undefined` while the file is small enough, or when nothing in it may go. `part` numbers the parts of one person. */
export function splitForArchive(file: ConsentFile, now: Instant, part = 1): Split | undefined {
  let size = JSON.stringify([file.decisions, file.tickets]).length;
  if (size <= ARCHIVE_ABOVE) return undefined;
  const gone = new Set<Decision | Ticket>();
  const move = (row: Decision | Ticket) => {
    gone.add(row);
    size -= JSON.stringify(row).length + 1;
  };
  for (const ticket of [...file.tickets].sort(byAge)) {
    if (size <= ARCHIVE_UNTIL) break;
    if (isSpent(ticket, file.decisions)) move(ticket);
  }
  for (const decision of [...file.decisions].sort(byAge)) {
    if (size <= ARCHIVE_UNTIL) break;
    const kept = file.decisions.filter((each) => !gone.has(each));
    if (isSuperseded(decision, kept, file.tickets, now)) move(decision);
  }
  if (gone.size === 0) return undefined;
  const decisions = file.decisions.filter((each) => gone.has(each));
  const tickets = file.tickets.filter((each) => gone.has(each));
  return {
    kept: {
      about: file.about,
      decisions: file.decisions.filter((each) => !gone.has(each)),
      tickets: file.tickets.filter((each) => !gone.has(each)),
    },
    archived: { decisions, tickets },
    key: fingerprint([...decisions, ...tickets].map(({ id }) => id).join(' ')),
    part,
    on: dayOf(now),
  };
}

function byAge(a: { readonly at: Instant }, b: { readonly at: Instant }): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

/** A ticket may go once it is out of use and no consent "once" is counted by it. */
function isSpent(ticket: Ticket, decisions: readonly Decision[]): boolean {
  return (
    ticket.state !== 'placed' &&
    !decisions.some(({ id, validity }) => validity?.kind === 'once' && standsOn(ticket, id))
  );
}

/**
 * Whether later statements of the same giver speak about everything the decision speaks about, so that it can never
 * govern again. A refusal gives way only to a refusal without an end: an agreement may run out and show it again.
 */
function isSuperseded(
  decision: Decision,
  kept: readonly Decision[],
  tickets: readonly Ticket[],
  now: Instant,
): boolean {
  if (decision.effect.when !== 'now' || decision.liftsRefusal !== undefined) return false;
  if (tickets.some((ticket) => ticket.state === 'placed' && standsOn(ticket, decision.id))) return false;
  const same = kept.filter((each) => each !== decision && giverKey(each) === giverKey(decision));
  const later = same.filter(
    (each) =>
      each.at > decision.at &&
      each.at <= now &&
      each.effect.when === 'now' &&
      each.giverCode === decision.giverCode,
  );
  const noes = later.filter((each) => each.validity === undefined);
  if (noes.some(isNoToEverything)) return true;
  const agrees = decision.outcome === 'given' || decision.outcome === 'given-in-part';
  if (!agrees && decision.refuses.length === 0 && decision.grants.length === 0) return false;
  if (decision.outcome !== 'withdrawn' && !agrees && decision.refuses.length === 0) return false;
  const refusals = agrees ? decision.refuses : [...decision.refuses, ...decision.grants];
  if (!refusals.every((row) => noes.some((no) => refusesRow(no, row)))) return false;
  if (!agrees) return true;
  return decision.grants.every(
    (row) =>
      noes.some((no) => refusesRow(no, row)) ||
      later.some((yes) => isAsGood(yes, decision) && yes.grants.some((other) => coversRow(other, row))),
  );
}

function isPlainYes(decision: Decision): boolean {
  return (
    (decision.outcome === 'given' || decision.outcome === 'given-in-part') && decision.refuses.length === 0
  );
}

function isNoToEverything(decision: Decision): boolean {
  if (decision.outcome === 'refused') return decision.refuses.length === 0;
  return decision.outcome === 'withdrawn' && decision.refuses.length === 0 && decision.grants.length === 0;
}

/** Whether a refusal without an end reaches everything a row reaches. */
function refusesRow(no: Decision, row: Grant): boolean {
  const rows = no.outcome === 'withdrawn' ? [...no.refuses, ...no.grants] : no.refuses;
  if (no.outcome === 'deferred') return false;
  return rows.some(
    (other) =>
      other.action === row.action && (other.audiences.length === 0 || other.audiences.includes('embassy')),
  );
}

/** Whether an agreement brings at least what an older one brought, so that the older one can never do better. */
function isAsGood(yes: Decision, older: Decision): boolean {
  return (
    isPlainYes(yes) &&
    yes.freeToSpeak === 'yes' &&
    yes.howWeKnow !== 'not-confirmed' &&
    yes.evidence?.form !== 'public-appeal' &&
    older.evidence?.form !== 'public-appeal' &&
    (yes.whyNotDefender !== undefined || yes.giver === 'defender') &&
    (yes.childView !== undefined || older.childView === undefined) &&
    (yes.witness !== undefined || older.witness === undefined) &&
    (yes.witness !== undefined || (yes.evidence?.form ?? 'oral') !== 'oral' || isOral(older)) &&
    older.informed.every((element) => yes.informed.includes(element)) &&
    (yes.validity?.kind === 'until' || (yes.validity === undefined && yes.reviewOn !== undefined)) &&
    (yes.reviewOn === undefined || (older.reviewOn !== undefined && yes.reviewOn >= older.reviewOn))
  );
}

function isOral(decision: Decision): boolean {
  return (decision.evidence?.form ?? 'oral') === 'oral';
}

/** Same cells, at least the same scope. A circle is left alone: its members are another list each time. */
function coversRow(other: Grant, row: Grant): boolean {
  return (
    other.action === row.action &&
    other.identity === row.identity &&
    other.text === undefined &&
    row.categories.every((category) => other.categories.includes(category)) &&
    row.audiences.every((audience) => !audience.startsWith('circle:') && other.audiences.includes(audience))
  );
}

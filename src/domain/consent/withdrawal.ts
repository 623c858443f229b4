/** What follows when somebody refuses or withdraws: which plans halt, who had received what, what is under way at this moment. */

import type { Code, EntryId, Instant } from '../ids.ts';
import type { ConsentFile, Decision, Ticket } from './consent-file.ts';
import { decide } from './decide.ts';
import type { Evidence } from './decision.ts';
import { addDecision, type FileStep } from './file-operations.ts';
import type { ConsentNeed } from './need.ts';
import { standsOn } from './validity.ts';

/** A step that lies ahead, as its kind says what it needs. */
export interface Planned {
  readonly entry: EntryId;
  readonly need: ConsentNeed;
}

export interface Received {
  readonly entry: EntryId;
  readonly kind: string;
  readonly audiences: readonly string[];
  readonly at: Instant;
}

export interface Effects {
  /** Plans that could go ahead for this person before and cannot now. */
  readonly halted: readonly EntryId[];
  /** Done under consent that no longer stands, newest first: these audiences know. */
  readonly received: readonly Received[];
  /** Tickets taken and not yet used: somebody may be acting right now. */
  readonly inFlight: readonly Ticket[];
}

/**
 * Compares two states of one person's file. `evidence` holds everybody else; pass tickets from archives as `earlier`.
 * An unknown clock counts as "cannot now", so everything halts.
 */
export function effectsOf(
  about: Code,
  before: ConsentFile,
  after: ConsentFile,
  planned: readonly Planned[],
  evidence: Evidence,
  now: Instant | undefined,
  earlier: readonly Ticket[] = [],
): Effects {
  const withFile = (file: ConsentFile): Evidence => ({
    ...evidence,
    files: new Map(evidence.files).set(about, file),
  });
  const [was, is] = [withFile(before), withFile(after)];
  const stands = (need: ConsentNeed, entry: EntryId, given: Evidence) =>
    decide(need, given, { now, entry }).cleared.includes(about);
  const fallen = [...earlier, ...after.tickets].filter((ticket) => {
    const need = needOfTicket(ticket, before, after);
    return !stands(need, ticket.entry, is);
  });
  return {
    halted: planned
      .filter(
        ({ need, entry }) => need.tense === 'ahead' && stands(need, entry, was) && !stands(need, entry, is),
      )
      .map(({ entry }) => entry),
    received: fallen
      .filter((ticket) => ticket.state === 'used')
      .map(({ entry, kind, audiences, at }) => ({ entry, kind, audiences, at }))
      .sort((a, b) => (a.at < b.at ? 1 : -1)),
    inFlight: fallen.filter(
      (ticket) => ticket.state === 'placed' || (ticket.state === 'recalled' && isPlaced(before, ticket)),
    ),
  };
}

function isPlaced(file: ConsentFile, ticket: Ticket): boolean {
  return file.tickets.some(({ id, state }) => id === ticket.id && state === 'placed');
}

/** A ticket does not name its proceeding, nor who took the step themselves; what it stands on does. */
function needOfTicket(ticket: Ticket, before: ConsentFile, after: ConsentFile): ConsentNeed {
  const { action, audiences, identity, categories, more, textDigest, occasion } = ticket;
  const bound = [...before.decisions, ...after.decisions].find(
    ({ id, validity }) => validity?.kind === 'proceeding' && standsOn(ticket, id),
  )?.validity;
  return {
    kind: 'consent',
    action,
    audiences,
    identity,
    categories,
    persons: [after.about],
    ...basisOf(ticket, after.about),
    tense: 'past',
    ...(more === undefined ? {} : { more }),
    ...(textDigest === undefined ? {} : { textDigest }),
    ...(occasion === undefined ? {} : { occasion }),
    ...(bound?.kind === 'proceeding' ? { proceeding: bound.entry } : {}),
  };
}

/** Done as a matter of principle; or as their own step, which carries this embassy and nobody beyond it. */
function basisOf({ under, audiences }: Ticket, about: Code): Pick<ConsentNeed, 'basis' | 'theirOwn'> {
  if (!under.split(' ').includes('no-refusal')) return { basis: 'consent' };
  const isBeyond = audiences.includes('embassy') && audiences.length > 1;
  return isBeyond ? { basis: 'consent', theirOwn: [about] } : { basis: 'no-refusal' };
}

/**
 * Adds a decision and, in the same step, recalls every ticket that consent no longer carries after it: whoever reads the
 * file again before acting is refused. A consent that is narrowed recalls like a withdrawal.
 */
export function recordDecision(
  file: ConsentFile,
  decision: Decision,
  evidence: Evidence,
  now: Instant | undefined,
): FileStep {
  const step = addDecision(file, decision);
  if (!step.ok) return step;
  const { inFlight } = effectsOf(file.about, file, step.file, [], evidence, now);
  if (inFlight.length === 0) return step;
  const tickets = step.file.tickets.map(
    (ticket): Ticket => (inFlight.includes(ticket) ? { ...ticket, state: 'recalled' } : ticket),
  );
  return { ok: true, file: { ...step.file, tickets } };
}

/** Mints the only value a book accepts: nothing is written that the gate has not cleared. */

import { type Anonymising, sameValue } from '../fields/field.ts';
import type { Code, EntryId, Instant } from '../ids.ts';
import { anonymised } from '../keeping/anonymise.ts';
import { ANONYMISED, isAnonymised, isRemoved, REMOVED, STILL_QUOTED } from '../keeping/marks.ts';
import { type AnyKind, type AnyRecord, codesOf, type Entry, type Person } from '../record-kind.ts';
import type { ConsentFile } from './consent-file.ts';
import { decide } from './decide.ts';
import type { Evidence, Refusal, Verdict } from './decision.ts';
import {
  type Audience,
  type ConsentAction,
  type ConsentNeed,
  type DataCategory,
  furtherTold,
  type IdentityLevel,
  type Need,
} from './need.ts';
import { personsIn } from './persons.ts';
import { isSameNeed, isSameSet } from './same-need.ts';

declare const minted: unique symbol;

/** A record the gate has cleared for this step. Only this file makes one; `isCleared` is the runtime side of the type. */
export interface Cleared {
  readonly [minted]: true;
  readonly kind: AnyKind;
  readonly entry: EntryId;
  readonly record: AnyRecord;
  readonly by: Person;
  readonly action?: ConsentAction;
  readonly audiences?: readonly Audience[];
  readonly identity?: IdentityLevel;
  readonly categories?: readonly DataCategory[];
  readonly textDigest?: string;
  /** Decision ids; `['none']` where nothing is needed, `['none-on-record']` for the past without consent. */
  readonly under: readonly string[];
  readonly ticket?: string;
}

const mint = new WeakSet<object>();

export function isCleared(value: unknown): value is Cleared {
  return typeof value === 'object' && value !== null && mint.has(value);
}

export interface ToClear {
  readonly kind: AnyKind;
  readonly entry: EntryId;
  readonly record: AnyRecord;
  readonly by: Person;
}

export interface Refused {
  readonly refused: Verdict;
}

/**
 * Clears a step that needs consent. Decides again on the files that were read again with our ticket in them, at the
 * server's instant `at` of that read. Every person the verdict cleared must still be cleared and hold our ticket; whoever
 * it left out stays out and must not be named by the record itself. Nothing else mints for a consent need.
 * @returns the cleared record, or the verdict of now, which says what has changed.
 * @throws TypeError when the verdict belongs to another need, allows nothing, or the kind needs no consent.
 */
export function clear(
  toClear: ToClear,
  verdict: Verdict,
  reread: Evidence,
  ticket: string,
  at: Instant | undefined,
): Cleared | Refused {
  const need = needOf(toClear);
  if (need.kind !== 'consent') throw new TypeError(`${toClear.kind.key}: this step needs no consent`);
  if (!isSameNeed(verdict.need, need))
    throw new TypeError(`${toClear.kind.key}: the verdict is for another need`);
  if (!verdict.allowed) throw new TypeError(`${toClear.kind.key}: the verdict refuses this step`);
  const named = personsIn(codesOf(toClear.record), reread.members).filter((code) =>
    verdict.left.includes(code),
  );
  if (named.length > 0) throw new TypeError(`${toClear.kind.key}: somebody who was left out is still named`);

  const now = decide(need, reread, { now: at, entry: toClear.entry });
  const refusals: Refusal[] = [];
  const under = new Set<string>();
  const refuse = (person: Code) => {
    const why = now.refusals.filter((refusal) => refusal.person === person);
    refusals.push(...(why.length > 0 ? why : [{ person, code: 'no-ticket', action: need.action } as const]));
  };
  for (const person of verdict.cleared) {
    const standing = now.covers.filter((cover) => cover.person === person).map((cover) => cover.decision);
    const isOurs =
      now.cleared.includes(person) &&
      hasOurTicket(reread.files.get(person), toClear, need, ticket, standing, at);
    if (isOurs) for (const id of standing) under.add(id);
    else refuse(person);
  }
  const known = new Set([...verdict.cleared, ...verdict.left]);
  for (const person of [...now.cleared, ...now.left]) if (!known.has(person)) refuse(person);
  if (refusals.length > 0 || under.size === 0)
    return { refused: { ...now, allowed: false, refusals: refusals.length > 0 ? refusals : now.refusals } };
  return issue({ ...contentOf(toClear), ...scopeOf(need), under: [...under].sort(), ticket });
}

/** Whether our ticket is there: placed, not run out, for this very act and under the consent that carries it now. */
function hasOurTicket(
  file: ConsentFile | undefined,
  toClear: ToClear,
  need: ConsentNeed,
  id: string,
  standing: readonly string[],
  at: Instant | undefined,
): boolean {
  return (
    at !== undefined &&
    file?.tickets.some(
      (ticket) =>
        ticket.id === id &&
        ticket.state === 'placed' &&
        ticket.until > at &&
        ticket.entry === toClear.entry &&
        ticket.kind === toClear.kind.key &&
        ticket.action === need.action &&
        ticket.identity === need.identity &&
        ticket.textDigest === need.textDigest &&
        ticket.occasion === need.occasion &&
        isSameSet(ticket.under.split(' '), standing) &&
        isSameSet(ticket.audiences, need.audiences) &&
        isSameSet(ticket.categories, need.categories) &&
        isSameSet(furtherTold(ticket), furtherTold(need)),
    ) === true
  );
}

/** Clears a step that needs no consent. @throws TypeError when the kind says that it needs one. */
export function clearNone(toClear: ToClear): Cleared {
  if (needOf(toClear).kind !== 'none') throw new TypeError(`${toClear.kind.key}: this step needs consent`);
  if (carriedBy(toClear)) throw new TypeError(`${toClear.kind.key}: an envelope goes with what cleared it`);
  return issue({ ...contentOf(toClear), under: ['none'] });
}

/**
 * Clears a row that takes an envelope along. `proof` is the value under which the envelope was sealed: cleared by the
 * gate for every mission that the row goes to, or for content that needs no consent at all. @throws TypeError
 */
export function clearCarried(toClear: ToClear, proof: Cleared): Cleared {
  const { key } = toClear.kind;
  const carried = carriedBy(toClear);
  if (!carried) throw new TypeError(`${key}: this row takes nothing along`);
  if (!isCleared(proof) || isRemovedOrPast(proof))
    throw new TypeError(`${key}: an envelope goes with what cleared it`);
  const uncovered = proof.audiences && carried.to.find((one) => !proof.audiences?.includes(`mission:${one}`));
  if (uncovered !== undefined) throw new TypeError(`${key}: the consent does not reach every mission`);
  return issue({ ...contentOf(toClear), under: ['none'] });
}

/** Marks that clear something for the own book alone. */
function isRemovedOrPast({ under }: Cleared): boolean {
  return under.some((id) => id === 'none-on-record' || id === REMOVED || id === ANONYMISED);
}

function carriedBy({
  kind,
  record,
}: Pick<ToClear, 'kind' | 'record'>): ReturnType<NonNullable<AnyKind['carries']>> {
  return kind.carries?.(record);
}

/**
 * Clears an edit that changes neither step, audience, people nor categories: it stays under what cleared the entry
 * before. @returns `undefined` when the edit does change one of them and must pass the gate.
 */
export function clearUnchanged(toClear: ToClear, before: Entry): Cleared | undefined {
  if (before.kind !== toClear.kind.key || before.entry !== toClear.entry)
    throw new TypeError(`${toClear.kind.key}: not the entry that was there before`);
  const isUnchanged =
    wasCleared(toClear, before) &&
    toClear.record.step === before.record.step &&
    isSameSet(codesOf(toClear.record), codesOf(before.record)) &&
    isSameNeed(needOf(toClear), toClear.kind.need(before.record)) &&
    sameValue(carriedBy(toClear), carriedBy({ kind: toClear.kind, record: before.record }));
  if (!isUnchanged) return undefined;
  const ticket = before.ticket === undefined ? {} : { ticket: before.ticket };
  return issue({ ...contentOf(toClear), ...scopeOf(needOf(toClear)), under: before.under, ...ticket });
}

/** Whether the gate ever cleared what is there: with a ticket, or as the past with the reason still in the record. */
function wasCleared(toClear: ToClear, before: Entry): boolean {
  const need = needOf(toClear);
  if (need.kind === 'none') return true;
  if (!before.under.includes('none-on-record')) return before.ticket !== undefined;
  const why = toClear.record.withoutConsentWhy;
  return need.tense === 'past' && typeof why === 'string' && why.trim() !== '';
}

/**
 * Clears the record of something that has already happened without (full) consent. It stays in the own book: no audience,
 * no ticket, and a duty to tell them follows. @throws TypeError for a step that lies ahead, for a verdict that
 * left nobody out, and unless the record itself says why in `withoutConsentWhy`.
 */
export function clearPast(toClear: ToClear, verdict: Verdict, why: string): Cleared {
  const need = needOf(toClear);
  if (need.kind !== 'consent' || need.tense !== 'past')
    throw new TypeError(`${toClear.kind.key}: this has not happened yet`);
  if (!isSameNeed(verdict.need, need))
    throw new TypeError(`${toClear.kind.key}: the verdict is for another need`);
  if (verdict.allowed && verdict.left.length === 0)
    throw new TypeError(`${toClear.kind.key}: there is consent on record`);
  if (why.trim() === '' || toClear.record.withoutConsentWhy !== why)
    throw new TypeError(`${toClear.kind.key}: withoutConsentWhy is missing`);
  return issue({ ...contentOf(toClear), under: ['none-on-record'] });
}

/** What is there already, as `before` holds it, about to be marked. */
interface Marked {
  readonly kind: AnyKind;
  readonly before: Entry;
  readonly by: Person;
}

/** Marks a mistaken entry as removed: its content and what cleared it stay, so that it can be restored. */
export function clearRemoved({ kind, before, by }: Marked): Cleared {
  if (isRemoved(before)) throw new TypeError(`${kind.key}: already removed`);
  return issue({ ...storedOf(kind, before, by), under: [...before.under, REMOVED], ...ticketOf(before) });
}

/**
 * Brings a removed entry back exactly as it was cleared.
 * @throws TypeError for one that was not removed, and for one that must pass the gate again
 */
export function clearRestored({ kind, before, by }: Marked): Cleared {
  if (!isRemoved(before)) throw new TypeError(`${kind.key}: this was not removed`);
  if (mustPassAgain(kind, before))
    throw new TypeError(`${kind.key}: a step that lies ahead passes the gate again`);
  const under = before.under.filter((id) => id !== REMOVED);
  return issue({ ...storedOf(kind, before, by), under, ...ticketOf(before) });
}

/** Whether somebody may have said no while the entry was away: what lies ahead does not come back without being asked. */
export function mustPassAgain(kind: AnyKind, removed: Entry): boolean {
  const need = kind.need(removed.record);
  return need.kind === 'consent' && need.tense === 'ahead' && !isAnonymised(removed);
}

/**
 * Makes a stored entry anonymous: nothing is added to it, and what cleared it is forgotten with whom it was about. Until
 * `clearUnquoted` it says that others may still quote it.
 */
export function clearAnonymised({ kind, before, by }: Marked, how: Anonymising): Cleared {
  const record = anonymised(kind, before.record, how);
  const under = [ANONYMISED, STILL_QUOTED, ...(isRemoved(before) ? [REMOVED] : [])];
  return issue({ ...storedOf(kind, before, by), record, under });
}

/** Of an anonymous entry: nothing else quotes it any more. @throws TypeError for any other */
export function clearUnquoted({ kind, before, by }: Marked): Cleared {
  if (!isAnonymised(before)) throw new TypeError(`${kind.key}: this is not anonymous`);
  const under = before.under.filter((id) => id !== STILL_QUOTED);
  return issue({ ...storedOf(kind, before, by), under });
}

function storedOf(
  kind: AnyKind,
  before: Entry,
  by: Person,
): Pick<Cleared, 'kind' | 'entry' | 'record' | 'by'> {
  if (before.kind !== kind.key) throw new TypeError(`${kind.key}: an entry of another kind`);
  // What marks an entry is written where bare rows have no column.
  if (kind.bare) throw new TypeError(`${kind.key}: a bare row bears no marks`);
  return { kind, entry: before.entry, record: before.record, by };
}

function ticketOf(before: Entry): Pick<Cleared, 'ticket'> {
  return before.ticket === undefined ? {} : { ticket: before.ticket };
}

function needOf({ kind, record }: ToClear): Need {
  return kind.need(record);
}

function contentOf({ kind, entry, record, by }: ToClear): Pick<Cleared, 'kind' | 'entry' | 'record' | 'by'> {
  return { kind, entry, record, by };
}

function scopeOf(
  need: Need,
): Partial<Pick<Cleared, 'action' | 'audiences' | 'identity' | 'categories' | 'textDigest'>> {
  if (need.kind === 'none') return {};
  const { action, audiences, identity, categories, textDigest } = need;
  return { action, audiences, identity, categories, ...(textDigest === undefined ? {} : { textDigest }) };
}

function issue(value: Omit<Cleared, typeof minted>): Cleared {
  const cleared = Object.freeze({ ...value }) as Cleared;
  mint.add(cleared);
  return cleared;
}

/** What became of something owed: settled with a date and a reaction or a dated reason, set aside, given away, asked about. */

import { addDays, type Day, isDay } from '../ids.ts';
import type { AnyRecord, Entry, Person } from '../record-kind.ts';
import { dutyClosing } from '../system/duty-closing.ts';
import type { SetAside } from './duty.ts';
import type { Due } from './sources.ts';

/** Closings by the id of their duty, oldest first. */
export type Closings = ReadonlyMap<string, readonly AnyRecord[]>;

/**
 * Whether a duty stays closed. What must be told closes only by telling, or by a reason for not telling, and that only
 * until the day on which it is looked at again.
 */
export function isClosed(due: Due, closings: Closings, today: Day): boolean {
  return (closings.get(due.id) ?? []).some((closing) => settles(closing, due.step === 'tell', today));
}

/** The day on which they could not be told, and the day that was set to look at it again. */
export function untold(due: Due, closings: Closings): { readonly on: Day; readonly review: Day } | undefined {
  const last = (closings.get(due.id) ?? []).findLast(({ outcome }) => outcome === 'not-told');
  if (!last || !isDay(last.on) || !isDay(last.until)) return undefined;
  return { on: last.on, review: last.until };
}

/** Closings by duty, resting after every `atOnce`; of a list that was gone through before, what was found then. */
export function* closingsInBits(
  entries: readonly Entry[],
  atOnce: number,
): Generator<undefined, Closings, undefined> {
  const known = closingsIn.get(entries);
  if (known) return known;
  const byDuty = new Map<string, Entry[]>();
  let looked = 0;
  for (const entry of entries) {
    looked += 1;
    if (looked % atOnce === 0) yield;
    const { kind, record } = entry;
    if (kind !== dutyClosing.key || typeof record.duty !== 'string') continue;
    const closed = byDuty.get(record.duty);
    if (closed) closed.push(entry);
    else byDuty.set(record.duty, [entry]);
  }
  const closings = new Map<string, readonly AnyRecord[]>();
  for (const [duty, closed] of byDuty) {
    if (closings.size % atOnce === atOnce - 1) yield;
    const ordered = closed.length > 1 ? closed.sort(inOrder) : closed;
    closings.set(
      duty,
      ordered.map(({ record }) => record),
    );
  }
  closingsIn.set(entries, closings);
  return closings;
}

/** Lists are replaced and never mutated: while older entries of other kinds arrive, this one is still the same. */
const closingsIn = new WeakMap<readonly Entry[], Closings>();

/** By the server's time; within a second by the number of the row, which a book counts up. */
function inOrder(a: Entry, b: Entry): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return Number(a.id) - Number(b.id) || (a.entry < b.entry ? -1 : 1);
}

/**
 * The last day until which a duty may be set aside; undefined: any day. What could harm somebody is back on the day from
 * which it could, and once that has come, on its last call. A day that is not ahead: it cannot be set aside at all.
 */
export function setAsideLimit(due: Due, on: Day): Day | undefined {
  if (due.harmsFrom === undefined) return undefined;
  const harms = addDays(due.due, -due.harmsFrom);
  return harms > on ? harms : (due.lastCall ?? due.due);
}

/** How it was set aside, while it is; whoever set it aside could not know of a limit that came with a later change. */
export function setAside(due: Due, closings: Closings, today: Day): SetAside | undefined {
  const last = (closings.get(due.id) ?? []).findLast(({ outcome }) => outcome === 'snoozed');
  if (!last || !isDay(last.until) || !isDay(last.on)) return undefined;
  const limit = setAsideLimit(due, last.on);
  const until = limit !== undefined && limit < last.until ? limit : last.until;
  return until > today ? { until, reason: typeof last.reason === 'string' ? last.reason : '' } : undefined;
}

/** To whom it was given last, and what was said to them with it. */
export function givenTo(
  due: Due,
  closings: Closings,
): { readonly to: Person; readonly word: string } | undefined {
  const last = (closings.get(due.id) ?? []).findLast(({ outcome }) => outcome === 'handed-over');
  if (!last?.to) return undefined;
  return { to: last.to as Person, word: typeof last.reason === 'string' ? last.reason : '' };
}

/** The last day on which they were asked and did not answer. */
export function askedOn(due: Due, closings: Closings): Day | undefined {
  const days = (closings.get(due.id) ?? [])
    .filter(({ outcome }) => outcome === 'asked-no-answer')
    .map(({ on }) => on)
    .filter(isDay);
  return days.sort().at(-1);
}

function settles(closing: AnyRecord, isTelling: boolean, today: Day): boolean {
  if (typeof closing.on !== 'string' || closing.on === '') return false;
  switch (closing.outcome) {
    case 'told':
      return typeof closing.reaction === 'string';
    case 'not-told':
      if (isDay(closing.until) && closing.until <= today) return false;
      return typeof closing.because === 'string' || hasReason(closing);
    case 'done':
    case 'kept':
      return !isTelling;
    case 'changed':
      return !isTelling && hasReason(closing);
    default:
      return false;
  }
}

function hasReason(closing: AnyRecord): boolean {
  return typeof closing.reason === 'string' && closing.reason.trim() !== '';
}

/** Everything that entries put into the calendar, in order of time. */

import type { Code, Day, EntryId } from '../domain/ids.ts';
import type { CalendarMark } from '../domain/kind-hooks.ts';
import { type AnyKind, aboutOf, type Entry } from '../domain/record-kind.ts';
import { trialObservation } from '../domain/records/trial-observation.ts';
import { kindByKey } from '../domain/registry.ts';
import type { View } from '../log/log.ts';
import { instantOfLocal } from './day-words.ts';

/** Which marks are wanted. */
export type Wanted = (mark: CalendarMark, entry: Entry) => boolean;

/** Marks at which somebody must be there. */
export const appointments: Wanted = (mark) => mark.appointment === true;

export interface Mark extends CalendarMark {
  readonly kind: string;
  readonly entry: EntryId;
  /** Which of the marks of its entry, from 0: stays the same when the entry moves to another day. */
  readonly nth: number;
  readonly about: Code | undefined;
  /** Ms, where a time and a known zone are given. */
  readonly at: number | undefined;
  /** Still ahead, and nobody has confirmed to observe it. */
  readonly noObserver: boolean;
  /** Another mission shared it: `entry` is its row in the circle, and this is whose it is. */
  readonly sharedBy?: string;
}

/** Marks between two days, both included. */
export function marksBetween(
  view: Pick<View, 'entries'>,
  from: Day,
  to: Day,
  today: Day,
  wanted: Wanted = () => true,
): readonly Mark[] {
  const marks: Mark[] = [];
  const speakers = speakersIn(view);
  const planned = observationsOf(view);
  for (const [key, entries] of view.entries) {
    const kind = kindByKey(key);
    if (!kind?.calendar) continue;
    for (const entry of entries)
      for (const [nth, mark] of kind.calendar(entry.record).entries())
        if (mark.day >= from && mark.day <= to && wanted(mark, entry) && isSpeaker(speakers, entry, mark))
          marks.push(withTime(mark, nth, entry, mark.day >= today && lacksObserver(kind, entry, planned)));
  }
  return marks.sort(byTime);
}

/** By day, then by time there. */
export function byTime(a: Mark, b: Mark): number {
  return a.day === b.day ? (a.time ?? '').localeCompare(b.time ?? '') : a.day < b.day ? -1 : 1;
}

const found = new WeakMap<View['entries'], ReadonlyMap<string, Entry>>();

/** For each topic and code the entry whose marks count: the one with the latest day, then the one written last. */
function speakersIn({ entries }: Pick<View, 'entries'>): ReadonlyMap<string, Entry> {
  const known = found.get(entries);
  if (known) return known;
  const speakers = new Map<string, Entry>();
  for (const [key, ofKind] of entries) {
    const kind = kindByKey(key);
    if (!kind?.calendar) continue;
    for (const entry of ofKind)
      for (const { topic } of kind.calendar(entry.record)) {
        if (topic === undefined) continue;
        const place = `${topic} ${aboutOf(entry.record)}`;
        const held = speakers.get(place);
        if (!held || rankOf(held) < rankOf(entry)) speakers.set(place, entry);
      }
  }
  found.set(entries, speakers);
  return speakers;
}

/** What has no day of its own comes before everything that has. */
function rankOf(entry: Entry): string {
  return `${kindByKey(entry.kind)?.day(entry.record) ?? ''} ${entry.createdAt}`;
}

function isSpeaker(speakers: ReadonlyMap<string, Entry>, entry: Entry, { topic }: CalendarMark): boolean {
  return topic === undefined || speakers.get(`${topic} ${aboutOf(entry.record)}`) === entry;
}

/** Every mark of one entry, whatever day it is; whether somebody observes it is not said. */
export function marksOf(entry: Entry): readonly Mark[] {
  const marks = kindByKey(entry.kind)?.calendar?.(entry.record) ?? [];
  return marks.map((mark, nth) => withTime(mark, nth, entry, false));
}

/** What an observation is planned or written of: Today asks nobody to go there any more. */
function observationsOf({ entries }: Pick<View, 'entries'>): ReadonlySet<unknown> {
  return new Set((entries.get(trialObservation.key) ?? []).map(({ record }) => record.hearing));
}

/** Of a kind that lists observers, still ahead, nobody has said yes, and no observation is planned. */
function lacksObserver(kind: AnyKind, { entry, record }: Entry, planned: ReadonlySet<unknown>): boolean {
  if (!('observers' in kind.fields) || kind.live(record) !== 'open' || planned.has(entry)) return false;
  const rows: readonly unknown[] = Array.isArray(record.observers) ? record.observers : [];
  return !rows.some(
    (row) => typeof row === 'object' && row !== null && 'state' in row && row.state === 'confirmed',
  );
}

function withTime(mark: CalendarMark, nth: number, entry: Entry, noObserver: boolean): Mark {
  const timed = mark.time !== undefined && mark.zone !== undefined;
  return {
    ...mark,
    kind: entry.kind,
    entry: entry.entry,
    nth,
    about: aboutOf(entry.record),
    at: timed ? instantOfLocal(mark.day, mark.time ?? '', mark.zone ?? '') : undefined,
    noObserver,
  };
}

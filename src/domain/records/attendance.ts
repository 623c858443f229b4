/** Reads from the known parts of a hearing or visit where somebody should be, who goes, and what came of it. */

import { addDays, type Day, isDay, isMissionCode } from '../ids.ts';
import type { Attendance } from '../kind-hooks.ts';
import type { AnyRecord } from '../record-kind.ts';

const parts = ['lead', 'member', 'reserve'] as const;

/** What became of an observer's word: whoever came had confirmed, whoever did not come is not counted. */
const states = {
  invited: 'invited',
  confirmed: 'confirmed',
  done: 'confirmed',
  declined: 'declined',
  'no-show': 'declined',
} as const;

export function hearingAttendance(known: AnyRecord): Attendance | undefined {
  const start = objectIn(known, 'start');
  if (!isDay(start?.day) || typeof start.time !== 'string' || typeof start.zone !== 'string')
    return undefined;
  const { outcome, court, room } = known;
  return {
    what: 'hearing',
    day: start.day,
    time: start.time,
    zone: start.zone,
    ...placeOf(court, room),
    state: outcome === undefined ? 'ahead' : outcome === 'held' ? 'held' : 'off',
    observers: rowsIn(known, 'observers').flatMap((row) => {
      const state = states[row.state as keyof typeof states];
      return isMissionCode(row.mission) && state
        ? [{ mission: row.mission, part: parts.find((part) => part === row.part) ?? 'member', state }]
        : [];
    }),
  };
}

export function visitAttendance(known: AnyRecord, today: Day, noReplyDays: number): Attendance | undefined {
  const day = [known.visitOn, known.requestedFor, known.answeredOn, known.askedOn].find(isDay);
  if (!day) return undefined;
  const answer = visitAnswer(known, today, noReplyDays);
  const stopped = answer !== undefined && answer !== 'granted' && answer !== 'waiting';
  const { step, facility } = known;
  const went = rowsIn(known, step === 'done' ? 'visitors' : 'proposed');
  const missions = new Set(went.map(({ mission }) => mission).filter(isMissionCode));
  return {
    what: 'visit',
    day,
    ...placeOf(facility),
    state: step === 'done' ? 'held' : stopped || step === 'cancelled' || step === 'not-met' ? 'off' : 'ahead',
    ...(answer ? { answer } : {}),
    observers: [...missions].map((mission) => ({ mission, part: 'member', state: 'confirmed' })),
  };
}

/** A request that waits too long counts as not answered, whether or not somebody wrote that down. */
function visitAnswer(known: AnyRecord, today: Day, noReplyDays: number): Attendance['answer'] {
  const { answer, askedOn, step } = known;
  switch (answer) {
    case 'granted':
    case 'with-conditions':
      return 'granted';
    case 'refused':
    case 'withdrawn':
    case 'cancelled-at-gate':
    case 'no-reply':
      return answer;
  }
  if (step === 'done') return 'granted';
  if (step !== 'asked' || !isDay(askedOn)) return undefined;
  return today >= addDays(askedOn, noReplyDays) ? 'no-reply' : 'waiting';
}

function placeOf(...words: readonly unknown[]): { readonly place?: string } {
  const place = words.filter((word) => typeof word === 'string' && word !== '').join(' · ');
  return place === '' ? {} : { place };
}

function objectIn(known: AnyRecord, key: string): AnyRecord | undefined {
  const value = known[key];
  return typeof value === 'object' && value !== null ? (value as AnyRecord) : undefined;
}

function rowsIn(known: AnyRecord, key: string): readonly AnyRecord[] {
  const value = known[key];
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : [];
}

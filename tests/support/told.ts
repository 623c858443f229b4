/** Rows of a circle's log as rules read them, one short line each. */

import type { Told } from '../../src/domain/circle/told.ts';
import type { Code, Day, EntryId, Instant, MissionCode } from '../../src/domain/ids.ts';
import type { AnyRecord } from '../../src/domain/record-kind.ts';

export const aldermark = 'aldermark' as MissionCode;
export const brenland = 'brenland' as MissionCode;
export const corvia = 'corvia' as MissionCode;
export const estmark = 'estmark' as MissionCode;
export const everybody = [aldermark, brenland, corvia, estmark] as const;

/** 26 characters, the last ones counting. */
export function entryId(nth: number): EntryId {
  return `01HZX3K8Q2W7V5R4T9N6M1${String(nth).padStart(4, '0')}` as EntryId;
}

export const circleCode = 'GSCP57DRW' as Code;

/** `at` is when its sender signed it, and when it came in. */
export function told(
  nth: number,
  from: MissionCode,
  at: string,
  type: string,
  body: AnyRecord,
  more: Partial<Told> & { readonly until?: Day } = {},
): Told {
  const { until, ...row } = more;
  return {
    entry: entryId(nth),
    from,
    coarse: 'trial',
    code: circleCode,
    week: '2026-W47',
    state: 'open',
    audience: [...everybody],
    at: at as Instant,
    content: { type, at: at as Instant, seq: nth, body, ...(until ? { until } : {}) },
    ...row,
  };
}

/** A hearing of 3 December, ten o'clock at the court of Oskel. */
export function toldHearing(
  nth: number,
  from: MissionCode,
  at: string,
  fields: AnyRecord = {},
  more: Partial<Told> = {},
): Told {
  const start = { day: '2026-12-03', time: '10:00', zone: 'Asia/Tbilisi' };
  const all = { start, court: 'Oskel District Court', ...fields };
  return told(nth, from, at, 'shared-entry', { kind: 'hearing', schema: 1, fields: all }, more);
}

export function toldAnswer(
  nth: number,
  from: MissionCode,
  at: string,
  to: number,
  body: AnyRecord,
  more: Partial<Told> = {},
): Told {
  return told(nth, from, at, 'answer', { to: entryId(to), ...body }, { coarse: 'request', ...more });
}

/** The hearings and visits that missions shared: who goes, what must be said aloud, whose turn it would be. */

import type { Code, Day, EntryId, Instant, MissionCode } from '../ids.ts';
import { dayOf } from '../ids.ts';
import type { Attendance } from '../kind-hooks.ts';
import type { AnyKind, AnyRecord } from '../record-kind.ts';
import { kindByKey } from '../registry.ts';
import { type HearingAlert, hearingAlert } from './hearing-alert.ts';
import { isCovered, mergedObservers, type Observer } from './observers.ts';
import { byText, type Opened, openedOf, saidTo, type Told } from './told.ts';
import { loadOf, loadPeriod, type MissionLoad, proposedTurn } from './turns.ts';

/** Agreed for these weeks ahead counts as load already. */
const WEEKS_AHEAD = 4;

export interface SharedHearing {
  readonly entry: EntryId;
  readonly from: MissionCode;
  readonly code?: string;
  readonly linked?: Code;
  /** Key of the kind that it is an entry of. */
  readonly kind: string;
  readonly what: Attendance['what'];
  readonly day: Day;
  /** `HH:MM` at `zone`; absent for a whole day. */
  readonly time?: string;
  readonly zone?: string;
  readonly place?: string;
  readonly state: Attendance['state'];
  readonly answer?: NonNullable<Attendance['answer']>;
  readonly observers: readonly Observer[];
  readonly alert?: HearingAlert;
  /** Whose turn it would be by the load of the last half year. */
  readonly proposed?: MissionCode;
}

export interface CircleFacts {
  /** Missions that were not removed, ours included. */
  readonly missions: readonly { readonly code: MissionCode; readonly connected: boolean }[];
  readonly now: Instant;
  /** The day at our mission. */
  readonly today: Day;
}

export interface HearingsAndLoad {
  /** By day and time. */
  readonly hearings: readonly SharedHearing[];
  readonly load: readonly MissionLoad[];
}

/** Of what was shared with us, our own shares included; what is withheld is not there. */
export function hearingsAndLoad(rows: readonly Told[], facts: CircleFacts): HearingsAndLoad {
  const answers = saidTo(rows, 'answer');
  const found = openedOf(rows, 'shared-entry').flatMap((row) => {
    const kind = kindIn(row);
    const attendance = kind && attendanceOf(row, kind, facts.today);
    return attendance
      ? [
          {
            row,
            kind: kind.key,
            attendance,
            observers: observersOf(row, attendance, answers.get(row.entry) ?? []),
          },
        ]
      : [];
  });
  const connected = new Set(facts.missions.flatMap(({ code, connected }) => (connected ? [code] : [])));
  const turns = found.map(({ attendance, observers }) => ({
    what: attendance.what,
    day: attendance.day,
    off: attendance.state === 'off',
    observers,
  }));
  const load = loadOf(
    facts.missions.map(({ code }) => code),
    turns,
    loadPeriod(facts.today, WEEKS_AHEAD),
  );
  const hearings = found.map(({ row, kind, attendance, observers }): SharedHearing => {
    const covered = isCovered(observers, (mission) => connected.has(mission));
    const alert = alertOf(row, attendance, covered, facts.now);
    const isAhead = attendance.state === 'ahead' && attendance.day >= dayOf(facts.now) && !covered;
    const turn = isAhead ? proposedTurn(load, observers) : undefined;
    const { what, day, time, zone, place, state, answer } = attendance;
    return {
      entry: row.entry,
      from: row.from,
      kind,
      what,
      day,
      state,
      observers,
      ...(row.code ? { code: row.code } : {}),
      ...(row.linked ? { linked: row.linked } : {}),
      ...(time && zone ? { time, zone } : {}),
      ...(place ? { place } : {}),
      ...(answer ? { answer } : {}),
      ...(alert ? { alert } : {}),
      ...(turn ? { proposed: turn } : {}),
    };
  });
  return { hearings: hearings.sort(byTime), load };
}

function kindIn({ content }: Opened): AnyKind | undefined {
  const { kind } = content.body;
  return typeof kind === 'string' ? kindByKey(kind) : undefined;
}

function attendanceOf({ content }: Opened, kind: AnyKind, today: Day): Attendance | undefined {
  const { fields } = content.body;
  return typeof fields === 'object' && fields !== null
    ? kind.attendance?.(fields as AnyRecord, today)
    : undefined;
}

function observersOf(row: Opened, attendance: Attendance, answers: readonly Opened[]): readonly Observer[] {
  return mergedObservers(row.from, attendance.observers, answers);
}

/** Only a hearing that lies ahead; a visit has no court to be missed at. The last word about it is when its date was entered. */
function alertOf(
  { content }: Opened,
  { what, state, day, time, zone }: Attendance,
  covered: boolean,
  now: Instant,
): HearingAlert | undefined {
  if (what !== 'hearing' || state !== 'ahead' || !time || !zone) return undefined;
  return hearingAlert({ start: { day, time, zone }, enteredAt: content.at, covered }, now);
}

function byTime(a: SharedHearing, b: SharedHearing): number {
  return byText(a.day, b.day) || byText(a.time ?? '', b.time ?? '') || byText(a.entry, b.entry);
}

/** What is counted of visits that were asked for, over everything shared in a period: three ways of no are three. */
export interface VisitsRegister {
  readonly asked: number;
  readonly visited: number;
  readonly granted: number;
  readonly refused: number;
  readonly noReply: number;
  readonly cancelledAtGate: number;
  readonly withdrawn: number;
  readonly waiting: number;
}

export function visitsRegister(
  hearings: readonly SharedHearing[],
  period: { readonly from: Day; readonly to: Day },
): VisitsRegister {
  const visits = hearings.filter(
    ({ what, day, answer }) =>
      what === 'visit' && answer !== undefined && day >= period.from && day <= period.to,
  );
  const count = (is: (visit: SharedHearing) => boolean) => visits.filter(is).length;
  return {
    asked: visits.length,
    visited: count(({ state, answer }) => answer === 'granted' && state === 'held'),
    granted: count(({ state, answer }) => answer === 'granted' && state !== 'held'),
    refused: count(({ answer }) => answer === 'refused'),
    noReply: count(({ answer }) => answer === 'no-reply'),
    cancelledAtGate: count(({ answer }) => answer === 'cancelled-at-gate'),
    withdrawn: count(({ answer }) => answer === 'withdrawn'),
    waiting: count(({ answer }) => answer === 'waiting'),
  };
}

/** Who goes to a hearing or visit: what the mission that shared it wrote, and what each mission said for itself. */

import { isMissionCode, type MissionCode } from '../ids.ts';
import type { AnyRecord } from '../record-kind.ts';
import { byText, type Opened } from './told.ts';

export const observerParts = ['lead', 'member', 'reserve'] as const;
export const observerStates = ['invited', 'confirmed', 'declined'] as const;

/** A mission's place at a hearing or visit. */
export interface Observer {
  readonly mission: MissionCode;
  readonly part: (typeof observerParts)[number];
  readonly state: (typeof observerStates)[number];
  readonly who?: string;
  /** Somebody else entered its word: never a signed one. */
  readonly reportedBy?: MissionCode;
}

/** As the entry that was shared lists it. */
export interface ListedObserver {
  readonly mission: MissionCode;
  readonly part: Observer['part'];
  readonly state: Observer['state'];
}

/**
 * One line per mission, in the order of their codes. A mission's own word beats every word about it; of words of the
 * same weight the latest counts. An invitation is the inviting mission's own word; that others come is only reported.
 */
export function mergedObservers(
  from: MissionCode,
  listed: readonly ListedObserver[],
  answers: readonly Opened[],
): readonly Observer[] {
  const merged = new Map<MissionCode, Observer>();
  for (const row of listed) {
    const isWordOfOthers = row.mission !== from && row.state !== 'invited';
    merged.set(row.mission, { ...row, ...(isWordOfOthers ? { reportedBy: from } : {}) });
  }
  // Reported words first, so that a mission's own one comes last whenever it was said.
  const own = answers.filter(({ content }) => content.body.reported === undefined);
  const reported = answers.filter(({ content }) => content.body.reported !== undefined);
  for (const answer of [...reported, ...own]) {
    const mission = whoseWord(answer);
    if (!mission) continue;
    const before = merged.get(mission);
    const isReported = mission !== answer.from || answer.content.body.reported !== undefined;
    merged.set(mission, observerOf(mission, answer, before, isReported));
  }
  return [...merged.values()].sort((a, b) => byText(a.mission, b.mission));
}

/** The mission an answer speaks for; undefined where somebody reports the word of nobody. */
function whoseWord({ from, content }: Opened): MissionCode | undefined {
  const reported = content.body.reported as AnyRecord | undefined;
  if (reported === undefined) return from;
  return isMissionCode(reported.mission) ? reported.mission : undefined;
}

function observerOf(
  mission: MissionCode,
  { from, content }: Opened,
  before: Observer | undefined,
  isReported: boolean,
): Observer {
  const { part, state, says, who } = content.body;
  const place = oneOf(observerParts, part) ?? before?.part ?? 'member';
  return {
    mission,
    part: place,
    state: oneOf(observerStates, state) ?? stateSaid(says),
    ...(typeof who === 'string' ? { who } : {}),
    ...(isReported ? { reportedBy: from } : {}),
  };
}

/** Yes with conditions is not yet a yes. */
function stateSaid(says: unknown): Observer['state'] {
  return says === 'yes' ? 'confirmed' : says === 'no' ? 'declined' : 'invited';
}

export function oneOf<const T extends string>(all: readonly T[], value: unknown): T | undefined {
  return all.find((each) => each === value);
}

/** Those who lead, where more than one says so: somebody has to tell them. */
export function twoLeads(observers: readonly Observer[]): readonly MissionCode[] {
  const leads = observers.filter(({ part, state }) => part === 'lead' && state !== 'declined');
  return leads.length > 1 ? leads.map(({ mission }) => mission) : [];
}

/** Whoever is in reserve steps in where somebody who was to go cannot, and nobody else does. */
export function mustStepIn(observers: readonly Observer[], mission: MissionCode): boolean {
  const goes = ({ part, state }: Observer) => part !== 'reserve' && state === 'confirmed';
  return (
    observers.some((one) => one.mission === mission && one.part === 'reserve' && one.state === 'confirmed') &&
    observers.some(({ part, state }) => part !== 'reserve' && state === 'declined') &&
    !observers.some(goes)
  );
}

/** Those who signed that they come; a word reported by others is none of them. */
export function signedConfirmations(observers: readonly Observer[]): readonly Observer[] {
  return observers.filter(({ state, reportedBy }) => state === 'confirmed' && reportedBy === undefined);
}

/**
 * Whether somebody will be there. The reported word of a mission that is not connected counts, since it cannot sign;
 * a connected one says so itself. A reserve alone covers nothing.
 */
export function isCovered(
  observers: readonly Observer[],
  isConnected: (mission: MissionCode) => boolean,
): boolean {
  return observers.some(
    ({ mission, part, state, reportedBy }) =>
      state === 'confirmed' && part !== 'reserve' && (reportedBy === undefined || !isConnected(mission)),
  );
}

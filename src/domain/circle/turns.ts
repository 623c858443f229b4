/** How much each mission did in a period, and whose turn it would be next: a proposal, never an assignment. */

import { addDays, type Day, type MissionCode } from '../ids.ts';
import type { Observer } from './observers.ts';
import { byText } from './told.ts';

/** Half a year, over which the load evens out. */
export const LOAD_DAYS = 183;

/** A hearing or visit with who went, declined or means to go. */
export interface Turn {
  readonly what: 'hearing' | 'visit';
  readonly day: Day;
  /** It did not take place: nobody went, but who declined had been asked. */
  readonly off: boolean;
  readonly observers: readonly Observer[];
}

export interface MissionLoad {
  readonly mission: MissionCode;
  readonly hearings: number;
  readonly visits: number;
  /** The last day for which it was asked and went or declined. */
  readonly lastOn?: Day;
}

/**
 * For every mission, also those that did nothing, in the order of their codes. What lies ahead counts for those who
 * confirmed: whoever goes tomorrow is not proposed for the day after. A reserve was asked, and did not go.
 */
export function loadOf(
  missions: readonly MissionCode[],
  turns: readonly Turn[],
  period: { readonly from: Day; readonly to: Day },
): readonly MissionLoad[] {
  const within = turns.filter(({ day }) => day >= period.from && day <= period.to);
  return [...missions].sort(byText).map((mission) => {
    const theirs = within.flatMap(({ what, day, off, observers }) => {
      const own = observers.find((one) => one.mission === mission && one.state !== 'invited');
      return own ? [{ what, day, went: own.state === 'confirmed' && own.part !== 'reserve' && !off }] : [];
    });
    const went = (what: Turn['what']) => theirs.filter((one) => one.went && one.what === what).length;
    const lastOn = theirs
      .map(({ day }) => day)
      .sort()
      .at(-1);
    return { mission, hearings: went('hearing'), visits: went('visit'), ...(lastOn ? { lastOn } : {}) };
  });
}

/** The half year that ends on `today`, and what is agreed for the weeks ahead. */
export function loadPeriod(today: Day, weeksAhead = 0): { readonly from: Day; readonly to: Day } {
  return { from: addDays(today, -LOAD_DAYS), to: addDays(today, weeksAhead * 7) };
}

/**
 * Who did least; of those, who was asked longest ago (having declined counts as asked); then by code. Whoever already
 * said yes or no to this one is not asked again; undefined where everybody has.
 */
export function proposedTurn(
  load: readonly MissionLoad[],
  observers: readonly Observer[],
): MissionCode | undefined {
  const said = new Set(observers.filter(({ state }) => state !== 'invited').map(({ mission }) => mission));
  const [first] = load
    .filter(({ mission }) => !said.has(mission))
    .sort(
      (a, b) =>
        a.hearings + a.visits - (b.hearings + b.visits) ||
        byText(a.lastOn ?? '', b.lastOn ?? '') ||
        byText(a.mission, b.mission),
    );
  return first?.mission;
}

/** What the calendar shows, and its opaque form in the address. */

import { isCode } from '../../../domain/codes.ts';
import { addDays, type Code, type Day, daysBetween } from '../../../domain/ids.ts';
import { recordKinds } from '../../../domain/registry.ts';
import type { Route } from '../../shell/routes.ts';
import { type CalendarViewName, calendarViews } from './calendar-days.ts';

/** Kinds that may put something into the calendar. */
export const datedKinds: readonly string[] = recordKinds
  .filter((kind) => kind.calendar !== undefined)
  .map((kind) => kind.key);

export interface CalendarState {
  readonly view: CalendarViewName;
  /** A day of the page shown. */
  readonly day: Day;
  /** Marks of these kinds; of every kind when absent. */
  readonly kinds?: readonly string[];
  readonly defender?: Code;
  /** Where I go, or what I saved. */
  readonly mine?: true;
  /** Only where somebody must be. */
  readonly appointments?: true;
}

const FIRST = '2000-01-01' as Day;
const MOST_DAYS = 100_000;

/** View and day as `c`, a letter and a number; filters as `f-` and coded parts. No date can be read from it. */
export function calendarRoute(state: CalendarState): Route {
  const number = Math.max(0, daysBetween(FIRST, state.day)).toString(36);
  const parts = [
    state.kinds ? `b${maskOf(state.kinds)}` : '',
    state.mine ? 'm' : '',
    state.appointments ? 'a' : '',
    state.defender ? `d${state.defender}` : '',
  ].filter((part) => part !== '');
  return {
    page: 'calendar',
    id: `c${state.view.charAt(0)}${number}`,
    ...(parts.length > 0 ? { filter: `f-${parts.join('-')}` } : {}),
  };
}

/** The inverse; what means nothing (any more) is passed over, a day that is none becomes today. */
export function calendarFrom(
  route: Pick<Route, 'id' | 'filter'>,
  today: Day,
  atFirst: CalendarViewName,
): CalendarState {
  const [, letter, number] = /^c([mwa])([0-9a-z]{1,5})$/.exec(route.id ?? '') ?? [];
  const days = Number.parseInt(number ?? '', 36);
  let state: CalendarState = {
    view: calendarViews.find((view) => view.startsWith(letter ?? '-')) ?? atFirst,
    day: days <= MOST_DAYS ? addDays(FIRST, days) : today,
  };
  for (const part of route.filter?.split('-').slice(1) ?? []) {
    const value = part.slice(1);
    if (part === 'm') state = { ...state, mine: true };
    if (part === 'a') state = { ...state, appointments: true };
    if (part.startsWith('d') && isCode(value)) state = { ...state, defender: value };
    if (/^b[0-9a-f]{1,30}$/.test(part)) state = { ...state, kinds: kindsIn(value) };
  }
  return state;
}

/** One bit for each kind, by its place in the registry, as a hexadecimal number. */
function maskOf(kinds: readonly string[]): string {
  return recordKinds
    .reduce((mask, kind, place) => (kinds.includes(kind.key) ? mask | (1n << BigInt(place)) : mask), 0n)
    .toString(16);
}

function kindsIn(mask: string): readonly string[] {
  const bits = BigInt(`0x${mask}`);
  return datedKinds.filter(
    (key) => (bits & (1n << BigInt(recordKinds.findIndex((kind) => kind.key === key)))) !== 0n,
  );
}

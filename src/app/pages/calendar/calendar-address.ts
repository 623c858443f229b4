/** What the calendar shows, and its opaque form in the address. */

import { isCode } from '../../../domain/codes.ts';
import { addDays, type Code, type Day, daysBetween } from '../../../domain/ids.ts';
import { recordKinds } from '../../../domain/registry.ts';
import type { Route } from '../../shell/routes.ts';
import { signOf } from '../../table/filter-address.ts';
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
/** Characters by which an address knows a kind. */
const SIGN = 3;

/**
 * View and day as `c`, a letter and a number; filters as `f-` and coded parts, the kinds as `k` and a sign each, wherever
 * they stand in the registry. No date can be read from it.
 */
export function calendarRoute(state: CalendarState): Route {
  const number = Math.max(0, daysBetween(FIRST, state.day)).toString(36);
  const parts = [
    state.kinds ? `k${state.kinds.map(shortSign).join('')}` : '',
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
    const kinds = kindsIn(part);
    if (kinds) state = { ...state, kinds };
    const value = part.slice(1);
    if (part === 'm') state = { ...state, mine: true };
    if (part === 'a') state = { ...state, appointments: true };
    if (part.startsWith('d') && isCode(value)) state = { ...state, defender: value };
  }
  return state;
}

/** The end of a kind's sign: an address has no room for the whole of each. */
function shortSign(key: string): string {
  return signOf(key).slice(-SIGN).padStart(SIGN, '0');
}

/** Undefined for all of them: where the part is of something else, or no sign means a kind (any more). */
function kindsIn(part: string): readonly string[] | undefined {
  if (!/^k(?:[0-9a-z]{3})*$/.test(part)) return undefined;
  const signs = new Set(part.slice(1).match(/.{3}/g));
  const kinds = datedKinds.filter((key) => signs.has(shortSign(key)));
  return kinds.length > 0 || signs.size === 0 ? kinds : undefined;
}

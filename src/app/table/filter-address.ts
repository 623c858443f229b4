/** The opaque form of a filter in the address. */

import { parseCode } from '../../domain/codes.ts';
import type { MissionCode } from '../../domain/ids.ts';
import { recordKinds } from '../../domain/registry.ts';
import { type Filter, periods, states, statusKeys } from './filter.ts';

/**
 * `f-` and coded parts: signs for kind, status and mission, numbers for period and state, whether mine, the defender's
 * code. Undefined for an empty filter. What was typed is left out: an address is kept by browsers and proxies.
 */
export function filterToAddress(filter: Filter): string | undefined {
  const parts = [
    filter.kind ? `k${signOf(filter.kind)}` : '',
    filter.status ? `s${signOf(filter.status)}` : '',
    filter.state ? `o${states.indexOf(filter.state)}` : '',
    filter.period ? `p${periods.indexOf(filter.period)}` : '',
    filter.mine ? 'm' : '',
    filter.mission ? `b${signOf(filter.mission)}` : '',
    filter.defender ? `d${filter.defender}` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `f-${parts.join('-')}` : undefined;
}

/** The inverse; parts that mean nothing (any more) are passed over. `missions` are those a filter may ask for. */
export function filterFromAddress(
  address: string | undefined,
  missions: readonly MissionCode[] = [],
): Filter {
  let filter: Filter = {};
  let status: string | undefined;
  for (const part of address?.split('-').slice(1) ?? []) {
    const value = part.slice(1);
    const is = (letter: string) => part.startsWith(letter) && value !== '';
    const kind = is('k') ? recordKinds.find(({ key }) => signOf(key) === value)?.key : undefined;
    const period = is('p') ? periods[Number(value)] : undefined;
    const state = is('o') ? states[Number(value)] : undefined;
    const mission = is('b') ? missions.find((code) => signOf(code) === value) : undefined;
    const defender = is('d') ? parseCode(value) : undefined;
    if (is('s')) status = value;
    if (kind) filter = { ...filter, kind };
    if (period) filter = { ...filter, period };
    if (state) filter = { ...filter, state };
    if (mission) filter = { ...filter, mission };
    if (defender) filter = { ...filter, defender };
    if (part === 'm') filter = { ...filter, mine: true };
  }
  const known = statusKeys(filter.kind).find((key) => signOf(key) === status);
  return known ? { ...filter, status: known } : filter;
}

/** The same few letters for a key for ever, which do not tell it (FNV-1a, 24 bits). */
export function signOf(key: string): string {
  let hash = 0x811c9dc5;
  for (const character of key) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return ((hash >>> 8) & 0xff_ff_ff).toString(36);
}

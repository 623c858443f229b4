/** Fields of the circle's index: each admits one narrow shape, so that no free text ever stands in clear. */

import { bad, byUnits, good, plainField, type RequiredField } from '../fields/define-field.ts';
import { isMissionCode, type MissionCode } from '../ids.ts';
import { isWeek, type Week } from './week.ts';

/** A week, `2026-W47`. */
export function week(): RequiredField<Week> {
  return plainField<Week>({
    kind: 'text',
    type: 'text',
    check: (raw) => (isWeek(raw) ? good(raw) : bad('malformed')),
    print: (value) => value,
    compare: byUnits,
  });
}

/** Missions by code as one text. A note: a circle of many missions does not fit into a line. */
export function audience(): RequiredField<string> {
  return plainField<string>({
    kind: 'note',
    type: 'note',
    check: (raw) =>
      typeof raw === 'string' && raw === audienceText(missionsIn(raw)) && missionsIn(raw).every(isMissionCode)
        ? good(raw)
        : bad('malformed'),
    print: (value) => value,
    compare: byUnits,
  });
}

/** Each code once, in the order of the codes, joined by a blank. */
export function audienceText(missions: readonly MissionCode[]): string {
  return [...new Set(missions)].sort(byUnits).join(' ');
}

export function missionsIn(text: string): readonly MissionCode[] {
  return text.split(' ') as MissionCode[];
}

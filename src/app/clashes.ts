/** Finds where one person would have to be in two places at once. */

import { kindByKey } from '../domain/registry.ts';
import type { View } from '../log/log.ts';
import type { Mark } from './calendar-marks.ts';

/** How long an appointment takes is rarely known: nearer than this, nobody can count on being at both. */
const CLASH_MS = 2 * 3_600_000;

interface Somebody {
  readonly objectId: string;
  readonly tenantId: string;
}

/** Whether somebody means to be there. */
export function goesThere(mark: Mark, view: Pick<View, 'byEntry'>, person: Somebody): boolean {
  const entry = view.byEntry.get(mark.entry);
  const people = entry && kindByKey(entry.kind)?.attends?.(entry.record);
  return (
    people?.some(({ objectId, tenantId }) => objectId === person.objectId && tenantId === person.tenantId) ===
    true
  );
}

/** For each appointment of this person the others that begin within two hours of it, from `now` (ms) on. */
export function clashesIn(
  marks: readonly Mark[],
  view: Pick<View, 'byEntry'>,
  person: Somebody,
  now: number,
): ReadonlyMap<Mark, readonly Mark[]> {
  const mine = marks.filter(
    (mark) =>
      mark.appointment &&
      !mark.off &&
      mark.at !== undefined &&
      mark.at >= now &&
      goesThere(mark, view, person),
  );
  const clashes = new Map<Mark, readonly Mark[]>();
  for (const mark of mine) {
    const others = mine.filter(
      (other) => other !== mark && Math.abs((other.at ?? 0) - (mark.at ?? 0)) < CLASH_MS,
    );
    if (others.length > 0) clashes.set(mark, others);
  }
  return clashes;
}

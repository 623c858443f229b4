/** A circle is called by the last part of its address, in capitals; the one somebody chose last is opened again. */

import type { Circle } from '../../log/circle/circle.ts';
import { nameInCapitals } from '../consent/consent-words.ts';

/** Name of the choice among several circles. */
export const CIRCLE_CHOICE = 'circle';

export function nameOf(circle: Pick<Circle, 'name'>): string {
  return nameInCapitals(circle.name);
}

/** The same while the circle is not open, of its `host:/sites/path`. */
export function nameAt(id: string): string {
  return nameInCapitals(id.split('/').at(-1) ?? id);
}

/** A circle is called by the last part of its address, in capitals. */

import type { Circle } from '../../log/circle/circle.ts';
import { nameInCapitals } from '../consent/consent-words.ts';

export function nameOf(circle: Pick<Circle, 'name'>): string {
  return nameInCapitals(circle.name);
}

/** The sites are set up: four missions nine months ago, the fifth joined ten weeks ago. */

import type { Act } from '../act.ts';

export function beginnings(): readonly Act[] {
  const setUp = (who: string, day: number): Act => ({
    key: `set up by ${who}`,
    who,
    day,
    does: { act: 'set-up' },
  });
  return [
    setUp('aldermark-owner', -275),
    setUp('brenland-owner', -274),
    setUp('corvia-owner', -274),
    setUp('western-union-owner', -273),
    setUp('estmark-owner', -70),
  ];
}

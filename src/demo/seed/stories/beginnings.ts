/** The sites are set up, the circle's first: four missions nine months ago, the fifth joined ten weeks ago. */

import type { Act } from '../act.ts';

export function beginnings(): readonly Act[] {
  const setUp = (who: string, day: number): Act => ({
    key: `set up by ${who}`,
    who,
    day,
    does: { act: 'set-up' },
  });
  const joins = (mission: string, day: number): Act => ({
    key: `${mission} joins the circle`,
    who: 'selim',
    day,
    does: { act: 'join-circle', mission },
  });
  return [
    { key: 'set up of the circle', who: 'selim', day: -276, does: { act: 'set-up-circle' } },
    ...['aldermark', 'brenland', 'corvia', 'western-union'].map((mission) => joins(mission, -273)),
    joins('estmark', -69),
    setUp('aldermark-owner', -275),
    setUp('brenland-owner', -274),
    setUp('corvia-owner', -274),
    setUp('western-union-owner', -273),
    setUp('estmark-owner', -70),
  ];
}

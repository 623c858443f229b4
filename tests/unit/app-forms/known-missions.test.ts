/** Which missions a form offers, and what a typed word stands for. */

import { describe, expect, it } from 'vitest';
import { missionsKnown, missionTyped } from '../../../src/app/fields/known-missions.ts';
import type { MissionCode } from '../../../src/domain/ids.ts';

const mission = (code: string, name: string, removed = false) => ({
  code: code as MissionCode,
  name,
  removed,
});
const own = { code: 'aldermark' as MissionCode, name: 'Embassy of Aldermark' };
const circle = {
  missions: [
    mission('estmark', 'Embassy of Estmark'),
    mission('aldermark', 'Embassy of Aldermark'),
    mission('brenland', 'Embassy of Brenland'),
    mission('corvia', 'Embassy of Corvia', true),
  ],
};

describe('I1 · a field for a mission', () => {
  it('offers each mission of the circles once, by name and without who left; ours last', () => {
    const other = { missions: [mission('brenland', 'Embassy of Brenland')] };
    expect(missionsKnown([circle, other], own).map(({ code }) => code)).toEqual([
      'brenland',
      'estmark',
      'aldermark',
    ]);
  });

  it('offers our own where there is no circle', () => {
    expect(missionsKnown([], own)).toEqual([own]);
  });

  it.each([
    ['a name, however it is written', ' embassy of BRENLAND ', 'brenland'],
    ['a code', 'Brenland', 'brenland'],
    ['a mission that is in no circle', 'norvia', 'norvia'],
    ['nothing', '  ', undefined],
  ])('takes %s', (_, typed, code) => {
    expect(missionTyped(typed, missionsKnown([circle], own))).toBe(code);
  });
});

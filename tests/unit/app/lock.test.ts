/** J9: when the screen is cleared. */

import { describe, expect, it } from 'vitest';
import { escaped, idleMinutes, isAway } from '../../../src/app/lock/lock-when.ts';

function presses(...times: readonly number[]): readonly boolean[] {
  let kept: readonly number[] = [];
  return times.map((at) => {
    const next = escaped(kept, at);
    kept = next.presses;
    return next.hide;
  });
}

describe('J9: Esc three times', () => {
  it.each([
    ['three quick presses hide', [0, 300, 700], [false, false, true]],
    ['two do not', [0, 300], [false, false]],
    ['three slow ones do not', [0, 1_000, 2_000], [false, false, false]],
    ['the last three count', [0, 2_000, 2_400, 2_800], [false, false, false, true]],
    ['after hiding the count begins anew', [0, 100, 200, 300, 400], [false, false, true, false, false]],
  ])('%s', (_, times, hides) => {
    expect(presses(...times)).toEqual(hides);
  });
});

describe('J9: nobody there', () => {
  it.each([
    [undefined, 10],
    ['5', 5],
    ['0', 10],
    ['never', 10],
  ])('what the device keeps, %s, means %i minutes', (kept, minutes) => {
    expect(idleMinutes(kept)).toBe(minutes);
  });

  it('counts from the last sign of the person', () => {
    expect(isAway(1_000, 600_999, 10)).toBe(false);
    expect(isAway(1_000, 601_000, 10)).toBe(true);
    expect(isAway(600_000, 1_000, 10)).toBe(false);
  });
});

/** The same complete walk as in the laws, through a larger world. */

import { describe, expect, it } from 'vitest';
import { reach } from '../laws/consent-model.ts';

describe('B6 B8 every state of a larger world around the real gate', () => {
  it.each([
    ['three actors, an owner who withdraws', { actors: 3, ownerSteps: 1, lastDay: 2 }],
    ['two actors, an owner who speaks four times', { actors: 2, ownerSteps: 4, lastDay: 3 }],
  ] as const)(
    '%s: no violation',
    (name, world) => {
      const { states, violations } = reach(world);
      console.log(
        `consent model, ${name}: ${states.toLocaleString('en')} states, ${violations.length} violations`,
      );
      expect(violations).toEqual([]);
    },
    900_000,
  );
});

/** The same complete walk as in the laws, through larger worlds. */

import { describe, expect, it } from 'vitest';
import { reach } from '../laws/share-model.ts';

describe('H2 B9 every state of a larger world around the real gate and the judge of attestations', () => {
  it.each([
    ['one who shares, withdrawn and given again', { sharers: 1, ownerSteps: 2, lastDay: 3, renewals: 2 }],
    ['two who share, one withdrawal', { sharers: 2, ownerSteps: 1, lastDay: 0, renewals: 0 }],
  ] as const)(
    '%s: no violation',
    (name, world) => {
      const { states, sealed, deeds, violations } = reach(world);
      console.log(
        `share model, ${name}: ${states.toLocaleString('en')} states, ${sealed.toLocaleString('en')} sealed, ${deeds.toLocaleString('en')} deeds, ${violations.length} violations`,
      );
      expect(violations).toEqual([]);
    },
    1_800_000,
  );
});
